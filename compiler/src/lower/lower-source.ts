import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { nearest } from "../diagnostics/suggest.js";
import { parseFormula } from "../formula/parse.js";
import type { EventSource, FieldContract, TableSource } from "../ir/program.js";
import type { EnumAst, EventsAst, FormulaText, Name, SpecAst, TableAst } from "../spec/ast.js";
import { printDeclaredType } from "../types/type.js";
import type { Type } from "../types/type.js";
import { lowerField } from "./lower-field.js";

export interface Sources {
  readonly events: readonly EventSource[];
  readonly tables: readonly TableSource[];
}

interface SourceContext {
  readonly input: readonly FieldContract[];
  readonly types: ReadonlyMap<string, readonly FieldContract[]>;
  readonly enums: ReadonlyMap<string, EnumAst>;
  readonly collector: DiagnosticCollector;
}

/** The sources of a spec; one in which something was reported is left out. */
export function lowerSources(
  spec: SpecAst,
  input: readonly FieldContract[],
  enums: ReadonlyMap<string, EnumAst>,
  collector: DiagnosticCollector,
): Sources {
  const types = new Map(
    spec.types.map(({ name, fields }) => [
      name.value,
      fields.map((field) => lowerField(field, enums, collector)),
    ]),
  );
  const context: SourceContext = { input, types, enums, collector };
  return {
    events: spec.events.flatMap((ast) => lowerEvents(ast, context) ?? []),
    tables: spec.tables.flatMap((ast) => lowerTable(ast, context) ?? []),
  };
}

function lowerTable(ast: TableAst, context: SourceContext): TableSource | undefined {
  const fields = fieldsOf(ast, context);
  if (fields === undefined) return undefined;
  const key = fieldNamed(ast.key, ast.name.value, "`key`", fields, context);
  const on = ast.on ?? ast.key;
  const met = fieldNamed(on, "the input", "`on`", context.input, context);
  if (key === undefined || met === undefined) return undefined;
  if (key.mayBeMissing) return reportOptional(ast.key, key, context);
  if (met.mayBeMissing) return reportOptional(on, met, context);
  if (!meet(key.type, met.type)) {
    context.collector.report(
      "source/key-type",
      ast.key.span,
      { key: key.name, keyType: key.type.kind, on: met.name, onType: met.type.kind },
      { related: [{ span: met.span, text: "the input field" }] },
    );
    return undefined;
  }
  return {
    name: ast.name.value,
    typeName: ast.type?.value ?? null,
    data: ast.data?.value ?? ast.name.value,
    fields,
    key: key.name,
    on: met.name,
    ...(ast.description === undefined ? {} : { description: ast.description.value }),
    span: ast.name.span,
  };
}

function lowerEvents(ast: EventsAst, context: SourceContext): EventSource | undefined {
  const base = lowerTable(ast, context);
  if (base === undefined) return undefined;
  const time = momentNamed(ast.time, base, "`time`", context);
  const known = ast.known === undefined ? null : momentNamed(ast.known, base, "`known`", context);
  const retention =
    ast.retention === undefined ? null : retentionOf(ast.retention, context.collector);
  if (time === undefined || known === undefined || retention === undefined) return undefined;
  return {
    ...base,
    time: time.name,
    known: known === null ? null : known.name,
    retention,
    maxCount: ast.maxCount?.value ?? null,
    includesCurrent: ast.includesCurrent,
  };
}

/** The source's own fields, or those of its type. */
function fieldsOf(ast: TableAst, context: SourceContext): readonly FieldContract[] | undefined {
  const { type } = ast;
  if (type === undefined) {
    return ast.fields.map((field) => lowerField(field, context.enums, context.collector));
  }
  const fields = context.types.get(type.value);
  if (fields === undefined) {
    const known = [...context.types.keys()];
    context.collector.report("name/unknown", type.span, {
      name: type.value,
      suggestion: nearest(type.value, known),
      known: known.join(", "),
    });
  }
  return fields;
}

function fieldNamed(
  name: Name,
  owner: string,
  where: string,
  fields: readonly FieldContract[],
  { collector }: SourceContext,
): FieldContract | undefined {
  const field = fields.find((candidate) => candidate.name === name.value);
  if (field === undefined) {
    const known = fields.map((candidate) => candidate.name);
    collector.report("source/no-field", name.span, {
      name: name.value,
      owner,
      where,
      suggestion: nearest(name.value, known),
    });
  }
  return field;
}

/** A moment of an event: always there, and to the millisecond. */
function momentNamed(
  name: Name,
  { name: owner, fields }: TableSource,
  where: string,
  context: SourceContext,
): FieldContract | undefined {
  const field = fieldNamed(name, owner, where, fields, context);
  if (field === undefined) return undefined;
  if (field.type.kind === "timestamp" && !field.mayBeMissing) return field;
  context.collector.report(
    "source/moment",
    name.span,
    {
      name: field.name,
      where,
      type: printDeclaredType({ type: field.type, optional: field.mayBeMissing }),
    },
    { related: [{ span: field.span, text: "declared here" }] },
  );
  return undefined;
}

function reportOptional(name: Name, field: FieldContract, { collector }: SourceContext): undefined {
  collector.report(
    "source/optional-key",
    name.span,
    { name: field.name },
    { related: [{ span: field.span, text: "declared here" }] },
  );
  return undefined;
}

/** Keys are compared as they are: whole numbers with whole numbers, texts with texts. */
function meet(a: Type, b: Type): boolean {
  const texts = ["string", "id", "enum"];
  if (a.kind === "invalid" || b.kind === "invalid") return true;
  if (texts.includes(a.kind)) return texts.includes(b.kind);
  return a.kind === b.kind && (a.kind === "int" || a.kind === "date" || a.kind === "timestamp");
}

/** In milliseconds. */
function retentionOf(text: FormulaText, collector: DiagnosticCollector): number | undefined {
  const { ast, diagnostics } = parseFormula(text);
  collector.add(diagnostics);
  if (ast.kind === "InvalidAst") return undefined;
  if (ast.kind === "DurationAst" && ast.millis > 0) return ast.millis;
  collector.report("source/retention", text.span, {});
  return undefined;
}
