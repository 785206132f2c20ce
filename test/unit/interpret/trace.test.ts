import { describe, expect, it } from "vitest";
import { traceExpr } from "../../../compiler/src/interpret/trace.js";
import { build } from "../../../compiler/src/ir/build.js";
import type { Expr } from "../../../compiler/src/ir/nodes.js";
import { boolType, numberType, stringType } from "../../../compiler/src/types/type.js";
import { constant, field, missing, number, row, span } from "./make-program.js";

const x = field("x");
const divide = (left: Expr, right: Expr): Expr => build.arith("/", left, right, numberType, span);

describe("where a missing value came from", () => {
  it.each<[string, Expr, string | null]>([
    ["a division by zero", divide(number(1), x), "division_by_zero"],
    ["an overflow", build.arith("*", number(1e308), number(1e308), numberType, span), "overflow"],
    ["a power of zero", build.power(x, -1, numberType, span), "division_by_zero"],
    ["a field", build.negate(field("gone"), span), "sentinel"],
    ["a field in a record", field("rec.zip"), "null"],
    ["a function", build.call("ln", [x], numberType, span), "domain"],
    ["a remainder", build.call("mod", [number(1), x], numberType, span), "division_by_zero"],
    ["an exponential", build.call("exp", [number(1000)], numberType, span), "overflow"],
    ["a text", build.call("parse_number", [constant("x", stringType)], numberType, span), "domain"],
    ["the formula itself", missing, null],
    [
      "a map",
      build.lookup(
        { name: "m", keyType: stringType, valueType: numberType, entries: [] },
        constant("a", stringType),
        span,
      ),
      "unknown_key",
    ],
    [
      "the right side of ??",
      build.coalesce(field("gone"), divide(number(1), x), numberType, span),
      "division_by_zero",
    ],
    [
      "the value of a local",
      build.let(1, "a", divide(number(1), x), build.localRef(1, "a", numberType, span), span),
      null,
    ],
  ])("%s", (_, expr, reason) => {
    const here = row({ x: 0, gone: null, rec: null });
    const reasons = new Map([
      ["gone", "sentinel"],
      ["rec", "null"],
    ] as const);
    const trace = traceExpr(expr, here, reasons);
    expect(trace.value).toBeNull();
    expect(trace.origin?.reason).toBe(reason);
  });

  it("is the innermost expression, and nowhere where the value is there", () => {
    const inner = divide(number(1), x);
    const trace = traceExpr(build.arith("+", number(1), inner, numberType, span), row({ x: 0 }));
    expect(trace.origin?.expr).toBe(inner);
    expect(traceExpr(number(1), row()).origin).toBeNull();
  });
});

describe("what counted", () => {
  it("are the conditions up to the arm taken, and its value", () => {
    const no = constant(false, boolType);
    const yes = constant(true, boolType);
    const taken = number(2);
    const expr = build.case(
      "if",
      [
        { condition: no, value: number(1), span },
        { condition: yes, value: taken, span },
        { condition: yes, value: number(3), span },
      ],
      number(4),
      true,
      numberType,
      span,
    );
    const trace = traceExpr(expr, row());
    expect(trace.value).toBe(2);
    expect(trace.parts.map((part) => part.expr)).toEqual([no, yes, taken]);
    expect(trace.parts[1]?.expr).toBe(yes);
  });

  it("is the left side of ?? alone where it is there", () => {
    const trace = traceExpr(build.coalesce(number(1), missing, numberType, span), row());
    expect(trace.parts).toHaveLength(1);
  });

  it("is the bound value inside a binding", () => {
    const local = build.localRef(1, "a", numberType, span);
    const trace = traceExpr(build.let(1, "a", number(5), build.negate(local, span), span), row());
    expect(trace.parts.map(({ value }) => value)).toEqual([5, -5]);
    expect(trace.parts[1]?.parts[0]?.value).toBe(5);
  });
});
