import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { compileTimes } from "./compile-time.js";
import { lineTable, lineTimes } from "./line-time.js";
import { proofTimes } from "./proof-time.js";
import { rowTimes } from "./row-time.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const figures = await compileTimes(root);
const proofs = proofTimes();
const rows = rowTimes();

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const ns = (name: string): number => rows.get(name) ?? Number.NaN;
const pair = (what: string): string => {
  const [generated, byHand] = [ns(`${what}, generated`), ns(`${what}, by hand`)];
  return `| ${what} | ${generated.toFixed(0)} ns | ${byHand.toFixed(0)} ns | ${(generated / byHand).toFixed(2)} |`;
};

const page = `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}. Medians; a shared machine varies by a factor of two, so that ratios say more than times.

## Compiling

A spec of 1,000 features over 40 fields with a matrix of 1,000 columns.

| what | time |
| --- | --- |
| an empty Node process | ${ms(figures.emptyProcess)} |
| \`featc --version\` | ${ms(figures.version)} |
| \`featc build\`, cold, nothing cached | ${ms(figures.cold)} |
| \`featc build\`, unchanged, from the cache on disk | ${ms(figures.cachedOnDisk)} |
| watch mode after ten edits, one line changed: check alone | ${ms(figures.checkOneLine)} |
| watch mode after ten edits, one line changed: check and emit all files | ${ms(figures.oneLine)} |

## Proofs

The ${proofs.formulas} formulas of test/proofs/corpus, each with its truth found by hand; two claims a formula. Check alone is a cold \`check\` of the spec of 1,000 features in a process that has been running.

| what | figure |
| --- | --- |
| claims proved, refuted by a row, unknown | ${proofs.proved}, ${proofs.refuted}, ${proofs.unknown} |
| wrong proofs, wrong refutations | ${proofs.wrong} |
| the whole corpus, checked and judged | ${ms(proofs.corpus)} |
| check of 1,000 features | ${ms(proofs.thousand)} |

## A row

\`specs/seattle_weather.feat.yaml\` on its 1,461 days; "by hand" is test/bench/hand-written-weather.ts, which computes the same bits.

| what | generated | by hand | ratio |
| --- | --- | --- | --- |
${["parse", "features", "matrix row"].map(pair).join("\n")}
`;
writeFileSync(new URL("../../docs/benchmarks.md", import.meta.url), page);
process.stdout.write(page);
process.stdout.write(`\n${lineTable(await lineTimes())}\n`);
