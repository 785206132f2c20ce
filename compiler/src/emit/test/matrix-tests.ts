import { encodeMatrix } from "../../interpret/encode-matrix.js";
import { evaluateProgram } from "../../interpret/evaluate-program.js";
import { readInput } from "../../interpret/read-input.js";
import type { RowSource } from "../../testgen/row-source.js";
import { describeChanges } from "../../testgen/step-rows.js";
import type { StepRow } from "../../testgen/step-rows.js";
import { camelCase } from "../names.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { comparedWith } from "./native-tolerance.js";
import { readRelated, unrelated } from "../../prove/related.js";
import type { RelatedChanges } from "../../prove/related.js";
import { relatedLiteral } from "./related-literal.js";
import { hasSources, needsAsOf, rowCode } from "./row-preamble.js";
import { table } from "./table.js";

const rowsPerMatrix = 12;

/** Each matrix: rows of cells by hand of the interpreter, and both ways of writing them. */
export function matrixTests(
  source: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
  body: Block,
  imports: Imports,
): void {
  const { program, defaults } = source;
  for (const matrix of program.matrices) {
    const name = camelCase(matrix.name);
    const rows: (readonly string[])[] = [];
    const wide = matrix.columns.length > 200;
    const most = wide ? 2 : rowsPerMatrix;
    const hasRecords = hasSources(program);
    for (const { title, changes, related } of sampleRows(source, rowsByFeature)) {
      const sources = readRelated(program, related, source.usual);
      const read = readInput(program, { ...defaults.json, ...changes });
      if ("issues" in read || sources === undefined || rows.length >= most) continue;
      const result = evaluateProgram(program, read.input, defaults.asOf, sources);
      const cells = result.rejected === null ? encodeMatrix(program, matrix, result) : undefined;
      if (cells === undefined) continue;
      const records = hasRecords ? [relatedLiteral(related)] : [];
      rows.push([stringLiteral(title), dataLiteral(changes), ...records, dataLiteral(cells)]);
    }
    if (rows.length === 0) continue;
    imports.value("./matrix.js", name);
    const passed = hasRecords ? "changes, related" : "changes";
    const each = `it.each<[string, Changes, ${hasRecords ? "Related, " : ""}number[]]>`;
    const options = needsAsOf(program) ? "{ asOf: usualAsOf }" : "{}";
    body.blank().open(`describe(${stringLiteral(matrix.name)}, () => {`);
    body.line(
      table(each, rows, `(_, ${passed}, cells) => {`, [
        `const encoded = ${name}.encode([features(${passed})]);`,
        `expect([...encoded.data]).toEqual(${comparedWith("cells", program.math, matrix.dtype)});`,
        `expect(encoded.shape).toEqual([1, ${name}.columns.length]);`,
        `const row = new ${arrayOf[matrix.dtype]}(${name}.columns.length + 1);`,
        `${name}.writeRow(${rowCode(program)}, ${options}, row, 1);`,
        `expect([...row]).toEqual(${comparedWith("[0, ...cells]", program.math, matrix.dtype)});`,
      ]),
    );
    body.close("});");
  }
}

export const arrayOf = {
  float64: "Float64Array",
  float32: "Float32Array",
  int32: "Int32Array",
  uint8: "Uint8Array",
} as const;

interface SampleRow {
  readonly title: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly related: RelatedChanges;
}

/** The default row, then the rows of the features, one of each in turn. */
function sampleRows(
  { program, defaults }: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
): readonly SampleRow[] {
  const seen = new Set<string>();
  const samples: SampleRow[] = [];
  const add = (
    changes: Readonly<Record<string, unknown>>,
    related: RelatedChanges,
    place: string,
  ): void => {
    const id = JSON.stringify([changes, related]);
    if (seen.has(id)) return;
    seen.add(id);
    samples.push({ title: `has these cells ${place}`, changes, related });
  };
  add({}, unrelated, describeChanges(program, {}, null));
  const byFeature = [...rowsByFeature.values()].slice(0, rowsPerMatrix);
  for (let turn = 0; turn < 3; turn += 1) {
    for (const rows of byFeature) {
      const row = rows[turn];
      if (row !== undefined && row.asOf === defaults.asOf) add(row.changes, row.related, row.place);
    }
  }
  return samples;
}
