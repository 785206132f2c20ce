import type { NumberDomain } from "../types/domain.js";
import {
  divide,
  exactly,
  meet,
  multiply,
  nextDown,
  numberDomain,
  smallestNonZero,
  type Result,
} from "../types/interval.js";
import { numberType } from "../types/type.js";
import { always, domainAt, never, numberAt, numberConstantAt, problem } from "./arguments.js";
import { defineFunctions } from "./definition.js";
import type { ArgumentFact, FunctionDefinition, Param } from "./definition.js";
import { exp } from "./fdlibm/exp.js";
import { expm1 } from "./fdlibm/expm1.js";
import { log, log10 } from "./fdlibm/log.js";
import { log1p } from "./fdlibm/log1p.js";
import { pow } from "./fdlibm/pow.js";
import { increasing, positivePart, softUlps } from "./number-rules.js";
import { halfTurnDomain } from "./wave-rules.js";
import { mayLeavePower, powerDomain } from "./power-rules.js";
import { cosOfHalfTurns, halfTurnLimit, sinOfHalfTurns } from "./half-turns.js";

const x: Param = { name: "x", type: "number" };
const largestExponent = 709.782712893384;
const ln2 = 0.6931471805599453;

/** A logarithm: of positive numbers, with a magnitude of at least `nearOne` elsewhere than at 1. */
function logarithm(summary: string, f: (x: number) => number, nearOne: number): FunctionDefinition {
  return {
    summary,
    params: [x],
    result: always(numberType),
    missingWhen: "x is 0 or negative",
    partial: (args) => (domainAt(args, 0).low <= 0 ? "domain" : undefined),
    domain: (args) => {
      const positive = positivePart(domainAt(args, 0));
      if (positive === undefined) return exactly(0);
      // Of whole numbers 1 alone has the logarithm 0, and 2 the next.
      const floor = positive.integral ? below(f(2)) : nearOne;
      return increasing(positive, f, { ulps: softUlps, floor });
    },
    evaluate: (args) => (numberAt(args, 0) > 0 ? f(numberAt(args, 0)) : null),
  };
}

function cyclic(name: string, f: (x: number) => number, firstMaximum: number): FunctionDefinition {
  const turnsOf = (args: readonly ArgumentFact[]): Result => {
    const twice = multiply(exactly(2), domainAt(args, 0));
    const turns = divide(twice.domain, exactly(numberConstantAt(args, 1)));
    return { domain: turns.domain, mayOverflow: twice.mayOverflow || turns.mayOverflow };
  };
  return {
    summary: `${name}(2 * x / period): the place on a cycle, such as the hour of the day with period 24.`,
    params: [x, { name: "period", type: "number", constant: true }],
    result: always(numberType),
    checkConstants: ([, period]) =>
      Number(period) > 0 ? undefined : problem(1, `the period (${period}) is not positive`),
    missingWhen: "2 * x / period is beyond 2^51",
    partial: (args) => {
      const { domain, mayOverflow } = turnsOf(args);
      return mayOverflow || leaves(domain, halfTurnLimit) ? "domain" : undefined;
    },
    domain: (args) => halfTurnDomain(turnsOf(args).domain, f, firstMaximum),
    evaluate: (args) => f((2 * numberAt(args, 0)) / numberAt(args, 1)),
  };
}

function halfTurns(
  summary: string,
  f: (x: number) => number,
  firstMaximum: number,
): FunctionDefinition {
  return {
    summary,
    params: [x],
    result: always(numberType),
    missingWhen: "x is beyond 2^51",
    partial: (args) => (leaves(domainAt(args, 0), halfTurnLimit) ? "domain" : undefined),
    domain: (args) => halfTurnDomain(domainAt(args, 0), f, firstMaximum),
    evaluate: (args) => f(numberAt(args, 0)),
  };
}

function overflowsExp(args: readonly ArgumentFact[]): "overflow" | undefined {
  return domainAt(args, 0).high > largestExponent ? "overflow" : undefined;
}

export const softFunctions = defineFunctions({
  exp: {
    summary: "e to the power x, as fdlibm 5.3 has it.",
    params: [x],
    result: always(numberType),
    missingWhen: "x is above 709.782712893384",
    partial: overflowsExp,
    domain: (args) => nonNegative(increasing(domainAt(args, 0), exp, { ulps: softUlps })),
    evaluate: (args) => exp(numberAt(args, 0)),
  },
  expm1: {
    summary: "e^x - 1, exact near 0, as fdlibm 5.3 has it.",
    params: [x],
    result: always(numberType),
    missingWhen: "x is above 709.782712893384",
    partial: overflowsExp,
    domain: (args) => {
      const domain = domainAt(args, 0);
      const floor = below(-expm1(-Math.min(smallestNonZero(domain), 1)));
      return within(
        increasing(domain, expm1, { ulps: softUlps, zero: domain.zero, floor }),
        -1,
        Infinity,
      );
    },
    evaluate: (args) => expm1(numberAt(args, 0)),
  },
  ln: logarithm("The natural logarithm, as fdlibm 5.3 has it.", log, 1e-16),
  log10: logarithm("The logarithm to base 10, as fdlibm 5.3 has it.", log10, 4e-17),
  log2: logarithm("ln(x) / 0.6931471805599453.", (value) => log(value) / ln2, 1e-16),
  log1p: {
    summary: "ln(1 + x), exact near 0, as fdlibm 5.3 has it.",
    params: [x],
    result: always(numberType),
    missingWhen: "x is -1 or less",
    partial: (args) => (domainAt(args, 0).low <= -1 ? "domain" : undefined),
    domain: (args) => {
      const domain = domainAt(args, 0);
      if (domain.high <= -1) return exactly(0);
      const defined = { ...domain, low: Math.max(domain.low, -1 + 2 ** -53) };
      const floor = below(log1p(Math.min(smallestNonZero(domain), 1)));
      return increasing(defined, log1p, { ulps: softUlps, zero: domain.zero, floor });
    },
    evaluate: (args) => (numberAt(args, 0) > -1 ? log1p(numberAt(args, 0)) : null),
  },
  pow: {
    summary: "x to the power y, as fdlibm 5.3 has it.",
    params: [x, { name: "y", type: "number" }],
    result: always(numberType),
    missingWhen:
      "x is negative and y not whole, x is 0 and y negative, or the result is beyond the largest number",
    partial: (args) => mayLeavePower(domainAt(args, 0), domainAt(args, 1)),
    domain: (args) => powerDomain(domainAt(args, 0), domainAt(args, 1)),
    evaluate: (args) => pow(numberAt(args, 0), numberAt(args, 1)),
  },
  tanh: {
    summary: "The hyperbolic tangent, from expm1.",
    params: [x],
    result: always(numberType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const domain = domainAt(args, 0);
      const floor = below(tanh(Math.min(smallestNonZero(domain), 1)));
      return within(increasing(domain, tanh, { ulps: softUlps, zero: domain.zero, floor }), -1, 1);
    },
    evaluate: (args) => tanh(numberAt(args, 0)),
  },
  sigmoid: {
    summary: "1 / (1 + exp(-x)); for a negative x exp(x) / (1 + exp(x)).",
    params: [x],
    result: always(numberType),
    missingWhen: "",
    partial: never,
    domain: (args) => within(increasing(domainAt(args, 0), sigmoid, { ulps: softUlps }), 0, 1),
    evaluate: (args) => sigmoid(numberAt(args, 0)),
  },
  logit: {
    summary: "ln(p / (1 - p)).",
    params: [{ name: "p", type: "number" }],
    result: always(numberType),
    missingWhen: "p is 0 or less, or 1 or more",
    partial: (args) => {
      const { low, high } = domainAt(args, 0);
      return low <= 0 || high >= 1 ? "domain" : undefined;
    },
    domain: (args) => {
      const positive = positivePart(domainAt(args, 0));
      const defined = positive && meet(positive, numberDomain(0, nextDown(1)));
      if (defined === undefined) return exactly(0);
      const odds = increasing(defined, (p) => p / (1 - p), { zero: false });
      return increasing(odds, log, { ulps: softUlps });
    },
    evaluate: (args) => {
      const p = numberAt(args, 0);
      return p > 0 && p < 1 ? log(p / (1 - p)) : null;
    },
  },
  sinpi: halfTurns("The sine of pi * x, exact at multiples of 1/2.", sinOfHalfTurns, 0.5),
  cospi: halfTurns("The cosine of pi * x, exact at multiples of 1/2.", cosOfHalfTurns, 0),
  cyclic_sin: cyclic("sinpi", sinOfHalfTurns, 0.5),
  cyclic_cos: cyclic("cospi", cosOfHalfTurns, 0),
});

function tanh(value: number): number {
  const size = Math.abs(value);
  if (size < 2 ** -55) return value;
  if (size >= 22) return Math.sign(value);
  const t = expm1(size < 1 ? -2 * size : 2 * size);
  return Math.sign(value) * (size < 1 ? -t / (t + 2) : 1 - 2 / (t + 2));
}

function sigmoid(value: number): number {
  if (value >= 0) return 1 / (1 + exp(-value));
  const e = exp(value);
  return e / (1 + e);
}

function leaves({ low, high }: NumberDomain, limit: number): boolean {
  return low < -limit || high > limit;
}

function within(domain: NumberDomain, low: number, high: number): NumberDomain {
  const { integral, zero, floor } = domain;
  return numberDomain(Math.max(domain.low, low), Math.min(domain.high, high), {
    integral,
    zero,
    floor,
  });
}

function nonNegative(domain: NumberDomain): NumberDomain {
  return within(domain, 0, Infinity);
}

/** A lower bound of a magnitude that an approximation yields. */
function below(value: number): number {
  return value * (1 - 2 ** -50);
}
