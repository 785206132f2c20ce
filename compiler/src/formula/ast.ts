import type { Span } from "../base/source.js";

interface Node {
  readonly span: Span;
}

interface LiteralNode extends Node {
  /** The fitted constant that stands here, `income_median` for `fit.income_median`; absent for what is written. */
  readonly fit?: string;
}

export interface NumberAst extends LiteralNode {
  readonly kind: "NumberAst";
  readonly value: number;
  /** As written, with `_` and exponent. */
  readonly text: string;
  /** Written without fraction and exponent: an `int`. */
  readonly integral: boolean;
}
export interface StringAst extends LiteralNode {
  readonly kind: "StringAst";
  readonly value: string;
}
export interface BoolAst extends LiteralNode {
  readonly kind: "BoolAst";
  readonly value: boolean;
}
export interface MissingAst extends Node {
  readonly kind: "MissingAst";
}
/** `d"2020-01-31"`; `days` since 1970-01-01. */
export interface DateAst extends LiteralNode {
  readonly kind: "DateAst";
  readonly text: string;
  readonly days: number;
}
/** `t"2020-01-31T10:00:00Z"`; `millis` since 1970-01-01T00:00Z. */
export interface TimestampAst extends LiteralNode {
  readonly kind: "TimestampAst";
  readonly text: string;
  readonly millis: number;
}
/** `30d`, `15min`. */
export interface DurationAst extends LiteralNode {
  readonly kind: "DurationAst";
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly millis: number;
}
export type DurationUnit = "ms" | "s" | "min" | "h" | "d" | "w";
export interface ListAst extends LiteralNode {
  readonly kind: "ListAst";
  readonly items: readonly FormulaAst[];
}
export interface NameAst extends Node {
  readonly kind: "NameAst";
  readonly name: string;
}
export interface MemberAst extends Node {
  readonly kind: "MemberAst";
  readonly object: FormulaAst;
  readonly member: string;
  readonly memberSpan: Span;
}
export interface IndexAst extends Node {
  readonly kind: "IndexAst";
  readonly object: FormulaAst;
  readonly index: FormulaAst;
}
export interface ArgumentAst extends Node {
  /** `closed: "left"`. */
  readonly name?: string;
  readonly value: FormulaAst;
}
/** `during (as_of - 37d, as_of - 7d]`. */
export interface IntervalAst extends Node {
  readonly low: FormulaAst;
  readonly high: FormulaAst;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}
/** What may stand behind the first argument of an aggregate. */
export interface SelectionAst extends Node {
  readonly where?: FormulaAst;
  readonly within?: FormulaAst;
  readonly during?: IntervalAst;
  readonly latest?: FormulaAst;
  readonly skipMissing: boolean;
}
export interface CallAst extends Node {
  readonly kind: "CallAst";
  readonly callee: string;
  readonly calleeSpan: Span;
  readonly args: readonly ArgumentAst[];
  readonly selection?: SelectionAst;
}
export interface NegateAst extends Node {
  readonly kind: "NegateAst";
  readonly operand: FormulaAst;
}
export interface NotAst extends Node {
  readonly kind: "NotAst";
  readonly operand: FormulaAst;
}
export type ArithOperator = "+" | "-" | "*" | "/" | "//";
export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";
export type BinaryOperator = ArithOperator | CompareOperator | "and" | "or" | "??";
export interface BinaryAst extends Node {
  readonly kind: "BinaryAst";
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: FormulaAst;
  readonly right: FormulaAst;
}
/** `x ^ 2`: the exponent is a literal integer. */
export interface PowerAst extends Node {
  readonly kind: "PowerAst";
  readonly base: FormulaAst;
  readonly exponent: number;
  readonly exponentSpan: Span;
}
/** `x in ["a", "b"]`, `x not in ["a"]`. */
export interface InListAst extends Node {
  readonly kind: "InListAst";
  readonly operand: FormulaAst;
  readonly items: readonly FormulaAst[];
  readonly negated: boolean;
}
/** `x in 18..65`: both ends included. */
export interface InRangeAst extends Node {
  readonly kind: "InRangeAst";
  readonly operand: FormulaAst;
  readonly low: FormulaAst;
  readonly high: FormulaAst;
  readonly negated: boolean;
}
/** `x is missing`; negated: `x is present`. */
export interface IsMissingAst extends Node {
  readonly kind: "IsMissingAst";
  readonly operand: FormulaAst;
  readonly negated: boolean;
}
export interface IfAst extends Node {
  readonly kind: "IfAst";
  readonly condition: FormulaAst;
  readonly then: FormulaAst;
  /** Absent where the author forgot it; the parser has reported that. */
  readonly otherwise?: FormulaAst;
}
export type PatternAst =
  | (Node & { readonly kind: "LiteralPatternAst"; readonly value: FormulaAst })
  | (Node & {
      readonly kind: "ComparePatternAst";
      readonly operator: CompareOperator;
      readonly value: FormulaAst;
    })
  | (Node & {
      readonly kind: "RangePatternAst";
      readonly low: FormulaAst;
      readonly high: FormulaAst;
    })
  | (Node & { readonly kind: "MissingPatternAst" })
  | (Node & { readonly kind: "WildcardPatternAst" });
export interface MatchArmAst extends Node {
  readonly patterns: readonly PatternAst[];
  readonly value: FormulaAst;
}
export interface MatchAst extends Node {
  readonly kind: "MatchAst";
  readonly subject: FormulaAst;
  readonly arms: readonly MatchArmAst[];
}
/** Text that the parser could not read and has reported; poison, so that one mistake gives one message. */
export interface InvalidAst extends Node {
  readonly kind: "InvalidAst";
}

export type FormulaAst =
  | NumberAst
  | StringAst
  | BoolAst
  | MissingAst
  | DateAst
  | TimestampAst
  | DurationAst
  | ListAst
  | NameAst
  | MemberAst
  | IndexAst
  | CallAst
  | NegateAst
  | NotAst
  | BinaryAst
  | PowerAst
  | InListAst
  | InRangeAst
  | IsMissingAst
  | IfAst
  | MatchAst
  | InvalidAst;
