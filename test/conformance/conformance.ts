import { parseArgs } from "node:util";
import { compareFunctions } from "./compare-functions.js";

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
console.log(failure === undefined ? "0 differences" : `a difference:\n${failure}`);
process.exitCode = failure === undefined && uncovered.length === 0 ? 0 : 1;
