import type { Expr } from "../../ir/nodes.js";
import type { Matrix, MatrixColumn, Program } from "../../ir/program.js";
import { fingerprintOf } from "../fingerprint.js";
import { camelCase, pascalCase } from "../names.js";
import type { NameScope } from "../names.js";
import type { Declaration } from "../text/declarations.js";
import type { Imports } from "../text/imports.js";
import { literal, objectLiteral } from "../text/literal.js";
import { stepNamed } from "./features-module.js";
import { arrayTypes } from "./matrix-cells.js";
import { rowParameter } from "./source-parameters.js";

/** A column, the formula of its cells, and where they stand in a row. */
export interface PlacedColumn {
  readonly column: MatrixColumn;
  readonly formula: Expr;
  readonly first: number;
}

/** What one matrix declares. */
export interface MatrixPlan {
  readonly matrix: Matrix;
  readonly columns: readonly PlacedColumn[];
  readonly width: number;
  readonly array: string;
  readonly type: string;
  readonly encode: string;
  readonly writeRow: string;
  readonly names: NameScope;
}

export function planMatrix(matrix: Matrix, program: Program, names: NameScope): MatrixPlan {
  let width = 0;
  const columns = matrix.columns.map((column): PlacedColumn => {
    const placed = { column, formula: encoderOf(column.formula, program), first: width };
    width += column.cells.length;
    return placed;
  });
  const name = pascalCase(matrix.name);
  return {
    matrix,
    columns,
    width,
    array: arrayTypes[matrix.dtype],
    type: names.take(`${name}Matrix`),
    encode: names.take(`encode${name}`),
    writeRow: names.take(`write${name}`),
    names,
  };
}

/** A feature that is a one-hot vector is written cell by cell, without the array in between. */
function encoderOf(formula: Expr, program: Program): Expr {
  if (formula.kind !== "FeatureRef" || formula.type.kind !== "vector") return formula;
  const step = stepNamed(program, formula.name);
  const { formula: encoder, impute } = step;
  const isOneHot = encoder.kind === "Encode" && encoder.encoder === "one_hot";
  return isOneHot && impute === null ? encoder : formula;
}

function rowParameterText(program: Program): string {
  const { name, type } = rowParameter(program, () => true);
  return `${name}: ${type}`;
}

/** The type of a matrix object, and the object. */
export function matrixInterface(plan: MatrixPlan, program: Program, imports: Imports): Declaration {
  const { matrix, array, width } = plan;
  return {
    kind: "interface",
    name: plan.type,
    exported: true,
    doc: [`Rows of ${matrix.name} in one array.`],
    members: [
      {
        name: "columns",
        type: "readonly string[]",
        doc: ["Names of the cells of a row, in order."],
      },
      { name: "dtype", type: literal(matrix.dtype) },
      {
        name: "fingerprint",
        type: "string",
        doc: ["Changes with everything that decides what a row holds."],
      },
      { name: "width", type: String(width), doc: ["Cells of a row."] },
      {
        name: "encode",
        type: `(features: readonly Features[]) => ${imports.runtimeType("Matrix")}<${array}>`,
        doc: [{ tag: "throws", text: "MatrixError for a value that the matrix cannot hold." }],
      },
      {
        name: "writeRow",
        type: `(${rowParameterText(program)}, options: FeatureOptions, out: ${array}, offset: number, row?: number) => void`,
        doc: [
          "Writes the row of one record to out, from offset on. Errors name it by row, 0 unless given.",
          { tag: "throws", text: "MatrixError for a value that the matrix cannot hold." },
        ],
      },
    ],
  };
}

export function matrixObject(plan: MatrixPlan, program: Program): Declaration {
  const { matrix } = plan;
  return {
    kind: "const",
    name: camelCase(matrix.name),
    exported: true,
    type: plan.type,
    value: objectLiteral([
      ["columns", literal(matrix.columns.flatMap(({ cells }) => cells))],
      ["dtype", literal(matrix.dtype)],
      ["fingerprint", literal(fingerprintOf(program, matrix))],
      ["width", String(plan.width)],
      ["encode", plan.encode],
      ["writeRow", plan.writeRow],
    ]),
  };
}
