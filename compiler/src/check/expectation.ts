import { assertNever } from "../base/assert.js";
import type { RowResult } from "../interpret/evaluate-program.js";
import type { Step } from "../ir/program.js";
import type { ExpectAst } from "../spec/ast.js";
import { constantOfData } from "../testgen/example-row.js";

export function expectationHolds(expect: ExpectAst, result: RowResult, step: Step): boolean {
  if (expect.kind === "rejected") return result.rejected !== null;
  if (result.rejected !== null) return false;
  const actual = result.steps.get(step.name) ?? null;
  switch (expect.kind) {
    case "missing":
      return actual === null;
    case "near":
      return typeof actual === "number" && Math.abs(actual - expect.near) <= expect.within;
    case "value":
      return sameValue(actual, constantOfData(expect.value, step.type));
    default:
      return assertNever(expect);
  }
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  }
  return a === b;
}

export function printExpectation(expect: ExpectAst): string {
  switch (expect.kind) {
    case "missing":
    case "rejected":
      return expect.kind;
    case "near":
      return `within ${expect.within} of ${expect.near}`;
    case "value":
      return expect.value.kind === "scalar" ? JSON.stringify(expect.value.value) : "a list";
    default:
      return assertNever(expect);
  }
}
