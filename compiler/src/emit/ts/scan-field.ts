import { dependenciesOf } from "../../ir/dependencies.js";
import type { Program } from "../../ir/program.js";
import { camelCase } from "../names.js";
import type { NameScope } from "../names.js";
import type { Declaration } from "../text/declarations.js";
import type { Imports } from "../text/imports.js";
import type { RuntimeName } from "../text/runtime-names.js";
import { literal } from "../text/literal.js";
import type { Block } from "../text/block.js";
import { outsideLength } from "./input-conditions.js";
import type { FieldPlan } from "./input-plan.js";
import { rawName } from "./input-reader.js";
import { outOfRange } from "./input-scalar.js";

export interface ScanContext {
  readonly imports: Imports;
  /** Of the module, and of the function that scans. */
  readonly scope: NameScope;
  readonly names: NameScope;
  /** Takes the constants that the statements need. */
  readonly constants: Declaration[];
}

/** The variable of a field, and what is assigned to it. */
export interface ScannedField {
  readonly raw: string;
  /** Its type and first value, which also stands for a field that is absent: null is the same to every contract. */
  readonly initial: string;
  readonly scan: string;
}

/** Fields that a matrix or a constraint reads. */
export function fieldReads(program: Program): ReadonlySet<string> {
  const formulas = [
    ...program.matrices.flatMap(({ columns }) => columns.map(({ formula }) => formula)),
    ...program.constraints.map(({ formula }) => formula),
  ];
  const { fields } = dependenciesOf(program, formulas);
  return new Set(program.asOf === null ? fields : [...fields, program.asOf]);
}

/** A text of which the contract asks its length at most. */
export function isPlainString({ contract }: FieldPlan): boolean {
  return (
    contract.type.kind === "string" &&
    contract.format.kind === "json" &&
    contract.invalid === "reject" &&
    contract.pattern === null &&
    contract.missingValues.length === 0
  );
}

/** A text or a whole number, and nothing in their place. */
function isPlainId({ contract }: FieldPlan): boolean {
  return (
    contract.type.kind === "id" &&
    contract.invalid === "reject" &&
    contract.missingValues.length === 0
  );
}

/** A date or a timestamp in the form of JSON, of which the contract asks its range at most. */
function isPlainMoment({ contract }: FieldPlan): boolean {
  return (
    (contract.type.kind === "date" || contract.type.kind === "timestamp") &&
    contract.format.kind === "json" &&
    contract.invalid === "reject" &&
    contract.missingValues.length === 0 &&
    (contract.range === null || contract.outside === "reject")
  );
}

/**
 * The value of a field with shorter tests than `input.ts` has, or null: what the scanner takes for a text is
 * ASCII, so that it is well-formed and has as many characters as bytes.
 */
export function plainValue(
  field: FieldPlan,
  raw: string,
  reads: ReadonlySet<string>,
  block: Block,
): string | null {
  const { contract, optional } = field;
  const refuse = "return undefined;";
  if (isPlainId(field)) {
    const isNoId = `typeof ${raw} === "number" && !Number.isSafeInteger(${raw})`;
    block.guard(optional ? isNoId : `${raw} === null || (${isNoId})`, refuse);
    return optional ? `${raw} === null ? null : String(${raw})` : `String(${raw})`;
  }
  if (isPlainMoment(field)) {
    const refused =
      contract.range === null ? `Number.isNaN(${raw})` : outOfRange(contract, raw).text;
    block.guard(`${raw} ${optional ? "!== null &&" : "=== null ||"} ${refused}`, refuse);
    return raw;
  }
  if (!isPlainString(field)) return null;
  const isRead = reads.has(contract.name);
  if (!optional) block.line(`if (${raw} === null) ${refuse}`);
  if (contract.length !== null) {
    const { low, high } = contract.length;
    const outside = outsideLength(isRead ? `${raw}.length` : raw, low, high).text;
    block.guard(optional ? `${raw} !== null && ${outside}` : outside, refuse);
  }
  if (isRead) return raw;
  return optional ? `${raw} === null ? null : ""` : '""';
}

export function scanStatement(
  field: FieldPlan,
  reads: ReadonlySet<string>,
  context: ScanContext,
): ScannedField {
  const { imports, names } = context;
  if (isPlainString(field) && !reads.has(field.contract.name)) {
    const raw = names.take(`${camelCase(field.contract.name)}Length`);
    return {
      raw,
      initial: "number | null = null",
      scan: `${imports.runtime("scanTextLength")}(line)`,
    };
  }
  const raw = names.take(rawName(field, field.contract.name));
  if (isPlainString(field)) {
    const scan = `${imports.runtime("scanOwnText")}(line)`;
    return { raw, initial: "string | null = null", scan };
  }
  if (isPlainMoment(field)) {
    const reader = field.contract.type.kind === "date" ? "scanDate" : "scanTimestamp";
    return { raw, initial: "number | null = null", scan: `${imports.runtime(reader)}(line)` };
  }
  const initial = isPlainId(field) ? "string | number | null = null" : "unknown = null";
  return { raw, initial, scan: scanCall(field, context) };
}

function scanCall(field: FieldPlan, { imports, scope, constants }: ScanContext): string {
  const { contract } = field;
  const reader = readerOf(field);
  if (reader !== "scanWord" || contract.type.kind !== "enum") {
    return `${imports.runtime(reader)}(line)`;
  }
  const words = scope.take(`${camelCase(contract.name)}Words`);
  constants.push({
    kind: "const",
    name: words,
    exported: false,
    value: `/* @__PURE__ */ ${imports.runtime("scannedWords")}(${literal(contract.type.values)})`,
  });
  return `${imports.runtime("scanWord")}(line, ${words})`;
}

/** More values are compared as texts. */
const mostWords = 32;

/** What reads every value that the contract may take; others are for `JSON.parse`. */
function readerOf({ contract, nested }: FieldPlan): RuntimeName {
  const sentinels = new Set<string>(contract.missingValues.map((value) => typeof value));
  if (nested !== null) return "scanNested";
  const kinds = kindsOf(contract);
  if (kinds === "word") {
    const isShort = contract.type.kind === "enum" && contract.type.values.length <= mostWords;
    const isText = contract.invalid === "reject" && [...sentinels].every((one) => one === "string");
    return isText ? (isShort ? "scanWord" : "scanText") : "scanScalar";
  }
  if (contract.invalid !== "reject") return "scanScalar";
  if ([...sentinels].some((one) => one !== kinds)) return "scanScalar";
  return readers[kinds];
}

type Kind = "number" | "boolean" | "string" | "id" | "word";

const readers: Readonly<Record<Exclude<Kind, "word">, RuntimeName>> = {
  number: "scanNumber",
  boolean: "scanBool",
  string: "scanText",
  id: "scanId",
};

function kindsOf({ type, format }: FieldPlan["contract"]): Kind {
  switch (format.kind) {
    case "text":
    case "patterns":
      return "string";
    case "epoch_s":
    case "epoch_ms":
      return "number";
    case "json":
      break;
  }
  switch (type.kind) {
    case "number":
    case "int":
      return "number";
    case "bool":
      return "boolean";
    case "id":
      return "id";
    case "enum":
      return "word";
    default:
      return "string";
  }
}
