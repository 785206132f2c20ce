import { assertNever } from "../base/assert.js";
import type { Span } from "../base/source.js";
import { readDate, readTimestamp } from "../formula/read-date.js";
import type { FittedConstant } from "../ir/program.js";
import type { DataAst } from "../spec/ast.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";

export type ReadValue =
  { readonly value: Constant } | { readonly problem: string; readonly span: Span };

/** A value of a fit file as one of the type of its statistic. Files are edited by hand: every form is checked. */
export function readFittedValue(
  data: DataAst,
  declared: Pick<FittedConstant, "statistic" | "type" | "parameter" | "text">,
): ReadValue {
  const { type, parameter, text } = declared;
  const problem = (words: string, at: DataAst = data): ReadValue => ({
    problem: words,
    span: at.span,
  });
  if (type.kind === "list") {
    if (data.kind !== "list") return problem(`\`${text}\` is a list of values`);
    return readList(data, type.element.type, parameter ?? Infinity, problem);
  }
  const value = readScalarOf(type, data);
  if (value === undefined) return problem(`${shown(data)} is not ${wantedOf(type)}`);
  const isNegative = typeof value === "number" && value < 0;
  if (isNegative && neverNegative.has(declared.statistic)) {
    return problem(`${shown(data)} is below 0, which \`${text}\` never is`);
  }
  return { value };
}

const neverNegative: ReadonlySet<string> = new Set(["count", "stddev_samp", "stddev_pop"]);

function readList(
  data: Extract<DataAst, { kind: "list" }>,
  element: Type,
  longest: number,
  problem: (words: string, at?: DataAst) => ReadValue,
): ReadValue {
  if (data.items.length === 0) return problem("it has no values");
  if (data.items.length > longest) {
    return problem(`it has ${data.items.length} values, and \`top\` is ${longest}`);
  }
  const values = new Set<Constant>();
  for (const item of data.items) {
    const value = readScalarOf(element, item);
    if (value === undefined) return problem(`${shown(item)} is not ${wantedOf(element)}`, item);
    if (values.has(value)) return problem(`${shown(item)} stands twice`, item);
    values.add(value);
  }
  return { value: [...values] };
}

function readScalarOf(type: Type, data: DataAst): Constant | undefined {
  if (data.kind !== "scalar") return undefined;
  const { value } = data;
  switch (type.kind) {
    case "number":
      return typeof value === "number" ? value : undefined;
    case "int":
    case "duration":
      return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "string":
    case "id":
      return typeof value === "string" ? value : undefined;
    case "enum":
      return typeof value === "string" && type.values.includes(value) ? value : undefined;
    case "date": {
      const read = typeof value === "string" ? readDate(value) : undefined;
      return read !== undefined && "days" in read ? read.days : undefined;
    }
    case "timestamp": {
      const read = typeof value === "string" ? readTimestamp(value) : undefined;
      return read !== undefined && "millis" in read ? read.millis : undefined;
    }
    case "list":
    case "record":
    case "vector":
    case "missing":
    case "invalid":
      return undefined;
    default:
      return assertNever(type);
  }
}

function wantedOf(type: Type): string {
  switch (type.kind) {
    case "number":
      return "a number";
    case "int":
      return "a whole number";
    case "duration":
      return "a whole number of milliseconds";
    case "bool":
      return "true or false";
    case "string":
    case "id":
      return "a text; a text that looks like a number stands in quotes";
    case "enum":
      return `one of ${type.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "date":
      return "a date such as 2020-01-31";
    case "timestamp":
      return "a time such as 2020-01-31T10:00:00Z";
    case "list":
    case "record":
    case "vector":
    case "missing":
    case "invalid":
      return "a value";
    default:
      return assertNever(type);
  }
}

function shown(data: DataAst): string {
  if (data.kind === "list") return "a list";
  return data.kind === "map" ? "a map" : `\`${data.text.slice(0, 60)}\``;
}
