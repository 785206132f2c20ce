import { describe, expect, it } from "vitest";
import { build } from "../../../compiler/src/ir/build.js";
import type { Expr } from "../../../compiler/src/ir/nodes.js";
import { constantValue } from "../../../compiler/src/optimise/constant-value.js";
import { boolType, intType, numberType } from "../../../compiler/src/types/type.js";
import { nowhere } from "../../support/program.js";

const number = (value: number): Expr => build.literal(value, numberType, nowhere);
const price = build.fieldRef(["price"], numberType, nowhere);
const sum = (left: Expr, right: Expr): Expr => build.arith("+", left, right, numberType, nowhere);

describe("constantValue", () => {
  it("is the value of an operation on constants, also of nested ones", () => {
    expect(constantValue(sum(number(1), sum(number(2), number(3.5))))).toBe(6.5);
    expect(constantValue(build.call("sqrt", [number(9)], numberType, nowhere))).toBe(3);
  });

  it("is missing where the operation has no value", () => {
    expect(constantValue(build.arith("/", number(1), number(0), numberType, nowhere))).toBeNull();
    const big = build.literal(2 ** 53 - 1, intType, nowhere);
    expect(constantValue(build.arith("*", big, big, intType, nowhere))).toBeNull();
  });

  it("is undefined for what reads something, or chooses", () => {
    expect(constantValue(sum(number(1), price))).toBeUndefined();
    expect(constantValue(sum(number(1), sum(number(2), price)))).toBeUndefined();
    const truth = build.literal(true, boolType, nowhere);
    const choice = build.case(
      "if",
      [{ condition: truth, value: number(1), span: nowhere }],
      price,
      true,
      numberType,
      nowhere,
    );
    expect(constantValue(choice)).toBeUndefined();
  });
});
