import { internalError } from "../base/assert.js";
import type { PresentValue, Value } from "../types/value.js";
import { NumberStore } from "./number-store.js";
import { compareInOrder } from "../types/compare-in-order.js";
import { statistics } from "./statistics.table.js";
import type { StatisticName } from "./statistics.table.js";

type Single = string | number | boolean;

/** So much of one column is kept at most. */
export interface ColumnLimits {
  readonly values: number;
  readonly distinct: number;
}

/** 800 MB of numbers; more different texts than a vocabulary is chosen from. */
export const columnLimits: ColumnLimits = { values: 100_000_000, distinct: 10_000_000 };

/** The column has more than can be kept. */
export class ColumnTooLarge extends Error {
  override readonly name = "ColumnTooLarge";

  constructor(
    readonly holds: "every value" | "every distinct value",
    readonly limit: number,
  ) {
    super(`a column has more than ${limit} values`);
  }
}

/** What is known of the values of one column, row after row; keeps no more than its statistics need. */
export class Column {
  count = 0;
  missing = 0;
  /** Added in the order of the rows. */
  sum = 0;
  least: Single | null = null;
  greatest: Single | null = null;
  readonly values: NumberStore | null;
  readonly distinct: Map<Single, number> | null;
  readonly #sorted: { values: Float64Array | null } = { values: null };
  readonly #limits: ColumnLimits;

  constructor(needed: readonly StatisticName[], limits = columnLimits) {
    const holds = new Set(needed.map((name) => statistics[name].holds));
    this.values = holds.has("every value") ? new NumberStore() : null;
    this.distinct = holds.has("distinct values") ? new Map() : null;
    this.#limits = limits;
  }

  /** Throws a ColumnTooLarge. */
  add(value: Value): void {
    if (value === null) {
      this.missing++;
      return;
    }
    const single = singleOf(value);
    this.count++;
    if (typeof single === "number") this.sum += single;
    if (this.least === null || compareInOrder(single, this.least) < 0) this.least = single;
    if (this.greatest === null || compareInOrder(single, this.greatest) > 0) {
      this.greatest = single;
    }
    if (this.values !== null && typeof single === "number") this.#keep(single, this.values);
    if (this.distinct !== null) this.#tally(single, this.distinct);
  }

  /** In ascending order; sorted once for all statistics that ask. */
  get sorted(): Float64Array {
    this.#sorted.values ??= this.values?.sorted() ?? internalError("no values were kept");
    return this.#sorted.values;
  }

  #keep(value: number, values: NumberStore): void {
    values.push(value);
    if (values.length > this.#limits.values) {
      throw new ColumnTooLarge("every value", this.#limits.values);
    }
  }

  #tally(value: Single, distinct: Map<Single, number>): void {
    distinct.set(value, (distinct.get(value) ?? 0) + 1);
    if (distinct.size > this.#limits.distinct) {
      throw new ColumnTooLarge("every distinct value", this.#limits.distinct);
    }
  }
}

function singleOf(value: PresentValue): Single {
  return typeof value === "object" ? internalError("a column holds single values") : value;
}
