import type { Span } from "../base/source.js";
import type { AggregateName } from "../functions/aggregates/aggregate.table.js";
import type { FunctionName } from "../functions/registry.js";
import type { Type } from "../types/type.js";
import type { Constant, PresentValue } from "../types/value.js";
import type { EventSource } from "./program.js";

interface ExprBase {
  /** Of a present value; whether it may be missing is in `Facts`. */
  readonly type: Type;
  readonly span: Span;
}

/** A constant. Dates, timestamps and durations are numbers, as `type` says. */
export interface Literal extends ExprBase {
  readonly kind: "Literal";
  readonly value: Constant;
  /** The fitted constant that the value is of: `income_median` for `fit.income_median`. */
  readonly fit?: string;
}
/** The constant `missing`, or the place of a `match` that no arm covers. */
export interface Missing extends ExprBase {
  readonly kind: "Missing";
}
/** A field of the input, also inside records: `address.zip` has the path ["address", "zip"]. */
export interface FieldRef extends ExprBase {
  readonly kind: "FieldRef";
  readonly path: readonly string[];
}
/** The moment of the prediction. Never missing. */
export interface AsOf extends ExprBase {
  readonly kind: "AsOf";
}
/** The final value of a `let` or a feature: after `outside` and `impute`. */
export interface FeatureRef extends ExprBase {
  readonly kind: "FeatureRef";
  readonly name: string;
}
/** An output of the model; in policy alone. */
export interface OutputRef extends ExprBase {
  readonly kind: "OutputRef";
  readonly name: string;
}
/** A value bound by an enclosing `Let`. Ids are unique within a program. */
export interface LocalRef extends ExprBase {
  readonly kind: "LocalRef";
  readonly id: number;
  readonly name: string;
}
/** Binds the argument of a user's function or the subject of a `match`. */
export interface Let extends ExprBase {
  readonly kind: "Let";
  readonly id: number;
  readonly name: string;
  readonly value: Expr;
  readonly body: Expr;
}
export interface Negate extends ExprBase {
  readonly kind: "Negate";
  readonly operand: Expr;
}
export type ArithOperator = "+" | "-" | "*" | "/" | "//";
/**
 * Arithmetic on JavaScript numbers; `type` says what the result is and so which results are missing: a
 * number that is not finite, an int beyond 2^53 - 1, a date or timestamp outside the years 1 to 9999.
 */
export interface Arith extends ExprBase {
  readonly kind: "Arith";
  readonly operator: ArithOperator;
  readonly left: Expr;
  readonly right: Expr;
}
/** `base ^ exponent` with a literal integer exponent, by binary powering. */
export interface Power extends ExprBase {
  readonly kind: "Power";
  readonly base: Expr;
  readonly exponent: number;
}
export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";
/** Both sides have one comparable type (widened by `Cast`); texts are ordered by code point. */
export interface Compare extends ExprBase {
  readonly kind: "Compare";
  readonly operator: CompareOperator;
  readonly left: Expr;
  readonly right: Expr;
}
/** Kleene's three-valued `and` and `or`. */
export interface Logic extends ExprBase {
  readonly kind: "Logic";
  readonly operator: "and" | "or";
  readonly left: Expr;
  readonly right: Expr;
}
export interface Not extends ExprBase {
  readonly kind: "Not";
  readonly operand: Expr;
}
/** Never missing itself. `x is present` is `Not(IsMissing(x))`. */
export interface IsMissing extends ExprBase {
  readonly kind: "IsMissing";
  readonly operand: Expr;
}
/** `left ?? right`. */
export interface Coalesce extends ExprBase {
  readonly kind: "Coalesce";
  readonly left: Expr;
  readonly right: Expr;
}
export interface CaseArm {
  readonly condition: Expr;
  readonly value: Expr;
  /** The arm as written: where an unreachable one is reported. */
  readonly span: Span;
}
/** `if` and `match`: the first arm whose condition is true. A missing condition does not hold. */
export interface Case extends ExprBase {
  readonly kind: "Case";
  readonly origin: "if" | "match";
  readonly arms: readonly CaseArm[];
  readonly otherwise: Expr;
  /** False for a `match` without `_`: then `otherwise` is `Missing` and must be unreachable. */
  readonly hasOtherwise: boolean;
}
/** `operand in [values]`; negation is a `Not` around it. */
export interface In extends ExprBase {
  readonly kind: "In";
  readonly operand: Expr;
  readonly values: readonly (number | string | boolean)[];
}
/** Widening only: int to number, enum to string. The value stays as it is. */
export interface Cast extends ExprBase {
  readonly kind: "Cast";
  readonly operand: Expr;
}
/** A built-in function; optional arguments that were left out are absent at the end. */
export interface Call extends ExprBase {
  readonly kind: "Call";
  readonly fn: FunctionName;
  readonly args: readonly Expr[];
}
/** A constant map of the spec; a key that it does not have gives missing. */
export interface Lookup extends ExprBase {
  readonly kind: "Lookup";
  readonly map: MapDefinition;
  readonly key: Expr;
}
/**
 * To a vector: 1 at the position of the operand in `values`, or of each element of the operand, else 0. Missing
 * where the operand is.
 */
export interface Encode extends ExprBase {
  readonly kind: "Encode";
  readonly encoder: "one_hot" | "multi_hot";
  readonly operand: Expr;
  readonly values: readonly (number | string | boolean)[];
}
/** A field of the record that a table has for the entity; missing where it has none. Without path: the record. */
export interface TableRef extends ExprBase {
  readonly kind: "TableRef";
  readonly table: string;
  readonly path: readonly string[];
}
/** The element at which the aggregate around it stands, or a field of it. */
export interface ElementRef extends ExprBase {
  readonly kind: "ElementRef";
  readonly path: readonly string[];
}
/** `[a, b, c]`; its items may be missing. */
export interface ListValue extends ExprBase {
  readonly kind: "ListValue";
  readonly items: readonly Expr[];
}
/** One end of a window: a moment, moved by a constant number of milliseconds. */
export interface WindowEnd {
  /** A timestamp of the row, never missing (checked). */
  readonly base: Expr;
  readonly offset: number;
  /** The end itself is excluded. */
  readonly open: boolean;
}
/** Which events count by their time; all ends hold. One of `highs` is at or before `as_of`. */
export interface Window {
  readonly lows: readonly WindowEnd[];
  readonly highs: readonly WindowEnd[];
  /** The window is closed at `as_of`. */
  readonly includesCurrent: boolean;
}
export type Collection =
  | {
      readonly kind: "events";
      readonly source: EventSource;
      readonly window: Window;
    }
  | { readonly kind: "list"; readonly list: Expr };
/**
 * An aggregate over the elements that are left after window, condition, `latest` and `skip missing`, in this
 * order. Neither element nor condition holds another aggregate.
 */
export interface Aggregate extends ExprBase {
  readonly kind: "Aggregate";
  readonly fn: AggregateName;
  readonly collection: Collection;
  /** Of the element at which it stands; null: elements are counted, whatever they are. */
  readonly element: Expr | null;
  readonly args: readonly Constant[];
  readonly where: Expr | null;
  readonly latest: number | null;
  /** Without it the element is never missing (checked). */
  readonly skipMissing: boolean;
}
/** What has been reported already. */
export interface Invalid extends ExprBase {
  readonly kind: "Invalid";
}

export type Expr =
  | Literal
  | Missing
  | FieldRef
  | AsOf
  | FeatureRef
  | OutputRef
  | LocalRef
  | Let
  | Negate
  | Arith
  | Power
  | Compare
  | Logic
  | Not
  | IsMissing
  | Coalesce
  | Case
  | In
  | Cast
  | Call
  | Lookup
  | Encode
  | TableRef
  | ElementRef
  | ListValue
  | Aggregate
  | Invalid;

export type ExprKind = Expr["kind"];

export interface MapDefinition {
  readonly name: string;
  readonly keyType: Type;
  readonly valueType: Type;
  /** In the order of the spec; keys are unique. Keys of int maps are numbers. */
  readonly entries: readonly { readonly key: string | number; readonly value: PresentValue }[];
}
