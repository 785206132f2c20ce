import { matrixDtypes } from "./ast.js";
import type { FormulaText, MatrixAst, ModelAst } from "./ast.js";
import { findCutFormula } from "./formula-hazards.js";
import { matrixKeys, matrixMissingRules, modelKeys } from "./keys.table.js";
import { asList, asMap, openKeyed, openNamed, reportKind } from "./open-map.js";
import { readScalar } from "./plain-scalar.js";
import { readFields } from "./read-field.js";
import { readFormula } from "./read-formula.js";
import { declareName, readTextOf, readWord, reportWord } from "./read-text.js";
import type { Reading } from "./reading.js";
import type { EntryNode, ListNode } from "./yaml-tree.js";

export function readMatrices(entry: EntryNode | undefined, reading: Reading): readonly MatrixAst[] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "a map of matrices");
  if (map === undefined) return [];
  return openNamed(map, reading).flatMap((declared) => readMatrix(declared, reading) ?? []);
}

function readMatrix(declared: EntryNode, reading: Reading): MatrixAst | undefined {
  const name = declareName(declared.key, "matrix", reading);
  const node = asMap(declared, reading, "a matrix with `dtype` and `columns`");
  if (node === undefined) return undefined;
  const entries = openKeyed(node, matrixKeys, "a matrix", reading);
  for (const key of ["dtype", "columns"] as const) {
    if (!entries.has(key)) reading.report("spec/missing-key", name.span, { key, what: name.value });
  }
  const dtype = readWord(entries.get("dtype"), matrixDtypes, reading);
  const columnsEntry = entries.get("columns");
  const list =
    columnsEntry === undefined ? undefined : asList(columnsEntry, reading, "a list of columns");
  if (list?.items.length === 0) {
    reading.report("spec/no-value", list, { key: "columns", wanted: "a list of columns" });
  }
  return {
    name,
    dtype: dtype?.value ?? "float64",
    missing: readMatrixMissing(entries.get("missing"), reading) ?? {
      value: "reject",
      span: name.span,
    },
    columns: list === undefined ? [] : readColumns(list, reading),
    span: reading.span({ start: declared.key.start, end: node.end }),
  };
}

function readColumns(list: ListNode, reading: Reading): readonly FormulaText[] {
  const columns: FormulaText[] = [];
  let cutEnd = -1;
  for (const item of list.items) {
    if (item.start < cutEnd) continue;
    const cut = item.kind === "text" ? findCutFormula(item, list.flow, reading) : undefined;
    if (cut !== undefined) cutEnd = cut.span.end;
    const column = cut ?? readFormula("columns", item, false, reading);
    if (column.reported !== true) columns.push(column);
  }
  return columns;
}

function readMatrixMissing(
  entry: EntryNode | undefined,
  reading: Reading,
): MatrixAst["missing"] | undefined {
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.kind !== "text") {
    reportKind("missing", value, "`reject`, `nan` or a number", reading);
    return undefined;
  }
  const scalar = readScalar(value);
  if (scalar.kind === "number") return reading.located(scalar.value, value);
  const word = matrixMissingRules.find((known) => known === value.value);
  if (word !== undefined) return reading.located(word, value);
  if (value.value.toLowerCase().replace(".", "") === "nan") {
    const allowed = [...matrixMissingRules, "a number"];
    const params = { key: "missing", value: value.value, allowed, suggestion: "nan" };
    reading.report("spec/unknown-value", value, params);
  } else reportWord("missing", value, [...matrixMissingRules, "a number"], reading);
  return undefined;
}

export function readModel(entry: EntryNode | undefined, reading: Reading): ModelAst | undefined {
  if (entry === undefined) return undefined;
  const node = asMap(entry, reading, "a map with `file`, `input` and `outputs`");
  if (node === undefined) return undefined;
  const entries = openKeyed(node, modelKeys, "the model", reading);
  const file = readTextOf(entries.get("file"), reading);
  const input = readTextOf(entries.get("input"), reading);
  return {
    outputs: readFields(entries.get("outputs"), "model output", reading),
    ...(file === undefined ? {} : { file }),
    ...(input === undefined ? {} : { input }),
    span: reading.span({ start: entry.key.start, end: node.end }),
  };
}
