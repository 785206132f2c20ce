import { evaluatePolicy } from "../../interpret/evaluate-policy.js";
import { evaluateProgram } from "../../interpret/evaluate-program.js";
import { readInput } from "../../interpret/read-input.js";
import { dependenciesOf, formulasOf } from "../../ir/dependencies.js";
import { printValue } from "../../ir/print-value.js";
import type { FieldContract, Program, Step } from "../../ir/program.js";
import { landmarksOf } from "../../ir/landmarks.js";
import { candidateValues } from "../../prove/candidates.js";
import { wireForm } from "../../interpret/wire-form.js";
import type { RowSource } from "../../testgen/row-source.js";
import type { Value } from "../../types/value.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { propertyAccess, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { comparedWith } from "./native-tolerance.js";
import { hasSources, needsAsOf } from "./row-preamble.js";
import { table } from "./table.js";

const rowsPerDecision = 12;

interface DecisionRow {
  readonly changes: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, Value>>;
  readonly expected: Value;
}

/** Each decision, for outputs of the model and rows of input around its thresholds. */
export function policyTests(source: RowSource, body: Block, imports: Imports): void {
  const { program } = source;
  if (program.policy.length === 0) return;
  imports.value("./policy.js", "decide");
  for (const step of program.policy) {
    const rows = decisionRows(step, source).map((row) => [
      stringLiteral(titleOf(row, step, program)),
      dataLiteral(row.changes),
      dataLiteral(row.outputs),
      dataLiteral(row.expected),
    ]);
    if (rows.length === 0) continue;
    const hasOutputs = (program.model?.outputs.length ?? 0) > 0;
    const basis = [
      "input",
      `features: features(changes${hasSources(source.program) ? ", {}" : ""})`,
      ...(hasOutputs ? ["outputs"] : []),
      ...(needsAsOf(program) ? ["asOf: usualAsOf"] : []),
    ];
    const outputsType = hasOutputs ? `Parameters<typeof decide>[0]["outputs"]` : "unknown";
    const second = hasOutputs ? "outputs" : "_outputs";
    body.blank().open(`describe(${stringLiteral(step.name)}, () => {`);
    body.line(
      table(
        `it.each<[string, Changes, ${outputsType}, unknown]>`,
        rows,
        `(_, changes, ${second}, expected) => {`,
        [
          "const input = parseInput(changed(changes));",
          `const decisions = decide({ ${basis.join(", ")} });`,
          `expect(${propertyAccess("decisions", step.name)}).toEqual(${comparedWith("expected", source.program.math)});`,
        ],
      ),
    );
    body.close("});");
  }
}

function decisionRows(step: Step, source: RowSource): readonly DecisionRow[] {
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

function titleOf(row: DecisionRow, step: Step, program: Program): string {
  const changes = Object.entries(row.changes).map(([key, value]) => {
    const name = program.input.find((field) => field.key === key)?.name ?? key;
    return `${name} is ${JSON.stringify(value)}`;
  });
  const outputs = Object.entries(row.outputs).map(
    ([name, value]) => `${name} is ${JSON.stringify(value)}`,
  );
  return `is ${printValue(row.expected, step.type)} where ${[...changes, ...outputs].join(" and ")}`;
}
