import { assertNever } from "../base/assert.js";
import type { DataAst, FieldAst, FormulaText, InvalidRule, Name, TypeAst } from "./ast.js";
import { innermost, keyFits } from "./key-fits-type.js";
import { fieldKeys, invalidRules, outsideRules } from "./keys.table.js";
import type { FieldKey } from "./keys.table.js";
import { asList, asMap, openKeyed, openNamed, reportKind } from "./open-map.js";
import type { KeyedEntries } from "./open-map.js";
import { readScalar } from "./plain-scalar.js";
import { readData } from "./read-data.js";
import { readDocumentation } from "./read-documentation.js";
import { readPlaced } from "./read-formula.js";
import { readRange } from "./read-range.js";
import {
  declareName,
  readBool,
  readNumber,
  readText,
  readTextOf,
  readTexts,
  readWord,
  reportWord,
} from "./read-text.js";
import type { NamedThing } from "./read-text.js";
import { readType } from "./read-type.js";
import { readValues } from "./read-values.js";
import type { Reading } from "./reading.js";
import type { EntryNode, MapNode, YamlNode } from "./yaml-tree.js";

export function readFields(
  entry: EntryNode | undefined,
  thing: NamedThing,
  reading: Reading,
): readonly FieldAst[] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "a map of fields");
  if (map === undefined) return [];
  return openNamed(map, reading).map(({ key, value }) =>
    readField(declareName(key, thing, reading), key.value, value, undefined, reading),
  );
}

/** `implied`: the type of a list's elements, where `items` need not repeat it. */
function readField(
  name: Name,
  key: string,
  node: YamlNode,
  implied: TypeAst | undefined,
  reading: Reading,
): FieldAst {
  const span = { ...reading.span(node), start: Math.min(node.start, name.span.start) };
  switch (node.kind) {
    case "text": {
      const type = readTypeNode(key, node, reading);
      checkImplied(type, implied, reading);
      if (innermost(type).kind === "enum") reportNoValues(type, reading);
      if (innermost(type).kind === "record") reportNoFields(type, reading);
      return plainField(name, type, span);
    }
    case "map":
      return readLongField(name, node, implied, span, reading);
    case "list":
    case "nothing":
    case "broken":
      reportKind(key, node, "a type", reading);
      return plainField(name, { kind: "invalid", optional: false, span }, span);
    default:
      return assertNever(node);
  }
}

function plainField(name: Name, type: TypeAst, span: FieldAst["span"]): FieldAst {
  return { name, type, tags: [], from: [], missingValues: [], pii: false, span };
}

export function readTypeNode(key: string, node: YamlNode, reading: Reading): TypeAst {
  const invalid: TypeAst = { kind: "invalid", optional: false, span: reading.span(node) };
  if (node.kind !== "text") {
    reportKind(key, node, "a type", reading);
    return invalid;
  }
  const text: FormulaText = readPlaced(key, node, reading);
  return readType(text, reading);
}

function readLongField(
  name: Name,
  node: MapNode,
  implied: TypeAst | undefined,
  span: FieldAst["span"],
  reading: Reading,
): FieldAst {
  const entries = openKeyed(node, fieldKeys, "a field", reading);
  const type = readFieldType(name, entries, implied, span, reading);
  const fits = (key: FieldKey): EntryNode | undefined =>
    keyFits(key, type, entries, reading) ? entries.get(key) : undefined;
  const range = readRange(fits("range"), reading);
  const values = readValues(fits("values"), reading);
  const inner = innermost(type);
  const items = entries.get("items");
  if (inner.kind === "enum" && values === undefined && items === undefined) {
    reportNoValues(inner, reading);
  }
  const fieldsEntry = fits("fields");
  const fields = fieldsEntry === undefined ? undefined : readFields(fieldsEntry, "field", reading);
  if (inner.kind === "record" && fields === undefined && items === undefined) {
    reportNoFields(inner, reading);
  }
  const pattern = readPattern(fits("pattern"), reading);
  const length = readRange(fits("length"), reading);
  const itemsField = readItems(fits("items"), name, type, reading);
  const producerName = readTextOf(entries.get("name"), reading);
  const zone = readTextOf(fits("zone"), reading);
  const pivot = readPivot(fits("pivot"), reading);
  const invalid = readInvalid(entries.get("invalid"), type, reading);
  const outside = readOutside(entries, reading);
  return {
    name,
    type,
    ...readDocumentation(entries, reading),
    from: readTexts(entries.get("from"), reading),
    missingValues: readSentinels(entries.get("missing_values"), reading),
    pii: readBool(entries.get("pii"), reading),
    ...(range === undefined ? {} : { range }),
    ...(values === undefined ? {} : { values }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(length === undefined ? {} : { length }),
    ...(fields === undefined ? {} : { fields }),
    ...(itemsField === undefined ? {} : { items: itemsField }),
    ...(producerName === undefined ? {} : { producerName }),
    ...(zone === undefined ? {} : { zone }),
    ...(pivot === undefined ? {} : { pivot }),
    ...(invalid === undefined ? {} : { invalid }),
    ...(outside === undefined ? {} : { outside }),
    span,
  };
}

function readFieldType(
  name: Name,
  entries: KeyedEntries<FieldKey>,
  implied: TypeAst | undefined,
  span: FieldAst["span"],
  reading: Reading,
): TypeAst {
  const entry = entries.get("type");
  if (entry !== undefined) {
    const type = readTypeNode("type", entry.value, reading);
    checkImplied(type, implied, reading);
    return type;
  }
  if (implied !== undefined) return implied;
  reading.report("spec/missing-key", name.span, { key: "type", what: name.value });
  return { kind: "invalid", optional: false, span };
}

function checkImplied(type: TypeAst, implied: TypeAst | undefined, reading: Reading): void {
  if (implied === undefined || sameType(type, implied)) return;
  const related = [{ span: implied.span, text: "what the list says" }];
  reading.report("spec/items-type", type.span, {}, { related });
}

function sameType(a: TypeAst, b: TypeAst): boolean {
  if (a.kind === "invalid" || b.kind === "invalid") return true;
  if (a.optional !== b.optional) return false;
  if (a.kind === "list" && b.kind === "list") return sameType(a.element, b.element);
  return a.kind === b.kind;
}

function reportNoValues(type: TypeAst, reading: Reading): void {
  reading.report("spec/enum-without-values", type.span, { key: undefined });
}

function reportNoFields(type: TypeAst, reading: Reading): void {
  reading.report("spec/record-without-fields", type.span, {});
}

function readItems(
  entry: EntryNode | undefined,
  name: Name,
  type: TypeAst,
  reading: Reading,
): FieldAst | undefined {
  if (entry === undefined) return undefined;
  const element = type.kind === "list" ? type.element : type;
  const items: Name = {
    value: "items",
    span: entry.key.value === "items" ? reading.span(entry.key) : name.span,
  };
  return readField(items, "items", entry.value, element, reading);
}

function readPattern(entry: EntryNode | undefined, reading: Reading): FormulaText | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind === "text") return readPlaced("pattern", entry.value, reading);
  reportKind("pattern", entry.value, "a regular expression", reading);
  return undefined;
}

function readPivot(entry: EntryNode | undefined, reading: Reading): FieldAst["pivot"] {
  if (entry === undefined) return undefined;
  const pivot = readNumber("pivot", entry.value, reading);
  if (pivot === undefined) return undefined;
  if (Number.isInteger(pivot.value) && pivot.value >= 0 && pivot.value <= 100) return pivot;
  reading.report("spec/wrong-kind", entry.value, {
    key: "pivot",
    wanted: "a whole number from 0 to 100",
    found: `\`${pivot.value}\``,
  });
  return undefined;
}

function readSentinels(entry: EntryNode | undefined, reading: Reading): readonly DataAst[] {
  if (entry === undefined) return [];
  const list = asList(entry, reading, 'a list, such as `["", "NA", -999]`');
  return (list?.items ?? []).flatMap((item) => {
    if (item.kind !== "text") {
      reportKind("missing_values", item, "texts, numbers or bools in its list", reading);
      return [];
    }
    const data = readData("missing_values", item, reading);
    if (data?.kind !== "scalar" || data.value !== null) return data ?? [];
    reading.report("spec/wrong-kind", item, {
      key: "missing_values",
      wanted: "texts, numbers or bools in its list",
      found: "null, which is always missing",
    });
    return [];
  });
}

function readInvalid(
  entry: EntryNode | undefined,
  type: TypeAst,
  reading: Reading,
): FieldAst["invalid"] {
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.kind !== "text") {
    reportKind("invalid", value, "`reject` or `missing`", reading);
    return undefined;
  }
  const located = (rule: InvalidRule): FieldAst["invalid"] => reading.located(rule, value);
  const rule = invalidRules.find((known) => known === value.value);
  if (rule !== undefined && value.style === "plain") return located(rule);
  if (type.kind === "enum") {
    const text = readText("invalid", value, reading);
    return text === undefined ? undefined : located({ value: text.value });
  }
  if (rule !== undefined) return located(rule);
  if (readScalar(value).kind === "text" && type.kind === "invalid") return undefined;
  reportWord("invalid", value, invalidRules, reading);
  return undefined;
}

/** `outside` of a field or step; without a range there is nothing to be outside of. */
export function readOutside(
  entries: KeyedEntries<"outside" | "range">,
  reading: Reading,
): FieldAst["outside"] {
  const entry = entries.get("outside");
  if (entry === undefined) return undefined;
  const outside = readWord(entry, outsideRules, reading);
  if (!entries.has("range")) {
    reading.report("spec/outside-without-range", entry.key, { rule: outside?.value });
    return undefined;
  }
  // A rule was meant: that the value can be outside is not reported besides.
  return outside ?? reading.located("reject", entry.value);
}
