import { describe, expect, it } from "vitest";
import { analyseProgram } from "../../../../compiler/src/analyse/analyse-program.js";
import { featuresModule } from "../../../../compiler/src/emit/ts/features-module.js";
import { build } from "../../../../compiler/src/ir/build.js";
import type { Expr } from "../../../../compiler/src/ir/nodes.js";
import type { Step } from "../../../../compiler/src/ir/program.js";
import { boolType, intType, numberType, stringType } from "../../../../compiler/src/types/type.js";
import type { Type } from "../../../../compiler/src/types/type.js";
import { bounds, field, nowhere, program } from "../../../support/program.js";
import { bodyText } from "../../../support/run-module.js";

const employment: Type = { kind: "enum", values: ["salaried", "self_employed", "unemployed"] };
const input = [
  field("debt", numberType, { range: bounds(0, 1e7) }),
  field("income", numberType, { optional: true, range: bounds(0, 1e7) }),
  field("age", intType, { range: bounds(18, 120) }),
  field("late", boolType, { optional: true }),
  field("vip", boolType, { optional: true }),
  field("work", employment, { optional: true }),
  field("city", stringType),
];

const debt = (): Expr => build.fieldRef(["debt"], numberType, nowhere);
const income = (): Expr => build.fieldRef(["income"], numberType, nowhere);
const age = (): Expr => build.fieldRef(["age"], intType, nowhere);
const late = (): Expr => build.fieldRef(["late"], boolType, nowhere);
const vip = (): Expr => build.fieldRef(["vip"], boolType, nowhere);
const work = (): Expr => build.fieldRef(["work"], employment, nowhere);
const city = (): Expr => build.fieldRef(["city"], stringType, nowhere);
const number = (value: number, type = numberType): Expr => build.literal(value, type, nowhere);
const text = (value: string, type = stringType): Expr => build.literal(value, type, nowhere);
const divided = (a: Expr, b: Expr): Expr => build.arith("/", a, b, numberType, nowhere);

/** The statements of a feature, without its comment; `rules` as a spec has them. */
function codeOf(formula: Expr, rules: Partial<Step> = {}): string {
  const step: Step = {
    name: "x",
    role: "feature",
    type: formula.type,
    optional: true,
    tags: [],
    formula,
    text: "…",
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
    nameSpan: nowhere,
    span: nowhere,
    ...rules,
  };
  const one = program({ input, steps: [step], features: ["x"] });
  const { declarations } = featuresModule(one, analyseProgram(one));
  const bodies = declarations.flatMap((part) => {
    if (part.kind === "const" && !part.exported) return [`const ${part.name} = ${part.value};`];
    return part.kind === "function"
      ? [bodyText(part.body.parts.filter(({ kind }) => kind !== "comment" && kind !== "blank"))]
      : [];
  });
  return bodies.join("\n").replace(/\nreturn \{\n {2}x,\n\};$/, "");
}

describe("arithmetic", () => {
  it("tests what may be missing or may not be finite, and nothing else", () => {
    expect(codeOf(divided(debt(), number(12)))).toBe("const x = input.debt / 12;");
    expect(codeOf(divided(debt(), income()))).toBe(
      "const x = input.income === null ? null : finite(input.debt / input.income);",
    );
    expect(codeOf(divided(debt(), build.cast(age(), numberType, nowhere)))).toBe(
      "const x = input.debt / input.age;",
    );
  });

  it("tests a chain of operations once", () => {
    const chain = build.arith("*", divided(debt(), income()), number(100), numberType, nowhere);
    expect(codeOf(chain)).toBe(
      "const x = input.income === null ? null : finite((input.debt / input.income) * 100);",
    );
  });

  it("does not hide an infinity in a divisor", () => {
    expect(codeOf(divided(number(1), divided(debt(), income())))).toBe(
      [
        "const x_part = input.income === null ? null : finite(input.debt / input.income);",
        "const x = x_part === null ? null : finite(1 / x_part);",
      ].join("\n"),
    );
  });

  it("computes what is constant when it compiles", () => {
    const product = build.arith("*", number(30), number(24), numberType, nowhere);
    expect(codeOf(build.arith("+", debt(), product, numberType, nowhere))).toBe(
      "const x = input.debt + 720;",
    );
  });
});

describe("conditions", () => {
  it("narrow what they test", () => {
    const positive = build.coalesce(
      build.compare(">", income(), number(0), nowhere),
      build.literal(false, boolType, nowhere),
      boolType,
      nowhere,
    );
    const arms = [{ condition: positive, value: divided(debt(), income()), span: nowhere }];
    expect(codeOf(build.case("if", arms, number(0), true, numberType, nowhere))).toContain(
      "input.income !== null && input.income > 0 ? input.debt / input.income : 0",
    );
  });

  it("are three-valued where both sides may be missing, two-valued else", () => {
    expect(codeOf(build.logic("and", late(), vip(), nowhere))).toBe(
      "const x: boolean | null = input.late === null ? " +
        "(input.vip === null || input.vip ? null : false) : input.late && input.vip;",
    );
    const adult = build.compare(">=", age(), number(21, intType), nowhere);
    expect(codeOf(build.logic("or", late(), adult, nowhere))).toBe(
      "const x = input.age >= 21 || input.late;",
    );
  });

  it("fold where the contract decides them", () => {
    const adult = build.compare(">=", age(), number(18, intType), nowhere);
    const arms = [{ condition: adult, value: debt(), span: nowhere }];
    expect(codeOf(build.case("if", arms, number(0), true, numberType, nowhere))).toBe(
      "const x = input.debt;",
    );
  });
});

describe("choices among values", () => {
  const arm = (condition: Expr, value: number) => ({
    condition,
    value: number(value),
    span: nowhere,
  });
  const is = (value: string): Expr => build.compare("==", work(), text(value, employment), nowhere);

  it("are a switch over an enum, the last value needing no test", () => {
    const arms = [
      arm(is("salaried"), 0),
      arm(is("self_employed"), 1),
      arm(is("unemployed"), 2),
      arm(build.isMissing(work(), nowhere), 3),
    ];
    const formula = build.case("match", arms, build.missing(nowhere), false, numberType, nowhere);
    expect(codeOf(formula).split("\n")).toEqual([
      "let x: number;",
      "switch (input.work) {",
      'case "salaried":',
      "x = 0;",
      "break;",
      'case "self_employed":',
      "x = 1;",
      "break;",
      'case "unemployed":',
      "x = 2;",
      "break;",
      "default:",
      "x = 3;",
      "}",
    ]);
  });

  it("of many constants are a set at the top of the module", () => {
    const values = ["a", "b", "c", "d", "e", "f", "g", "h", 'i"'];
    expect(codeOf(build.in(city(), values, nowhere))).toBe(
      [
        `const xValues = /* @__PURE__ */ new Set(["a", "b", "c", "d", "e", "f", "g", "h", 'i"']);`,
        "const x = xValues.has(input.city);",
      ].join("\n"),
    );
    expect(codeOf(build.in(city(), ["a", "b"], nowhere))).toBe(
      'const x = input.city === "a" || input.city === "b";',
    );
  });

  it("order texts by code point", () => {
    expect(codeOf(build.compare("<", city(), text("m"), nowhere))).toBe(
      'const x = compareText(input.city, "m") < 0;',
    );
  });
});

describe("from formula to value", () => {
  const ratio = { range: bounds(0, 5), outside: { value: "clamp", span: nowhere } } as const;

  it("clamps and imputes in one expression", () => {
    expect(
      codeOf(divided(debt(), income()), { ...ratio, impute: number(1), imputeText: "1" }),
    ).toBe(
      [
        "const x_raw = input.income === null ? null : finite(input.debt / input.income);",
        "const x: number = x_raw === null ? 1 : least(x_raw, 5);",
      ].join("\n"),
    );
  });

  it("leaves out what was proved", () => {
    const impute = { impute: number(1), imputeText: "1" };
    expect(codeOf(divided(debt(), number(1e7)), { ...ratio, ...impute })).toBe(
      "const x = input.debt / 10000000;",
    );
  });

  it("rejects a row, naming feature, value and range", () => {
    expect(codeOf(debt(), { ...ratio, outside: { value: "reject", span: nowhere } })).toBe(
      [
        "if (input.debt > 5) {",
        'throw new RejectedRowError("x", input.debt, "[0, 5]");',
        "}",
        "const x = input.debt;",
      ].join("\n"),
    );
  });

  it("makes 0 of -0 where it can come up", () => {
    expect(codeOf(build.negate(debt(), nowhere))).toBe("const x = -input.debt + 0;");
  });
});
