import { internalError } from "../../base/assert.js";
import type { FieldContract } from "../../ir/program.js";
import type { Declaration, Doc, DocLine, Member } from "../text/declarations.js";
import { expectedWords } from "./field-words.js";
import { allFields } from "./input-plan.js";
import type { FieldPlan, ListPlan, RecordPlan } from "./input-plan.js";
import { literal, unionOfLiterals } from "../text/literal.js";

/** The interfaces of a record, as the producer sends it and as formulas read it, nested ones first. */
export function recordInterfaces(plan: RecordPlan, doc: Doc, jsonDoc: Doc): readonly Declaration[] {
  const nested = plan.fields.flatMap((field) => nestedInterfaces(field.nested));
  return [
    ...nested,
    {
      kind: "interface",
      name: plan.jsonType,
      exported: true,
      doc: jsonDoc,
      members: plan.fields.map(jsonMember),
    },
    {
      kind: "interface",
      name: plan.type,
      exported: true,
      doc,
      members: plan.fields.map(inputMember),
    },
  ];
}

function nestedInterfaces(nested: RecordPlan | ListPlan | null): readonly Declaration[] {
  if (nested === null) return [];
  if (nested.kind === "list") return nestedInterfaces(nested.items.nested);
  return recordInterfaces(nested, [], []);
}

/** The types of enums with many values. */
export function enumTypes(plan: RecordPlan): readonly Declaration[] {
  return allFields(plan).flatMap(({ contract: { type }, support }): Declaration[] =>
    support?.kind === "enum" && type.kind === "enum"
      ? [{ kind: "type", name: support.type, exported: true, type: unionOfLiterals(type.values) }]
      : [],
  );
}

function jsonMember(field: FieldPlan): Member {
  const { contract, optional } = field;
  const type = jsonTypeText(field);
  return {
    name: contract.key,
    optional,
    type: optional && type !== "unknown" ? `${type} | null` : type,
    doc: fieldDoc(field),
  };
}

function inputMember(field: FieldPlan): Member {
  return {
    name: field.contract.name,
    type: inputTypeText(field),
    ...(field.contract.description === undefined ? {} : { doc: [field.contract.description] }),
  };
}

/** The type of the parsed value, with `| null` where it may be missing. */
export function inputTypeText(field: FieldPlan): string {
  const type = presentTypeText(field);
  return field.mayBeMissing ? `${type} | null` : type;
}

/** The type of the parsed value where it is present. */
export function presentTypeText(field: FieldPlan): string {
  const { type } = field.contract;
  switch (type.kind) {
    case "number":
    case "int":
    case "timestamp":
    case "date":
    case "duration":
      return "number";
    case "bool":
      return "boolean";
    case "string":
    case "id":
      return "string";
    case "enum":
      return field.support?.kind === "enum" ? field.support.type : unionOfLiterals(type.values);
    case "record":
      return field.nested?.kind === "record" ? field.nested.type : noPlan(field.contract);
    case "list":
      return field.nested?.kind === "list"
        ? `readonly ${grouped(inputTypeText(field.nested.items))}[]`
        : noPlan(field.contract);
    case "vector":
    case "missing":
    case "invalid":
      return noPlan(field.contract);
  }
}

function noPlan(contract: FieldContract): never {
  internalError(`no input is of the type ${contract.type.kind}`);
}

function grouped(type: string): string {
  return /[ |]/.test(type) ? `(${type})` : type;
}

/** Of a value that is there; `unknown` where the contract makes the best of anything. */
function jsonTypeText(field: FieldPlan): string {
  const { contract } = field;
  if (contract.invalid !== "reject") return "unknown";
  const base = jsonBaseType(field);
  const sentinels = contract.missingValues.filter(
    (value) => !base.split(" | ").some((type) => type === typeof value || type === literal(value)),
  );
  return sentinels.length === 0 ? base : `${base} | ${unionOfLiterals(sentinels)}`;
}

function jsonBaseType(field: FieldPlan): string {
  const { type, format } = field.contract;
  if (format.kind === "epoch_s" || format.kind === "epoch_ms") return "number";
  if (format.kind === "text" || format.kind === "patterns") return "string";
  switch (type.kind) {
    case "timestamp":
    case "date":
      return "string";
    case "id":
      return "string | number";
    case "record":
      return field.nested?.kind === "record" ? field.nested.jsonType : noPlan(field.contract);
    case "list":
      return field.nested?.kind === "list"
        ? `readonly ${grouped(elementJsonType(field.nested.items))}[]`
        : noPlan(field.contract);
    default:
      return presentTypeText(field);
  }
}

function elementJsonType(items: FieldPlan): string {
  const type = jsonTypeText(items);
  return items.optional && type !== "unknown" ? `${type} | null` : type;
}

function fieldDoc(field: FieldPlan): Doc {
  const { contract } = field;
  const lines: DocLine[] = [];
  if (contract.description !== undefined) lines.push(sentence(contract.description));
  lines.push(sentence(capitalised(expectedWords(contract)) + treatmentWords(contract)));
  if (contract.unit !== undefined) lines.push(`Unit: ${contract.unit.value}.`);
  if (contract.tags.length > 0) lines.push(`Tags: ${contract.tags.join(", ")}.`);
  if (contract.pii) lines.push("Personal data: never printed.");
  if (contract.deprecated !== undefined && contract.deprecated !== false) {
    const why = contract.deprecated === true ? "" : contract.deprecated;
    lines.push({ tag: "deprecated", text: why });
  }
  return lines;
}

function treatmentWords(contract: FieldContract): string {
  let words = "";
  if (contract.missingValues.length > 0) {
    words += `; ${contract.missingValues.map(literal).join(", ")} mean missing`;
  }
  if (contract.invalid === "missing") words += "; anything else is missing";
  else if (contract.invalid !== "reject")
    words += `; anything else is ${literal(contract.invalid.value)}`;
  if (contract.outside === "missing") words += "; missing outside the range";
  if (contract.outside === "clamp") words += "; clamped to the range";
  return words;
}

function sentence(text: string): string {
  return /[.!?]\s*$/.test(text) ? text : `${text}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
