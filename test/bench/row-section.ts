import type { Section } from "./goal.js";
import { tableOf } from "./goal.js";
import { rowTimes } from "./row-time.js";

export function rowSection(): Section {
  const rows = rowTimes();
  const ns = (name: string): number => rows.get(name) ?? Number.NaN;
  return {
    goals: [],
    text: `## A row with strict mathematics

\`specs/seattle_weather.feat.yaml\` on its 1,461 days, a logarithm, a power and a sine in each; "by hand" is test/bench/hand-written-weather.ts, which computes the same bits with the same runtime functions.

${tableOf(
  ["what", "generated", "by hand", "ratio"],
  ["parse", "features", "matrix row"].map((what) => {
    const [generated, byHand] = [ns(`${what}, generated`), ns(`${what}, by hand`)];
    return [
      what,
      `${generated.toFixed(0)} ns`,
      `${byHand.toFixed(0)} ns`,
      (generated / byHand).toFixed(2),
    ];
  }),
)}`,
  };
}
