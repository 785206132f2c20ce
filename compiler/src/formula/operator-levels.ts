import type { TokenType } from "chevrotain";
import type { BinaryOperator, CompareOperator } from "./ast.js";
import * as t from "./tokens.js";

/** How tightly an operator binds; the order of section 4 of the language, loosest first. */
export const level = {
  expression: 0,
  coalesce: 1,
  or: 2,
  and: 3,
  not: 4,
  compare: 5,
  range: 6,
  add: 7,
  multiply: 8,
  negate: 9,
  power: 10,
  operand: 11,
} as const;

export const operatorLevels: Readonly<Record<BinaryOperator, number>> = {
  "??": level.coalesce,
  or: level.or,
  and: level.and,
  "==": level.compare,
  "!=": level.compare,
  "<": level.compare,
  "<=": level.compare,
  ">": level.compare,
  ">=": level.compare,
  "+": level.add,
  "-": level.add,
  "*": level.multiply,
  "/": level.multiply,
  "//": level.multiply,
};

export const compareOperators: ReadonlyMap<TokenType, CompareOperator> = new Map([
  [t.Equal, "=="],
  [t.NotEqual, "!="],
  [t.Less, "<"],
  [t.LessEqual, "<="],
  [t.Greater, ">"],
  [t.GreaterEqual, ">="],
]);

export const binaryOperators: ReadonlyMap<TokenType, BinaryOperator> = new Map<
  TokenType,
  BinaryOperator
>([
  ...compareOperators,
  [t.Coalesce, "??"],
  [t.Or, "or"],
  [t.And, "and"],
  [t.Plus, "+"],
  [t.Minus, "-"],
  [t.Times, "*"],
  [t.Divide, "/"],
  [t.FloorDivide, "//"],
]);
