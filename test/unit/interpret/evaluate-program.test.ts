import { describe, expect, it } from "vitest";
import { evaluatePolicy } from "../../../compiler/src/interpret/evaluate-policy.js";
import { evaluateProgram } from "../../../compiler/src/interpret/evaluate-program.js";
import { encodeMatrix } from "../../../compiler/src/interpret/encode-matrix.js";
import { build } from "../../../compiler/src/ir/build.js";
import { boolType, numberType, timestampType } from "../../../compiler/src/types/type.js";
import {
  bounds,
  constant,
  contract,
  field,
  matrix,
  number,
  program,
  row,
  span,
  step,
} from "./make-program.js";

const x = field("x");
const located = <T>(value: T) => ({ value, span });
const half = build.arith("/", number(1), x, numberType, span);

describe("steps", () => {
  it("clamp, drop or reject what lies outside", () => {
    const range = bounds(0, 5);
    const of = (rule: "clamp" | "missing" | "reject", value: number) =>
      evaluateProgram(
        program([], { steps: [step("f", x, { range, outside: located(rule) })] }),
        { x: value },
        0,
      );
    expect(of("clamp", 7).steps.get("f")).toBe(5);
    expect(of("clamp", -7).steps.get("f")).toBe(0);
    expect([...of("clamp", 7).clamped]).toEqual(["f"]);
    expect([...of("clamp", 5).clamped]).toEqual([]);
    expect(of("missing", 7).steps.get("f")).toBeNull();
    expect(of("reject", 7)).toMatchObject({
      rejected: { feature: "f", value: 7, range: "[0, 5]" },
    });
    expect(of("reject", 5).rejected).toBeNull();
  });

  it("impute what is missing, also what `outside` made missing, and tell of it", () => {
    const f = step("f", half, {
      range: bounds(0, 5),
      outside: located("missing"),
      impute: number(2),
    });
    const indicator = step(
      "f_missing",
      build.isMissing(build.featureRef("f", numberType, span), span),
      {
        role: "indicator",
        indicatorOf: "f",
        type: boolType,
      },
    );
    const steps = [f, indicator];
    const of = (value: number) => evaluateProgram(program([], { steps }), { x: value }, 0);
    expect([...of(0).steps]).toEqual([
      ["f", 2],
      ["f_missing", true],
    ]);
    expect([...of(0.1).steps]).toEqual([
      ["f", 2],
      ["f_missing", true],
    ]);
    expect([...of(0.5).steps]).toEqual([
      ["f", 2],
      ["f_missing", false],
    ]);
    expect([...of(0).imputed]).toEqual(["f"]);
    expect([...of(0.5).imputed]).toEqual([]);
  });

  it("read earlier steps, and leave a value outside its range where no rule is given", () => {
    const steps = [
      step("a", x, { role: "let", range: bounds(0, 1) }),
      step(
        "b",
        build.arith("*", build.featureRef("a", numberType, span), number(3), numberType, span),
      ),
    ];
    expect(evaluateProgram(program([], { steps }), { x: 2 }, 0).steps.get("b")).toBe(6);
  });

  it("never yield -0", () => {
    const f = step("f", constant(-0, numberType));
    const result = evaluateProgram(program([], { steps: [f] }), {}, 0);
    expect(Object.is(result.steps.get("f"), 0)).toBe(true);
  });

  it("take as_of from the field that the spec names", () => {
    const steps = [step("t", build.asOf(span))];
    const named = program([contract("at", timestampType)], { steps, asOf: "at" });
    expect(evaluateProgram(named, { at: 5 }, 9).steps.get("t")).toBe(5);
    expect(evaluateProgram({ ...named, asOf: null }, { at: 5 }, 9).steps.get("t")).toBe(9);
  });
});

describe("policy", () => {
  it("sees input, features, outputs and earlier decisions", () => {
    const risky = build.compare(">=", build.outputRef("p", numberType, span), number(0.8), span);
    const risk = step("risk", risky, { role: "policy" });
    const sum = build.arith("+", x, build.featureRef("f", numberType, span), numberType, span);
    const score = build.case(
      "if",
      [{ condition: build.featureRef("risk", boolType, span), value: number(0), span }],
      sum,
      true,
      numberType,
      span,
    );
    const spec = program([], { policy: [risk, step("score", score, { role: "policy" })] });
    const here = { input: { x: 1 }, asOf: 0, steps: new Map([["f", 2]]) };
    expect([...evaluatePolicy(spec, here, { p: 0.9 })]).toEqual([
      ["risk", true],
      ["score", 0],
    ]);
    expect([...evaluatePolicy(spec, here, { p: 0.1 })]).toEqual([
      ["risk", false],
      ["score", 3],
    ]);
    expect([...here.steps.keys()]).toEqual(["f"]);
  });
});

describe("matrix", () => {
  const feature = (name: string) => build.featureRef(name, numberType, span);
  const encode = (values: Record<string, never | number | boolean | null>, more: object) => {
    const columns = Object.keys(values).map(feature);
    const { steps } = row({}, { steps: new Map(Object.entries(values)) });
    const result = {
      steps,
      rejected: null,
      imputed: new Set<string>(),
      clamped: new Set<string>(),
    };
    return encodeMatrix(program([]), matrix(columns, more), result);
  };

  it("rounds to the dtype and takes bools for 0 and 1", () => {
    expect(encode({ a: 0.1, b: true, c: false }, { dtype: "float32" })).toEqual([
      0.10000000149011612, 1, 0,
    ]);
    expect(encode({ a: 0.1 }, { dtype: "float64" })).toEqual([0.1]);
  });

  it.each([
    ["int32", 2 ** 31 - 1, true],
    ["int32", 2 ** 31, false],
    ["int32", -(2 ** 31), true],
    ["int32", 1.5, false],
    ["uint8", 255, true],
    ["uint8", 256, false],
    ["uint8", -1, false],
    ["float32", 3.4028234663852886e38, true],
    ["float32", 3.5e38, false],
  ])("%s holds %d: %s", (dtype, value, holds) => {
    expect(encode({ a: value }, { dtype })).toEqual(holds ? [value] : undefined);
  });

  it("refuses, marks or fills what is missing", () => {
    expect(encode({ a: null }, { missing: "reject" })).toBeUndefined();
    expect(encode({ a: null }, { missing: "nan" })).toEqual([NaN]);
    expect(encode({ a: null, b: 1 }, { missing: -1 })).toEqual([-1, 1]);
  });

  it("has a cell for each place of a vector", () => {
    const hot = build.oneHot(feature("a"), [0, 1, 2], span);
    const result = (a: number | null) => ({
      steps: new Map([["a", a]]),
      rejected: null,
      imputed: new Set<string>(),
      clamped: new Set<string>(),
    });
    expect(encodeMatrix(program([]), matrix([hot]), result(1))).toEqual([0, 1, 0]);
    expect(encodeMatrix(program([]), matrix([hot], { missing: 0 }), result(null))).toEqual([
      0, 0, 0,
    ]);
  });
});
