import { coldStart } from "./cold-start.js";
import { atMost, tableOf } from "./goal.js";
import type { Section } from "./goal.js";

export async function coldSection(root: string): Promise<Section> {
  const { empty, firstRow, gzipped } = await coldStart(root);
  return {
    goals: [
      atMost("from import to the first row, more than an empty module", 15, firstRow - empty, "ms"),
      atMost("30 features with validator and runtime, gzipped", 12, gzipped / 1000, "kB"),
    ],
    text: `## Cold start and size

${tableOf(
  ["what", "figure"],
  [
    ["a process that imports an empty module", `${empty.toFixed(0)} ms`],
    ["a process that imports basket_alone and writes its first row", `${firstRow.toFixed(0)} ms`],
    ["basket with the runtime in one file, minified, gzipped", `${gzipped} bytes`],
  ],
)}`,
  };
}
