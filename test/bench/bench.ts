import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { coldSection } from "./cold-section.js";
import { compileSection, proofSection } from "./compile-section.js";
import { featureSection, moduleSection } from "./feature-section.js";
import { goalTable } from "./goal.js";
import type { Section } from "./goal.js";
import { lineSection } from "./line-section.js";
import { peerVersions } from "./peer-versions.js";
import { rowSection } from "./row-section.js";
import { validatorSection } from "./validator-section.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** In the order of the page; `npm run bench -- validators` measures one and writes nothing. */
const sections: Readonly<Record<string, () => Promise<Section> | Section>> = {
  validators: validatorSection,
  features: featureSection,
  modules: moduleSection,
  rows: rowSection,
  lines: lineSection,
  cold: () => coldSection(root),
  compile: () => compileSection(root),
  proofs: proofSection,
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
const text = [
  "# Benchmarks",
  `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.version}, V8 ${process.versions.v8}, ${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}. ${peerVersions(root)}`,
  "The machine is shared, and a time can be twice what it is when nothing else runs. So candidates are measured in turns in one process, in many rounds, and the figures are ratios of medians; they still move by a tenth or so from run to run.",
  "## Goals",
  goalTable(goals),
  ...measured.map((section) => section.text),
].join("\n\n");
const file = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));
const page = await format(`${text}\n`, { ...(await resolveConfig(file)), filepath: file });
if (names.length === 0) writeFileSync(file, page);
process.stdout.write(page);
