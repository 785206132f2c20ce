import { literal, numberLiteral } from "../text/literal.js";
import type { Constant } from "../../types/value.js";

type BinaryOperator =
  "??" | "||" | "&&" | "===" | "!==" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";

/** A TypeScript expression with its outermost operator: what decides where parentheses stand. */
export interface Code {
  readonly text: string;
  readonly operator: BinaryOperator | "unary" | "conditional" | "primary";
  /** Of a comparison: the one that holds where this one does not. */
  readonly opposite?: Code;
  /** TypeScript sees a type of one or few literals, so that comparing it with others is an error. */
  readonly isLiteral?: true;
  /** Of a constant. */
  readonly value?: number | string | boolean;
  /** Of `code ?? null`: the code that may be undefined. */
  readonly orNull?: Code;
}

const precedence: Readonly<Record<Code["operator"], number>> = {
  conditional: 1,
  "??": 2,
  "||": 3,
  "&&": 4,
  "===": 5,
  "!==": 5,
  "<": 6,
  "<=": 6,
  ">": 6,
  ">=": 6,
  "+": 7,
  "-": 7,
  "*": 8,
  "/": 8,
  "%": 8,
  unary: 9,
  primary: 10,
};

/** An identifier, a property, a call, or anything else that binds as tightly. */
export function primary(text: string): Code {
  return { text, operator: "primary" };
}

export const nullCode: Code = primary("null");

export function constant(value: Constant): Code {
  if (typeof value === "number") return numberCode(value);
  const code: Code = { text: literal(value), operator: "primary", isLiteral: true };
  return typeof value === "object" ? code : { ...code, value };
}

export function numberCode(value: number): Code {
  const text = numberLiteral(value);
  return { text, operator: text.startsWith("-") ? "unary" : "primary", isLiteral: true, value };
}

export function call(name: string, ...args: readonly Code[]): Code {
  return primary(`${name}(${args.map(({ text }) => text).join(", ")})`);
}

/** `object.method(args)` */
export function methodCall(object: Code, method: string, ...args: readonly Code[]): Code {
  // A dot behind the digits of a number would be their decimal point.
  const isTight = object.operator === "primary" && !/^\d/.test(object.text);
  const receiver = isTight ? object.text : `(${object.text})`;
  return call(`${receiver}.${method}`, ...args);
}

/** `code!`: the value is there, for reasons that TypeScript does not see. */
export function nonNull(code: Code): Code {
  return primary(`${tight(code)}!`);
}

export function negated(code: Code): Code {
  const inner = code.operator === "unary" || precedence[code.operator] < precedence.unary;
  return { text: `-${inner ? `(${code.text})` : code.text}`, operator: "unary" };
}

/** The truth that `code` is not. */
export function not(code: Code): Code {
  if (typeof code.value === "boolean") return constant(!code.value);
  if (code.opposite !== undefined) return code.opposite;
  const inner = precedence[code.operator] < precedence.unary;
  return {
    text: `!${inner ? `(${code.text})` : code.text}`,
    operator: "unary",
    opposite: code,
  };
}

/** Two operands, with the parentheses that prettier keeps or adds. */
export function binary(operator: BinaryOperator, left: Code, right: Code): Code {
  if (left.value !== undefined && right.value !== undefined) {
    if (operator === "===") return constant(left.value === right.value);
    if (operator === "!==") return constant(left.value !== right.value);
  }
  if (operator === "??" && left.orNull !== undefined) return binary("??", left.orNull, right);
  const text = `${leftText(operator, left)} ${operator} ${rightText(operator, right)}`;
  const isFallback = operator === "??" && right === nullCode;
  const code: Code = { text, operator, ...(isFallback ? { orNull: left } : {}) };
  const opposite = oppositeOf(operator);
  if (opposite === undefined) return code;
  const other: Code = {
    text: `${leftText(opposite, left)} ${opposite} ${rightText(opposite, right)}`,
    operator: opposite,
    opposite: code,
  };
  return { ...code, opposite: other };
}

export function isNull(code: Code): Code {
  return binary("===", code, nullCode);
}

/** All of them hold; of none: `true`. */
export function all(codes: readonly Code[]): Code {
  if (codes.some(({ value }) => value === false)) return constant(false);
  const open = codes.filter(({ value }) => value !== true);
  return open.length === 0 ? constant(true) : open.reduce((a, b) => binary("&&", a, b));
}

/** One of them holds; of none: `false`. */
export function any(codes: readonly Code[]): Code {
  if (codes.some(({ value }) => value === true)) return constant(true);
  const open = codes.filter(({ value }) => value !== false);
  return open.length === 0 ? constant(false) : open.reduce((a, b) => binary("||", a, b));
}

export function conditional(test: Code, consequent: Code, alternate: Code): Code {
  if (typeof test.value === "boolean") return test.value ? consequent : alternate;
  const first = test.operator === "??" || test.operator === "conditional";
  const text =
    `${first ? `(${test.text})` : test.text} ? ` +
    `${branchText(consequent, true)} : ${branchText(alternate, false)}`;
  const isLiteral = consequent.isLiteral === true || alternate.isLiteral === true;
  return { text, operator: "conditional", ...(isLiteral ? { isLiteral } : {}) };
}

function branchText(code: Code, isConsequent: boolean): string {
  const wrapped = code.operator === "??" || (isConsequent && code.operator === "conditional");
  return wrapped ? `(${code.text})` : code.text;
}

function tight(code: Code): string {
  return code.operator === "primary" ? code.text : `(${code.text})`;
}

function leftText(operator: BinaryOperator, left: Code): string {
  return standsBare(operator, left, false) ? left.text : `(${left.text})`;
}

function rightText(operator: BinaryOperator, right: Code): string {
  return standsBare(operator, right, true) ? right.text : `(${right.text})`;
}

function standsBare(operator: BinaryOperator, operand: Code, isRight: boolean): boolean {
  const inner = operand.operator;
  if (inner === "primary" || inner === "unary") return true;
  if (inner === "conditional") return false;
  if (isLogical(operator)) return inner === operator || !isLogical(inner);
  if (precedence[inner] > precedence[operator]) {
    return !(inner === "%" && (operator === "+" || operator === "-"));
  }
  return precedence[inner] === precedence[operator] && !isRight && flattens(operator, inner);
}

/** Whether `a inner b outer c` keeps its meaning to a reader, as prettier judges it. */
function flattens(outer: BinaryOperator, inner: BinaryOperator): boolean {
  switch (precedence[outer]) {
    case precedence["==="]:
      return false;
    case precedence["*"]:
      return outer === inner && outer !== "%";
    default:
      return true;
  }
}

function isLogical(operator: BinaryOperator): boolean {
  return operator === "??" || operator === "||" || operator === "&&";
}

function oppositeOf(operator: BinaryOperator): BinaryOperator | undefined {
  switch (operator) {
    case "===":
      return "!==";
    case "!==":
      return "===";
    case "<":
      return ">=";
    case ">=":
      return "<";
    case ">":
      return "<=";
    case "<=":
      return ">";
    default:
      return undefined;
  }
}
