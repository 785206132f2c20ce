import { internalError } from "../../base/assert.js";
import type { Encode, Expr } from "../../ir/nodes.js";
import type { Matrix, MatrixColumn } from "../../ir/program.js";
import type { NumberDomain } from "../../types/domain.js";
import { equals, mayEqual } from "./emit-compare.js";
import type { Block } from "../text/block.js";
import {
  any,
  binary,
  call,
  conditional,
  constant,
  isNull,
  nullCode,
  numberCode,
  primary,
} from "./code.js";
import type { Code } from "./code.js";
import { every, isReference, none, settled } from "./emission.js";
import type { Emission } from "./emission.js";
import { emissionAt } from "./expression.js";
import type { ExpressionScope } from "./expression-scope.js";
import { literal, numberLiteral, stringLiteral } from "../text/literal.js";
import { mayBeNegativeZero } from "./negative-zero.js";
import type { RuntimeName } from "../text/runtime-names.js";

export const arrayTypes = {
  float64: "Float64Array",
  float32: "Float32Array",
  int32: "Int32Array",
  uint8: "Uint8Array",
} as const;

const cellFunctions = {
  float64: "float64Cell",
  float32: "float32Cell",
  int32: "int32Cell",
  uint8: "uint8Cell",
} as const satisfies Record<Matrix["dtype"], RuntimeName>;

/** Where the cells of a column go, and how much of its values is known. */
export interface CellTarget {
  readonly matrix: Matrix;
  readonly column: MatrixColumn;
  /** The column's value: its formula, or the encoder of the feature that it names. */
  readonly formula: Expr;
  /** The array and the variable that holds the offset of the row. */
  readonly array: string;
  /** Position of the column's first cell in a row. */
  readonly first: number;
  /** Values may be anything: of features that the caller made. */
  readonly isUntrusted: boolean;
}

/** More cells than this are filled with zeros, and the position of the 1 is looked up. */
const writtenOut = 32;

export function emitCells(target: CellTarget, scope: ExpressionScope, block: Block): void {
  const emission = emissionAt(scope, block);
  const { formula } = target;
  if (formula.kind === "Encode" && formula.encoder === "one_hot")
    emitOneHot(target, formula, emission);
  else if (formula.type.kind === "vector") emitVector(target, emission);
  else store(target, 0, scalarCell(target, emission), emission);
}

function store(target: CellTarget, position: number, code: Code, emission: Emission): void {
  emission.block.line(`${target.array}[${offsetText(target.first + position)}] = ${code.text};`);
}

function offsetText(position: number): string {
  return position === 0 ? "offset" : `offset + ${position}`;
}

function scalarCell(target: CellTarget, emission: Emission): Code {
  const { formula, matrix } = target;
  const value = settled(emission.value(formula), emission);
  if (value.code === nullCode && matrix.missing !== "reject") return fillerOf(matrix);
  const isSafe = !target.isUntrusted && fitsDtype(formula, matrix, emission);
  if (!value.nullable || matrix.missing === "reject") {
    return isSafe && !value.nullable
      ? stored(value.code, target, emission)
      : checked(value.code, target, 0, emission);
  }
  const filler = fillerOf(matrix);
  const asItIs = primary("cell");
  if (isSafe && stored(asItIs, target, emission) === asItIs) {
    return binary("??", value.code, filler);
  }
  const reference = isReference(value.code)
    ? value.code
    : emission.bind(
        { code: value.code, requires: [], nullable: true, guard: null },
        formula.type,
        emission.takeName("cell"),
      ).code;
  const cell = isSafe
    ? stored(reference, target, emission)
    : checked(reference, target, 0, emission);
  return conditional(isNull(reference), filler, cell);
}

/** A value that the dtype surely holds. */
function stored(code: Code, { formula, matrix }: CellTarget, emission: Emission): Code {
  if (formula.type.kind === "bool") return conditional(code, constant(1), constant(0));
  if (matrix.dtype === "float32" && !keepsZero(formula, emission)) {
    return binary("+", call("Math.fround", code), numberCode(0));
  }
  return mayBeNegativeZero(formula, emission.scope.facts) ? binary("+", code, numberCode(0)) : code;
}

function checked(code: Code, target: CellTarget, position: number, { scope }: Emission): Code {
  const { matrix, column } = target;
  return call(
    scope.imports.runtime(cellFunctions[matrix.dtype]),
    code,
    primary("row"),
    constant(column.cells[position] ?? column.text),
    constant(column.feature),
  );
}

function fillerOf({ missing, dtype }: Matrix): Code {
  if (missing === "reject") internalError("a matrix that rejects missing values has none to write");
  if (missing === "nan") return primary("NaN");
  return numberCode((dtype === "float32" ? Math.fround(missing) : missing) + 0);
}

/** Halfway between the largest binary32 and the next power of two: what rounds to an infinity. */
const beyondFloat32 = 3.4028235677973366e38;
/** Half of the smallest binary32: what rounds to 0, and to -0 if it is negative. */
const leastFloat32 = 7.006492321624085e-46;

function fitsDtype(formula: Expr, { dtype }: Matrix, { scope }: Emission): boolean {
  if (formula.type.kind === "bool") return true;
  const { present, domain } = scope.facts.of(formula);
  if (!present || domain.kind !== "number") return false;
  switch (dtype) {
    case "float64":
      return true;
    case "float32":
      return isWithin(domain, -beyondFloat32, beyondFloat32, true);
    case "int32":
      return domain.integral && isWithin(domain, -(2 ** 31), 2 ** 31 - 1, false);
    case "uint8":
      return domain.integral && isWithin(domain, 0, 255, false);
  }
}

function isWithin(
  { low, high }: NumberDomain,
  least: number,
  most: number,
  isOpen: boolean,
): boolean {
  return isOpen ? low > least && high < most : low >= least && high <= most;
}

/** No value is rounded to -0. */
function keepsZero(formula: Expr, { scope }: Emission): boolean {
  const { domain } = scope.facts.of(formula);
  if (domain.kind !== "number") return false;
  return domain.low >= 0 || domain.integral || domain.floor > leastFloat32;
}

/** 1 where the operand is the value of the cell, 0 in the other cells of the column. */
function emitOneHot(target: CellTarget, formula: Encode, emission: Emission): void {
  const { values } = formula;
  const operands = emission.operands([formula.operand], none, every);
  const operand = operands.codes[0] ?? internalError("no operand");
  if (operands.isMissing) {
    missingOneHot(target, emission);
    return;
  }
  const tests = operands.requires.map((reference) => isNull(primary(reference)));
  const isRejected = tests.length > 0 && target.matrix.missing === "reject";
  if (isRejected) rejectMissing(target, any(tests), emission);
  const filler = tests.length === 0 || isRejected ? undefined : fillerOf(target.matrix);
  if (values.length > writtenOut) {
    fillAndSet(
      target,
      formula,
      operand,
      filler === undefined ? undefined : { filler, tests },
      emission,
    );
    return;
  }
  for (const [i, value] of values.entries()) {
    const cell = mayEqual(formula.operand, value, emission.scope.facts)
      ? conditional(equals(operand, value), constant(1), constant(0))
      : constant(0);
    const code = filler === undefined ? cell : conditional(any(tests), filler, cell);
    store(target, i, code, emission);
  }
}

/** The operand is always missing. */
function missingOneHot(target: CellTarget, emission: Emission): void {
  if (target.matrix.missing === "reject") {
    store(target, 0, checked(nullCode, target, 0, emission), emission);
    return;
  }
  for (let i = 0; i < target.column.cells.length; i++) {
    store(target, i, fillerOf(target.matrix), emission);
  }
}

function rejectMissing(target: CellTarget, test: Code, emission: Emission): void {
  const { column } = target;
  const error = emission.scope.imports.runtime("MatrixError");
  const details = [
    "row",
    stringLiteral(column.cells[0] ?? column.text),
    stringLiteral(column.feature),
    nullCode.text,
    stringLiteral("is missing, and the matrix has no value for that"),
  ];
  emission.block.open(`if (${test.text}) {`);
  emission.block.line(`throw new ${error}(${details.join(", ")});`).close();
}

function fillAndSet(
  target: CellTarget,
  formula: Encode,
  operand: Code,
  missing: { readonly filler: Code; readonly tests: readonly Code[] } | undefined,
  emission: Emission,
): void {
  const { constants, subject } = emission.scope;
  const { block } = emission;
  const key = typeof formula.values[0] === "number" ? "number" : "string";
  const entries = formula.values.map((value, i) => [value, i]);
  const positions = constants.add(
    subject,
    "Positions",
    `ReadonlyMap<${key}, number>`,
    `/* @__PURE__ */ new Map(${literal(entries)})`,
  );
  const start = offsetText(target.first);
  const end = offsetText(target.first + formula.values.length);
  const filling =
    missing === undefined
      ? constant(0)
      : conditional(any(missing.tests), missing.filler, constant(0));
  block.line(`${target.array}.fill(${filling.text}, ${start}, ${end});`);
  const at = emission.takeName("position");
  const found = `${positions}.get(${operand.text})`;
  const lookup =
    missing === undefined ? found : `${any(missing.tests).text} ? undefined : ${found}`;
  block.line(`const ${at} = ${lookup};`);
  block.line(`if (${at} !== undefined) ${target.array}[${start} + ${at}] = 1;`);
}

/** A vector that is an array: of features that the caller made, or of an unusual formula. */
function emitVector(target: CellTarget, emission: Emission): void {
  const { matrix, column } = target;
  const { type } = target.formula;
  const value = emission.repeatable(emission.value(target.formula), type);
  const { code, nullable } = value.requires.length === 0 ? value : emission.bind(value, type);
  if (nullable && matrix.missing === "reject") rejectMissing(target, isNull(code), emission);
  for (let i = 0; i < column.cells.length; i++) {
    const cell = checked(primary(`${code.text}[${numberLiteral(i)}]`), target, i, emission);
    store(
      target,
      i,
      nullable && matrix.missing !== "reject"
        ? conditional(isNull(code), fillerOf(matrix), cell)
        : cell,
      emission,
    );
  }
}
