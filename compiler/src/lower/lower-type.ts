import { assertNever } from "../base/assert.js";
import type { EnumAst, FieldAst, TypeAst } from "../spec/ast.js";
import { nearest } from "../diagnostics/suggest.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Located } from "../base/source.js";
import type { FieldContract } from "../ir/program.js";
import { invalidType } from "../types/type.js";
import type { DeclaredType, Type } from "../types/type.js";

type EnumValues = FieldAst["values"];

/** The declared type of a field or feature; records take the types of their fields. */
export function lowerType(
  ast: TypeAst,
  declaration: {
    readonly values?: EnumValues;
    readonly fields?: ReadonlyMap<string, DeclaredType>;
  },
  enums: ReadonlyMap<string, EnumAst>,
  collector: DiagnosticCollector,
): Type {
  switch (ast.kind) {
    case "number":
    case "int":
    case "bool":
    case "string":
    case "timestamp":
    case "date":
    case "id":
      return { kind: ast.kind };
    case "enum":
      return enumType(declaration.values, enums, collector);
    case "record":
      return { kind: "record", fields: declaration.fields ?? new Map() };
    case "list":
      return {
        kind: "list",
        element: {
          type: lowerType(ast.element, declaration, enums, collector),
          optional: ast.element.optional,
        },
      };
    case "invalid":
      return invalidType;
    default:
      return assertNever(ast);
  }
}

/** The type of a record with these fields. */
export function recordType(fields: readonly FieldContract[]): Type {
  return {
    kind: "record",
    fields: new Map(
      fields.map(({ name, type, mayBeMissing }) => [name, { type, optional: mayBeMissing }]),
    ),
  };
}

function enumType(
  values: EnumValues,
  enums: ReadonlyMap<string, EnumAst>,
  collector: DiagnosticCollector,
): Type {
  if (values === undefined) return invalidType;
  if (isList(values)) return { kind: "enum", values: values.map((value) => value.value) };
  const named = enums.get(values.value);
  if (named !== undefined)
    return { kind: "enum", values: named.values.map((value) => value.value) };
  const known = [...enums.keys()];
  if (values.value.includes(",")) {
    collector.report("spec/wrong-kind", values.span, {
      key: "values",
      wanted: "a list, such as `[a, b]`",
      found: "a text",
    });
    return invalidType;
  }
  collector.report("name/unknown", values.span, {
    name: values.value,
    suggestion: nearest(values.value, known),
    known: known.join(", "),
  });
  return invalidType;
}

function isList(values: NonNullable<EnumValues>): values is readonly Located<string>[] {
  return Array.isArray(values);
}
