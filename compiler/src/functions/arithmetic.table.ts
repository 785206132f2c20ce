import type { NumberDomain } from "../types/domain.js";
import {
  add,
  divide,
  exactly,
  join,
  meet,
  numberDomain,
  powerInt,
  subtract,
} from "../types/interval.js";
import { intType, numberType } from "../types/type.js";
import {
  always,
  domainAt,
  never,
  numberAt,
  numberConstantAt,
  numberOrInt,
  problem,
} from "./arguments.js";
import { defineFunctions } from "./definition.js";
import type { ArgumentFact, Param } from "./definition.js";
import {
  evaluateInterpolation,
  interpolationDomain,
  interpolationProblem,
} from "./interpolation.js";
import { increasing, magnitudes } from "./number-rules.js";

const x: Param = { name: "x", type: "number" };
const numbers: readonly Param[] = [
  { name: "a", type: "number" },
  { name: "b", type: "number" },
  { name: "more", type: "number", rest: true, optional: true },
];

export const arithmeticFunctions = defineFunctions({
  abs: {
    summary: "The number without its sign.",
    params: [x],
    result: numberOrInt,
    missingWhen: "",
    partial: never,
    domain: (args) => magnitudes(domainAt(args, 0)),
    evaluate: (args) => Math.abs(numberAt(args, 0)),
  },
  sign: {
    summary: "-1, 0 or 1.",
    params: [x],
    result: always(intType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const domain = domainAt(args, 0);
      const { zero } = domain;
      return numberDomain(signOf(domain.low), signOf(domain.high), { integral: true, zero });
    },
    evaluate: (args) => signOf(numberAt(args, 0)),
  },
  least: {
    summary: "The smallest of two or more numbers.",
    params: numbers,
    result: numberOrInt,
    missingWhen: "",
    partial: never,
    domain: (args) => chosen(args, Math.min),
    evaluate: (args) => args.map((_, i) => numberAt(args, i)).reduce((a, b) => (a <= b ? a : b)),
  },
  greatest: {
    summary: "The largest of two or more numbers.",
    params: numbers,
    result: numberOrInt,
    missingWhen: "",
    partial: never,
    domain: (args) => chosen(args, Math.max),
    evaluate: (args) => args.map((_, i) => numberAt(args, i)).reduce((a, b) => (a >= b ? a : b)),
  },
  clip: {
    summary: "x moved to the nearest number of lo to hi, which are constants.",
    params: [
      x,
      { name: "lo", type: "number", constant: true },
      { name: "hi", type: "number", constant: true },
    ],
    result: numberOrInt,
    checkConstants: ([, lo, hi]) =>
      Number(lo) > Number(hi) ? problem(1, `lo (${lo}) is greater than hi (${hi})`) : undefined,
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const domain = domainAt(args, 0);
      const lo = numberConstantAt(args, 1);
      const hi = numberConstantAt(args, 2);
      const inside = meet(domain, numberDomain(lo, hi));
      const parts = [
        ...(inside === undefined ? [] : [inside]),
        ...(domain.low < lo ? [exactly(lo)] : []),
        ...(domain.high > hi ? [exactly(hi)] : []),
      ];
      return parts.reduce(join);
    },
    evaluate: (args) => {
      const value = numberAt(args, 0);
      const lo = numberAt(args, 1);
      const hi = numberAt(args, 2);
      if (value < lo) return lo;
      return value > hi ? hi : value;
    },
  },
  mod: {
    summary: "a - b * floor(a / b): the remainder, with the sign of b.",
    params: [
      { name: "a", type: "number" },
      { name: "b", type: "number" },
    ],
    result: numberOrInt,
    missingWhen: "b is 0",
    partial: (args) => (domainAt(args, 1).zero ? "division_by_zero" : undefined),
    domain: (args) => {
      const a = domainAt(args, 0);
      const b = domainAt(args, 1);
      const integral = a.integral && b.integral;
      // A remainder of ints stays a whole step away from b; one of doubles may be rounded to b.
      const step = integral ? 1 : 0;
      const low = b.low < 0 ? b.low + step : 0;
      const high = b.high > 0 ? b.high - step : 0;
      const keepsPositive = a.low >= 0 && b.low >= 0;
      return numberDomain(Math.min(low, 0), keepsPositive ? Math.min(high, a.high) : high, {
        integral,
      });
    },
    evaluate: (args) => {
      const b = numberAt(args, 1);
      if (b === 0) return null;
      const remainder = numberAt(args, 0) % b;
      return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder;
    },
  },
  sqrt: {
    summary: "The square root, correctly rounded.",
    params: [x],
    result: always(numberType),
    missingWhen: "x is negative",
    partial: (args) => (domainAt(args, 0).low < 0 ? "domain" : undefined),
    domain: (args) => {
      const domain = domainAt(args, 0);
      if (domain.high < 0) return exactly(0);
      const { zero, floor } = domain;
      return increasing({ ...domain, low: Math.max(domain.low, 0) }, Math.sqrt, {
        zero,
        floor: Math.sqrt(floor),
      });
    },
    evaluate: (args) => (numberAt(args, 0) < 0 ? null : Math.sqrt(numberAt(args, 0))),
  },
  hypot: {
    summary: "sqrt(a * a + b * b).",
    params: [
      { name: "a", type: "number" },
      { name: "b", type: "number" },
    ],
    result: always(numberType),
    missingWhen: "a * a + b * b is beyond the largest number",
    partial: (args) => (squares(args).mayOverflow ? "overflow" : undefined),
    domain: (args) => {
      const { domain } = squares(args);
      const { zero, floor } = domain;
      return increasing(domain, Math.sqrt, { zero, floor: Math.sqrt(floor) });
    },
    evaluate: (args) => {
      const a = numberAt(args, 0);
      const b = numberAt(args, 1);
      return Math.sqrt(a * a + b * b);
    },
  },
  to_number: {
    summary: "An int as a number.",
    params: [x],
    result: always(numberType),
    missingWhen: "",
    partial: never,
    domain: (args) => domainAt(args, 0),
    evaluate: (args) => numberAt(args, 0),
  },
  standardize: {
    summary: "(x - mean) / sd, with constants.",
    params: [
      x,
      { name: "mean", type: "number", constant: true },
      { name: "sd", type: "number", constant: true },
    ],
    result: always(numberType),
    checkConstants: ([, , sd]) => (sd === 0 ? problem(2, "sd is 0") : undefined),
    missingWhen: "the result is beyond the largest number",
    partial: (args) => {
      const { mayOverflow } = scaled(args, numberConstantAt(args, 1), numberConstantAt(args, 2));
      return mayOverflow ? "overflow" : undefined;
    },
    domain: (args) => scaled(args, numberConstantAt(args, 1), numberConstantAt(args, 2)).domain,
    evaluate: (args) => (numberAt(args, 0) - numberAt(args, 1)) / numberAt(args, 2),
  },
  min_max_scale: {
    summary: "(x - lo) / (hi - lo), with constants; not clipped.",
    params: [
      x,
      { name: "lo", type: "number", constant: true },
      { name: "hi", type: "number", constant: true },
    ],
    result: always(numberType),
    checkConstants: ([, lo, hi]) => {
      if (!(Number(lo) < Number(hi))) return problem(1, `lo (${lo}) is not less than hi (${hi})`);
      return Number.isFinite(Number(hi) - Number(lo))
        ? undefined
        : problem(2, "hi - lo is beyond the largest number");
    },
    missingWhen: "the result is beyond the largest number",
    partial: (args) => (scaledByRange(args).mayOverflow ? "overflow" : undefined),
    domain: (args) => scaledByRange(args).domain,
    evaluate: (args) => {
      const lo = numberAt(args, 1);
      return (numberAt(args, 0) - lo) / (numberAt(args, 2) - lo);
    },
  },
  interpolate: {
    summary:
      "Piecewise linear through the points [x, y], level outside of them: y0 + (x - x0) * ((y1 - y0) / (x1 - x0)), kept between y0 and y1.",
    params: [x, { name: "points", type: "point list", constant: true }],
    result: always(numberType),
    checkConstants: ([, points]) => interpolationProblem(points),
    missingWhen: "",
    partial: never,
    domain: (args) => interpolationDomain(domainAt(args, 0), args[1]?.constant),
    evaluate: evaluateInterpolation,
  },
});

function signOf(value: number): number {
  if (value > 0) return 1;
  return value < 0 ? -1 : 0;
}

function chosen(
  args: readonly ArgumentFact[],
  choose: (a: number, b: number) => number,
): NumberDomain {
  return args
    .map((_, i) => domainAt(args, i))
    .reduce((a, b) => {
      const { integral, zero, floor } = join(a, b);
      return numberDomain(choose(a.low, b.low), choose(a.high, b.high), { integral, zero, floor });
    });
}

function squares(args: readonly ArgumentFact[]) {
  const a = powerInt(domainAt(args, 0), 2);
  const b = powerInt(domainAt(args, 1), 2);
  const sum = add(a.domain, b.domain);
  return { domain: sum.domain, mayOverflow: a.mayOverflow || b.mayOverflow || sum.mayOverflow };
}

function scaledByRange(args: readonly ArgumentFact[]) {
  const lo = numberConstantAt(args, 1);
  return scaled(args, lo, numberConstantAt(args, 2) - lo);
}

function scaled(args: readonly ArgumentFact[], shift: number, scale: number) {
  const moved = subtract(domainAt(args, 0), exactly(shift));
  const { domain, mayOverflow } = divide(moved.domain, exactly(scale));
  return { domain, mayOverflow: moved.mayOverflow || mayOverflow };
}
