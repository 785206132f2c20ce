import { describe, expect, it } from "vitest";
import { Column, ColumnTooLarge } from "../../../compiler/src/fit/column.js";
import { evaluateStatistic } from "../../../compiler/src/fit/evaluate-statistic.js";
import { NumberStore } from "../../../compiler/src/fit/number-store.js";

describe("a column", () => {
  it("keeps nothing for statistics that need nothing", () => {
    const column = new Column(["count", "mean", "min", "max"]);
    for (let i = 0; i < 100; i++) column.add(i);
    expect(column.values).toBeNull();
    expect(column.distinct).toBeNull();
    expect(evaluateStatistic("mean", null, column)).toBe(49.5);
  });

  it("stops with fit/too-many-values where it would keep too many numbers", () => {
    const column = new Column(["median"], { values: 3, distinct: 2 });
    for (const value of [1, 1, 1]) column.add(value);
    expect(() => column.add(1)).toThrow(ColumnTooLarge);
  });

  it("counts equal values once among the distinct ones", () => {
    const column = new Column(["vocabulary"], { values: 3, distinct: 2 });
    for (const value of ["a", "b", "a", "a", null]) column.add(value);
    expect(column.missing).toBe(1);
    expect(() => column.add("c")).toThrow(ColumnTooLarge);
  });
});

describe("a store of numbers", () => {
  it("gives them in their order and sorted, beyond one chunk", () => {
    const store = new NumberStore();
    const length = 2 ** 16 + 10;
    for (let i = 0; i < length; i++) store.push(length - i);
    expect(store.length).toBe(length);
    let expected = length;
    const inOrder = store.fold(1, (kept, value) => (value === expected-- ? kept : 0));
    expect(inOrder).toBe(1);
    const sorted = store.sorted();
    expect([sorted[0], sorted[1], sorted[length - 1]]).toEqual([1, 2, length]);
  });
});
