import { dependenciesOf } from "../../ir/dependencies.js";
import type { Program } from "../../ir/program.js";
import { camelCase } from "../names.js";
import type { NameScope } from "../names.js";
import type { Declaration } from "../text/declarations.js";
import type { Imports } from "../text/imports.js";
import type { RuntimeName } from "../text/runtime-names.js";
import { literal } from "../text/literal.js";
import type { FieldPlan } from "./input-plan.js";
import { rawName } from "./input-reader.js";

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

/** A text of which the contract asks its length alone, and formulas nothing. */
export function isLeftEmpty(field: FieldPlan, reads: ReadonlySet<string>): boolean {
  const { contract } = field;
  return (
    contract.type.kind === "string" &&
    contract.format.kind === "json" &&
    contract.invalid === "reject" &&
    contract.pattern === null &&
    contract.missingValues.length === 0 &&
    !reads.has(contract.name)
  );
}

export function scanStatement(
  field: FieldPlan,
  reads: ReadonlySet<string>,
  context: ScanContext,
): ScannedField {
  const { imports, names } = context;
  if (isLeftEmpty(field, reads)) {
    const raw = names.take(`${camelCase(field.contract.name)}Length`);
    return {
      raw,
      initial: "number | null = null",
      scan: `${imports.runtime("scanTextLength")}(line)`,
    };
  }
  const raw = names.take(rawName(field, field.contract.name));
  return { raw, initial: "unknown = null", scan: scanCall(field, context) };
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
