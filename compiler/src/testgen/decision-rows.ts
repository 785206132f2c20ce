import { evaluatePolicy } from "../interpret/evaluate-policy.js";
import { evaluateProgram } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { wireForm } from "../interpret/wire-form.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { landmarksOf } from "../ir/landmarks.js";
import type { FieldContract, Step } from "../ir/program.js";
import { candidateValues } from "../prove/candidates.js";
import type { Value } from "../types/value.js";
import type { RowSource } from "./row-source.js";

/** A row and outputs of the model that test one decision. */
export interface DecisionRow {
  readonly changes: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, Value>>;
  readonly expected: Value;
}

const rowsPerDecision = 12;

/** For outputs of the model and rows of input around the thresholds of the decision. */
export function decisionRows(step: Step, source: RowSource): readonly DecisionRow[] {
  const { program, defaults } = source;
  const outputs = program.model?.outputs ?? [];
  const policyFormulas = program.policy.flatMap(formulasOf);
  const { fields, steps } = dependenciesOf(program, policyFormulas);
  const landmarks = landmarksOf([...policyFormulas, ...steps.flatMap(formulasOf)]);
  const usualOutputs = Object.fromEntries(
    outputs.map((field) => [field.name, candidateValues(field, landmarks)[0] ?? null]),
  );
  const rows: DecisionRow[] = [];
  const seen = new Set<string>();
  const add = (
    changes: Readonly<Record<string, unknown>>,
    modelOutputs: Readonly<Record<string, Value>>,
  ): void => {
    const read = readInput(program, { ...defaults.json, ...changes });
    if ("issues" in read || rows.length >= rowsPerDecision) return;
    const result = evaluateProgram(program, read.input, defaults.asOf);
    if (result.rejected !== null) return;
    const row = { input: read.input, asOf: defaults.asOf, steps: result.steps };
    const expected = evaluatePolicy(program, row, modelOutputs).get(step.name) ?? null;
    // Outputs of the model stand at its thresholds: there the same decision twice says something.
    const atThreshold = Object.keys(changes).length === 0;
    const id = JSON.stringify([expected, atThreshold ? modelOutputs : null]);
    if (seen.has(id)) return;
    seen.add(id);
    rows.push({ changes, outputs: modelOutputs, expected });
  };
  add({}, usualOutputs);
  for (const field of outputs) {
    for (const value of candidateValues(field, landmarks)) {
      add({}, { ...usualOutputs, [field.name]: value });
    }
  }
  for (const name of fields) {
    for (const field of program.input.filter((candidate) => candidate.name === name)) {
      for (const value of changesOfField(field, landmarks))
        add({ [field.key]: value }, usualOutputs);
    }
  }
  return rows;
}

function changesOfField(
  field: FieldContract,
  landmarks: Parameters<typeof candidateValues>[1],
): readonly unknown[] {
  return candidateValues(field, landmarks)
    .map((value) => wireForm(field, value))
    .filter((value) => value !== undefined);
}
