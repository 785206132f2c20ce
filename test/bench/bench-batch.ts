import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { batchFeatureSection } from "./batch/feature-section.js";
import { root } from "./batch/flights.js";
import { functionSection } from "./batch/function-section.js";
import { batchMatrixSection } from "./batch/matrix-section.js";
import { goalTable } from "./goal.js";
import type { Section } from "./goal.js";

/** In the order of the page; `npm run bench:batch -- matrix` measures one and writes nothing. */
const sections: Readonly<Record<string, () => Promise<Section>>> = {
  features: batchFeatureSection,
  functions: functionSection,
  matrix: batchMatrixSection,
};

const names = process.argv.slice(2);
const unknown = names.find((name) => sections[name] === undefined);
if (unknown !== undefined) {
  throw new Error(`there is no ${unknown}; there are ${Object.keys(sections).join(", ")}`);
}
const measured: Section[] = [];
for (const [name, measure] of Object.entries(sections)) {
  if (names.length > 0 && !names.includes(name)) continue;
  process.stderr.write(`${name}\n`);
  measured.push(await measure());
}
const goals = measured.flatMap((section) => section.goals);
const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly devDependencies: Readonly<Record<string, string>>;
};
const text = [
  "# Benchmarks of batches",
  `Written by \`npm run bench:batch\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, @duckdb/node-api ${devDependencies["@duckdb/node-api"] ?? "?"}, ${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}.`,
  "The machine is shared, and a time can be twice what it is when nothing else runs. So candidates take turns in one run, and the figures are ratios of medians.",
  ...(goals.length === 0 ? [] : ["## Goals", goalTable(goals)]),
  ...measured.map((section) => section.text),
].join("\n\n");
const file = join(root, "docs/batch-benchmarks.md");
const page = await format(`${text}\n`, { ...(await resolveConfig(file)), filepath: file });
if (names.length === 0) writeFileSync(file, page);
process.stdout.write(page);
