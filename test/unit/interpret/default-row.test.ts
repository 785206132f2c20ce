import { compileDatePattern } from "@featc/runtime";
import { describe, expect, it } from "vitest";
import { defaultRow } from "../../../compiler/src/interpret/default-row.js";
import { evaluateProgram } from "../../../compiler/src/interpret/evaluate-program.js";
import { readInput } from "../../../compiler/src/interpret/read-input.js";
import { roundNumber } from "../../../compiler/src/interpret/round-number.js";
import { build } from "../../../compiler/src/ir/build.js";
import type { FieldContract, Program } from "../../../compiler/src/ir/program.js";
import { compilePattern } from "../../../compiler/src/pattern/compile-pattern.js";
import {
  boolType,
  dateType,
  idType,
  intType,
  numberType,
  stringType,
  timestampType,
} from "../../../compiler/src/types/type.js";
import {
  bounds,
  constraint,
  contract,
  field,
  number,
  program,
  span,
  step,
} from "./make-program.js";

function isAdmitted(spec: Program): boolean {
  const { json, asOf } = defaultRow(spec);
  const read = readInput(spec, json, asOf);
  return !("issues" in read) && evaluateProgram(spec, read.input, asOf).rejected === null;
}

const usual = (one: FieldContract): unknown => defaultRow(program([one])).json[one.key];

describe("usual values", () => {
  it.each([
    [contract("debt", numberType, { range: bounds(0, 1e7) }), 100],
    [contract("age", intType, { range: bounds(18, 120) }), 50],
    [contract("share", numberType, { range: bounds(0, 1) }), 0.5],
    [contract("score", intType, { range: bounds(300, 850) }), 500],
    [contract("latitude", numberType, { range: bounds(-90, 90) }), 20],
    [contract("flag", intType, { range: bounds(0, 1) }), 1],
    [contract("fixed", intType, { range: bounds(7, 7) }), 7],
    [contract("count", intType), 10],
    [contract("income", numberType, { optional: true }), 10],
    [contract("kind", { kind: "enum", values: ["x", "y"] }), "x"],
    [contract("name", stringType), "a"],
    [contract("name", stringType, { length: bounds(3, 5) }), "aaa"],
    [contract("key", idType), "a"],
    [contract("late", boolType), true],
    [contract("paid_at", timestampType), "2024-01-15T12:00:00Z"],
    [contract("born", dateType), "2024-01-15"],
    [contract("born", dateType, { range: bounds(0, 10) }), "1970-01-11"],
    [contract("n", intType, { format: { kind: "text" } }), "10"],
    [contract("t", timestampType, { format: { kind: "epoch_s" } }), 1_705_320_000],
    [contract("Age", intType, { key: "Age in years", missingValues: [10] }), 1],
  ])("$name is $1", (one, expected) => {
    expect(usual(one)).toBe(expected);
    expect(isAdmitted(program([one]))).toBe(true);
  });

  it("fit patterns of texts and of dates", () => {
    const compiled = compilePattern("^[A-Z]{2}[0-9]{3}$");
    if ("error" in compiled) throw new Error(compiled.error.reason);
    const code = contract("code", stringType, {
      pattern: { text: "", table: compiled.table, javaScript: "" },
    });
    expect(usual(code)).toMatch(/^[A-Z]{2}[0-9]{3}$/);
    const steps = compileDatePattern("d MMM yy, h:mm a");
    if (typeof steps === "string") throw new Error(steps);
    const at = contract("at", timestampType, {
      format: { kind: "patterns", pivot: 70, zone: null, patterns: [{ text: "", steps }] },
    });
    expect(usual(at)).toBe("15 Jan 24, 12:00 PM");
    expect(isAdmitted(program([code, at]))).toBe(true);
  });

  it("of records and lists are those of their parts", () => {
    const address = contract(
      "address",
      { kind: "record", fields: new Map() },
      {
        fields: [contract("zip", stringType, { key: "ZIP" }), contract("since", dateType)],
      },
    );
    const prices = contract(
      "prices",
      { kind: "list", element: { type: dateType, optional: false } },
      {
        items: contract("items", dateType),
        length: bounds(2, 3),
      },
    );
    expect(usual(address)).toEqual({ ZIP: "a", since: "2024-01-15" });
    expect(usual(prices)).toEqual(["2024-01-15", "2024-01-15"]);
    expect(isAdmitted(program([address, prices]))).toBe(true);
  });

  it("lie inside any range", () => {
    for (const low of [null, -1e6, -10, -0.3, 0, 0.1, 1, 999, 1e12]) {
      for (const width of [null, 0, 1e-9, 0.5, 1, 10, 1e4, 1e9]) {
        const high = width === null ? null : (low ?? 0) + width;
        const value = roundNumber(low, high, false);
        const where = `${value} in [${low}, ${high}]`;
        expect(value, where).toBeGreaterThanOrEqual(low ?? -Infinity);
        expect(value, where).toBeLessThanOrEqual(high ?? Infinity);
      }
    }
  });
});

describe("search", () => {
  const x = contract("x", numberType, { range: bounds(0, 1000) });
  const y = contract("y", numberType, { range: bounds(0, 1000) });
  const compare = (operator: "<" | ">" | "==", left: string, right: string | number) =>
    build.compare(
      operator,
      field(left),
      typeof right === "number" ? number(right) : field(right),
      span,
    );

  it("satisfies constraints of one field and of two", () => {
    const of = (...formulas: readonly ReturnType<typeof compare>[]) =>
      program([x, y], { constraints: formulas.map((formula, i) => constraint(`c${i}`, formula)) });
    expect(isAdmitted(of(compare("<", "x", "y")))).toBe(true);
    expect(isAdmitted(of(compare(">", "x", 777)))).toBe(true);
    expect(isAdmitted(of(compare(">", "x", 777), compare(">", "y", "x")))).toBe(true);
    expect(isAdmitted(of(compare("==", "x", 12.25)))).toBe(true);
  });

  it("orders dates", () => {
    const from = contract("from", dateType);
    const to = contract("to", dateType);
    const formula = build.compare("<", field("from", dateType), field("to", dateType), span);
    expect(isAdmitted(program([from, to], { constraints: [constraint("order", formula)] }))).toBe(
      true,
    );
  });

  it("avoids rows that a feature rejects", () => {
    const ratio = build.arith("/", field("x"), field("y"), numberType, span);
    const steps = [
      step("ratio", ratio, { range: bounds(0, 0.05), outside: { value: "reject", span } }),
    ];
    expect(isAdmitted(program([x, y], { steps }))).toBe(true);
  });

  it("ends where no row will do, and says the same each time", () => {
    const formula = build.compare(">", field("x"), number(1000), span);
    const spec = program([x, y], { constraints: [constraint("impossible", formula)] });
    expect(defaultRow(spec)).toEqual({ json: { x: 100, y: 100 }, asOf: 1_705_320_000_000 });
  });

  it("takes the moment from the field that the spec names", () => {
    const at = contract("at", timestampType, { range: bounds(0, 1000) });
    expect(defaultRow(program([at], { asOf: "at" })).asOf).toBe(1000);
  });
});
