import { bytesPerRow, nanosecondsPerRow } from "../measure.js";
import { isOrder } from "./order-by-hand.js";
import { peers } from "./order-peers.js";
import type { Validator } from "./order-peers.js";
import { severalOrders, shuffledOrders, stableOrders, wrongOrders } from "./order-records.js";
import type { Fault } from "./order-records.js";

/** For each kind of record: nanoseconds a record, and for valid ones the bytes allocated, by validator. */
export interface ValidatorFigures {
  readonly accepts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly issues: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly bytes: Readonly<Record<string, number>>;
}

interface OrderModule {
  readonly isInput: (value: unknown) => boolean;
  readonly safeParseInput: (
    value: unknown,
  ) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly unknown[] };
}

const { isInput, safeParseInput } = (await import(
  new URL("./order.mjs", import.meta.url).href
)) as OrderModule;
const generated: Validator = {
  name: "featc",
  accepts: (value) => isInput(value),
  issues: (value) => {
    const outcome = safeParseInput(value);
    return outcome.ok ? 0 : outcome.issues.length;
  },
};
const byHand: Validator = { name: "by hand", accepts: isOrder, issues: () => 0 };
const all = [generated, byHand, ...peers()];
const collecting = all.filter((one) => one !== byHand);

const valid = { stable: stableOrders(), several: severalOrders(), shuffled: shuffledOrders() };
const faults: readonly Fault[] = ["early", "late", "unknown", "three"];

for (const rows of Object.values(valid)) {
  for (const one of all) if (!rows.every(one.accepts)) throw new Error(`${one.name} refuses`);
}
for (const fault of faults) {
  const rows = wrongOrders(fault);
  for (const one of all) if (rows.some(one.accepts)) throw new Error(`${one.name} takes ${fault}`);
  for (const one of collecting) {
    const least = fault === "three" ? 3 : 1;
    if (rows.some((row) => one.issues(row) < least)) throw new Error(`${one.name} misses issues`);
  }
}

let sink = 0;
function times(
  validators: readonly Validator[],
  rows: readonly unknown[],
  method: "accepts" | "issues",
): Readonly<Record<string, number>> {
  const candidates = validators.map((one) => {
    const call = one[method];
    return {
      name: one.name,
      run: () => {
        for (let i = 0; i < rows.length; i += 1) sink += Number(call(rows[i]));
      },
    };
  });
  return Object.fromEntries(nanosecondsPerRow(candidates, rows.length, 31));
}

const accepts: Record<string, Readonly<Record<string, number>>> = {};
const issues: Record<string, Readonly<Record<string, number>>> = {};
for (const [name, rows] of Object.entries(valid)) accepts[name] = times(all, rows, "accepts");
const bytes = Object.fromEntries(
  bytesPerRow(
    all.map((one) => ({
      name: one.name,
      run: () => {
        for (let i = 0; i < valid.stable.length; i += 1)
          sink += Number(one.accepts(valid.stable[i]));
      },
    })),
    valid.stable.length,
  ),
);
for (const fault of ["early", "late", "unknown"] as const) {
  accepts[fault] = times(all, wrongOrders(fault), "accepts");
}
issues["valid"] = times(collecting, valid.stable, "issues");
issues["three"] = times(collecting, wrongOrders("three"), "issues");
if (sink === 0) throw new Error("nothing was checked");
process.stdout.write(JSON.stringify({ accepts, issues, bytes } satisfies ValidatorFigures));
