import type { Bounds } from "../ir/program.js";

/** How far past an end of a range a row is tried: half a unit, of a narrow range of numbers a two-hundredth. */
export function rangeStep({ low, high }: Pick<Bounds, "low" | "high">, isNumber: boolean): number {
  if (!isNumber) return 1;
  if (low === null || high === null || high - low >= 20 || high === low) return 0.5;
  const share = (high - low) / 200;
  // One significant digit, so that a person can read the bound beside it.
  return Number(share.toPrecision(1));
}
