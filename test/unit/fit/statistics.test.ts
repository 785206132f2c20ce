import { describe, expect, it } from "vitest";
import { Column } from "../../../compiler/src/fit/column.js";
import { evaluateStatistic } from "../../../compiler/src/fit/evaluate-statistic.js";
import type { StatisticName } from "../../../compiler/src/fit/statistics.table.js";
import type { Constant, Value } from "../../../compiler/src/types/value.js";
import { readProjectFile } from "../../architecture/project-files.js";

/** By `test/vectors/fit-statistics.py`. */
interface NumberStatistics {
  readonly mean: number;
  readonly stddev_pop: number;
  readonly stddev_samp: number | null;
  readonly quantiles: readonly (readonly [p: number, value: number])[];
}

interface Vectors {
  readonly numbers: readonly {
    readonly name: string;
    readonly column: readonly (number | null)[];
    readonly count: number;
    readonly missing: number;
    readonly min: number;
    readonly max: number;
    readonly mode: number;
    readonly folded: NumberStatistics;
    readonly library: NumberStatistics;
  }[];
  readonly texts: readonly {
    readonly name: string;
    readonly column: readonly (string | null)[];
    readonly ranked: readonly string[];
    readonly min: string;
    readonly max: string;
    readonly mode: string;
  }[];
}

const vectors = JSON.parse(readProjectFile("test/vectors/fit-statistics.json")) as Vectors;

function statisticOf(
  name: StatisticName,
  values: readonly Value[],
  parameter: number | null = null,
): Constant | null {
  const column = new Column([name]);
  for (const value of values) column.add(value);
  return evaluateStatistic(name, parameter, column);
}

describe.each(vectors.numbers)("of the numbers $name", (vector) => {
  const { column, folded, library } = vector;

  it("count, smallest, largest and commonest are those of Python", () => {
    expect(statisticOf("count", column)).toBe(vector.count);
    expect(statisticOf("min", column)).toBe(vector.min);
    expect(statisticOf("max", column)).toBe(vector.max);
    expect(statisticOf("mode", column)).toBe(vector.mode);
  });

  it("mean and standard deviations are the folds, to the bit, and near those of the library", () => {
    for (const name of ["mean", "stddev_pop", "stddev_samp"] as const) {
      const [exact, near] = [folded[name], library[name]];
      if (exact === null || near === null) continue;
      const value = Number(statisticOf(name, column));
      expect(value, name).toBe(exact);
      const size = Math.max(...column.map((one) => Math.abs(one ?? 0)));
      expect(Math.abs(value - near), name).toBeLessThanOrEqual(size * 1e-14);
    }
  });

  it("quantiles are those of the definition, and near those of the library", () => {
    const size = Math.max(...column.map((one) => Math.abs(one ?? 0)));
    folded.quantiles.forEach(([p, exact], i) => {
      expect(statisticOf("quantile", column, p), `p = ${p}`).toBe(exact);
      const near = library.quantiles[i]?.[1] ?? NaN;
      expect(Math.abs(exact - near)).toBeLessThanOrEqual(size * 1e-14);
    });
    expect(statisticOf("median", column)).toBe(folded.quantiles[3]?.[1]);
  });
});

describe.each(vectors.texts)("of the texts $name", ({ column, ranked, min, max, mode }) => {
  it("the vocabulary is by falling frequency, then by code point", () => {
    expect(statisticOf("vocabulary", column, 10_000)).toEqual(ranked);
    expect(statisticOf("vocabulary", column, 2)).toEqual(ranked.slice(0, 2));
  });

  it("the ends and the commonest are those of Python", () => {
    expect(statisticOf("min", column)).toBe(min);
    expect(statisticOf("max", column)).toBe(max);
    expect(statisticOf("mode", column)).toBe(mode);
  });
});

describe("a statistic", () => {
  it("has no value where a sum leaves what a number holds", () => {
    expect(statisticOf("mean", [1.7e308, 1.7e308])).toBeNull();
    expect(statisticOf("stddev_pop", [1e200, -1e200])).toBeNull();
    expect(statisticOf("quantile", [-1.7e308, 1.7e308], 0.5)).toBe(0);
  });

  it("of bools takes false for the smaller", () => {
    expect(statisticOf("mode", [true, false, true, false])).toBe(false);
    expect(statisticOf("mode", [true, false, true])).toBe(true);
  });

  it("does not tell texts from numbers by their names", () => {
    expect(statisticOf("vocabulary", ["__proto__", "constructor", "__proto__"], 5)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });
});
