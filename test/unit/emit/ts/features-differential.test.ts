import { describe, expect, it } from "vitest";
import { analyseProgram } from "../../../../compiler/src/analyse/analyse-program.js";
import { featuresModule } from "../../../../compiler/src/emit/ts/features-module.js";
import { evaluateProgram } from "../../../../compiler/src/interpret/evaluate-program.js";
import { functionNames } from "../../../../compiler/src/functions/registry.js";
import { childrenOf } from "../../../../compiler/src/ir/children.js";
import type { Facts } from "../../../../compiler/src/ir/facts.js";
import type { Expr } from "../../../../compiler/src/ir/nodes.js";
import type { Program } from "../../../../compiler/src/ir/program.js";
import { domainOfType } from "../../../../compiler/src/types/facts.js";
import type { Value } from "../../../../compiler/src/types/value.js";
import { RejectedRowError } from "../../../../runtime/src/errors.js";
import { bodyText, runModule } from "../../../support/run-module.js";
import { everyFunction, randomProgram, randomRow } from "../../../support/random-program.js";

type Row = ReturnType<typeof randomRow>;
type Compute = (input: unknown, options: { asOf: number }) => Record<string, Value>;
type FactsOf = (program: Program) => Facts;

/** As if nothing had been found out: every value of every type, missing or not, in every place. */
const nothingKnown: FactsOf = (program) => {
  const stepOf = (name: string) => program.steps.find((step) => step.name === name);
  return {
    of: (expr) => ({ missing: true, present: true, domain: domainOfType(expr.type) }),
    isReachable: () => true,
    step: (name) => {
      const type = stepOf(name)?.type ?? { kind: "number" };
      const fact = { missing: true, present: true, domain: domainOfType(type) };
      return { formula: fact, mayBeOutside: true, mayBeImputed: true, final: fact };
    },
  };
};

function computeOf(program: Program, factsOf: FactsOf): Compute {
  return runModule(featuresModule(program, factsOf(program)))["computeFeatures"] as Compute;
}

/** What the generated code does differently from the reference, or undefined. */
function difference(program: Program, compute: Compute, row: Row): string | undefined {
  const reference = evaluateProgram(program, row.input, row.asOf);
  let features: Record<string, Value>;
  try {
    features = compute(row.input, { asOf: row.asOf });
  } catch (error) {
    if (!(error instanceof RejectedRowError)) return `threw ${String(error)}`;
    const { rejected } = reference;
    const isSame = rejected?.feature === error.feature && Object.is(rejected.value, error.value);
    return isSame ? undefined : `rejected ${error.feature}, not ${rejected?.feature}`;
  }
  if (reference.rejected !== null) return `did not reject ${reference.rejected.feature}`;
  for (const name of program.features) {
    const wanted = reference.steps.get(name) ?? null;
    const actual = features[name] ?? null;
    if (!Object.is(actual, wanted)) return `${name} is ${String(actual)}, not ${String(wanted)}`;
  }
  return undefined;
}

/** The smallest formula below the steps that goes wrong by itself, as text, with its code. */
function smallestFailure(program: Program, factsOf: FactsOf, row: Row): string {
  let smallest: { expr: Expr; found: string; program: Program } | undefined;
  const size = (expr: Expr): number => childrenOf(expr).reduce((sum, one) => sum + size(one), 1);
  const visit = (expr: Expr, isOpen: boolean): void => {
    for (const child of childrenOf(expr)) visit(child, isOpen || expr.kind === "Let");
    if (smallest !== undefined && size(expr) >= size(smallest.expr)) return;
    const base = program.steps[0];
    if (base === undefined || isOpen || expr.type.kind === "list") return;
    const step = {
      ...base,
      name: "smallest",
      role: "feature" as const,
      type: expr.type,
      optional: true,
      formula: expr,
      range: null,
      outside: null,
      impute: null,
      indicatorOf: null,
    };
    const lets = program.steps.map((one) =>
      one.role === "feature" ? { ...one, role: "let" as const } : one,
    );
    const shrunk: Program = { ...program, steps: [...lets, step], features: ["smallest"] };
    try {
      const found = difference(shrunk, computeOf(shrunk, factsOf), row);
      if (found !== undefined) smallest = { expr, found, program: shrunk };
    } catch (error) {
      smallest = { expr, found: String(error), program: shrunk };
    }
  };
  for (const { formula } of program.steps) visit(formula, false);
  if (smallest === undefined) return "no formula fails by itself";
  const module = featuresModule(smallest.program, factsOf(smallest.program));
  const bodies = module.declarations.map((one) =>
    one.kind === "function" ? bodyText(one.body.parts) : "",
  );
  return `${show(smallest.expr)}\n${smallest.found}\n${JSON.stringify(row)}\n${bodies.join("\n").slice(-1500)}`;
}

function show(expr: Expr): string {
  const { kind } = expr;
  const detail = "value" in expr && kind === "Literal" ? JSON.stringify(expr.value) : "";
  const name = "path" in expr ? expr.path.join(".") : "name" in expr ? expr.name : "";
  const operator = "operator" in expr ? expr.operator : "fn" in expr ? expr.fn : "";
  return `(${[kind, operator, name, detail, ...childrenOf(expr).map(show)].filter(Boolean).join(" ")})`;
}

const programs = 90;
const steps = 24;

/** Compares the program on rows of its own; returns how many values were compared. */
function compare(program: Program, factsOf: FactsOf, seed: number, rows: number): number {
  const compute = computeOf(program, factsOf);
  for (let i = 0; i < rows; i += 1) {
    const row = randomRow(seed * 1000 + i);
    const found = difference(program, compute, row);
    if (found !== undefined) {
      expect.fail(`seed ${seed}: ${found}\n${smallestFailure(program, factsOf, row)}`);
    }
  }
  return rows * program.features.length;
}

describe.each<[string, FactsOf]>([
  ["what analysis proves", analyseProgram],
  ["nothing proved", nothingKnown],
])("generated features with %s", (_, factsOf) => {
  it("are those of the reference, bit for bit", () => {
    let values = 0;
    for (let seed = 1; seed <= programs; seed += 1) {
      values += compare(randomProgram(seed, steps, 2 + (seed % 4)), factsOf, seed, 12);
    }
    expect(values).toBeGreaterThan(20_000);
  });

  it("have every built-in function right", () => {
    for (let seed = 1; seed <= 12; seed += 1) compare(everyFunction(seed), factsOf, seed, 40);
    expect(everyFunction(1).steps.length).toBeGreaterThan(functionNames.length - 3);
  });

  it("are right in programs of several functions", () => {
    compare(randomProgram(7, 200, 3), factsOf, 7, 12);
  });
});
