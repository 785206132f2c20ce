import type { Facts } from "../../ir/facts.js";
import { walk } from "../../ir/children.js";
import type { Step } from "../../ir/program.js";
import type { Type } from "../../types/type.js";
import { camelCase } from "../names.js";
import type { Declaration } from "../text/declarations.js";
import type { FusedFunction, StepResult } from "./fuse.js";
import { literal, objectLiteral } from "../text/literal.js";
import { nullableType } from "./value-type.js";

/** Steps that a later function reads than the one that computes them. */
export function carriedSteps(functions: readonly FusedFunction[]): readonly StepResult[] {
  const carried = new Set<StepResult>();
  const earlier = new Map<string, StepResult>();
  for (const { steps } of functions) {
    for (const { step } of steps) {
      for (const formula of [step.formula, ...(step.impute === null ? [] : [step.impute])]) {
        walk(formula, (expr) => {
          const result = expr.kind === "FeatureRef" ? earlier.get(expr.name) : undefined;
          if (result !== undefined) carried.add(result);
        });
      }
    }
    for (const result of steps) earlier.set(result.step.name, result);
  }
  return [...carried];
}

/** Types and the constant of an object that holds the values: `CarriedValues`, `noCarried`. */
export function carryDeclarations(
  typeName: string,
  constantName: string,
  results: readonly StepResult[],
  isScratch: boolean,
): readonly Declaration[] {
  const members = results.map(({ step, nullable }) => ({
    name: step.name,
    type: nullableType(step.type, nullable),
  }));
  const entries = results.map(
    ({ step, nullable }) => [step.name, initialValue(step.type, nullable)] as const,
  );
  const valuesType = `${typeName}Values`;
  return [
    { kind: "interface", name: typeName, exported: false, members },
    {
      kind: "type",
      name: valuesType,
      exported: false,
      type: `{ -readonly [Name in keyof ${typeName}]: ${typeName}[Name] }`,
    },
    {
      kind: "const",
      name: isScratch ? constantName : camelCase(`no_${constantName}`),
      exported: false,
      ...(isScratch
        ? { doc: ["Holds what one part of a row's computation leaves to the next."] }
        : {}),
      type: isScratch ? valuesType : typeName,
      value: objectLiteral(entries),
    },
  ];
}

/** An object with a value of the right type for every feature, so that its shape is settled from the start. */
export function emptyObject(features: readonly Step[], facts: Facts): string {
  return objectLiteral(
    features.map((step) => {
      const nullable =
        step.role !== "indicator" && (step.optional || facts.step(step.name).final.missing);
      return [step.name, initialValue(step.type, nullable)] as const;
    }),
  );
}

function initialValue(type: Type, nullable: boolean): string {
  if (nullable) return "null";
  switch (type.kind) {
    case "bool":
      return "false";
    case "string":
    case "id":
      return '""';
    case "enum":
      return literal(type.values[0] ?? "");
    case "vector":
      return "[]";
    default:
      return "0";
  }
}
