import { describe, expect, it } from "vitest";
import { memoryFeatureStore } from "../../../runtime/src/feature-store.js";

const hour = 3_600_000;

describe("memoryFeatureStore", () => {
  it("returns the youngest values that are neither too old nor of the future", async () => {
    const store = memoryFeatureStore<{ readonly seen: number }>();
    for (const at of [3, 1, 2]) await store.put(["c"], { asOf: at * hour, values: { seen: at } });
    const seen = async (asOf: number, maxAge: number) =>
      (await store.get(["c"], { asOf: asOf * hour, maxAge: maxAge * hour }))?.values.seen;
    expect(await seen(10, 24)).toBe(3);
    expect(await seen(2.5, 24)).toBe(2);
    expect(await seen(2, 0)).toBe(2);
    expect(await seen(0.5, 24)).toBeUndefined();
    expect(await seen(5, 2)).toBe(3);
    expect(await seen(5, 1.9)).toBeUndefined();
  });

  it("replaces values of the same moment, and keeps entities apart", async () => {
    const store = memoryFeatureStore<number>();
    const query = { asOf: hour, maxAge: hour };
    await store.put(["a", 1], { asOf: 0, values: 1 });
    await store.put(["a", 1], { asOf: 0, values: 2 });
    await store.put(["a", "1"], { asOf: 0, values: 3 });
    expect(await store.get(["a", 1], query)).toEqual({ asOf: 0, values: 2 });
    expect(await store.get(["a", "1"], query)).toEqual({ asOf: 0, values: 3 });
    expect(await store.get(["a"], query)).toBeUndefined();
  });

  it("refuses values without a moment", async () => {
    const store = memoryFeatureStore<number>();
    await expect(store.put(["a"], { asOf: Number.NaN, values: 1 })).rejects.toThrow(
      "as of a moment",
    );
  });
});
