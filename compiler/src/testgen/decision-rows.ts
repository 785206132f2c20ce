import { evaluatePolicy } from "../interpret/evaluate-policy.js";
import { evaluateProgram, momentOf } from "../interpret/evaluate-program.js";
import type { EvaluationRow } from "../interpret/evaluation-row.js";
import { readInput } from "../interpret/read-input.js";
import { noSources } from "../interpret/source-data.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { landmarksOf } from "../ir/landmarks.js";
import type { Program, Step } from "../ir/program.js";
import { mutantsOfDecision } from "../mutants/program-mutants.js";
import { candidateValues } from "../prove/candidates.js";
import { unrelated } from "../prove/related.js";
import { sameValue } from "../types/same-value.js";
import type { Value } from "../types/value.js";
import { withChanges } from "./contract-cases.js";
import { inputDial, outputDial } from "./dials.js";
import { comparedIn } from "./pivots.js";
import type { StepRow } from "./row-selection.js";
import type { RowSetting } from "./row-setting.js";
import { fieldChanges, jsonOfChanges } from "./row-source.js";
import type { RowSource } from "./row-source.js";
import { takeTurns } from "./take-turns.js";

/** A row and outputs of the model that test one decision. */
export interface DecisionRow {
  readonly changes: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, Value>>;
  readonly expected: Value;
}

const rowsPerDecision = 30;
/** Each turn starts from the rows that those before it found: two conditions need two. */
const rounds = 3;

/**
 * For outputs of the model and rows of input around the thresholds of the decision. A row is kept where the
 * decision is a new one, or where it kills a mutant of the decision that none before it kills.
 */
export function decisionRows(
  step: Step,
  source: RowSource,
  rowsByFeature: ReadonlyMap<string, readonly StepRow[]>,
): readonly DecisionRow[] {
  const { program, defaults } = source;
  const outputs = program.model?.outputs ?? [];
  const policyFormulas = program.policy.flatMap(formulasOf);
  const { fields, steps } = dependenciesOf(program, policyFormulas);
  const landmarks = landmarksOf([...policyFormulas, ...steps.flatMap(formulasOf)]);
  const contracts = fieldsReadBy(program, fields, steps);
  const usualOutputs = Object.fromEntries(
    outputs.map((field) => [field.name, candidateValues(field, landmarks)[0] ?? null]),
  );
  let living = program.policy.flatMap((one) =>
    mutantsOfDecision(program, one).map((mutant) => mutant.program),
  );
  const rows: DecisionRow[] = [];
  const kept: RowSetting[] = [];
  const decided = new Set<unknown>();

  const rowOf = ({ changes, asOf, outputs: given }: RowSetting): EvaluationRow | undefined => {
    const read = readInput(program, withChanges(defaults.json, changes));
    if ("issues" in read) return undefined;
    const result = evaluateProgram(program, read.input, asOf);
    if (result.rejected !== null) return undefined;
    const row = { input: read.input, asOf, steps: result.steps };
    return {
      ...row,
      asOf: momentOf(program, read.input, asOf),
      sources: noSources,
      steps: new Map([...result.steps, ...evaluatePolicy(program, row, given)]),
      outputs: given,
      locals: new Map(),
    };
  };
  const offer = (setting: RowSetting): boolean => {
    const row = rowOf(setting);
    if (row === undefined || rows.length >= rowsPerDecision) return false;
    const expected = row.steps.get(step.name) ?? null;
    const left = living.filter((one) =>
      sameValue(evaluatePolicy(one, row, setting.outputs).get(step.name), expected, program.math),
    );
    const isNew = !decided.has(expected) || left.length < living.length;
    living = left;
    if (!isNew) return false;
    decided.add(expected);
    kept.push(setting);
    rows.push({ changes: setting.changes, outputs: setting.outputs, expected });
    return true;
  };

  const usual: RowSetting = {
    input: source.input,
    changes: {},
    related: unrelated,
    asOf: defaults.asOf,
    outputs: usualOutputs,
  };
  offer(usual);
  for (const field of outputs) {
    for (const value of candidateValues(field, landmarks)) {
      offer({ ...usual, outputs: { ...usualOutputs, [field.name]: value } });
    }
  }
  const featureRows = steps.flatMap(({ name }) => rowsByFeature.get(name) ?? []);
  const changed = [
    ...contracts.flatMap((field) =>
      fieldChanges(field, landmarks, source).map((change) => jsonOfChanges([change])),
    ),
    ...featureRows.filter((row) => row.related === unrelated).map(({ changes }) => changes),
  ];
  for (const changes of changed) {
    for (const outputs of [usualOutputs, ...kept.slice(0, 4).map((one) => one.outputs)]) {
      offer({ ...usual, changes, outputs });
    }
  }
  for (let round = 0; round < rounds && living.length > 0; round += 1) {
    takeTurns({
      pivots: program.policy.flatMap((one) => comparedIn(one.formula)),
      dials: [
        ...outputs.map((field) => outputDial(field, landmarks)),
        ...contracts.map((field) => inputDial(field, landmarks)),
      ].filter((dial) => dial !== undefined),
      starts: () => kept,
      rowOf,
      offer,
      isDone: () => living.length === 0,
    });
  }
  return rows;
}

/** By the policy itself and by the features that it reads. */
function fieldsReadBy(program: Program, names: readonly string[], steps: readonly Step[]) {
  const read = dependenciesOf(program, steps.flatMap(formulasOf));
  return [...new Set([...names, ...read.fields])].flatMap((name) =>
    program.input.filter((field) => field.name === name),
  );
}
