import { describe, expect, it } from "vitest";
import { analyseProgram } from "../../../../compiler/src/analyse/analyse-program.js";
import { camelCase } from "../../../../compiler/src/emit/names.js";
import { matrixModule } from "../../../../compiler/src/emit/ts/matrix-module.js";
import { encodeMatrix } from "../../../../compiler/src/interpret/encode-matrix.js";
import { evaluateProgram } from "../../../../compiler/src/interpret/evaluate-program.js";
import { build } from "../../../../compiler/src/ir/build.js";
import { dependenciesOf } from "../../../../compiler/src/ir/dependencies.js";
import type { Expr } from "../../../../compiler/src/ir/nodes.js";
import type { Matrix, MatrixColumn, Program, Step } from "../../../../compiler/src/ir/program.js";
import type { Value } from "../../../../compiler/src/types/value.js";
import { MatrixError } from "../../../../runtime/src/errors.js";
import { nowhere } from "../../../support/program.js";
import { randomProgram, randomRow } from "../../../support/random-program.js";
import { runModule } from "../../../support/run-module.js";

const arrays = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
} as const;
type Cells = Float64Array | Float32Array | Int32Array | Uint8Array;

interface MatrixObject {
  readonly columns: readonly string[];
  readonly width: number;
  readonly encode: (features: readonly unknown[]) => { data: Cells; shape: readonly number[] };
  readonly writeRow: (
    input: unknown,
    options: { asOf: number },
    out: Cells,
    offset: number,
    row?: number,
  ) => void;
}

function columnsOf(program: Program): readonly MatrixColumn[] {
  return program.features.flatMap((name): readonly MatrixColumn[] => {
    const step = program.steps.find((one) => one.name === name);
    if (step === undefined) return [];
    const formula = columnFormula(step);
    if (formula === undefined) return [];
    const cells =
      formula.kind === "Encode" ? formula.values.map((value) => `${name}=${value}`) : [name];
    return [{ formula, text: name, feature: name, cells, span: nowhere }];
  });
}

function columnFormula(step: Step): Expr | undefined {
  const feature = build.featureRef(step.name, step.type, nowhere);
  switch (step.type.kind) {
    case "number":
    case "int":
    case "bool":
      return feature;
    case "enum":
      return build.oneHot(feature, step.type.values, nowhere);
    case "string":
      return build.oneHot(
        feature,
        Array.from({ length: 40 }, (_, i) => (i === 7 ? "red" : i === 9 ? "" : `word ${i}`)),
        nowhere,
      );
    default:
      return undefined;
  }
}

function withMatrices(program: Program): Program {
  const columns = columnsOf(program);
  const matrix = (dtype: Matrix["dtype"], missing: Matrix["missing"]): Matrix => ({
    name: `as_${dtype}_${typeof missing}`,
    dtype,
    missing,
    columns,
    span: nowhere,
  });
  const small = columns.slice(0, 3);
  return {
    ...program,
    matrices: [
      matrix("float32", "nan"),
      matrix("float64", 0),
      { ...matrix("float64", "reject"), name: "complete" },
      matrix("int32", -1),
      { ...matrix("uint8", 7), columns: small },
      { ...matrix("float32", "reject"), name: "small", columns: small },
    ],
  };
}

/** The cells, or undefined where the matrix refuses the row. */
function attempt(write: () => Cells): readonly number[] | undefined {
  try {
    return [...write()];
  } catch (error) {
    if (error instanceof MatrixError) return undefined;
    throw error;
  }
}

/** Only the features that the matrix reads, as the written row computes no others. */
function restricted(program: Program, matrix: Matrix): Program {
  const { steps } = dependenciesOf(
    program,
    matrix.columns.map(({ formula }) => formula),
  );
  return { ...program, steps };
}

describe.each([
  ["one function", 30],
  ["several functions", 150],
])("matrices of %s", (_, size) => {
  it("have the cells of the reference, from features and straight from the input", () => {
    let compared = 0;
    for (let seed = 100; seed < 112; seed += 1) {
      const program = withMatrices(randomProgram(seed, size, 2));
      const module = runModule(matrixModule(program, analyseProgram(program)));
      for (const matrix of program.matrices) {
        const generated = module[camelCase(matrix.name)] as MatrixObject;
        const needed = restricted(program, matrix);
        for (let i = 0; i < 8; i += 1) {
          const row = randomRow(seed * 100 + i);
          const result = evaluateProgram(needed, row.input, row.asOf);
          const write = (): Cells => {
            const out = new arrays[matrix.dtype](generated.width + 2);
            generated.writeRow(row.input, { asOf: row.asOf }, out, 1);
            expect([out[0], out.at(-1)]).toEqual([0, 0]);
            return out.slice(1, -1);
          };
          if (result.rejected !== null) {
            expect(write).toThrow();
            continue;
          }
          const wanted = encodeMatrix(program, matrix, result);
          const features = Object.fromEntries<Value>(result.steps);
          const place = `seed ${seed}, ${matrix.name}, row ${i}`;
          expect(
            attempt(() => generated.encode([features]).data),
            `${place}, encoded`,
          ).toEqual(wanted);
          expect(attempt(write), `${place}, written`).toEqual(wanted);
          compared += wanted?.length ?? 0;
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});

describe("encode", () => {
  const feature = (name: string, type: Step["type"]): Step => ({
    name,
    role: "feature",
    type,
    optional: false,
    tags: [],
    formula: build.literal(1, type, nowhere),
    text: "1",
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
    nameSpan: nowhere,
    span: nowhere,
  });

  it("refuses what features computed elsewhere may hold, by row, column, feature and value", () => {
    const base = randomProgram(1, 1, 1);
    const steps = [feature("a", { kind: "number" }), feature("b", { kind: "number" })];
    const program: Program = {
      ...base,
      steps,
      features: ["a", "b"],
      matrices: [
        {
          name: "model_input",
          dtype: "float32",
          missing: "reject",
          columns: columnsOf({ ...base, steps, features: ["a", "b"] }),
          span: nowhere,
        },
      ],
    };
    const { modelInput } = runModule(matrixModule(program, analyseProgram(program)));
    const { encode } = modelInput as MatrixObject;
    const good = { a: 1, b: 2 };
    expect([...encode([good, good]).data]).toEqual([1, 2, 1, 2]);
    for (const value of ["2", NaN, Infinity, null, undefined, 1e39]) {
      const refused = { row: 1, column: "b", feature: "b" };
      expect(() => encode([good, { a: 1, b: value }])).toThrow(MatrixError);
      expect(() => encode([good, { a: 1, b: value }])).toThrow(expect.objectContaining(refused));
    }
  });
});
