import { readInput } from "../interpret/read-input.js";
import { unknownEntity } from "../interpret/source-data.js";
import { dependenciesOf } from "../ir/dependencies.js";
import { landmarksOf } from "../ir/landmarks.js";
import type { Constraint, Program } from "../ir/program.js";
import { mutantsOfConstraint } from "../mutants/program-mutants.js";
import { unrelated } from "../prove/related.js";
import { withChanges } from "./contract-cases.js";
import { describeChanges } from "./describe-changes.js";
import { inputDial } from "./dials.js";
import { comparedIn } from "./pivots.js";
import type { RowSetting } from "./row-setting.js";
import { combinedChanges, fieldChanges, jsonOfChanges, withValues } from "./row-source.js";
import type { RowSource } from "./row-source.js";
import { takeTurns } from "./take-turns.js";

/** A record whose fields are right one by one, and the constraints that it violates. */
export interface ConstraintRow {
  readonly title: string;
  readonly changes: Readonly<Record<string, unknown>>;
  /** As issues and warnings name them: `not_both (a != 100 or b != 100)`. */
  readonly violated: readonly string[];
}

const mostRows = 20;
const mostTries = 200;

/** Records that satisfy each constraint and that violate it, next to where it turns. */
export function constraintRows(source: RowSource): readonly ConstraintRow[] {
  const rows: ConstraintRow[] = [];
  const seen = new Set<string>();
  for (const constraint of source.program.constraints) {
    for (const row of rowsOf(constraint, source)) {
      const key = JSON.stringify(row.changes);
      if (!seen.has(key)) rows.push(row);
      seen.add(key);
    }
  }
  return rows;
}

function rowsOf(constraint: Constraint, source: RowSource): readonly ConstraintRow[] {
  const { program, defaults, input } = source;
  const fields = dependenciesOf(program, [constraint.formula]).fields.flatMap((name) =>
    program.input.filter((field) => field.name === name),
  );
  const landmarks = landmarksOf([constraint.formula]);
  let living = mutantsOfConstraint(program, constraint).map((mutant) => mutant.program);
  const rows: ConstraintRow[] = [];
  const kept: RowSetting[] = [];
  const outcomes = new Set<string>();
  const offer = (setting: RowSetting): boolean => {
    const violated = violatedBy(program, setting, source);
    if (violated === undefined || rows.length >= mostRows) return false;
    const outcome = violated.join();
    const left = living.filter((one) => violatedBy(one, setting, source)?.join() === outcome);
    const isNew = !outcomes.has(outcome) || left.length < living.length;
    living = left;
    if (!isNew) return false;
    outcomes.add(outcome);
    kept.push(setting);
    const place = describeChanges(program, setting.changes, null);
    const verdict = violated.includes(named(constraint)) ? "does not hold" : "holds";
    const title = `${constraint.name} ${verdict} ${place}`;
    rows.push({ title, changes: setting.changes, violated });
    return true;
  };
  const usual = { input, changes: {}, related: unrelated, asOf: defaults.asOf, outputs: {} };
  offer(usual);
  let tries = 0;
  const options = fields.map((field) => fieldChanges(field, landmarks, source));
  for (const changes of combinedChanges(options, landmarks)) {
    tries += 1;
    if (tries > mostTries) break;
    offer({ ...usual, input: withValues(input, changes), changes: jsonOfChanges(changes) });
  }
  const sources = unknownEntity(program);
  takeTurns({
    pivots: comparedIn(constraint.formula),
    dials: fields.map((field) => inputDial(field, landmarks)).filter((dial) => dial !== undefined),
    starts: () => [usual, ...kept],
    rowOf: (setting) => ({
      input: setting.input,
      sources,
      asOf: setting.asOf,
      steps: new Map(),
      outputs: {},
      locals: new Map(),
    }),
    offer,
    isDone: () => living.length === 0,
  });
  return rows;
}

/** The constraints that the record violates, or undefined where its fields are wrong. */
export function violatedBy(
  program: Program,
  { changes }: Pick<RowSetting, "changes">,
  { defaults }: RowSource,
): readonly string[] | undefined {
  const read = readInput(program, withChanges(defaults.json, changes));
  const issues = "issues" in read ? read.issues : read.warnings;
  if (issues.some(({ code }) => code !== "constraint")) return undefined;
  return issues.flatMap(({ constraint }) =>
    program.constraints.filter(({ name }) => name === constraint).map(named),
  );
}

function named({ name, text }: Constraint): string {
  return `${name} (${text})`;
}
