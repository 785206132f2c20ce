import { compileDatePattern } from "@featc/runtime";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { FieldContract, FieldDocumentation, WireFormat } from "../ir/program.js";
import { internalError } from "../base/assert.js";
import { compilePattern } from "../pattern/compile-pattern.js";
import { parsePattern } from "../pattern/parse-pattern.js";
import { toJavaScriptSource } from "../pattern/pattern-source.js";
import type { Documentation, EnumAst, FieldAst, FormulaText } from "../spec/ast.js";
import { intType, invalidType } from "../types/type.js";
import type { DeclaredType, Type } from "../types/type.js";
import { lowerBounds } from "./lower-bounds.js";
import { lowerZone } from "./lower-zone.js";
import { lowerType } from "./lower-type.js";
import { lowerUnit } from "./lower-unit.js";

const defaultPivot = 70;

/** The contract of a field of the input, of a record or of the model's outputs. */
export function lowerField(
  ast: FieldAst,
  enums: ReadonlyMap<string, EnumAst>,
  collector: DiagnosticCollector,
): FieldContract {
  const fields = (ast.fields ?? []).map((field) => lowerField(field, enums, collector));
  const recordFields = new Map<string, DeclaredType>(
    fields.map((field) => [field.name, { type: field.type, optional: field.mayBeMissing }]),
  );
  const declared = lowerType(
    ast.type,
    { ...(ast.values === undefined ? {} : { values: ast.values }), fields: recordFields },
    enums,
    collector,
  );
  const range =
    ast.range === undefined ? null : lowerBounds(ast.range, elementOr(declared), collector);
  const items = ast.type.kind === "list" ? itemsOf(ast, enums, collector) : null;
  // A range that was refused would make every formula on the field leave its own.
  const type = ast.range !== undefined && range === null ? invalidType : withItems(declared, items);
  const { optional } = ast.type;
  const missingValues = ast.missingValues.flatMap((data) =>
    data.kind === "scalar" && data.value !== null ? [data.value] : [],
  );
  const invalid = lowerInvalid(ast, type, collector);
  const outside = ast.outside?.value ?? "reject";
  return {
    ...documentationOf(ast, collector),
    name: ast.name.value,
    key: ast.producerName?.value ?? ast.name.value,
    type,
    optional,
    mayBeMissing:
      optional || invalid === "missing" || outside === "missing" || missingValues.length > 0,
    range,
    pattern: ast.pattern === undefined ? null : lowerPattern(ast.pattern, collector),
    length: ast.length === undefined ? null : lowerBounds(ast.length, intType, collector),
    fields,
    items,
    format: lowerFormat(ast, type, collector),
    missingValues,
    invalid,
    outside,
    pii: ast.pii,
    span: ast.span,
  };
}

/** The elements are as the contract of the items has them. */
function withItems(type: Type, items: FieldContract | null): Type {
  if (type.kind !== "list" || items === null) return type;
  return { kind: "list", element: { type: items.type, optional: items.mayBeMissing } };
}

/** What `items` says, or a contract that knows the type of the elements alone. */
function itemsOf(
  ast: FieldAst,
  enums: ReadonlyMap<string, EnumAst>,
  collector: DiagnosticCollector,
): FieldContract {
  const element = ast.type.kind === "list" ? ast.type.element : ast.type;
  const declared = ast.items;
  return lowerField(
    {
      tags: [],
      from: [],
      missingValues: [],
      pii: ast.pii,
      ...(ast.values === undefined ? {} : { values: ast.values }),
      ...(ast.fields === undefined ? {} : { fields: ast.fields }),
      ...declared,
      name: { value: "items", span: ast.name.span },
      type: declared?.type ?? element,
      span: declared?.span ?? ast.span,
    },
    enums,
    collector,
  );
}

function elementOr(type: Type): Type {
  return type.kind === "list" ? type.element.type : type;
}

export function documentationOf(
  ast: Documentation,
  collector: DiagnosticCollector,
): FieldDocumentation {
  const unit = lowerUnit(ast.unit, collector);
  return {
    ...(ast.description === undefined ? {} : { description: ast.description.value }),
    ...(unit === undefined ? {} : { unit }),
    tags: ast.tags.map((tag) => tag.value),
    ...(ast.deprecated === undefined ? {} : { deprecated: ast.deprecated.value }),
  };
}

function lowerInvalid(
  ast: FieldAst,
  type: Type,
  collector: DiagnosticCollector,
): FieldContract["invalid"] {
  const rule = ast.invalid;
  if (rule === undefined) return "reject";
  if (typeof rule.value === "object") {
    const { value } = rule.value;
    if (type.kind === "enum" && !type.values.includes(value)) {
      collector.report("type/unknown-enum-value", rule.span, {
        value,
        subject: ast.name.value,
        values: type.values,
        suggestion: undefined,
      });
    }
  }
  return rule.value;
}

function lowerPattern(ast: FormulaText, collector: DiagnosticCollector): FieldContract["pattern"] {
  const compiled = compilePattern(ast.text);
  if ("error" in compiled) {
    const { start, end, reason, hint } = compiled.error;
    collector.report("type/bad-pattern", ast.at(start, Math.max(end, start + 1)), { reason, hint });
    return null;
  }
  const parsed = parsePattern(ast.text);
  if ("error" in parsed) internalError(`a compiled pattern that does not parse: ${ast.text}`);
  return { text: ast.text, table: compiled.table, javaScript: toJavaScriptSource(parsed.ast) };
}

const textual = new Set(["number", "int", "bool"]);

function lowerFormat(ast: FieldAst, type: Type, collector: DiagnosticCollector): WireFormat {
  const format = lowerWireForm(ast, type, collector);
  if (ast.zone === undefined) return format;
  const zone = lowerZone(ast.zone, collector) ?? null;
  const { patterns = [] } = format.kind === "patterns" ? format : {};
  const isLocal = patterns.some(({ steps }) => steps.every((step) => step.field !== "offset"));
  if (format.kind === "patterns" && (isLocal || patterns.length === 0)) return { ...format, zone };
  collector.report("time/zone-without-pattern", ast.zone.span, {
    reason:
      format.kind === "patterns"
        ? "the text says its own offset from UTC"
        : "no date pattern says how the text is written",
  });
  return format;
}

function lowerWireForm(ast: FieldAst, type: Type, collector: DiagnosticCollector): WireFormat {
  const [first] = ast.from;
  if (first === undefined) return { kind: "json" };
  if (ast.from.length === 1) {
    if (first.value === "text") {
      if (!textual.has(type.kind)) {
        collector.report("type/bad-format", first.span, {
          format: "text",
          type: type.kind,
          problem: "it is for numbers, ints and bools that are written as text",
        });
      }
      return { kind: "text" };
    }
    if (first.value === "epoch_s" || first.value === "epoch_ms") {
      if (type.kind !== "timestamp") {
        collector.report("type/bad-format", first.span, {
          format: first.value,
          type: type.kind,
          problem: "it is for timestamps",
        });
      }
      return { kind: first.value };
    }
  }
  return lowerDatePatterns(ast, type, collector);
}

function lowerDatePatterns(ast: FieldAst, type: Type, collector: DiagnosticCollector): WireFormat {
  const patterns = ast.from.flatMap((pattern) => {
    if (type.kind !== "timestamp" && type.kind !== "date") {
      collector.report("type/bad-format", pattern.span, {
        format: pattern.value,
        type: type.kind,
        problem: "date patterns are for dates and timestamps",
      });
      return [];
    }
    const steps = compileDatePattern(pattern.value);
    if (typeof steps === "string") {
      collector.report("type/bad-format", pattern.span, {
        format: pattern.value,
        type: type.kind,
        problem: steps,
      });
      return [];
    }
    return [{ text: pattern.value, steps }];
  });
  return { kind: "patterns", patterns, pivot: ast.pivot?.value ?? defaultPivot, zone: null };
}
