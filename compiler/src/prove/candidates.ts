import { walk } from "../ir/children.js";
import type { Expr } from "../ir/nodes.js";
import type { FieldContract } from "../ir/program.js";
import { domainOfType } from "../types/facts.js";
import type { Value } from "../types/value.js";

/** Numbers and texts that formulas compare with: the values around which behaviour changes. */
export interface Landmarks {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

export function landmarksOf(formulas: readonly Expr[]): Landmarks {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === "number") numbers.add(value);
    if (typeof value === "string") texts.add(value);
    if (Array.isArray(value)) value.forEach(add);
  };
  for (const formula of formulas) {
    walk(formula, (expr) => {
      if (expr.kind === "Literal") add(expr.value);
      if (expr.kind === "In" || expr.kind === "Encode") expr.values.forEach(add);
      if (expr.kind === "Lookup") expr.map.entries.forEach((entry) => add(entry.key));
    });
  }
  return { numbers: [...numbers], texts: [...texts] };
}

/** Values of a field worth trying, human ones first; all of them satisfy its contract. */
export function candidateValues(field: FieldContract, landmarks: Landmarks): readonly Value[] {
  const missing: readonly Value[] = field.mayBeMissing ? [null] : [];
  switch (field.type.kind) {
    case "number":
    case "int":
    case "date":
    case "timestamp":
      return [...missing, ...numberCandidates(field, landmarks.numbers)];
    case "bool":
      return [true, false, ...missing];
    case "enum":
      return [...field.type.values, ...missing];
    case "string":
    case "id":
      return [...missing, ...textCandidates(field, landmarks.texts)];
    default:
      return missing;
  }
}

function numberCandidates(field: FieldContract, landmarks: readonly number[]): readonly number[] {
  const limits = domainOfType(field.type);
  const low = field.range?.low ?? (limits.kind === "number" ? limits.low : -Number.MAX_VALUE);
  const high = field.range?.high ?? (limits.kind === "number" ? limits.high : Number.MAX_VALUE);
  const integral = field.type.kind !== "number";
  const step = integral ? 1 : 0.5;
  const around = landmarks.flatMap((value) => [value, value + step, value - step, -value]);
  const tried = [
    0,
    1,
    -1,
    low,
    high,
    ...around,
    2,
    10,
    100,
    (low + high) / 2,
    low + step,
    high - step,
  ];
  const fitting = tried
    .map((value) => (integral ? Math.round(value) : value) + 0)
    .filter((value) => value >= low && value <= high && Number.isFinite(value));
  return [...new Set(fitting)];
}

function textCandidates(field: FieldContract, landmarks: readonly string[]): readonly string[] {
  const min = field.length?.low ?? 0;
  const max = field.length?.high ?? Number.MAX_SAFE_INTEGER;
  const tried = [...landmarks, "", "a", "0", "12", "a b", "Ä", "😀"];
  // A pattern admits few texts; the default row's is kept then.
  if (field.pattern !== null) return [];
  return [...new Set(tried)].filter((text) => {
    const length = [...text].length;
    return length >= min && length <= max;
  });
}
