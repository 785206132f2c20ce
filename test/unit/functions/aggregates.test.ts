import { describe, expect, it } from "vitest";
import {
  aggregateNamed,
  aggregateNames,
} from "../../../compiler/src/functions/aggregates/aggregate.table.js";
import type { AggregateName } from "../../../compiler/src/functions/aggregates/aggregate.table.js";
import { intType, numberType } from "../../../compiler/src/types/type.js";
import type { Constant, PresentValue, Value } from "../../../compiler/src/types/value.js";
import * as runtime from "../../../runtime/src/index.js";

type Example = readonly [
  name: AggregateName,
  values: readonly PresentValue[],
  args: readonly Constant[],
  expected: Value,
];

const maxInt = 9007199254740991;

/** By hand, and for variances and quantiles by Python's statistics and numpy. */
const examples: readonly Example[] = [
  ["count", [3, 3, 4], [], 3],
  ["count_distinct", [3, 3, 4], [], 2],
  ["count_distinct", ["a", "A", "a"], [], 2],
  ["sum", [0.1, 0.2, 0.3], [], 0.6000000000000001],
  ["sum", [1e16, 1, -1e16], [], 0],
  ["sum", [0.25, 0.125], [1], 0.4],
  ["sum", [0.5, -0.5], [0], 0],
  ["sum", [1e300], [2], null],
  ["mean", [1, 2, 4], [], 7 / 3],
  ["mean", [1e308, 1e308], [], Infinity],
  ["min", [3, -1, 2], [], -1],
  ["min", ["b", "a", "\u{1F600}", "￮"], [], "a"],
  ["max", ["b", "\u{1F600}", "￮"], [], "\u{1F600}"],
  ["any", [false, true], [], true],
  ["all", [false, true], [], false],
  ["exists", [0], [], true],
  ["share", [true, false, false], [], 1 / 3],
  ["first", [5, 7], [], 5],
  ["last", [5, 7], [], 7],
  ["nth_last", [5, 7, 9], [2], 7],
  ["nth_last", [5, 7, 9], [4], null],
  ["nth_smallest", [5, 9, 7, 5], [3], 7],
  ["nth_largest", [5, 9, 7], [2], 7],
  ["argmin", [5, 2, 2, 9], [], 2],
  ["argmax", [5, 9, 9, 2], [], 2],
  ["median", [4, 1, 3, 2], [], 2.5],
  ["median", [3, 1, 2], [], 2],
  ["quantile", [15, 20, 35, 40, 50], [0.4], 29],
  ["quantile", [1, 2, 3, 4], [0], 1],
  ["quantile", [1, 2, 3, 4], [1], 4],
  ["mode", [3, 1, 1, 3, 2], [], 1],
  ["mode", ["b", "a", "b"], [], "b"],
  ["var_pop", [2, 4, 4, 4, 5, 5, 7, 9], [], 4],
  ["var_samp", [2, 4, 4, 4, 5, 5, 7, 9], [], 32 / 7],
  ["stddev_pop", [2, 4, 4, 4, 5, 5, 7, 9], [], 2],
  ["stddev_samp", [1, 2], [], Math.SQRT1_2],
  ["var_samp", [1], [], null],
  ["rate", [1, 1, 1], [2], 1.5],
];

const surroundings = { elementType: numberType, times: [], asOf: 0 };

describe("aggregates", () => {
  it.each(examples)("%s of %j, %j is %j", (name, values, args, expected) => {
    expect(aggregateNamed(name).evaluate(values, args, surroundings)).toBe(expected);
  });

  it("add ints exactly, or not at all", () => {
    const sum = (values: readonly number[]): Value =>
      aggregateNamed("sum").evaluate(values, [], { ...surroundings, elementType: intType });
    expect(sum([maxInt, 1, -2])).toBe(maxInt - 1);
    expect(sum([maxInt, 1])).toBeNull();
    expect([...Array(5)].map(() => runtime.exactSum([maxInt, 1, -2]))[4]).toBe(maxInt - 1);
    expect(runtime.exactSum([maxInt, maxInt, -maxInt, -maxInt, 7])).toBe(7);
    expect(runtime.exactSum([-maxInt, -1])).toBeNull();
  });

  it("tell the seconds since the first and the last", () => {
    const at = { elementType: intType, times: [2000, 9000, 5000], asOf: 10_000 };
    expect(aggregateNamed("seconds_since_first").evaluate([1, 1, 1], [], at)).toBe(8);
    expect(aggregateNamed("seconds_since_last").evaluate([1, 1, 1], [], at)).toBe(1);
  });

  it("have an example each", () => {
    const told = new Set([...examples.map(([name]) => name), "seconds_since_first"]);
    told.add("seconds_since_last");
    expect(aggregateNames.filter((name) => !told.has(name))).toEqual([]);
  });
});

describe("events in order", () => {
  const byTime = (a: { readonly t: number }, b: { readonly t: number }): number => a.t - b.t;

  it("are themselves where they are sorted, and a copy where they are not", () => {
    const sorted = [{ t: 1 }, { t: 2 }, { t: 2 }];
    expect(runtime.inOrder(sorted, byTime)).toBe(sorted);
    const mixed = [{ t: 3 }, { t: 1 }];
    expect(runtime.inOrder(mixed, byTime)).toEqual([{ t: 1 }, { t: 3 }]);
    expect(mixed).toEqual([{ t: 3 }, { t: 1 }]);
  });

  it("compare missing values first, and lists element by element", () => {
    expect(runtime.compareNullable(null, 1, runtime.compareSingle)).toBe(-1);
    expect(runtime.compareNullable(null, null, runtime.compareSingle)).toBe(0);
    expect(runtime.compareLists([1], [1, 0], runtime.compareSingle)).toBe(-1);
    expect(runtime.compareLists([2], [1, 0], runtime.compareSingle)).toBe(1);
  });
});
