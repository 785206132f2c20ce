import type { Matrix, Program } from "../../ir/program.js";
import type { MatrixRow } from "../../testgen/matrix-rows.js";
import type { Block } from "../text/block.js";
import { propertyKey } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { comparedWith } from "./native-tolerance.js";
import { relatedLiteral } from "./related-literal.js";
import { hasSources } from "./row-preamble.js";

/** Two records at once: each has its row, and the row of one that the matrix cannot hold is named. */
export function batchTests(
  program: Program,
  matrix: Matrix,
  name: string,
  rows: readonly MatrixRow[],
  body: Block,
): void {
  const [first] = rows;
  const second = rows.find((row) => row.cells.join() !== first?.cells.join());
  if (first === undefined || second === undefined) return;
  const features = ({ changes, related }: MatrixRow): string => {
    const passed = [
      dataLiteral(changes),
      ...(hasSources(program) ? [relatedLiteral(related)] : []),
    ];
    return `features(${passed.join(", ")})`;
  };
  const cells = dataLiteral([...first.cells, ...second.cells]);
  body.blank();
  body.line(
    statement("has a row for each record of a batch", [
      `const encoded = ${name}.encode([${features(first)}, ${features(second)}]);`,
      `expect([...encoded.data]).toEqual(${comparedWith(cells, program.math, matrix.dtype)});`,
      `expect(encoded.shape).toEqual([2, ${name}.columns.length]);`,
    ]),
  );
  const number = numberColumn(program, matrix);
  if (number === undefined) return;
  body.blank();
  body.line(
    statement("names the row of a batch that it cannot hold", [
      `const held = ${features(first)};`,
      `const refused = { ...held, ${propertyKey(number)}: NaN };`,
      `expect(() => ${name}.encode([held, refused])).toThrow(`,
      `  expect.objectContaining({ name: "MatrixError", row: 1 }),`,
      ");",
    ]),
  );
}

function statement(title: string, lines: readonly string[]): string {
  return [`it("${title}", () => {`, ...lines.map((line) => `  ${line}`), "});"].join("\n");
}

/** A feature that is a column as it is, and a number. */
function numberColumn(program: Program, { columns }: Matrix): string | undefined {
  for (const { formula } of columns) {
    if (formula.kind !== "FeatureRef" || formula.type.kind !== "number") continue;
    if (program.features.includes(formula.name)) return formula.name;
  }
  return undefined;
}
