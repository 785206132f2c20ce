import type { SqlType } from "../engine/sql-type.js";

/** A value with the number of rows that have it. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** What a column of numbers holds; sentinels count like any other value. */
export interface NumberProfile {
  readonly min: number;
  readonly max: number;
  readonly median: number;
  /** Of what lies between `min` and `max`; null where nothing does. */
  readonly innerMedian: number | null;
  /** Without fraction, all of them. */
  readonly whole: boolean;
  /** NaN and infinity: no number of the language. */
  readonly unreal: number;
  readonly timesMin: number;
  readonly timesMax: number;
  /** The next after `min`, the last before `max`; null where all are the same. */
  readonly secondMin: number | null;
  readonly secondMax: number | null;
}

/** What a column of texts holds; an empty text counts as missing. */
export interface TextProfile {
  readonly empty: number;
  readonly shortest: number;
  readonly longest: number;
  /** How many read as a number. */
  readonly numeric: number;
  /** How many of these have a zero before another digit, as codes have. */
  readonly padded: number;
  readonly bools: number;
  /** Digits as 9 and letters as a, the commonest first; null where there are more than a handful. */
  readonly shapes: readonly ValueCount[] | null;
  /** The largest first and second number in texts such as 31/12/2025, to tell days from months. */
  readonly firstPart: number | null;
  readonly secondPart: number | null;
  /** What does not read as a number, where most do; null where that is many things. */
  readonly odd: readonly ValueCount[] | null;
  /** Of the texts that read as numbers. */
  readonly numbers: NumberProfile | null;
}

/** What is seen of a column of data. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: SqlType;
  readonly rows: number;
  /** Rows that have a value. */
  readonly present: number;
  /** No two rows have the same value, and every row has one. */
  readonly unique: boolean;
  /** Every value and how often it stands, the commonest first; null where there are too many. */
  readonly values: readonly ValueCount[] | null;
  readonly numbers: NumberProfile | null;
  readonly text: TextProfile | null;
  /** Of dates and timestamps: first and last, as text. */
  readonly span: readonly [string, string] | null;
}
