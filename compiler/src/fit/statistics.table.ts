import { intType, numberType } from "../types/type.js";
import type { Type, TypeKind } from "../types/type.js";

/** What `fit` can compute of a column of training data. Missing values are left out of every one. */
export const statisticNames = [
  "count",
  "mean",
  "stddev_samp",
  "stddev_pop",
  "min",
  "max",
  "median",
  "quantile",
  "mode",
  "vocabulary",
] as const;
export type StatisticName = (typeof statisticNames)[number];

/** What stands behind the formula of a statistic: `quantile(x, 0.95)`, `vocabulary(x, top: 50)`. */
export interface StatisticParameter {
  readonly name: "p" | "top";
  readonly wanted: string;
  readonly admits: (value: number) => boolean;
}

export interface Statistic {
  readonly summary: string;
  readonly parameter: StatisticParameter | null;
  /** Types of the column; `wanted` names them. */
  readonly takes: readonly TypeKind[];
  readonly wanted: string;
  readonly result: (column: Type) => Type;
  /** With fewer values the statistic has none, and nothing is written. */
  readonly least: 0 | 1 | 2;
  /** What is kept in memory until the end of the data. */
  readonly holds: "nothing" | "every value" | "distinct values";
}

const numbers = { takes: ["number", "int"], wanted: "a number" } as const;
const ordered = {
  takes: ["number", "int", "date", "timestamp", "duration", "string", "enum"],
  wanted: "a number, a date, a timestamp, a duration or a text",
} as const;
const number = (): Type => numberType;
const same = (column: Type): Type => column;

/** Wider one-hot vectors are refused, and so are longer vocabularies. */
export const largestVocabulary = 10_000;

export const statistics: Readonly<Record<StatisticName, Statistic>> = {
  count: {
    summary: "How many rows have a value.",
    parameter: null,
    takes: ["number", "int", "bool", "string", "enum", "id", "date", "timestamp", "duration"],
    wanted: "a single value",
    result: () => intType,
    least: 0,
    holds: "nothing",
  },
  mean: {
    summary: "The sum, added in the order of the rows, by the number of values.",
    parameter: null,
    ...numbers,
    result: number,
    least: 1,
    holds: "nothing",
  },
  stddev_samp: {
    summary:
      "The standard deviation of a sample: squared distances from the mean, added in the order of the rows, by n - 1, and the root of that.",
    parameter: null,
    ...numbers,
    result: number,
    least: 2,
    holds: "every value",
  },
  stddev_pop: {
    summary: "The same, by n.",
    parameter: null,
    ...numbers,
    result: number,
    least: 1,
    holds: "every value",
  },
  min: {
    summary: "The smallest value.",
    parameter: null,
    ...ordered,
    result: same,
    least: 1,
    holds: "nothing",
  },
  max: {
    summary: "The largest value.",
    parameter: null,
    ...ordered,
    result: same,
    least: 1,
    holds: "nothing",
  },
  median: {
    summary: "`quantile(x, 0.5)`.",
    parameter: null,
    ...numbers,
    result: number,
    least: 1,
    holds: "every value",
  },
  quantile: {
    summary:
      "At (n - 1) · p among the sorted values, from 0; between two of them by how near it is to each.",
    parameter: {
      name: "p",
      wanted: "a number from 0 to 1",
      admits: (value) => value >= 0 && value <= 1,
    },
    ...numbers,
    result: number,
    least: 1,
    holds: "every value",
  },
  mode: {
    summary: "The commonest value; of equally common ones the smallest.",
    parameter: null,
    takes: ["number", "int", "bool", "string", "enum", "date", "timestamp", "duration"],
    wanted: "a number, a bool, a text, a date, a timestamp or a duration",
    result: same,
    least: 1,
    holds: "distinct values",
  },
  vocabulary: {
    summary:
      "The `top` commonest values, the commonest first; equally common ones by code point (ints by size).",
    parameter: {
      name: "top",
      wanted: "a whole number from 1 to 10,000",
      admits: (value) => Number.isInteger(value) && value >= 1 && value <= largestVocabulary,
    },
    takes: ["string", "enum", "id", "int"],
    wanted: "a text or an int",
    result: (column) => ({ kind: "list", element: { type: column, optional: false } }),
    least: 1,
    holds: "distinct values",
  },
};

export function isStatisticName(name: string): name is StatisticName {
  return Object.hasOwn(statistics, name);
}

/** As in a spec: `quantile(x, p)`. */
export function statisticSignature(name: StatisticName): string {
  const { parameter } = statistics[name];
  if (parameter === null) return `${name}(x)`;
  return parameter.name === "top" ? `${name}(x, top: n)` : `${name}(x, ${parameter.name})`;
}
