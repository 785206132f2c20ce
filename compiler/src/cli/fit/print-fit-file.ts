import { formulasHash } from "../../fit/formulas-hash.js";
import type { Type } from "../../types/type.js";
import type { Constant } from "../../types/value.js";
import { jsonForm } from "../run/output-value.js";
import type { DataSummary, Fitted } from "./fitted.js";

export interface FitFileContent {
  readonly spec: string;
  readonly compiler: string;
  /** The name of the file, without folders: those differ from machine to machine. */
  readonly dataFile: string;
  readonly data: DataSummary;
  readonly fitted: readonly Fitted[];
}

/** The text of `NAME.fit.yaml`: the same data and spec always give the same bytes. */
export function printFitFile({ spec, compiler, dataFile, data, fitted }: FitFileContent): string {
  const time = (millis: number): string => quoted(new Date(millis).toISOString());
  const lines = [
    `# What ${spec} learned from training data. Written by \`featc fit\`: commit it, and do not edit it.`,
    "featc_fit: 1",
    `spec: ${spec}`,
    `compiler: ${quoted(compiler)}`,
    `formulas: ${quoted(formulasHash(fitted.map(({ constant }) => constant)))}`,
    "data:",
    `  file: ${quoted(dataFile)}`,
    `  sha256: ${quoted(data.sha256)}`,
    `  rows: ${data.rows}`,
    `  rejected: ${data.rejected}`,
    ...(data.from === null ? [] : [`  from: ${time(data.from)}`]),
    ...(data.to === null ? [] : [`  to: ${time(data.to)}`]),
    "values:",
    ...fitted.flatMap(printEntry),
  ];
  return `${lines.join("\n")}\n`;
}

function printEntry({ constant, value, count, missing }: Fitted): readonly string[] {
  const reads = [...constant.reads].map(([label, hash]) => `      ${label}: ${quoted(hash)}`);
  return [
    `  ${constant.name}:`,
    `    formula: ${quoted(constant.text)}`,
    ...printValueLines(value ?? [], constant.type),
    `    count: ${count}`,
    `    missing: ${missing}`,
    ...(reads.length === 0 ? [] : ["    reads:", ...reads]),
  ];
}

function printValueLines(value: Constant, type: Type): readonly string[] {
  if (typeof value !== "object") return [`    value: ${scalarText(value, type)}`];
  const element = type.kind === "list" ? type.element.type : type;
  return ["    value:", ...value.map((item) => `      - ${scalarText(item, element)}`)];
}

function scalarText(value: Constant, type: Type): string {
  const form = jsonForm(value, type);
  if (typeof form === "string") return quoted(form);
  return typeof form === "number" ? numberText(form) : String(form);
}

/** The shortest text that reads back as the same number; readers of YAML disagree about long integers. */
function numberText(value: number): string {
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? value.toExponential()
    : String(value);
}

/** JSON's escapes are YAML's; what cannot be seen, and what YAML does not allow, is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
