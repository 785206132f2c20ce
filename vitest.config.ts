import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@featc/runtime": source("./runtime/src/index.ts"),
      featc: source("./compiler/src/index.ts"),
    },
  },
  test: {
    include: ["test/**/*.test.ts", "generated/**/*.test.ts"],
    // These need Spark: `npm run test:spark`.
    exclude: ["test/spark/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["generated/**/{features,matrix,policy}.ts"],
      reporter: ["text"],
    },
  },
});
