import type { RowSource } from "../../testgen/row-source.js";
import type { MatrixRow } from "../../testgen/matrix-rows.js";
import { camelCase } from "../names.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { batchTests } from "./batch-tests.js";
import { arrayOf } from "./matrix-array.js";
import { comparedWith } from "./native-tolerance.js";
import { relatedLiteral } from "./related-literal.js";
import { hasSources, needsAsOf, rowCode } from "./row-preamble.js";
import { table } from "./table.js";

/** Each matrix: rows of cells by hand of the interpreter, and both ways of writing them. */
export function matrixTests(
  { program }: RowSource,
  rowsByMatrix: ReadonlyMap<string, readonly MatrixRow[]>,
  body: Block,
  imports: Imports,
): void {
  const hasRecords = hasSources(program);
  for (const matrix of program.matrices) {
    const rows = (rowsByMatrix.get(matrix.name) ?? []).map(({ title, changes, related, cells }) => {
      const records = hasRecords ? [relatedLiteral(related)] : [];
      return [stringLiteral(title), dataLiteral(changes), ...records, dataLiteral(cells)];
    });
    if (rows.length === 0) continue;
    const name = camelCase(matrix.name);
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
    batchTests(program, matrix, name, rowsByMatrix.get(matrix.name) ?? [], body);
    body.close("});");
  }
}
