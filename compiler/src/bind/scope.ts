import type { Span } from "../base/source.js";
import type {
  EnumAst,
  FieldAst,
  FitAst,
  FunctionAst,
  MapAst,
  Name,
  SpecAst,
  StepAst,
} from "../spec/ast.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { isAggregateName } from "../functions/aggregates/aggregate.table.js";
import { isFunctionName } from "../functions/registry.js";
import type { Library } from "./libraries.js";

/** What a name in a formula can mean. */
export type ValueSymbol =
  | { readonly kind: "field"; readonly name: string; readonly ast: FieldAst; readonly span: Span }
  | { readonly kind: "let"; readonly name: string; readonly ast: StepAst; readonly span: Span }
  | { readonly kind: "feature"; readonly name: string; readonly ast: StepAst; readonly span: Span }
  /** `NAME_missing` of a feature with `indicator: true`. */
  | {
      readonly kind: "indicator";
      readonly name: string;
      readonly ast: StepAst;
      readonly span: Span;
    }
  | { readonly kind: "policy"; readonly name: string; readonly ast: StepAst; readonly span: Span }
  | { readonly kind: "output"; readonly name: string; readonly ast: FieldAst; readonly span: Span }
  | { readonly kind: "events"; readonly name: string; readonly span: Span }
  | { readonly kind: "table"; readonly name: string; readonly span: Span };

/** Every name of a spec, resolved once. */
export interface Scope {
  readonly values: ReadonlyMap<string, ValueSymbol>;
  readonly functions: ReadonlyMap<string, FunctionAst>;
  readonly maps: ReadonlyMap<string, MapAst>;
  readonly enums: ReadonlyMap<string, EnumAst>;
  readonly labels: ReadonlySet<string>;
  /** Read as `fit.NAME`: a name of its own kind, which clashes with no other. */
  readonly fits: ReadonlyMap<string, FitAst>;
}

const nouns: Record<ValueSymbol["kind"], string> = {
  field: "field",
  let: "let",
  feature: "feature",
  indicator: "missing indicator",
  policy: "policy",
  output: "model output",
  events: "event source",
  table: "table",
};

export function nounOf(symbol: ValueSymbol): string {
  return nouns[symbol.kind];
}

export function bindScope(spec: SpecAst, library: Library, collector: DiagnosticCollector): Scope {
  const values = new Map<string, ValueSymbol>();
  const declare = (symbol: ValueSymbol): void => {
    const other = values.get(symbol.name);
    if (other === undefined) {
      values.set(symbol.name, symbol);
      return;
    }
    collector.report(
      "name/clash",
      symbol.span,
      { name: symbol.name, what: nounOf(symbol), otherWhat: nounOf(other) },
      { related: [{ span: other.span, text: "the first one" }] },
    );
  };

  for (const ast of spec.input)
    declare({ kind: "field", name: ast.name.value, ast, span: ast.name.span });
  for (const { name } of spec.events) {
    declare({ kind: "events", name: name.value, span: name.span });
  }
  for (const { name } of spec.tables) {
    declare({ kind: "table", name: name.value, span: name.span });
  }
  for (const ast of spec.lets)
    declare({ kind: "let", name: ast.name.value, ast, span: ast.name.span });
  for (const ast of spec.features) {
    declare({ kind: "feature", name: ast.name.value, ast, span: ast.name.span });
    if (ast.indicator) {
      declare({ kind: "indicator", name: `${ast.name.value}_missing`, ast, span: ast.name.span });
    }
  }
  for (const ast of spec.model?.outputs ?? []) {
    declare({ kind: "output", name: ast.name.value, ast, span: ast.name.span });
  }
  for (const ast of spec.policy)
    declare({ kind: "policy", name: ast.name.value, ast, span: ast.name.span });

  for (const { name } of [...library.functions, ...spec.functions]) {
    if (!isBuiltIn(name.value)) continue;
    collector.report("name/clash", name.span, {
      name: name.value,
      what: "function of this spec",
      otherWhat: "built-in function",
    });
  }
  return {
    values,
    functions: byName([...library.functions, ...spec.functions], "function", collector),
    maps: byName([...library.maps, ...spec.maps], "map", collector),
    enums: byName([...library.enums, ...spec.enums], "enum", collector),
    fits: new Map(spec.fits.map((fit) => [fit.name.value, fit])),
    labels: new Set(spec.labels.map((label) => label.value)),
  };
}

function isBuiltIn(name: string): boolean {
  return (
    isFunctionName(name) || isAggregateName(name) || name === "one_hot" || name === "multi_hot"
  );
}

function byName<Declaration extends { readonly name: Name }>(
  declarations: readonly Declaration[],
  noun: string,
  collector: DiagnosticCollector,
): ReadonlyMap<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const declaration of declarations) {
    const { value, span } = declaration.name;
    const other = found.get(value);
    if (other === undefined) {
      found.set(value, declaration);
      continue;
    }
    collector.report(
      "name/clash",
      span,
      { name: value, what: noun, otherWhat: noun },
      { related: [{ span: other.name.span, text: "the first one" }] },
    );
  }
  return found;
}
