import { internalError } from "../../base/assert.js";
import type { Domain } from "../../types/domain.js";
import { anyBool } from "../../types/facts.js";
import { anyInt, exactly, meet, numberDomain } from "../../types/interval.js";
import { boolType, intType, numberType } from "../../types/type.js";
import type { Type } from "../../types/type.js";
import type { Constant, PresentValue } from "../../types/value.js";
import { problem } from "../arguments.js";
import type { Param } from "../definition.js";
import { halfAway } from "../rounding.table.js";
import {
  elementsOf,
  isExactSum,
  largestSum,
  largestVariance,
  mayOverflow,
  meanBounds,
  quantileBounds,
  sumBounds,
  varianceBounds,
} from "./bounds.js";
import { defineAggregates } from "./definition.js";
import type { AggregateDefinition, CollectionFact, CollectionKind } from "./definition.js";
import { bool, number, numberOrInt, ordered, single } from "./element-rules.js";
import {
  countsOf,
  exactSumOf,
  meanOf,
  numbersOf,
  quantileOf,
  ranked,
  sortedCopy,
  squaredDistances,
  sumOf,
} from "./reference.js";

const both: readonly CollectionKind[] = ["events", "list"];
const k: Param = { name: "k", type: "int", constant: true };
const wholeCount = (constants: readonly (Constant | undefined)[]) =>
  Number(constants[0]) >= 1 ? undefined : problem(0, `k (${constants[0]}) is not 1 or more`);

/** What most aggregates have in common. */
const common = {
  over: both,
  params: [],
  needs: () => 1,
  ordered: () => false,
  partial: () => undefined,
} as const;
const same = (element: Type): Type => element;
const elementDomain = ({ element }: CollectionFact): Domain => element;
const always = (type: Type) => (): Type => type;

function variance(summary: string, isSample: boolean, isRoot: boolean): AggregateDefinition {
  const least = isSample ? 2 : 1;
  return {
    ...common,
    summary,
    element: number,
    result: always(numberType),
    needs: () => least,
    ordered: () => true,
    partial: (fact) =>
      Number.isFinite(largestVariance(fact, isSample)) && !mayOverflow(fact)
        ? undefined
        : "overflow",
    domain: (fact) => {
      const bounds = varianceBounds(fact, isSample);
      return isRoot ? numberDomain(0, Math.sqrt(bounds.high)) : bounds;
    },
    evaluate: (values) => {
      if (values.length < least) return null;
      const squares = squaredDistances(numbersOf(values));
      const result = squares / (isSample ? values.length - 1 : values.length);
      return isRoot ? Math.sqrt(result) : result;
    },
  };
}

/** The k-th of the elements in some order, from 1. */
function nth(
  summary: string,
  rule: typeof ordered,
  choose: (values: readonly PresentValue[], n: number) => PresentValue | undefined,
  isOrdered: boolean,
): AggregateDefinition {
  return {
    ...common,
    summary,
    element: rule,
    params: [k],
    checkConstants: wholeCount,
    result: same,
    needs: ([n]) => Number(n),
    ordered: () => isOrdered,
    domain: elementDomain,
    evaluate: (values, [n]) => choose(values, Number(n)) ?? null,
  };
}

/** The position of the first element that no other goes before. */
function position(summary: string, sign: 1 | -1): AggregateDefinition {
  return {
    ...common,
    summary,
    over: ["list"],
    element: ordered,
    result: always(intType),
    ordered: () => true,
    domain: ({ count }) => numberDomain(1, Math.max(1, count.high), { integral: true }),
    evaluate: (values) => {
      const best = sortedCopy(values).at(sign === 1 ? 0 : -1);
      return best === undefined ? null : values.indexOf(best) + 1;
    },
  };
}

function secondsSince(summary: string, chosen: (times: readonly number[]) => number) {
  return {
    ...common,
    summary,
    over: ["events"],
    element: null,
    result: always(numberType),
    domain: ({ age }: CollectionFact) => numberDomain(age.low / 1000, age.high / 1000),
    evaluate: (values, _args, { times, asOf }) =>
      values.length === 0 ? null : (asOf - chosen(times)) / 1000,
  } satisfies AggregateDefinition;
}

function extreme(summary: string, end: 0 | -1): AggregateDefinition {
  return {
    ...common,
    summary,
    element: ordered,
    result: same,
    domain: elementDomain,
    evaluate: (values) => sortedCopy(values).at(end) ?? null,
  };
}

/** Every aggregate of the language, with its reference result. */
export const aggregates = defineAggregates({
  count: {
    ...common,
    summary: "How many elements there are.",
    element: null,
    result: always(intType),
    needs: () => 0,
    domain: ({ count }) => count,
    evaluate: (values) => values.length,
  },
  count_distinct: {
    ...common,
    summary: "How many different values there are.",
    element: single,
    result: always(intType),
    needs: () => 0,
    domain: ({ count, element, elementType }) => {
      const kinds = elementType.kind === "bool" ? 2 : kindsOf(element);
      return numberDomain(Math.min(1, count.low), Math.min(count.high, kinds), { integral: true });
    },
    evaluate: (values) => countsOf(values).size,
  },
  sum: {
    ...common,
    summary:
      "The sum: of ints exact; of numbers added one after the other, in order; 0 of nothing. With scale, each is rounded to so many decimals first, and the sum of those is exact.",
    element: numberOrInt,
    params: [{ name: "scale", type: "int", constant: true, optional: true }],
    checkConstants: ([scale]) =>
      scale === undefined || (Number(scale) >= 0 && Number(scale) <= 15)
        ? undefined
        : problem(0, `scale (${scale}) is not within 0 and 15`),
    result: same,
    needs: () => 0,
    ordered: (element, args) => element.kind === "number" && args.length === 0,
    partial: (fact) => {
      const { elementType, args } = fact;
      if (elementType.kind === "int" && args.length === 0) {
        return isExactSum(fact) ? undefined : "overflow";
      }
      if (args.length === 0) return mayOverflow(fact) ? "overflow" : undefined;
      const scaled = (largestSum(fact) + fact.count.high) * scaleOf(args);
      return scaled < Number.MAX_SAFE_INTEGER ? undefined : "overflow";
    },
    domain: (fact) => {
      const sum = sumBounds(fact);
      if (fact.elementType.kind === "int" && fact.args.length === 0) {
        return meet(sum, anyInt) ?? exactly(0);
      }
      if (fact.args.length === 0) return sum;
      const scale = scaleOf(fact.args);
      const most = Number.MAX_SAFE_INTEGER / scale;
      const isPositive = elementsOf(fact).low >= 0;
      const isNegative = elementsOf(fact).high <= 0;
      const slack = (fact.count.high / scale) * (1 + 2 ** -40);
      return numberDomain(
        isPositive ? 0 : Math.max(-most, sum.low - slack),
        isNegative ? 0 : Math.min(most, sum.high + slack),
      );
    },
    evaluate: (values, args, { elementType }) => {
      const numbers = numbersOf(values);
      if (args.length > 0) {
        const scale = scaleOf(args);
        const scaled = numbers.map((value) => halfAway(value * scale));
        if (!scaled.every(Number.isFinite)) return null;
        const sum = exactSumOf(scaled);
        return sum === null ? null : sum / scale;
      }
      return elementType.kind === "int" ? exactSumOf(numbers) : sumOf(numbers);
    },
  },
  mean: {
    ...common,
    summary: "The sum, added in order, by how many there are.",
    element: number,
    result: always(numberType),
    ordered: () => true,
    partial: (fact) => (mayOverflow(fact) ? "overflow" : undefined),
    domain: meanBounds,
    evaluate: (values) => (values.length === 0 ? null : meanOf(numbersOf(values))),
  },
  min: extreme("The smallest value; of texts the first by code point.", 0),
  max: extreme("The largest value; of texts the last by code point.", -1),
  any: {
    ...common,
    summary: "Whether it is true of one of them; false of nothing.",
    element: bool,
    result: always(boolType),
    needs: () => 0,
    domain: ({ count, element }) => {
      const { mayBeTrue, mayBeFalse } = element.kind === "bool" ? element : anyBool;
      const isSome = count.high > 0;
      return {
        kind: "bool",
        mayBeTrue: mayBeTrue && isSome,
        mayBeFalse: mayBeFalse || count.low === 0,
      };
    },
    evaluate: (values) => values.includes(true),
  },
  all: {
    ...common,
    summary: "Whether it is true of each of them; true of nothing.",
    element: bool,
    result: always(boolType),
    needs: () => 0,
    domain: ({ count, element }) => {
      const { mayBeTrue, mayBeFalse } = element.kind === "bool" ? element : anyBool;
      const isSome = count.high > 0;
      return {
        kind: "bool",
        mayBeTrue: mayBeTrue || count.low === 0,
        mayBeFalse: mayBeFalse && isSome,
      };
    },
    evaluate: (values) => !values.includes(false),
  },
  exists: {
    ...common,
    summary: "Whether there is one.",
    element: null,
    result: always(boolType),
    needs: () => 0,
    domain: ({ count }) => ({
      kind: "bool",
      mayBeTrue: count.high > 0,
      mayBeFalse: count.low === 0,
    }),
    evaluate: (values) => values.length > 0,
  },
  share: {
    ...common,
    summary: "The part of them of which it is true, from 0 to 1.",
    element: bool,
    result: always(numberType),
    domain: ({ element }) => {
      const { mayBeTrue, mayBeFalse } = element.kind === "bool" ? element : anyBool;
      return numberDomain(mayBeFalse ? 0 : 1, mayBeTrue ? 1 : 0);
    },
    evaluate: (values) =>
      values.length === 0 ? null : values.filter((value) => value === true).length / values.length,
  },
  first: {
    ...common,
    summary: "The first of them.",
    element: single,
    result: same,
    ordered: () => true,
    domain: elementDomain,
    evaluate: (values) => values[0] ?? null,
  },
  last: {
    ...common,
    summary: "The last of them.",
    element: single,
    result: same,
    ordered: () => true,
    domain: elementDomain,
    evaluate: (values) => values.at(-1) ?? null,
  },
  nth_last: nth(
    "The k-th from the end: 1 is the last.",
    single,
    (values, n) => values.at(-n),
    true,
  ),
  nth_smallest: nth(
    "The k-th of them in ascending order: 1 is the smallest.",
    ordered,
    (values, n) => sortedCopy(values)[n - 1],
    false,
  ),
  nth_largest: nth(
    "The k-th of them in descending order: 1 is the largest.",
    ordered,
    (values, n) => sortedCopy(values).at(-n),
    false,
  ),
  argmin: position("The position of the smallest, from 1; of equal ones the first.", 1),
  argmax: position("The position of the largest, from 1; of equal ones the first.", -1),
  median: {
    ...common,
    summary: "`quantile(x, 0.5)`.",
    element: number,
    result: always(numberType),
    domain: (fact) => quantileBounds(fact, 0.5),
    evaluate: (values) => (values.length === 0 ? null : quantileOf(numbersOf(values), 0.5)),
  },
  quantile: {
    ...common,
    summary:
      "At (n - 1) · p among the sorted values, from 0; between two of them by how near it is to each.",
    element: number,
    params: [{ name: "p", type: "number", constant: true }],
    checkConstants: ([p]) =>
      Number(p) >= 0 && Number(p) <= 1 ? undefined : problem(0, `p (${p}) is not within 0 and 1`),
    result: always(numberType),
    domain: (fact) => quantileBounds(fact, Number(fact.args[0])),
    evaluate: (values, [p]) =>
      values.length === 0 ? null : quantileOf(numbersOf(values), Number(p)),
  },
  mode: {
    ...common,
    summary: "The commonest value; of equally common ones the smallest.",
    element: single,
    result: same,
    domain: elementDomain,
    evaluate: (values) => ranked(countsOf(values))[0] ?? null,
  },
  var_pop: variance(
    "The variance: squared distances from the mean, added in order, by n.",
    false,
    false,
  ),
  var_samp: variance("The variance of a sample: the same, by n - 1.", true, false),
  stddev_pop: variance("The standard deviation: the root of `var_pop`.", false, true),
  stddev_samp: variance("The standard deviation of a sample: the root of `var_samp`.", true, true),
  rate: {
    ...common,
    summary: "How many events there are in the window for each `per`, such as `1d`.",
    over: ["events"],
    element: null,
    params: [{ name: "per", type: "duration", constant: true }],
    checkConstants: ([per]) => (Number(per) > 0 ? undefined : problem(0, "per is not above 0")),
    result: always(numberType),
    needs: () => 0,
    domain: ({ count, args }) => numberDomain(0, count.high / periodsOf(args)),
    evaluate: (values, args) => values.length / periodsOf(args),
  },
  seconds_since_first: secondsSince(
    "Seconds from the earliest of the events to `as_of`.",
    (times) => times.reduce((a, b) => Math.min(a, b)),
  ),
  seconds_since_last: secondsSince("Seconds from the latest of the events to `as_of`.", (times) =>
    times.reduce((a, b) => Math.max(a, b)),
  ),
});

export type AggregateName = keyof typeof aggregates;

export function aggregateNamed(name: AggregateName): AggregateDefinition {
  return aggregates[name];
}

export function isAggregateName(name: string): name is AggregateName {
  return Object.hasOwn(aggregates, name);
}

export const aggregateNames = Object.keys(aggregates) as readonly AggregateName[];

/** How many different values a set has at most. */
function kindsOf(domain: Domain): number {
  if (domain.kind === "text") return domain.values?.length ?? Infinity;
  return domain.kind === "number" && domain.integral ? domain.high - domain.low + 1 : Infinity;
}

function scaleOf(args: readonly Constant[]): number {
  return Number(`1e${String(args[0])}`);
}

/** Lowering has put the length of the window by `per` in place of `per`. */
function periodsOf([periods]: readonly Constant[]): number {
  return typeof periods === "number" ? periods : internalError("a rate without periods");
}
