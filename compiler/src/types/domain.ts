/** What a present value of an expression can be; every set here contains all values that occur (sound). */
export type Domain = NumberDomain | BoolDomain | TextDomain | OpaqueDomain;

/** Numbers, ints, dates, timestamps and durations. Both ends included and finite. */
export interface NumberDomain {
  readonly kind: "number";
  readonly low: number;
  readonly high: number;
  /** Only whole numbers occur. */
  readonly integral: boolean;
  /** Zero may occur (also where low <= 0 <= high it may be excluded: `x != 0`). */
  readonly zero: boolean;
  /** Every value that is not zero has at least this magnitude; 0 says nothing. */
  readonly floor: number;
}

export interface BoolDomain {
  readonly kind: "bool";
  readonly mayBeTrue: boolean;
  readonly mayBeFalse: boolean;
}

/** Strings, enums and ids; `values` is null where any text may occur. */
export interface TextDomain {
  readonly kind: "text";
  readonly values: readonly string[] | null;
  /** Code points at least and at most, where that is known. */
  readonly length?: { readonly min: number; readonly max: number };
}

/** Lists, records and vectors: nothing is known. */
export interface OpaqueDomain {
  readonly kind: "opaque";
}

/** What analysis knows of one expression in its place. */
export interface Fact {
  /** The value may be missing. */
  readonly missing: boolean;
  /** The value may be present; false: it is always missing (or its place is never reached). */
  readonly present: boolean;
  /** Of the present values; meaningless where `present` is false. */
  readonly domain: Domain;
}
