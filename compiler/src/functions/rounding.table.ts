import { exactly, meet, anyInt, numberDomain, smallestNonZero } from "../types/interval.js";
import { intType, numberType } from "../types/type.js";
import type { MissingReason, PresentValue, Value } from "../types/value.js";
import { always, constantAt, domainAt, numberAt, problem } from "./arguments.js";
import { defineFunctions } from "./definition.js";
import type { ArgumentFact, FunctionDefinition, Param } from "./definition.js";
import { increasing, leavesInt, rounded } from "./number-rules.js";

const x: Param = { name: "x", type: "number" };
const beyondInt = "the result is beyond 2^53 - 1";
const largestFloat32 = 3.4028234663852886e38;

function toInt(summary: string, round: (x: number) => number): FunctionDefinition {
  return {
    summary,
    params: [x],
    result: always(intType),
    missingWhen: beyondInt,
    partial: (args) => overflowOf(args, round),
    domain: (args) => rounded(domainAt(args, 0), round),
    evaluate: (args) => round(numberAt(args, 0)),
  };
}

function overflowOf(
  args: readonly ArgumentFact[],
  round: (x: number) => number,
): MissingReason | undefined {
  const { low, high } = domainAt(args, 0);
  return leavesInt(round(low), round(high)) ? "overflow" : undefined;
}

export const roundingFunctions = defineFunctions({
  floor: toInt("The largest int that is not above x.", Math.floor),
  ceil: toInt("The smallest int that is not below x.", Math.ceil),
  trunc: toInt("x without its fraction, as an int.", Math.trunc),
  round_half_even: toInt("The nearest int; halves go to the even one.", halfEven),
  round: {
    summary:
      "The nearest int; halves go away from zero. With k, a number rounded to k decimals: round(x * 10^k) / 10^k, for a negative k round(x / 10^-k) * 10^-k.",
    params: [x, { name: "k", type: "int", constant: true, optional: true }],
    result: (args) => (args.length > 1 ? numberType : intType),
    checkConstants: ([, k]) =>
      typeof k === "number" && Math.abs(k) > 15
        ? problem(1, `k (${k}) is not within -15 and 15`)
        : undefined,
    missingWhen: `${beyondInt}; with k: scaling x goes beyond the largest number`,
    partial: (args) => {
      const { low, high } = domainAt(args, 0);
      const k = constantAt(args, 1);
      if (typeof k !== "number") return overflowOf(args, halfAway);
      const finite = Number.isFinite(toDecimals(low, k)) && Number.isFinite(toDecimals(high, k));
      return finite ? undefined : "overflow";
    },
    domain: (args) => {
      const domain = domainAt(args, 0);
      const k = constantAt(args, 1);
      if (typeof k !== "number") return rounded(domain, halfAway);
      return increasing(domain, (value) => toDecimals(value, k));
    },
    evaluate: (args) =>
      args.length > 1
        ? toDecimals(numberAt(args, 0), numberAt(args, 1))
        : halfAway(numberAt(args, 0)),
  },
  to_int: {
    summary: "A number that is whole, as an int; nothing is rounded.",
    params: [x],
    result: always(intType),
    missingWhen: "x has a fraction or is beyond 2^53 - 1",
    partial: (args) => {
      const { integral, low, high } = domainAt(args, 0);
      if (!integral) return "domain";
      return leavesInt(low, high) ? "overflow" : undefined;
    },
    domain: (args) => {
      const { low, high, zero, floor } = domainAt(args, 0);
      const wholes = numberDomain(low, high, { integral: true, zero, floor });
      return meet(wholes, anyInt) ?? exactly(0);
    },
    evaluate: (args) => wholeOrMissing(numberAt(args, 0)),
  },
  float32: {
    summary: "x as the nearest 32-bit floating-point number has it.",
    params: [x],
    result: always(numberType),
    missingWhen: "x is beyond the largest 32-bit number, 3.4e38",
    partial: (args) => {
      const { low, high } = domainAt(args, 0);
      const finite = Number.isFinite(Math.fround(low)) && Number.isFinite(Math.fround(high));
      return finite ? undefined : "overflow";
    },
    domain: (args) => {
      const domain = domainAt(args, 0);
      const floor = Math.fround(Math.min(smallestNonZero(domain), largestFloat32));
      return numberDomain(
        Math.min(Math.max(Math.fround(domain.low), -largestFloat32), largestFloat32),
        Math.max(Math.min(Math.fround(domain.high), largestFloat32), -largestFloat32),
        { integral: domain.integral, zero: domain.zero || floor === 0, floor },
      );
    },
    evaluate: (args) => Math.fround(numberAt(args, 0)),
  },
});

function wholeOrMissing(value: PresentValue): Value {
  return Number.isInteger(value) ? value : null;
}

/** Away from zero from the half on, which is exact: a double that has a fraction is below 2^52. */
export function halfAway(value: number): number {
  const whole = Math.trunc(value);
  return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
}

function halfEven(value: number): number {
  const below = Math.floor(value);
  const fraction = value - below;
  if (fraction !== 0.5) return fraction < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

function toDecimals(value: number, k: number): number {
  const scale = Number(`1e${Math.abs(k)}`);
  return k < 0 ? halfAway(value / scale) * scale : halfAway(value * scale) / scale;
}
