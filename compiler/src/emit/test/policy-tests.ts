import { printValue } from "../../ir/print-value.js";
import type { Program, Step } from "../../ir/program.js";
import type { DecisionRow } from "../../testgen/decision-rows.js";
import type { RowSource } from "../../testgen/row-source.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { propertyAccess, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { comparedWith } from "./native-tolerance.js";
import { hasSources, needsAsOf } from "./row-preamble.js";
import { table } from "./table.js";

/** Each decision, for outputs of the model and rows of input around its thresholds. */
export function policyTests(
  source: RowSource,
  rowsByDecision: ReadonlyMap<string, readonly DecisionRow[]>,
  body: Block,
  imports: Imports,
): void {
  const { program } = source;
  if (program.policy.length === 0) return;
  imports.value("./policy.js", "decide");
  for (const step of program.policy) {
    const rows = (rowsByDecision.get(step.name) ?? []).map((row) => [
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
