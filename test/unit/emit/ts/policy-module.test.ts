import { describe, expect, it } from "vitest";
import { analyseProgram } from "../../../../compiler/src/analyse/analyse-program.js";
import { featuresModule } from "../../../../compiler/src/emit/ts/features-module.js";
import { inputModule } from "../../../../compiler/src/emit/ts/input-module.js";
import { policyModule } from "../../../../compiler/src/emit/ts/policy-module.js";
import { buildTsFile } from "../../../../compiler/src/emit/text/ts-file.js";
import { evaluatePolicy } from "../../../../compiler/src/interpret/evaluate-policy.js";
import { evaluateProgram } from "../../../../compiler/src/interpret/evaluate-program.js";
import { build } from "../../../../compiler/src/ir/build.js";
import type { Expr } from "../../../../compiler/src/ir/nodes.js";
import type { Program, Step } from "../../../../compiler/src/ir/program.js";
import { numberType } from "../../../../compiler/src/types/type.js";
import type { Type } from "../../../../compiler/src/types/type.js";
import { bounds, field, nowhere, program } from "../../../support/program.js";
import { runModule } from "../../../support/run-module.js";
import { typeErrors } from "../../../support/type-errors.js";

const answers: Type = { kind: "enum", values: ["decline", "review", "approve"] };
const number = (value: number): Expr => build.literal(value, numberType, nowhere);
const answer = (value: string): Expr => build.literal(value, answers, nowhere);

function step(name: string, role: Step["role"], formula: Expr): Step {
  return {
    name,
    role,
    type: formula.type,
    optional: false,
    tags: [],
    formula,
    text: name,
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
    nameSpan: nowhere,
    span: nowhere,
  };
}

const above = (left: Expr, limit: number): Expr =>
  build.compare(">=", left, number(limit), nowhere);
const score = (): Expr => build.outputRef("score", numberType, nowhere);
const half = step(
  "half",
  "feature",
  build.arith("/", build.fieldRef(["debt"], numberType, nowhere), number(2), numberType, nowhere),
);
/** A name that the module has for itself. */
const risk = step("outputs", "policy", build.arith("*", score(), number(100), numberType, nowhere));
const decision = step(
  "decision",
  "policy",
  build.case(
    "if",
    [
      {
        condition: above(build.featureRef("outputs", numberType, nowhere), 80),
        value: answer("decline"),
        span: nowhere,
      },
      {
        condition: above(build.featureRef("half", numberType, nowhere), 10),
        value: answer("review"),
        span: nowhere,
      },
    ],
    answer("approve"),
    true,
    answers,
    nowhere,
  ),
);

const bank: Program = program({
  input: [field("debt", numberType, { range: bounds(0, 1000) })],
  steps: [half],
  features: ["half"],
  policy: [risk, decision],
  model: {
    file: null,
    input: null,
    outputs: [field("score", numberType, { range: bounds(0, 1) })],
  },
});

describe("policyModule", () => {
  const facts = analyseProgram(bank);

  it("decides as the reference does", () => {
    const { decide } = runModule(policyModule(bank, facts)) as {
      decide: (basis: unknown) => Record<string, unknown>;
    };
    const seen = new Set<unknown>();
    for (const debt of [0, 19.9, 20, 1000]) {
      for (const outputs of [{ score: 0 }, { score: 0.79 }, { score: 0.8 }, { score: 1 }]) {
        const input = { debt };
        const row = { input, asOf: 0, steps: evaluateProgram(bank, input, 0).steps };
        const wanted = Object.fromEntries(evaluatePolicy(bank, row, outputs));
        const features = Object.fromEntries(row.steps);
        expect(decide({ input, features, outputs })).toEqual(wanted);
        seen.add(wanted["decision"]);
      }
    }
    expect(seen.size).toBe(3);
  });

  it("imports types alone, and compiles under the strictest settings", async () => {
    const policy = await buildTsFile(policyModule(bank, facts));
    expect(policy.text).not.toMatch(/^import (?!type )/m);
    const files = [inputModule(bank, facts), featuresModule(bank, facts)].map((one) =>
      buildTsFile(one),
    );
    expect(typeErrors([...(await Promise.all(files)), policy])).toEqual([]);
  });
});
