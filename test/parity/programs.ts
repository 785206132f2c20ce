import { analyseProgram } from "../../compiler/src/analyse/analyse-program.js";
import type { Dialect } from "../../compiler/src/emit/sql/dialect.js";
import { sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import { wireForm } from "../../compiler/src/interpret/wire-form.js";
import type { Facts } from "../../compiler/src/ir/facts.js";
import type { Program, Step } from "../../compiler/src/ir/program.js";
import { randomRow } from "../support/random-program.js";
import type { SentRow } from "./compare-rows.js";

export function isRefused(program: Program, dialect: Dialect, facts?: Facts): boolean {
  const { text } = sqlModule(program, facts ?? analyseProgram(program), dialect);
  return text.includes("There is no SQL");
}

const alone = (program: Program, step: Step): Program => ({
  ...program,
  steps: [step],
  features: [step.name],
  matrices: [],
});

/** The steps of a program, none of which reads another, that the engine has SQL for. */
export function withSql(program: Program, dialect: Dialect, facts?: Facts): Program {
  const steps = program.steps.filter((step) => !isRefused(alone(program, step), dialect, facts));
  return { ...program, steps, features: steps.map(({ name }) => name) };
}

/** Random rows of random programs as a producer sends them. */
export function sentRows(program: Program, seed: number, count: number): readonly SentRow[] {
  return Array.from({ length: count }, (_, i) => {
    const { input, asOf } = randomRow(seed * 10_007 + i);
    const json = program.input.map(
      (field) => [field.key, wireForm(field, input[field.name] ?? null)] as const,
    );
    return { json: Object.fromEntries(json), asOf };
  });
}
