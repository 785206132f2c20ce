import { parseArgs } from "node:util";
import { aggregateNames } from "../../compiler/src/functions/aggregates/aggregate.table.js";
import type { AggregateName } from "../../compiler/src/functions/aggregates/aggregate.table.js";
import { compareAggregates } from "./compare-aggregates.js";
import { compareFunctions } from "./compare-functions.js";

/** One spec of aggregates, with events and lists, for so many pairs of functions. */
const pairsPerSpec = 20_000;
const rowsPerSpec = 100;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    pairs: { type: "string", default: "1000000" },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.pairs);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(wanted) || wanted < 1) {
  console.error("--seed and --pairs are whole numbers, --pairs at least 1");
  process.exit(2);
}
console.log(`seed ${seed}`);
const { pairs, total, uncovered, failure } = compareFunctions(seed, wanted);
const fewest = Math.min(...pairs.values());
const rarest = [...pairs].filter(([, count]) => count === fewest).map(([fn]) => fn);
console.log(`${total} (function, input) pairs of ${pairs.size} functions compared`);
console.log(`fewest: ${fewest} of ${rarest.join(", ")}`);
if (uncovered.length > 0) console.log(`not covered: ${uncovered.join(", ")}`);
const aggregates = new Map<AggregateName, number>();
let aggregateFailure: string | undefined;
const specs = Math.ceil(wanted / pairsPerSpec);
for (let i = 0; i < specs && aggregateFailure === undefined; i += 1) {
  const outcome = await compareAggregates(seed * 1_000_003 + i, rowsPerSpec);
  for (const [name, count] of outcome.pairs) {
    aggregates.set(name, (aggregates.get(name) ?? 0) + count);
  }
  aggregateFailure = outcome.failure;
}
const compared = [...aggregates.values()].reduce((a, b) => a + b, 0);
console.log(`${compared} (aggregate, row) pairs of ${aggregates.size} aggregates compared`);
const absent = aggregateNames.filter((name) => !aggregates.has(name));
if (absent.length > 0) console.log(`not covered: ${absent.join(", ")}`);
const different = failure ?? aggregateFailure;
console.log(different === undefined ? "0 differences" : `a difference:\n${different}`);
process.exitCode = different === undefined && uncovered.length + absent.length === 0 ? 0 : 1;
