import type { FeatureFigures } from "./apart/features.js";
import type { ModuleSizeFigures } from "./apart/module-sizes.js";
import { atLeast, atMost, tableOf } from "./goal.js";
import type { Section } from "./goal.js";
import { manyFeatures } from "./many-features.js";
import { bundleSpec, bundleSpecFile, runApart } from "./run-apart.js";

const withEvents = "30 features, 50 events";
const alone = "20 features, the record alone";

export async function featureSection(): Promise<Section> {
  await bundleSpecFile("test/bench/specs/basket.feat.yaml");
  await bundleSpecFile("test/bench/specs/basket_alone.feat.yaml");
  const { times, bytes } = await runApart<FeatureFigures>("features");
  const ratio = (name: string, one: string, other: string): number =>
    (times[name]?.[one] ?? Number.NaN) / (times[name]?.[other] ?? Number.NaN);
  const bytesOf = (name: string): number => bytes[name]?.["featc"] ?? Number.NaN;
  const who = ["featc", "by hand", "naive"];
  return {
    goals: [
      atMost(
        `\`writeRow\`, ${withEvents}: of hand-written`,
        1.05,
        ratio(withEvents, "featc", "by hand"),
      ),
      atLeast(
        `\`writeRow\`, ${withEvents}: time of what most write`,
        5,
        ratio(withEvents, "naive", "featc"),
      ),
      atMost(`\`writeRow\`, ${withEvents}: memory for a row`, 0, bytesOf(withEvents), "bytes"),
      atMost(`\`writeRow\`, ${alone}: of hand-written`, 1.05, ratio(alone, "featc", "by hand")),
      atLeast(
        `\`writeRow\`, ${alone}: time of what most write`,
        12,
        ratio(alone, "naive", "featc"),
      ),
      atMost(`\`writeRow\`, ${alone}: memory for a row`, 0, bytesOf(alone), "bytes"),
      atMost("`computeFeatures`: of hand-written", 1.2, ratio("to an object", "featc", "by hand")),
    ],
    text: `## Features

\`test/bench/specs/basket.feat.yaml\` on 512 rows with 50 events each, and the twenty of its features that read the record alone. "by hand" is test/bench/apart/basket-by-hand.ts: one function, one loop, cells written in place; "naive" is basket-naive.ts: filter, map, reduce and Date. All three give the same bits. The specs have no logarithms or powers, so strict and native mathematics are the same.

${tableOf(
  ["", ...who.map((one) => `${one}, ns a row`), ...who.map((one) => `${one}, bytes a row`)],
  Object.entries(times).map(([name, row]) => [
    name,
    ...who.map((one) => (row[one] ?? Number.NaN).toFixed(0)),
    ...who.map((one) => (bytes[name]?.[one] ?? Number.NaN).toFixed(0)),
  ]),
)}`,
  };
}

export async function moduleSection(): Promise<Section> {
  const counts = [100, 1000, 3000];
  for (const count of counts) await bundleSpec(`many_${count}`, manyFeatures(count));
  const figures = await runApart<ModuleSizeFigures>("module-sizes");
  const of = (count: number): number => figures[String(count)] ?? Number.NaN;
  return {
    goals: [
      atMost("a feature of a module of 1,000: of one of 100", 2.5, of(1000) / of(100)),
      atMost("a feature of a module of 3,000: of one of 100", 4, of(3000) / of(100)),
    ],
    text: `## Large modules

\`writeRow\` of test/bench/many-features.ts over 40 fields; strict logarithms in every fifth feature.

${tableOf(
  ["features in the module", "ns a feature"],
  counts.map((count) => [String(count), of(count).toFixed(1)]),
)}`,
  };
}
