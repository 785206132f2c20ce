import type { Bounds, FieldContract, Program } from "../../ir/program.js";
import { eventsContract, recordContract } from "../../ir/source-contract.js";
import type { EmittedFile } from "../text/emitted-file.js";
import { jsonText } from "../json-text.js";
import type { Json } from "../json-text.js";

type Schema = { readonly [key: string]: Json };

/**
 * `schema.json`: the input as the producer sends it, in JSON Schema 2020-12. It says what that language
 * can say: constraints, ranges of dates and timestamps, and whether a day exists are left to `parseInput`.
 */
export function emitJsonSchema(program: Program): EmittedFile {
  const schema: Schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: program.name,
    ...(program.description === null ? {} : { description: program.description }),
    ...recordSchema(program.input, program.unknownFields === "ignore", new Set(program.labels)),
    ...sourceSchemas(program),
  };
  return { path: "schema.json", text: jsonText(schema) };
}

/** Events and records of tables, as they are sent beside the input. */
function sourceSchemas({ events, tables, unknownFields }: Program): Schema {
  if (events.length + tables.length === 0) return {};
  const allowsUnknown = unknownFields === "ignore";
  const entries = [
    ...events.map((source) => [
      source.name,
      fieldSchema(eventsContract(source), false, allowsUnknown),
    ]),
    ...tables.map((source) => [
      source.name,
      fieldSchema(recordContract(source), true, allowsUnknown),
    ]),
  ];
  return { $defs: Object.fromEntries(entries) as Schema };
}

function recordSchema(
  fields: readonly FieldContract[],
  allowsUnknown: boolean,
  labels: ReadonlySet<string> = new Set(),
): Schema {
  const isOptional = (field: FieldContract): boolean => field.optional || labels.has(field.name);
  const required = fields.filter((field) => !isOptional(field)).map(({ key }) => key);
  return {
    type: "object",
    // Object.fromEntries makes an own property also of `__proto__`.
    properties: Object.fromEntries(
      fields.map((field) => [field.key, fieldSchema(field, isOptional(field), allowsUnknown)]),
    ),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: allowsUnknown,
  };
}

function fieldSchema(field: FieldContract, optional: boolean, allowsUnknown: boolean): Schema {
  const value = withSentinels(field, valueSchema(field, allowsUnknown));
  return { ...documentation(field), ...(optional ? nullable(value) : value) };
}

function documentation(field: FieldContract): Schema {
  const unit = field.unit === undefined ? [] : [`Unit: ${field.unit.value}`];
  const description = [...(field.description === undefined ? [] : [field.description]), ...unit];
  return {
    title: field.name,
    ...(description.length === 0 ? {} : { description: description.join("\n") }),
    ...(field.deprecated === undefined || field.deprecated === false ? {} : { deprecated: true }),
  };
}

function valueSchema(field: FieldContract, allowsUnknown: boolean): Schema {
  // Whatever else is sent counts as missing, or as a value; only null and absence do not.
  if (field.invalid !== "reject") return { not: { type: "null" } };
  switch (field.format.kind) {
    case "text":
      return textSchema(field);
    case "epoch_s":
    case "epoch_ms":
      return { type: "number" };
    case "patterns":
      return { type: "string" };
    case "json":
      return jsonValueSchema(field, allowsUnknown);
  }
}

function jsonValueSchema(field: FieldContract, allowsUnknown: boolean): Schema {
  const { type, length } = field;
  switch (type.kind) {
    case "number":
      return { type: "number", ...rangeKeywords(field) };
    case "int":
      return { type: "integer", ...safeIntegers, ...rangeKeywords(field) };
    case "bool":
      return { type: "boolean" };
    case "string":
      return {
        type: "string",
        ...(field.pattern === null ? {} : { pattern: field.pattern.javaScript }),
        ...lengthKeywords(length, "minLength", "maxLength"),
      };
    case "id":
      return { type: ["string", "integer"], ...safeIntegers };
    case "timestamp":
      return { type: "string", format: "date-time", pattern: timestampPattern };
    case "date":
      return { type: "string", format: "date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };
    case "enum":
      return { enum: type.values };
    case "record":
      return recordSchema(field.fields, allowsUnknown);
    case "list":
      return {
        type: "array",
        ...(field.items === null
          ? {}
          : { items: fieldSchema(field.items, field.items.optional, allowsUnknown) }),
        ...lengthKeywords(length, "minItems", "maxItems"),
      };
    default:
      return {};
  }
}

const timestampPattern =
  "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$";

const safeIntegers = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

function textSchema(field: FieldContract): Schema {
  if (field.type.kind === "bool") return { enum: ["true", "false"] };
  return {
    type: "string",
    pattern: "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?$",
  };
}

function rangeKeywords(field: FieldContract): Schema {
  const { range, outside, type } = field;
  if (range === null || outside !== "reject") return {};
  const [low, high] = type.kind === "number" ? openEnds(range) : [null, null];
  return {
    ...(low !== null
      ? { exclusiveMinimum: low }
      : range.low === null
        ? {}
        : { minimum: range.low }),
    ...(high !== null
      ? { exclusiveMaximum: high }
      : range.high === null
        ? {}
        : { maximum: range.high }),
  };
}

/** The ends that the spec excludes, `"(0, 1]"`; null for others. */
function openEnds({ text }: Bounds): readonly [low: number | null, high: number | null] {
  const ends = /^([[(])(.*), (.*)([\])])$/.exec(text);
  const low = ends?.[1] === "(" && ends[2] !== "null" ? Number(ends[2]) : null;
  const high = ends?.[4] === ")" && ends[3] !== "null" ? Number(ends[3]) : null;
  return [low, high];
}

function lengthKeywords(length: Bounds | null, least: string, most: string): Schema {
  return {
    ...(length === null || length.low === null ? {} : { [least]: length.low }),
    ...(length === null || length.high === null ? {} : { [most]: length.high }),
  };
}

function withSentinels(field: FieldContract, schema: Schema): Schema {
  if (field.missingValues.length === 0 || field.invalid !== "reject") return schema;
  if (Array.isArray(schema["enum"])) {
    return { ...schema, enum: [...new Set([...schema["enum"], ...field.missingValues])] };
  }
  return { anyOf: [schema, { enum: field.missingValues }] };
}

function nullable(schema: Schema): Schema {
  const { type, enum: values, anyOf, ...rest } = schema;
  if (Array.isArray(anyOf)) return { ...rest, anyOf: [...anyOf, { type: "null" }] };
  if (Array.isArray(values)) return { ...rest, enum: [...values, null] };
  if (Array.isArray(type)) return { ...rest, type: [...type, "null"] };
  return type === undefined ? {} : { type: [type, "null"], ...rest };
}
