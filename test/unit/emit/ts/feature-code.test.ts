import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { analyseProgram } from "../../../../compiler/src/analyse/analyse-program.js";
import { featuresModule } from "../../../../compiler/src/emit/ts/features-module.js";
import { inputModule } from "../../../../compiler/src/emit/ts/input-module.js";
import { matrixModule } from "../../../../compiler/src/emit/ts/matrix-module.js";
import { buildTsFile } from "../../../../compiler/src/emit/text/ts-file.js";
import type { EmittedFile } from "../../../../compiler/src/emit/text/emitted-file.js";
import { build } from "../../../../compiler/src/ir/build.js";
import type { Program } from "../../../../compiler/src/ir/program.js";
import { nowhere } from "../../../support/program.js";
import { randomProgram } from "../../../support/random-program.js";
import { typeErrors } from "../../../support/type-errors.js";

function withMatrix(program: Program): Program {
  const columns = program.steps
    .filter(
      ({ role, type }) => role !== "let" && ["number", "int", "bool", "enum"].includes(type.kind),
    )
    .map((step) => {
      const feature = build.featureRef(step.name, step.type, nowhere);
      const isEnum = step.type.kind === "enum";
      return {
        formula:
          step.type.kind === "enum" ? build.oneHot(feature, step.type.values, nowhere) : feature,
        text: step.name,
        feature: step.name,
        cells: isEnum
          ? ["red", "green", "blue"].map((value) => `${step.name}=${value}`)
          : [step.name],
        span: nowhere,
      };
    });
  const matrix = {
    name: "model_input",
    dtype: "float32",
    missing: "nan",
    columns,
    span: nowhere,
  } as const;
  const strict = { ...matrix, name: "complete", dtype: "float64", missing: "reject" } as const;
  return { ...program, matrices: [matrix, strict] };
}

async function filesOf(program: Program): Promise<readonly EmittedFile[]> {
  const facts = analyseProgram(program);
  return [
    await buildTsFile(inputModule(program, facts)),
    await buildTsFile(featuresModule(program, facts)),
    await buildTsFile(matrixModule(program, facts)),
  ];
}

describe("generated features and matrices", () => {
  it.each([
    [1, 20, 2],
    [2, 20, 3],
    [3, 20, 4],
    [4, 20, 5],
    [5, 160, 3],
    [6, 40, 3],
  ])("compile under the strictest settings (seed %i)", async (seed, size, depth) => {
    expect(typeErrors(await filesOf(withMatrix(randomProgram(seed, size, depth))))).toEqual([]);
  });

  it.each([11, 12, 13])("are as prettier prints them (seed %i)", async (seed) => {
    for (const { path, text } of await filesOf(withMatrix(randomProgram(seed, 20, 4)))) {
      const formatted = await prettier.format(text, { parser: "typescript" });
      expect(text, path).toBe(formatted);
    }
  });
});
