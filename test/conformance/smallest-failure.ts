import { evaluateProgram } from "../../compiler/src/interpret/evaluate-program.js";
import { childrenOf, walk } from "../../compiler/src/ir/children.js";
import type { Expr } from "../../compiler/src/ir/nodes.js";
import type { Program, Step } from "../../compiler/src/ir/program.js";
import type { Value } from "../../compiler/src/types/value.js";
import { differingFeature } from "./differing-feature.js";
import type { Compile, Row } from "./differing-feature.js";

/** Values to which a field is brought where the difference stays. */
const simple: readonly Value[] = [null, 0, 1, false, "", "red", "a"];

/** The smallest part of the feature's formula that differs by itself, and the simplest row that shows it. */
export function smallestFailure(
  program: Program,
  feature: string,
  row: Row,
  compile: Compile,
): string {
  const step = program.steps.find(({ name }) => name === feature);
  if (step === undefined) return `no step ${feature}`;
  const shrunk = smallestPart(program, step, step.formula, row, compile) ?? alone(program, step);
  const small = shrunk.steps[0] ?? step;
  const simplest = simplestRow(shrunk, row, compile);
  const wanted = evaluateProgram(shrunk, simplest.input, simplest.asOf).steps.get(small.name);
  const given = compile(shrunk)(simplest.input, { asOf: simplest.asOf })[small.name];
  return [
    `formula   ${show(small.formula)}`,
    `row       ${JSON.stringify(fieldsRead(small.formula, simplest))}`,
    `interpreted ${showValue(wanted)}, generated ${showValue(given)}`,
  ].join("\n");
}

function alone(program: Program, step: Step): Program {
  return { ...program, steps: [step], features: [step.name] };
}

/** Parts come before what holds them; those inside a `Let` may read what it binds. */
function smallestPart(
  program: Program,
  step: Step,
  expr: Expr,
  row: Row,
  compile: Compile,
): Program | undefined {
  if (expr.kind !== "Let") {
    for (const child of childrenOf(expr)) {
      const found = smallestPart(program, step, child, row, compile);
      if (found !== undefined) return found;
    }
  }
  if (expr.type.kind === "list" || expr.kind === "Literal") return undefined;
  const name = expr.kind === "Call" ? `call_${expr.fn}` : "part";
  const single = alone(program, { ...step, name, type: expr.type, formula: expr });
  return differingFeature(single, compile(single), row) === undefined ? undefined : single;
}

function simplestRow(program: Program, row: Row, compile: Compile): Row {
  const compute = compile(program);
  let simplest = row;
  for (const contract of program.input) {
    const options = simple.filter((value) =>
      value === null
        ? contract.mayBeMissing
        : typeof value === typeof simplest.input[contract.name],
    );
    for (const value of options) {
      if (contract.type.kind === "enum" && value !== null && value !== "red") continue;
      if (typeof value === "number" && !isWithin(value, contract.range)) continue;
      const candidate = { ...simplest, input: { ...simplest.input, [contract.name]: value } };
      if (differingFeature(program, compute, candidate) === undefined) continue;
      simplest = candidate;
      break;
    }
  }
  return simplest;
}

function isWithin(value: number, range: Program["input"][number]["range"]): boolean {
  return value >= (range?.low ?? value) && value <= (range?.high ?? value);
}

function fieldsRead(formula: Expr, row: Row): Record<string, Value> {
  const read: Record<string, Value> = {};
  walk(formula, (expr) => {
    if (expr.kind === "AsOf") read["as_of"] = row.asOf;
    const name = expr.kind === "FieldRef" ? expr.path[0] : undefined;
    if (name !== undefined) read[name] = row.input[name] ?? null;
  });
  return read;
}

function show(expr: Expr): string {
  const parts = childrenOf(expr).map(show).join(", ");
  switch (expr.kind) {
    case "Literal":
      return JSON.stringify(expr.value);
    case "FieldRef":
      return expr.path.join(".");
    case "AsOf":
      return "as_of";
    case "Call":
      return `${expr.fn}(${parts})`;
    default:
      return `${expr.kind}${"operator" in expr ? ` ${expr.operator}` : ""}(${parts})`;
  }
}

/** JSON has no negative zero. */
function showValue(value: Value | undefined): string {
  return Object.is(value, -0) ? "-0" : JSON.stringify(value ?? null);
}
