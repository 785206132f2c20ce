import { assertNever, internalError } from "../../base/assert.js";
import type { Matrix, MatrixColumn, Program } from "../../ir/program.js";
import type { Type } from "../../types/type.js";
import { encodedCells } from "./emit-encode.js";
import { emitExpr } from "./emit-expr.js";
import { once } from "./once.js";
import { scopeOf } from "./row-stages.js";
import type { SqlFile } from "./scope.js";
import {
  atom,
  call,
  cases,
  cast,
  column,
  infix,
  numberLiteral,
  plain,
  sqlNull,
} from "./sql-text.js";
import type { Sql } from "./sql-text.js";
import type { StageColumn } from "./stage.js";

/** A value as the tables of the engine have it; -0 is 0. */
export function outputValue(value: Sql, type: Type, file: SqlFile): Sql {
  const { types } = file.dialect;
  switch (type.kind) {
    case "number":
      return infix(value, "+", numberLiteral(0));
    case "int":
    case "duration":
      return file.dialect.toInteger(value);
    case "date":
      return call("featc_day", value);
    case "timestamp":
      return atom(`make_timestamp(${file.dialect.toInteger(value).text} * 1000)`);
    case "bool":
      return cast(value, types.bool);
    case "string":
    case "enum":
    case "id":
      return cast(value, types.text);
    case "vector":
    case "list":
    case "record":
    case "missing":
    case "invalid":
      return value;
    default:
      return assertNever(type);
  }
}

/** Keys, then features in order of declaration. */
export function featureColumns(program: Program, file: SqlFile): readonly StageColumn[] {
  const keys = program.keys.map((name) => {
    const field = program.input.find((one) => one.name === name);
    return { name, type: field?.type ?? internalError(`no key ${name}`) };
  });
  const features = program.features.map((name) => {
    const step = program.steps.find((one) => one.name === name);
    return { name, type: step?.type ?? internalError(`no feature ${name}`) };
  });
  return [...keys, ...features].map(({ name, type }) => ({
    name,
    value: outputValue(column(name), type, file),
  }));
}

/** Cells of a matrix, NULL where it cannot hold one; then the features whose cells it cannot hold. */
export function matrixColumns(
  matrix: Matrix,
  program: Program,
  file: SqlFile,
): readonly StageColumn[] {
  return matrix.columns.flatMap((one) => cellsOf(one, matrix, program, file));
}

function cellsOf(
  { formula, text, cells }: MatrixColumn,
  matrix: Matrix,
  program: Program,
  file: SqlFile,
): readonly StageColumn[] {
  const scope = scopeOf(program, file);
  const encoded = formula.kind === "Encode" ? encodedCells(formula, scope, emitExpr) : undefined;
  const value = emitExpr(formula, scope);
  const isVector = formula.type.kind === "vector";
  return cells.map((name, i) => {
    const known = encoded?.[i];
    const cell =
      known !== undefined
        ? known
        : isVector
          ? plain(file.dialect.at(value.isAtom ? value.text : `(${value.text})`, String(i + 1)))
          : formula.type.kind === "bool"
            ? once(value, { file }, (of) =>
                cases([
                  { when: of, value: numberLiteral(1) },
                  { when: infix(of, "IS NOT", sqlNull), value: numberLiteral(0) },
                ]),
              )
            : value;
    return {
      name,
      value: stored(cell, matrix, file),
      ...(i === 0 ? { comment: text } : {}),
    };
  });
}

/** Rounded to the type of the cells. What it cannot hold is NULL, and rejects the row. */
function stored(cell: Sql, { dtype, missing }: Matrix, file: SqlFile): Sql {
  const held = rounded(cell, dtype, file);
  if (missing === "reject") return held;
  const filler = missing === "nan" ? plain("CAST('NaN' AS DOUBLE)") : numberLiteral(missing);
  return once(cell, { file }, (of) =>
    cases(
      [
        {
          when: infix(of, "IS", sqlNull),
          value: missing === "nan" ? filler : rounded(filler, dtype, file),
        },
      ],
      rounded(of, dtype, file),
    ),
  );
}

function rounded(cell: Sql, dtype: Matrix["dtype"], file: SqlFile): Sql {
  switch (dtype) {
    case "float64":
      return infix(cell, "+", numberLiteral(0));
    case "float32":
      return cast(
        infix(call("featc_float32", cell), "+", numberLiteral(0)),
        file.dialect.types.float32,
      );
    case "int32":
      return wholeWithin(cell, -(2 ** 31), 2 ** 31 - 1, file, "INTEGER");
    case "uint8":
      return wholeWithin(cell, 0, 255, file, "UTINYINT");
    default:
      return assertNever(dtype);
  }
}

function wholeWithin(cell: Sql, low: number, high: number, file: SqlFile, type: string): Sql {
  return once(cell, { file }, (of) =>
    cast(
      cases([
        {
          when: infix(
            infix(infix(of, ">=", numberLiteral(low)), "AND", infix(of, "<=", numberLiteral(high))),
            "AND",
            infix(of, "=", call("trunc", of)),
          ),
          value: of,
        },
      ]),
      type,
    ),
  );
}
