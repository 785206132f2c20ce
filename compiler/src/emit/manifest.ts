import { sha256Hex } from "../base/sha256.js";
import { unicodeVersion } from "../functions/unicode/host-text.js";
import { unicodeFunctions } from "../functions/unicode.table.js";
import { zoneTable } from "../functions/zones/zone-table.js";
import { walk } from "../ir/children.js";
import type { Facts } from "../ir/facts.js";
import type { EventSource, Matrix, Program, Step, TableSource } from "../ir/program.js";
import { printValue } from "../ir/print-value.js";
import { printType } from "../types/type.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";
import type { EmittedFile } from "./text/emitted-file.js";
import { fingerprintOf } from "./fingerprint.js";
import { jsonText } from "./json-text.js";
import type { Json } from "./json-text.js";

/** Of the language, as `featc: 1` in a spec. */
const languageVersion = 1;

/**
 * `manifest.json`: where the generated files come from, their hashes, and what they compute. Nothing
 * in it depends on the time or the machine.
 */
export function emitManifest(
  program: Program,
  facts: Facts,
  files: readonly EmittedFile[],
  compilerVersion: string | null = null,
  hash: (text: string) => string = sha256Hex,
  tzdata = "unknown",
): EmittedFile {
  const byName = new Map(program.steps.map((step) => [step.name, step]));
  const features = program.features.flatMap((name) => byName.get(name) ?? []);
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: Json = {
    featc: languageVersion,
    compiler: compilerVersion,
    spec: { path: program.path, name: program.name, sha256: program.specHash },
    version: program.version,
    math: program.math,
    ...(program.zones.length === 0 ? {} : { timeZones: timeZonesEntry(program, tzdata, hash) }),
    ...(readsUnicode(program) ? { unicode: unicodeVersion } : {}),
    asOf: program.asOf,
    keys: program.keys,
    ...(program.events.length === 0 ? {} : { events: program.events.map(eventsEntry) }),
    ...(program.tables.length === 0 ? {} : { tables: program.tables.map(tableEntry) }),
    labels: program.labels,
    features: features.map((feature) => featureEntry(feature, facts)),
    matrices: program.matrices.map((matrix) => matrixEntry(program, matrix)),
    policy: program.policy.map(({ name, type, text }) => ({
      name,
      type: printType(type),
      formula: text,
    })),
    ...(program.fits.length === 0 ? {} : { fit: fitEntry(program) }),
    files: inOrder.map(({ path, text }) => ({ path, sha256: hash(text) })),
  };
  return { path: "manifest.json", text: jsonText(manifest) };
}

function readsUnicode({ steps, policy, constraints, matrices }: Program): boolean {
  const formulas = [
    ...[...steps, ...policy].flatMap(({ formula, impute }) => [
      formula,
      ...(impute ? [impute] : []),
    ]),
    ...constraints.map(({ formula }) => formula),
    ...matrices.flatMap(({ columns }) => columns.map(({ formula }) => formula)),
  ];
  let found = false;
  for (const formula of formulas) {
    walk(formula, (expr) => {
      if (expr.kind === "Call" && Object.hasOwn(unicodeFunctions, expr.fn)) found = true;
    });
  }
  return found;
}

/** The version tells which data the tables come from, the hash of each whether it is still the same. */
function timeZonesEntry(program: Program, tzdata: string, hash: (text: string) => string): Json {
  return {
    timezone: program.timezone ?? "UTC",
    tzdata,
    tables: Object.fromEntries(
      program.zones.map((zone) => [zone, hash(JSON.stringify(zoneTable(zone)))]),
    ),
  };
}

function tableEntry({ name, data, key, on, fields }: TableSource): Json {
  return { name, data, key, on, fields: fields.map((field) => field.name) };
}

/** Durations in milliseconds. */
function eventsEntry(source: EventSource): Json {
  const { name, data, key, on, time, known, retention, maxCount, includesCurrent } = source;
  const fields = source.fields.map((field) => field.name);
  return { name, data, key, on, time, known, retention, maxCount, includesCurrent, fields };
}

function featureEntry(feature: Step, facts: Facts): Json {
  const isIndicator = feature.role === "indicator";
  return {
    name: feature.name,
    type: printType(feature.type),
    optional: !isIndicator && facts.step(feature.name).final.missing,
    range: feature.range?.text ?? null,
    outside: feature.outside?.value ?? null,
    impute: feature.imputeText,
    unit: feature.unit?.value ?? null,
    description: feature.description ?? null,
    ...(isIndicator ? { indicatorOf: feature.indicatorOf } : { formula: feature.text }),
  };
}

function matrixEntry(program: Program, matrix: Matrix): Json {
  return {
    name: matrix.name,
    dtype: matrix.dtype,
    missing: matrix.missing,
    fingerprint: fingerprintOf(program, matrix),
    columns: matrix.columns.map(({ text, feature, cells }) => ({ formula: text, feature, cells })),
  };
}

/** The constants that were learned, and from what. */
function fitEntry({ fits, fitProvenance }: Program): Json {
  return {
    file: fitProvenance?.path ?? null,
    compiler: fitProvenance?.compiler ?? null,
    formulas: fitProvenance?.formulas ?? null,
    data: fitProvenance === null ? null : { ...fitProvenance.data },
    constants: fits.map(({ name, text, type, value, counts, readBy, description }) => ({
      name,
      formula: text,
      type: printType(type),
      value: value === null ? null : jsonConstant(value, type),
      values: counts?.present ?? null,
      missing: counts?.missing ?? null,
      readBy,
      description: description ?? null,
    })),
  };
}

function jsonConstant(value: Constant, type: Type): Json {
  const isTime = type.kind === "date" || type.kind === "timestamp";
  return isTime && typeof value === "number" ? printValue(value, type) : value;
}
