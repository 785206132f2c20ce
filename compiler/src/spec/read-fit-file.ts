import type { FitDataAst, FitFileAst, FittedAst } from "./ast.js";
import { fitDataKeys, fitFileKeys, fittedKeys } from "./keys.table.js";
import { asMap, openKeyed, openNamed } from "./open-map.js";
import type { KeyedEntries } from "./open-map.js";
import { readScalar } from "./plain-scalar.js";
import { readData } from "./read-data.js";
import { readNumber, readText } from "./read-text.js";
import type { Reading } from "./reading.js";
import type { EntryNode, MapNode } from "./yaml-tree.js";

/** Of the form of the file, as `featc_fit: 1` says. */
export const fitFileVersion = 1;

type FitFileKey = (typeof fitFileKeys)[number];
type FitDataKey = (typeof fitDataKeys)[number];

/** Undefined where the file has no values that can be used; then that has been reported. */
export function readFitFile(root: MapNode, reading: Reading): FitFileAst | undefined {
  if (!hasKnownVersion(root, reading)) return undefined;
  const entries = openKeyed(root, fitFileKeys, "a fit file", reading);
  const valuesEntry = required("values", entries, root, reading);
  const dataEntry = required("data", entries, root, reading);
  const compiler = requiredText("compiler", entries, root, reading);
  const formulas = requiredText("formulas", entries, root, reading);
  const data = dataEntry === undefined ? undefined : readFitData(dataEntry, reading);
  const values =
    valuesEntry === undefined ? undefined : asMap(valuesEntry, reading, "a map of values");
  if (values === undefined || data === undefined) return undefined;
  return {
    file: reading.file,
    compiler,
    formulas,
    data,
    values: openNamed(values, reading).flatMap((entry) => readFitted(entry, reading) ?? []),
  };
}

/** A file of another version may mean anything: nothing else is said about it. */
function hasKnownVersion(root: MapNode, reading: Reading): boolean {
  const entry = root.entries.find(({ key }) => key.value === "featc_fit");
  const scalar = entry?.value.kind === "text" ? readScalar(entry.value) : undefined;
  if (scalar?.kind === "number" && scalar.value === fitFileVersion) return true;
  const place = entry?.value ?? root.entries[0]?.key ?? root;
  const found = entry?.value.kind === "text" ? entry.value.value : undefined;
  reading.report("fit/file-version", place, { found, known: fitFileVersion });
  return false;
}

function readFitData(entry: EntryNode, reading: Reading): FitDataAst | undefined {
  const map = asMap(entry, reading, "the data that the values come from");
  if (map === undefined) return undefined;
  const entries = openKeyed(map, fitDataKeys, "the data of a fit file", reading);
  const optional = (key: FitDataKey): string | null => {
    const found = entries.get(key);
    return found === undefined ? null : (readText(key, found.value, reading)?.value ?? null);
  };
  return {
    file: requiredText("file", entries, map, reading),
    sha256: requiredText("sha256", entries, map, reading),
    rows: requiredCount("rows", entries, map, reading),
    rejected: requiredCount("rejected", entries, map, reading),
    from: optional("from"),
    to: optional("to"),
  };
}

function readFitted({ key, value }: EntryNode, reading: Reading): FittedAst | undefined {
  const map = asMap({ key, value }, reading, "a value with where it comes from");
  if (map === undefined) return undefined;
  const entries = openKeyed(map, fittedKeys, "a fitted value", reading);
  const formula = required("formula", entries, map, reading);
  const text = formula === undefined ? undefined : readText("formula", formula.value, reading);
  const valueEntry = required("value", entries, map, reading);
  const data = valueEntry === undefined ? undefined : readData("value", valueEntry.value, reading);
  return {
    name: reading.located(key.value, key),
    formula: text ?? reading.located("", key),
    value: text === undefined ? null : (data ?? null),
    count: requiredCount("count", entries, map, reading),
    missing: requiredCount("missing", entries, map, reading),
    reads: readReads(entries.get("reads"), reading),
    span: reading.span({ start: key.start, end: Math.max(key.end, value.end) }),
  };
}

function readReads(entry: EntryNode | undefined, reading: Reading): ReadonlyMap<string, string> {
  const map = entry === undefined ? undefined : asMap(entry, reading, "names and hashes");
  if (map === undefined) return new Map();
  return new Map(
    openNamed(map, reading).map(({ key, value }) => [
      key.value,
      readText(key.value, value, reading)?.value ?? "",
    ]),
  );
}

function required<Key extends FitFileKey | FitDataKey | (typeof fittedKeys)[number]>(
  key: Key,
  entries: KeyedEntries<Key>,
  map: MapNode,
  reading: Reading,
): EntryNode | undefined {
  const entry = entries.get(key);
  if (entry === undefined) {
    const place = map.entries[0]?.key ?? map;
    reading.report("spec/missing-key", place, { key, what: "this part of the fit file" });
  }
  return entry;
}

function requiredText<Key extends FitFileKey | FitDataKey>(
  key: Key,
  entries: KeyedEntries<Key>,
  map: MapNode,
  reading: Reading,
): string {
  const entry = required(key, entries, map, reading);
  return entry === undefined ? "" : (readText(key, entry.value, reading)?.value ?? "");
}

function requiredCount<Key extends FitDataKey | (typeof fittedKeys)[number]>(
  key: Key,
  entries: KeyedEntries<Key>,
  map: MapNode,
  reading: Reading,
): number {
  const entry = required(key, entries, map, reading);
  if (entry === undefined) return 0;
  const number = readNumber(key, entry.value, reading);
  if (number === undefined || (Number.isSafeInteger(number.value) && number.value >= 0)) {
    return number?.value ?? 0;
  }
  reading.report("spec/wrong-kind", entry.value, {
    key,
    wanted: "a number of rows",
    found: `\`${number.value}\``,
  });
  return 0;
}
