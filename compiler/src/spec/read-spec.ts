import type { LibraryAst, Name, SpecAst } from "./ast.js";
import { libraryKeys, mathModes, specKeys, unknownFieldsRules } from "./keys.table.js";
import type { SpecKey } from "./keys.table.js";
import { openKeyed, reportKind } from "./open-map.js";
import type { KeyedEntries } from "./open-map.js";
import { readScalar } from "./plain-scalar.js";
import { readConstraints } from "./read-constraints.js";
import { readFields } from "./read-field.js";
import { readFits } from "./read-fits.js";
import { readEnums, readFunctions, readMaps } from "./read-functions.js";
import { readMatrices, readModel } from "./read-matrix.js";
import { readEvents, readRecordTypes, readTables } from "./read-sources.js";
import { readSteps } from "./read-step.js";
import { checkName, readTextOf, readTexts, readWord } from "./read-text.js";
import { readTests } from "./read-tests.js";
import { readBudget } from "./read-budget.js";
import type { Reading } from "./reading.js";
import type { EntryNode, MapNode } from "./yaml-tree.js";

export const languageVersion = 1;

const requiredKeys = ["featc", "name", "input", "features"] as const satisfies readonly SpecKey[];

export function readSpec(root: MapNode, reading: Reading): SpecAst {
  const entries = openSections(root, requiredKeys, reading);
  const version = readContractVersion(entries, reading);
  const description = readTextOf(entries.get("description"), reading);
  const owner = readTextOf(entries.get("owner"), reading);
  const asOf = readTextOf(entries.get("as_of"), reading);
  const timezone = readTextOf(entries.get("timezone"), reading);
  const model = readModel(entries.get("model"), reading);
  return {
    file: reading.file,
    name: readSpecName(entries, root, reading),
    keys: readTexts(entries.get("keys"), reading),
    labels: readTexts(entries.get("labels"), reading),
    unknownFields:
      readWord(entries.get("unknown_fields"), unknownFieldsRules, reading)?.value ?? "reject",
    math: readWord(entries.get("math"), mathModes, reading)?.value ?? "strict",
    imports: readTexts(entries.get("imports"), reading),
    enums: readEnums(entries.get("enums"), reading),
    input: readFields(entries.get("input"), "field", reading),
    types: readRecordTypes(entries.get("types"), reading),
    events: readEvents(entries.get("events"), reading),
    tables: readTables(entries.get("tables"), reading),
    constraints: readConstraints(entries.get("constraints"), reading),
    maps: readMaps(entries.get("maps"), reading),
    functions: readFunctions(entries.get("functions"), reading),
    fits: readFits(entries.get("fit"), reading),
    lets: readSteps(entries.get("let"), "let", reading),
    features: readSteps(entries.get("features"), "feature", reading),
    matrices: readMatrices(entries.get("matrix"), reading),
    policy: readSteps(entries.get("policy"), "policy", reading),
    tests: readTests(entries.get("tests"), reading),
    budget: readBudget(entries.get("budget"), reading),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(owner === undefined ? {} : { owner }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(model === undefined ? {} : { model }),
    span: reading.span({ start: 0, end: reading.file.text.length }),
  };
}

export function readLibrary(root: MapNode, reading: Reading): LibraryAst {
  const shared: readonly SpecKey[] = libraryKeys;
  const foreign = root.entries.filter(
    ({ key }) =>
      specKeys.some((known) => known === key.value) && !shared.some((known) => known === key.value),
  );
  for (const { key } of foreign) {
    reading.report("spec/not-in-library", key, { key: key.value, allowed: libraryKeys });
  }
  const own = { ...root, entries: root.entries.filter((entry) => !foreign.includes(entry)) };
  const entries = openSections(own, ["featc"], reading);
  readTextOf(entries.get("name"), reading);
  readTextOf(entries.get("description"), reading);
  return {
    file: reading.file,
    imports: readTexts(entries.get("imports"), reading),
    enums: readEnums(entries.get("enums"), reading),
    maps: readMaps(entries.get("maps"), reading),
    functions: readFunctions(entries.get("functions"), reading),
  };
}

/** The sections of a file, without empty ones; what is missing is reported at the start of the file. */
function openSections(
  root: MapNode,
  required: readonly SpecKey[],
  reading: Reading,
): ReadonlyMap<SpecKey, EntryNode> {
  const entries = openKeyed(root, specKeys, "a spec", reading);
  checkLanguageVersion(entries, reading);
  const place = root.entries[0]?.key ?? root;
  for (const key of required) {
    if (!entries.has(key)) reading.report("spec/missing-key", place, { key, what: "this file" });
  }
  const filled = new Map(entries);
  for (const [key, { key: place, value }] of entries) {
    const isEmpty =
      value.kind === "nothing" ||
      (value.kind === "map" && value.entries.length === 0) ||
      (value.kind === "list" && value.items.length === 0);
    if (!isEmpty) continue;
    filled.delete(key);
    if (required.includes(key)) {
      reading.report("spec/no-value", place, { key, wanted: "something" });
    } else reading.report("spec/empty-section", place, { section: key });
  }
  return filled;
}

function checkLanguageVersion(entries: KeyedEntries<SpecKey>, reading: Reading): void {
  const value = entries.get("featc")?.value;
  if (value === undefined || value.kind === "nothing") return;
  if (value.kind !== "text") {
    reportKind("featc", value, `the number ${languageVersion}`, reading);
    return;
  }
  const scalar = readScalar(value);
  if (scalar.kind === "number" && scalar.value === languageVersion) return;
  reading.report("spec/language-version", value, { found: value.value, known: languageVersion });
}

function readSpecName(entries: KeyedEntries<SpecKey>, root: MapNode, reading: Reading): Name {
  const name = readTextOf(entries.get("name"), reading);
  if (name === undefined) {
    return { value: "unnamed", span: reading.span(root.entries[0]?.key ?? root) };
  }
  checkName(name.value, name.span, "spec", reading);
  return name;
}

const semanticVersion =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

function readContractVersion(entries: KeyedEntries<SpecKey>, reading: Reading): SpecAst["version"] {
  const entry = entries.get("version");
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.kind !== "text") return readTextOf(entry, reading);
  if (semanticVersion.test(value.value)) return reading.located(value.value, value);
  reading.report("spec/bad-version", value, { version: value.value });
  return undefined;
}
