// Builds the published package: bundles in dist/, types of the public API, notices.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { emitTypes } from "./emit-types.js";
import { thirdPartyNotices } from "./third-party-notices.js";
import { separateTsMorph } from "./separate-ts-morph.js";

const root = fileURLToPath(new URL("../", import.meta.url));
process.chdir(root);
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
rmSync("dist", { recursive: true, force: true });

const common = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  metafile: true,
  // Names stay: they are in stacks, and esbuild's `keepNames` costs a call for each closure that is made.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
};

/** CommonJS libraries in an ES module reach Node's own modules through this. */
const requireBanner = `import { createRequire as featcRequire } from "node:module"; const require = featcRequire(import.meta.url);`;

const bundle = (buildId) =>
  build({
    ...common,
    entryPoints: { featc: "src/cli/bin.ts", index: "src/index.ts" },
    outdir: "dist",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    external: ["@duckdb/node-api", "@featc/runtime", "jiti"],
    banner: { js: requireBanner },
    define: { FEATC_VERSION: JSON.stringify(version), FEATC_BUILD_ID: JSON.stringify(buildId) },
    plugins: [separateTsMorph],
    write: buildId !== "",
  });

// The first pass only shows what the code is: its hash names the entries of the build cache.
const [probe, tsMorph] = await Promise.all([
  bundle(""),
  build({
    ...common,
    minify: true,
    format: "cjs",
    entryPoints: { "ts-morph": "ts-morph" },
    outdir: "dist/vendor",
    outExtension: { ".js": ".cjs" },
    external: ["@featc/runtime"],
  }),
]);
const hash = createHash("sha256");
for (const file of [...probe.outputFiles].sort((a, b) => (a.path < b.path ? -1 : 1))) {
  hash.update(file.text);
}
hash.update(readFileSync("dist/vendor/ts-morph.cjs"));
const main = await bundle(hash.digest("hex").slice(0, 16));

writeFileSync("THIRD-PARTY-NOTICES", thirdPartyNotices([main.metafile, tsMorph.metafile]));
emitTypes(root);
