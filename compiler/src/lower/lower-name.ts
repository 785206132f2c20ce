import { assertNever } from "../base/assert.js";
import type { Span } from "../base/source.js";
import { fitIn, fitName } from "../bind/dependencies.js";
import type { ValueSymbol } from "../bind/scope.js";
import { nearest } from "../diagnostics/suggest.js";
import { isFunctionName } from "../functions/registry.js";
import { isSnakeCase } from "../formula/keywords.js";
import type { IndexAst, MemberAst, NameAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { intType, invalidType, printType, stringType } from "../types/type.js";
import type { Type } from "../types/type.js";
import { isAssignable } from "../types/join.js";
import { coerce } from "./coerce.js";
import type { LowerContext } from "./context.js";
import { recordType } from "./lower-type.js";
import { lowerFormula } from "./lower-formula.js";

export function lowerName(ast: NameAst, context: LowerContext): Expr {
  const param = context.params.get(ast.name);
  if (param !== undefined) return param();
  if (ast.name === "as_of") {
    // Constraints are checked when a record is read, before a caller says the moment; a field has it.
    if (context.place !== "constraint") return build.asOf(ast.span);
    context.collector.report("name/no-moment", ast.span, {});
    return build.invalid(ast.span);
  }
  const source = lowerSource(ast, context);
  if (source !== undefined) return source;
  const symbol = context.scope.values.get(ast.name);
  if (symbol !== undefined) return lowerSymbol(symbol, ast, context);
  return reportUnknownName(ast, context);
}

/** The current event inside an aggregate, or the record of a table. */
function lowerSource({ name, span }: NameAst, context: LowerContext): Expr | undefined {
  const events = context.events.get(name);
  if (events !== undefined) {
    if (context.element !== null) return context.element.enterEvents(events, span, context);
    const value = events.fields.find((field) => field.type.kind === "number");
    context.collector.report("aggregate/outside", span, {
      name,
      field: value === undefined ? undefined : `${name}.${value.name}`,
      isList: false,
    });
    return build.invalid(span);
  }
  const table = context.tables.get(name);
  if (table === undefined) return undefined;
  if (context.place === "step") return build.tableRef(name, [], recordType(table.fields), span);
  context.collector.report("aggregate/place", span, { name });
  return build.invalid(span);
}

function lowerSymbol(symbol: ValueSymbol, ast: NameAst, context: LowerContext): Expr {
  const { name, span } = ast;
  switch (symbol.kind) {
    case "field":
      if (context.scope.labels.has(name)) {
        context.collector.report("name/label-in-formula", span, { name });
        return build.invalid(span);
      }
      if (context.place === "column") return reportNotAFeature(ast, context);
      return fieldRef(name, span, context);
    case "output":
      if (context.place !== "policy") return reportUnknownName(ast, context);
      return build.outputRef(name, context.fieldTypes.get(name) ?? invalidType, span);
    case "let":
      if (context.place === "policy") {
        context.collector.report("name/not-in-policy", span, { name });
        return build.invalid(span);
      }
      if (context.place === "column") return reportNotAFeature(ast, context);
      return stepRef(ast, context);
    case "policy":
      return context.place === "policy" ? stepRef(ast, context) : reportUnknownName(ast, context);
    case "feature":
    case "indicator":
      return context.place === "constraint"
        ? reportUnknownName(ast, context)
        : stepRef(ast, context);
    case "events":
    case "table":
      // What is wrong with its declaration has been reported.
      return build.invalid(span);
    default:
      return assertNever(symbol);
  }
}

/** A field whose declaration has been reported says nothing about the formulas that read it. */
function fieldRef(name: string, span: NameAst["span"], context: LowerContext): Expr {
  const type = context.fieldTypes.get(name) ?? invalidType;
  return type.kind === "invalid" ? build.invalid(span) : build.fieldRef([name], type, span);
}

/** A step that is on a cycle or did not type-check has no type: it has been reported. */
function stepRef(ast: NameAst, context: LowerContext): Expr {
  const type = context.stepTypes.get(ast.name);
  if (type === undefined || type.kind === "invalid") return build.invalid(ast.span);
  return build.featureRef(ast.name, type, ast.span);
}

function reportNotAFeature(ast: NameAst, context: LowerContext): Expr {
  const features = [...context.scope.values.values()].filter(
    (symbol) => symbol.kind === "feature" || symbol.kind === "indicator",
  );
  context.collector.report("name/not-a-feature", ast.span, {
    name: ast.name,
    suggestion: nearest(
      ast.name,
      features.map((symbol) => symbol.name),
    ),
  });
  return build.invalid(ast.span);
}

function reportUnknownName(ast: NameAst, context: LowerContext): Expr {
  const { name, span } = ast;
  // The parser has said that it cannot be a name.
  if (!isSnakeCase(name)) return build.invalid(span);
  if (context.scope.maps.has(name)) {
    context.collector.report("name/not-a-value", span, {
      name,
      what: "a map",
      instead: `${name}[key]`,
    });
  } else if (context.scope.functions.has(name) || isFunctionName(name)) {
    context.collector.report("name/not-a-value", span, {
      name,
      what: "a function",
      instead: `${name}(…)`,
    });
  } else {
    const known = knownNames(context);
    context.collector.report("name/unknown", span, {
      name,
      suggestion: nearest(name, known),
      known: known.length > 12 ? "" : known.join(", "),
      inQuotes: isWholeQuoted(span),
    });
  }
  return build.invalid(span);
}

function knownNames(context: LowerContext): readonly string[] {
  const visible = [...context.scope.values.values()].filter((symbol) => {
    switch (context.place) {
      case "step":
        return symbol.kind !== "policy" && symbol.kind !== "output";
      case "constraint":
        return symbol.kind === "field";
      case "policy":
        return symbol.kind !== "let";
      case "column":
        return symbol.kind === "feature" || symbol.kind === "indicator";
      default:
        return assertNever(context.place);
    }
  });
  return [
    ...context.params.keys(),
    ...visible.map((symbol) => symbol.name).filter((name) => !context.scope.labels.has(name)),
  ];
}

/** `address.zip`: a field inside a record. */
export function lowerMember(ast: MemberAst, context: LowerContext): Expr {
  if (fitIn(ast) !== undefined) return reportFit(ast, context);
  const object = lowerFormula(ast.object, context);
  if (object.kind === "Invalid") return object;
  if (object.type.kind === "list" && object.type.element.type.kind === "record") {
    const { file, start, end } = ast.span;
    const field = file.text.slice(start, end);
    const name = file.text.slice(object.span.start, object.span.end);
    context.collector.report("aggregate/outside", ast.span, { name, field, isList: true });
    return build.invalid(ast.span);
  }
  const holdsFields =
    object.kind === "FieldRef" || object.kind === "TableRef" || object.kind === "ElementRef";
  if (object.type.kind !== "record" || !holdsFields) {
    context.collector.report("type/no-member", ast.memberSpan, {
      member: ast.member,
      actual: printType(object.type),
    });
    return build.invalid(ast.span);
  }
  const declared = object.type.fields.get(ast.member);
  if (declared === undefined) {
    const known = [...object.type.fields.keys()];
    context.collector.report("name/unknown", ast.memberSpan, {
      name: ast.member,
      suggestion: nearest(ast.member, known),
      known: known.join(", "),
    });
    return build.invalid(ast.span);
  }
  return { ...object, path: [...object.path, ast.member], type: declared.type, span: ast.span };
}

/** A fitted constant where none can stand; all others have been replaced by their values. */
function reportFit(ast: MemberAst, context: LowerContext): Expr {
  const { member, memberSpan, span } = ast;
  if (!context.scope.fits.has(member)) {
    const known = [...context.scope.fits.keys()].map(fitName);
    context.collector.report("name/unknown", memberSpan, {
      name: fitName(member),
      suggestion: nearest(fitName(member), known),
      known: known.length > 12 ? "" : known.join(", "),
    });
  } else if (context.place === "constraint") {
    context.collector.report("fit/in-constraint", span, { name: fitName(member) });
  }
  return build.invalid(span);
}

/** `base_rate[employment]`: a map and a key. */
export function lowerIndex(ast: IndexAst, context: LowerContext): Expr {
  const key = lowerFormula(ast.index, context);
  const isMap =
    ast.object.kind === "NameAst" &&
    !context.params.has(ast.object.name) &&
    context.scope.maps.has(ast.object.name);
  if (!isMap || ast.object.kind !== "NameAst") {
    const object = lowerFormula(ast.object, context);
    if (object.kind !== "Invalid") {
      context.collector.report("type/no-index", ast.span, { actual: printType(object.type) });
    }
    return build.invalid(ast.span);
  }
  if (key.kind === "Invalid") return key;
  const keyType: Type = key.type.kind === "int" ? intType : stringType;
  const map = context.mapNamed(ast.object.name, keyType);
  const fits = key.type.kind === "id" || isAssignable(key.type, keyType);
  if (!fits || map.keyType.kind !== keyType.kind) {
    context.collector.report("type/map-key", ast.index.span, {
      map: map.name,
      wanted: map.keyType.kind === "int" ? "an int" : "a text",
      actual: printType(key.type),
    });
    return build.invalid(ast.span);
  }
  if (map.valueType.kind === "invalid") return build.invalid(ast.span);
  if (key.type.kind === "enum" && lacksKey(ast, map.name, key.type.values, context)) {
    return build.invalid(ast.span);
  }
  return build.lookup(map, key.type.kind === "id" ? key : coerce(key, keyType), ast.span);
}

/** A literal key that the map lacks is always missing: a typing mistake. */
function lacksKey(
  ast: IndexAst,
  mapName: string,
  values: readonly string[],
  context: LowerContext,
): boolean {
  const only = values[0];
  const map = context.scope.maps.get(mapName);
  if (ast.index.kind !== "StringAst" || only === undefined || map === undefined) return false;
  const keys = map.entries.map((entry) => entry.key.value);
  if (keys.includes(only)) return false;
  context.collector.report("type/unknown-key", ast.index.span, {
    map: mapName,
    key: only,
    suggestion: nearest(only, keys),
  });
  return true;
}

/** The quotes around the name are those of YAML, which the formula does not see. */
function isWholeQuoted({ file, start, end }: Span): boolean {
  const before = file.text.charAt(start - 1);
  return (before === '"' || before === "'") && file.text.charAt(end) === before;
}
