import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * ts-morph (with TypeScript inside, 7.5 MB) is a CommonJS file of its own: only a build without a cached
 * result loads it, and a file of its own can be loaded with V8's code cache.
 */
export const separateTsMorph = {
  name: "separate-ts-morph",
  setup(build) {
    build.onResolve({ filter: /^ts-morph$/ }, () => ({ path: "ts-morph", namespace: "vendored" }));
    build.onLoad({ filter: /.*/, namespace: "vendored" }, () => ({
      contents: `import { loadVendored } from "./scripts/load-vendored.ts";
export const { ${Object.keys(require("ts-morph")).join(", ")} } = loadVendored("ts-morph.cjs");`,
      resolveDir: process.cwd(),
      loader: "js",
    }));
  },
};
