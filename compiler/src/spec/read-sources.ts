import type { EventsAst, FieldAst, Name, RecordTypeAst, TableAst } from "./ast.js";
import { eventsKeys, recordTypeKeys, tableKeys } from "./keys.table.js";
import type { EventsKey, TableKey } from "./keys.table.js";
import { asMap, openKeyed, openNamed, reportKind } from "./open-map.js";
import type { KeyedEntries } from "./open-map.js";
import { readFields } from "./read-field.js";
import { readFormula } from "./read-formula.js";
import { declareName, readBool, readNumber, readTextOf } from "./read-text.js";
import type { NamedThing } from "./read-text.js";
import type { Reading } from "./reading.js";
import type { EntryNode, MapNode } from "./yaml-tree.js";

/** `events`: what happened to the entity, by source. */
export function readEvents(entry: EntryNode | undefined, reading: Reading): readonly EventsAst[] {
  return readNamed(entry, "event source", reading).flatMap(({ name, node }) => {
    const entries = openKeyed(node, eventsKeys, "an event source", reading);
    const base = readSource(name, node, entries, reading);
    const time = readTextOf(entries.get("time"), reading);
    if (base === undefined) return [];
    if (time === undefined) {
      reportAbsent("time", name, entries, reading);
      return [];
    }
    const known = readTextOf(entries.get("known"), reading);
    const retention = readRetention(entries.get("retention"), node.flow, reading);
    const maxCount = readMaxCount(entries.get("max_count"), reading);
    return [
      {
        ...base,
        time,
        includesCurrent: readBool(entries.get("includes_current"), reading),
        ...(known === undefined ? {} : { known }),
        ...(retention === undefined ? {} : { retention }),
        ...(maxCount === undefined ? {} : { maxCount }),
      },
    ];
  });
}

/** `tables`: one record for each key. */
export function readTables(entry: EntryNode | undefined, reading: Reading): readonly TableAst[] {
  return readNamed(entry, "table", reading).flatMap(({ name, node }) => {
    const entries = openKeyed(node, tableKeys, "a table", reading);
    return readSource(name, node, entries, reading) ?? [];
  });
}

/** `types`: fields that several sources share. */
export function readRecordTypes(
  entry: EntryNode | undefined,
  reading: Reading,
): readonly RecordTypeAst[] {
  return readNamed(entry, "record type", reading).map(({ name, node }) => {
    const entries = openKeyed(node, recordTypeKeys, "a record type", reading);
    if (!entries.has("fields")) {
      reading.report("spec/missing-key", name.span, { key: "fields", what: name.value });
    }
    return {
      name,
      fields: readFields(entries.get("fields"), "field", reading),
      span: reading.span(node),
    };
  });
}

/** What generated functions call the other things that they are given. */
const ownNames: ReadonlySet<string> = new Set([
  "input",
  "options",
  "sources",
  "values",
  "carried",
  "out",
  "offset",
  "row",
]);

interface NamedNode {
  readonly name: Name;
  readonly node: MapNode;
}

function readNamed(
  entry: EntryNode | undefined,
  thing: NamedThing,
  reading: Reading,
): readonly NamedNode[] {
  const map = entry === undefined ? undefined : asMap(entry, reading, `a map of ${thing}s`);
  if (map === undefined) return [];
  return openNamed(map, reading).flatMap(({ key, value }) => {
    const name = declareName(key, thing, reading);
    if (thing !== "record type" && ownNames.has(name.value)) {
      reading.report("spec/reserved-name", key, { name: name.value, thing });
    }
    if (value.kind === "map") return [{ name, node: value }];
    reportKind(key.value, value, "a map with `key` and `fields`", reading);
    return [];
  });
}

function readSource(
  name: Name,
  node: MapNode,
  entries: KeyedEntries<TableKey>,
  reading: Reading,
): TableAst | undefined {
  const key = readTextOf(entries.get("key"), reading);
  const type = readTextOf(entries.get("type"), reading);
  const data = readTextOf(entries.get("data"), reading);
  const on = readTextOf(entries.get("on"), reading);
  const description = readTextOf(entries.get("description"), reading);
  const fields: readonly FieldAst[] = readFields(entries.get("fields"), "field", reading);
  if (type === undefined && !entries.has("fields")) {
    reading.report("spec/missing-key", name.span, { key: "fields", what: name.value });
    return undefined;
  }
  const both = entries.get("fields");
  if (type !== undefined && both !== undefined) {
    reading.report("spec/fields-and-type", both.key, { name: name.value, type: type.value });
  }
  if (key === undefined) {
    reportAbsent("key", name, entries, reading);
    return undefined;
  }
  return {
    name,
    fields,
    key,
    ...(type === undefined ? {} : { type }),
    ...(data === undefined ? {} : { data }),
    ...(on === undefined ? {} : { on }),
    ...(description === undefined ? {} : { description }),
    span: { ...reading.span(node), start: name.span.start },
  };
}

/** A key without a value has been reported where it stands. */
function reportAbsent<Key extends EventsKey>(
  key: Key,
  name: Name,
  entries: KeyedEntries<Key>,
  reading: Reading,
): void {
  if (entries.has(key)) return;
  reading.report("spec/missing-key", name.span, { key, what: name.value });
}

function readRetention(
  entry: EntryNode | undefined,
  inFlow: boolean,
  reading: Reading,
): EventsAst["retention"] {
  return entry === undefined ? undefined : readFormula("retention", entry.value, inFlow, reading);
}

function readMaxCount(entry: EntryNode | undefined, reading: Reading): EventsAst["maxCount"] {
  if (entry === undefined) return undefined;
  const count = readNumber("max_count", entry.value, reading);
  if (count === undefined) return undefined;
  if (Number.isInteger(count.value) && count.value >= 1) return count;
  reading.report("spec/wrong-kind", entry.value, {
    key: "max_count",
    wanted: "a whole number from 1 on",
    found: `\`${count.value}\``,
  });
  return undefined;
}
