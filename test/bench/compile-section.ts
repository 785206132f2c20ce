import { compileTimes } from "./compile-time.js";
import { atMost, tableOf } from "./goal.js";
import type { Section } from "./goal.js";
import { proofTimes } from "./proof-time.js";

const ms = (value: number): string => `${value.toFixed(0)} ms`;

export async function compileSection(root: string): Promise<Section> {
  const figures = await compileTimes(root);
  return {
    goals: [
      atMost("compile of 1,000 features, cold", 1000, figures.cold, "ms"),
      atMost("compile of 1,000 features, one line changed", 150, figures.oneLine, "ms"),
      atMost("compile of 1,000 features, peak memory", 300, figures.peakMegabytes, "MB"),
    ],
    text: `## Compiling

A spec of 1,000 features over 40 fields with a matrix of 1,000 columns.

${tableOf(
  ["what", "figure"],
  [
    ["an empty Node process", ms(figures.emptyProcess)],
    ["`featc --version`", ms(figures.version)],
    ["`featc build`, cold, nothing cached", ms(figures.cold)],
    ["the same, peak memory", `${figures.peakMegabytes.toFixed(0)} MB`],
    ["`featc build`, unchanged, from the cache on disk", ms(figures.cachedOnDisk)],
    ["watch mode after ten edits, one line changed: check alone", ms(figures.checkOneLine)],
    ["watch mode after ten edits, one line changed: check and emit all files", ms(figures.oneLine)],
  ],
)}`,
  };
}

export function proofSection(): Section {
  const proofs = proofTimes();
  return {
    goals: [],
    text: `## Proofs

The ${proofs.formulas} formulas of test/proofs/corpus, each with its truth found by hand; two claims a formula. Check alone is a cold \`check\` of the spec of 1,000 features in a process that has been running.

${tableOf(
  ["what", "figure"],
  [
    [
      "claims proved, refuted by a row, unknown",
      `${proofs.proved}, ${proofs.refuted}, ${proofs.unknown}`,
    ],
    ["wrong proofs, wrong refutations", String(proofs.wrong)],
    ["the whole corpus, checked and judged", ms(proofs.corpus)],
    ["check of 1,000 features", ms(proofs.thousand)],
  ],
)}`,
  };
}
