import { internalError } from "../base/assert.js";
import type { Domain } from "../types/domain.js";
import { nextDown, nextUp } from "../types/interval.js";
import { outwards } from "./number-rules.js";
import type { FunctionName } from "./registry.js";

export type NativeMath =
  "cos" | "exp" | "expm1" | "log" | "log10" | "log1p" | "log2" | "pow" | "sin" | "tanh";

/** What `math: native` takes from the engine, as the name in `Math`; every other function is exact there too. */
export const nativeMath: Partial<Readonly<Record<FunctionName, NativeMath>>> = {
  exp: "exp",
  expm1: "expm1",
  ln: "log",
  log10: "log10",
  log1p: "log1p",
  log2: "log2",
  pow: "pow",
  tanh: "tanh",
  sin: "sin",
  cos: "cos",
};

/** Engines stay within two units in the last place of the true value, and so does the reference. */
const nativeUlps = 4;

/** Limits of the functions that a result next to them is rounded to, not past them. */
const limits: Partial<Readonly<Record<FunctionName, readonly [low: number, high: number]>>> = {
  exp: [0, Number.MAX_VALUE],
  expm1: [-1, Number.MAX_VALUE],
  tanh: [-1, 1],
  sin: [-1, 1],
  cos: [-1, 1],
};

/**
 * What an engine's own function can return where the reference stays in the domain. Bounds of 0 and
 * of magnitude 1 stay: functions reach them exactly or by rounding to them.
 */
export function nativeDomain(name: FunctionName, domain: Domain): Domain {
  if (domain.kind !== "number") return internalError(`${name} is no function of numbers`);
  const { MAX_VALUE } = Number;
  const [lowest, highest] = limits[name] ?? [-MAX_VALUE, MAX_VALUE];
  const floor = domain.floor * (1 - 2 ** -50);
  return {
    ...domain,
    low: Math.max(lowest, outwards(domain.low, nativeUlps, nextDown)),
    high: Math.min(highest, outwards(domain.high, nativeUlps, nextUp)),
    integral: false,
    // A result that has no normal digits left can be 0 as well.
    zero: domain.zero || floor < 2 ** -1021,
    floor,
  };
}
