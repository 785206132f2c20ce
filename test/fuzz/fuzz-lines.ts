import { parseArgs } from "node:util";
import { fuzzLines } from "../support/fuzz-lines.js";
import { scannedSpec, scannedSpecs } from "../support/scanned-specs.js";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    lines: { type: "string", default: "1000000" },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.lines);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(wanted) || wanted < 1) {
  console.error("--seed and --lines are whole numbers, --lines at least 1");
  process.exit(2);
}
const names = [...scannedSpecs, "every_field"];
const each = Math.ceil(wanted / (2 * names.length));
let total = 0;
for (const name of names) {
  for (const rule of ["reject", "ignore"] as const) {
    const { program, module } = await scannedSpec(name, rule);
    const { lines, rows, scanned } = fuzzLines(name, program, module, each, seed);
    total += lines;
    console.log(
      `${name}, unknown fields: ${rule}: ${lines} lines, ${rows} rows, ${scanned} scanned`,
    );
  }
}
console.log(`seed ${seed}: ${total} lines, no difference`);
