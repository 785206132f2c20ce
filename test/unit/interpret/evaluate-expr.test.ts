import { describe, expect, it } from "vitest";
import { evaluateExpr } from "../../../compiler/src/interpret/evaluate-expr.js";
import { build } from "../../../compiler/src/ir/build.js";
import type { ArithOperator, CompareOperator, Expr } from "../../../compiler/src/ir/nodes.js";
import {
  boolType,
  dateType,
  durationType,
  intType,
  numberType,
  stringType,
  timestampType,
} from "../../../compiler/src/types/type.js";
import type { Type } from "../../../compiler/src/types/type.js";
import type { Value } from "../../../compiler/src/types/value.js";
import { constant, field, int, missing, number, row, span } from "./make-program.js";

const truth = (value: boolean | null): Expr =>
  value === null ? build.missing(span, boolType) : constant(value, boolType);
const text = (value: string): Expr => constant(value, stringType);

function arith(
  left: number,
  operator: ArithOperator,
  right: number,
  type: Type = numberType,
): Value {
  return evaluateExpr(build.arith(operator, number(left), number(right), type, span), row());
}

describe("arithmetic", () => {
  it.each<[number, ArithOperator, number, Type, Value]>([
    [1, "+", 2, numberType, 3],
    [0.1, "+", 0.2, numberType, 0.30000000000000004],
    [5, "/", 2, numberType, 2.5],
    [5, "/", 0, numberType, null],
    [0, "/", 0, numberType, null],
    [1e308, "*", 10, numberType, null],
    [-1e308, "-", 1e308, numberType, null],
    [-7, "//", 2, intType, -4],
    [7, "//", -2, intType, -4],
    [7, "//", 0, intType, null],
    [9007199254740991, "+", 0, intType, 9007199254740991],
    [9007199254740991, "+", 1, intType, null],
    [-9007199254740991, "-", 1, intType, null],
    [9007199254740991, "+", 1, numberType, 9007199254740992],
    [2_932_896, "+", 1, dateType, null],
    [-719_162, "-", 1, dateType, null],
    [253_402_300_799_999, "+", 1, timestampType, null],
    [86_400_000, "*", 1e9, durationType, null],
  ])("%d %s %d", (left, operator, right, type, expected) => {
    expect(arith(left, operator, right, type)).toBe(expected);
  });

  it("has no negative zero", () => {
    expect(Object.is(arith(0, "*", -1), 0)).toBe(true);
    expect(Object.is(arith(-1, "//", 2, intType), -1)).toBe(true);
    expect(Object.is(evaluateExpr(build.negate(number(0), span), row()), 0)).toBe(true);
  });

  it("is missing where an operand is", () => {
    expect(evaluateExpr(build.arith("+", number(1), missing, numberType, span), row())).toBeNull();
    expect(evaluateExpr(build.negate(missing, span), row())).toBeNull();
  });

  it.each([
    [3, 5, 243],
    [-2, 3, -8],
    [2, -2, 0.25],
    [0, 0, 1],
    [0, -1, null],
    [1e200, 2, null],
    [1e200, -2, 0],
    [1e-200, -2, null],
  ])("%d ^ %d", (base, exponent, expected) => {
    const value = evaluateExpr(build.power(number(base), exponent, numberType, span), row());
    expect(value).toBe(expected);
  });

  it("raises to a power by squaring from the left", () => {
    const x = 1.1;
    const expected = x * x * (x * x) * x;
    expect(evaluateExpr(build.power(number(x), 5, numberType, span), row())).toBe(expected);
  });
});

describe("comparison", () => {
  const compare = (left: Expr, operator: CompareOperator, right: Expr): Value =>
    evaluateExpr(build.compare(operator, left, right, span), row());

  it("orders texts by code point", () => {
    expect(compare(text("\uFB00"), "<", text("😀"))).toBe(true);
    expect(compare(text("😀"), "<=", text("\uFB00"))).toBe(false);
    expect(compare(text("a"), "<", text("ab"))).toBe(true);
    expect(compare(text("ab"), ">", text("a"))).toBe(true);
    expect(compare(text("a"), ">=", text("a"))).toBe(true);
    expect(compare(text("B"), "<", text("a"))).toBe(true);
  });

  it.each<[number, CompareOperator, number, boolean]>([
    [1, "==", 1, true],
    [1, "!=", 1, false],
    [1, "<", 2, true],
    [2, "<=", 2, true],
    [2, ">", 2, false],
    [2, ">=", 3, false],
  ])("%d %s %d", (left, operator, right, expected) => {
    expect(compare(number(left), operator, number(right))).toBe(expected);
  });

  it("is missing where a side is", () => {
    expect(compare(number(1), "==", missing)).toBeNull();
    expect(compare(missing, "!=", missing)).toBeNull();
  });

  it("knows what is in a list", () => {
    expect(evaluateExpr(build.in(text("a"), ["a", "b"], span), row())).toBe(true);
    expect(evaluateExpr(build.in(text("c"), ["a", "b"], span), row())).toBe(false);
    expect(evaluateExpr(build.in(missing, [1], span), row())).toBeNull();
  });
});

describe("Kleene's logic", () => {
  it.each<[boolean | null, boolean | null, boolean | null, boolean | null]>([
    [true, true, true, true],
    [true, false, false, true],
    [true, null, null, true],
    [false, true, false, true],
    [false, false, false, false],
    [false, null, false, null],
    [null, true, null, true],
    [null, false, false, null],
    [null, null, null, null],
  ])("%s and/or %s", (left, right, and, or) => {
    expect(evaluateExpr(build.logic("and", truth(left), truth(right), span), row())).toBe(and);
    expect(evaluateExpr(build.logic("or", truth(left), truth(right), span), row())).toBe(or);
  });

  it("negates", () => {
    expect(evaluateExpr(build.not(truth(true), span), row())).toBe(false);
    expect(evaluateExpr(build.not(truth(null), span), row())).toBeNull();
    expect(evaluateExpr(build.isMissing(missing, span), row())).toBe(true);
    expect(evaluateExpr(build.isMissing(number(0), span), row())).toBe(false);
  });
});

describe("choice", () => {
  const arms = (first: boolean | null): Expr =>
    build.case(
      "if",
      [
        { condition: truth(first), value: number(1), span },
        { condition: truth(true), value: number(2), span },
      ],
      number(3),
      true,
      numberType,
      span,
    );

  it("takes the first arm that holds; missing does not", () => {
    expect(evaluateExpr(arms(true), row())).toBe(1);
    expect(evaluateExpr(arms(null), row())).toBe(2);
    expect(evaluateExpr(arms(false), row())).toBe(2);
    const none = build.case(
      "match",
      [{ condition: truth(false), value: number(1), span }],
      number(3),
      true,
      numberType,
      span,
    );
    expect(evaluateExpr(none, row())).toBe(3);
  });

  it("falls back where the left side is missing, not where it is 0 or false", () => {
    const coalesce = (left: Expr): Value =>
      evaluateExpr(build.coalesce(left, number(9), numberType, span), row());
    expect(coalesce(missing)).toBe(9);
    expect(coalesce(number(0))).toBe(0);
    expect(coalesce(truth(false))).toBe(false);
  });
});

describe("names", () => {
  it("are read from the row", () => {
    const input = { x: 1, address: { zip: "12" }, gone: null };
    const here = row(input, { asOf: 7, steps: new Map([["f", 2]]), outputs: { p: 0.5 } });
    expect(evaluateExpr(field("x"), here)).toBe(1);
    expect(evaluateExpr(field("address.zip", stringType), here)).toBe("12");
    expect(evaluateExpr(field("gone.zip"), here)).toBeNull();
    expect(evaluateExpr(build.asOf(span), here)).toBe(7);
    expect(evaluateExpr(build.featureRef("f", numberType, span), here)).toBe(2);
    expect(evaluateExpr(build.outputRef("p", numberType, span), here)).toBe(0.5);
  });

  it("are a bug of the compiler where the row lacks them", () => {
    expect(() => evaluateExpr(field("toString"), row())).toThrow(/no field toString/);
    expect(() => evaluateExpr(build.featureRef("f", numberType, span), row())).toThrow(/no step f/);
    expect(() => evaluateExpr(build.outputRef("valueOf", numberType, span), row())).toThrow(
      /no output/,
    );
    expect(() => evaluateExpr(build.invalid(span), row())).toThrow(/with an error/);
  });

  it("of locals are those of the innermost binding", () => {
    const inner = build.let(2, "b", number(5), build.localRef(1, "a", numberType, span), span);
    const body = build.arith(
      "+",
      inner,
      build.localRef(1, "a", numberType, span),
      numberType,
      span,
    );
    expect(evaluateExpr(build.let(1, "a", number(3), body, span), row())).toBe(6);
  });
});

describe("calls, maps and encoders", () => {
  it("are missing where an argument is", () => {
    expect(evaluateExpr(build.call("abs", [missing], numberType, span), row())).toBeNull();
  });

  it("are missing where the result is not finite or beyond the ints", () => {
    const exp = build.call("exp", [number(1000)], numberType, span);
    const floor = build.call("floor", [number(1e300)], intType, span);
    const sinpi = build.call("sinpi", [number(1e300)], numberType, span);
    expect([exp, floor, sinpi].map((expr) => evaluateExpr(expr, row()))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("take the UTC day of a timestamp where a day is wanted", () => {
    const late = constant(Date.parse("2023-12-31T23:59:59.999Z"), timestampType);
    const first = constant(19_723, dateType);
    expect(evaluateExpr(build.call("year", [late], intType, span), row())).toBe(2023);
    expect(evaluateExpr(build.call("year", [first], intType, span), row())).toBe(2024);
    const between = build.call("days_between", [late, first], intType, span);
    expect(evaluateExpr(between, row())).toBe(1);
    const before = constant(-1, timestampType);
    expect(evaluateExpr(build.call("day", [before], intType, span), row())).toBe(31);
  });

  it("look up keys of their own type alone", () => {
    const rates = {
      name: "rates",
      keyType: intType,
      valueType: numberType,
      entries: [{ key: 1, value: 0.5 }],
    };
    expect(evaluateExpr(build.lookup(rates, int(1), span), row())).toBe(0.5);
    expect(evaluateExpr(build.lookup(rates, int(2), span), row())).toBeNull();
    expect(evaluateExpr(build.lookup(rates, missing, span), row())).toBeNull();
    const words = { ...rates, keyType: stringType, entries: [{ key: "a", value: 1 }] };
    expect(evaluateExpr(build.lookup(words, text("constructor"), span), row())).toBeNull();
  });

  it("encode one of the values, or none", () => {
    const encode = (operand: Expr): Value =>
      evaluateExpr(build.oneHot(operand, ["a", "b", "c"], span), row());
    expect(encode(text("b"))).toEqual([0, 1, 0]);
    expect(encode(text("z"))).toEqual([0, 0, 0]);
    expect(encode(missing)).toBeNull();
  });
});
