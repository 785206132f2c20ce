import type { Expr } from "../../ir/nodes.js";
import { walk } from "../../ir/children.js";
import type { Program, Step } from "../../ir/program.js";
import { emitExpr } from "./emit-expr.js";
import { issueOf, issueType } from "./issue.js";
import { formulaOf, own } from "./names.js";
import { scopeOf } from "./row-stages.js";
import type { SqlFile } from "./scope.js";
import {
  atom,
  boolLiteral,
  call,
  cases,
  cast,
  column,
  disjunction,
  infix,
  numberLiteral,
  suffix,
  textLiteral,
} from "./sql-text.js";
import type { Sql } from "./sql-text.js";
import type { Stage, StageColumn } from "./stage.js";

interface PlacedColumn extends StageColumn {
  readonly level: number;
}

/** Lets and features in as few stages as what they read of each other allows; then what rejects the row. */
export function stepStages(program: Program, from: string, file: SqlFile): readonly Stage[] {
  const levels = new Map<string, number>();
  const columns: PlacedColumn[] = [];
  const scope = scopeOf(program, file);
  const told = new Set(program.steps.map((step) => step.indicatorOf));
  for (const step of program.steps) {
    const after = Math.max(0, ...readsOf(step).map((name) => (levels.get(name) ?? 0) + 1));
    if (step.indicatorOf !== null) {
      const { indicatorOf } = step;
      const observed = program.steps.find(({ name }) => name === indicatorOf);
      const value =
        observed === undefined ? boolLiteral(true) : suffix(treated(observed, file), "IS NULL");
      const level = levels.get(indicatorOf) ?? 0;
      levels.set(step.name, level);
      columns.push({ name: step.name, value, level, comment: `${indicatorOf} is missing` });
      continue;
    }
    const formula = emitExpr(step.formula, scope);
    const isSplit = needsFormula(step, file) || told.has(step.name);
    if (!isSplit) {
      levels.set(step.name, after);
      columns.push({
        name: step.name,
        value: imputed(formula, step, program, file),
        level: after,
        comment: textOf(step),
      });
      continue;
    }
    columns.push({
      name: formulaOf(step.name),
      value: formula,
      level: after,
      comment: textOf(step),
    });
    levels.set(step.name, after + 1);
    columns.push({
      name: step.name,
      value: imputed(treated(step, file), step, program, file),
      level: after + 1,
    });
  }
  const last = Math.max(-1, ...columns.map(({ level }) => level));
  const stages = Array.from({ length: last + 1 }, (_, level): Stage => {
    const placed = columns.filter((one) => one.level === level);
    return {
      name: `step_${level + 1}`,
      keepsAll: true,
      from: level === 0 ? from : `step_${level}`,
      comment:
        level === 0
          ? "What reads fields alone."
          : "What reads the stages before, and what becomes of values outside their range or missing.",
      columns: placed,
    };
  }).filter(({ columns: placed }) => placed.length > 0);
  const end = stages.at(-1)?.name ?? from;
  const rejecting = program.steps.filter((step) => rejects(step, file));
  return [
    ...stages,
    {
      name: "finished",
      keepsAll: true,
      from: end,
      comment: "The first value outside a range that rejects the row.",
      columns: [{ name: own.rejections, value: rejection(rejecting, file) }],
    },
  ];
}

/** As the spec has it: the formula, and what becomes of its value. */
function textOf({ name, text, range, outside, imputeText }: Step): string {
  const parts = [
    `${name}: ${text}`,
    ...(range === null ? [] : [`range ${range.text}`]),
    ...(outside === null ? [] : [`outside: ${outside.value}`]),
    ...(imputeText === null ? [] : [`impute: ${imputeText}`]),
  ];
  return parts.join("; ");
}

function readsOf(step: Step): readonly string[] {
  const names = new Set<string>();
  const visit = (expr: Expr): void =>
    walk(expr, (node) => {
      if (node.kind === "FeatureRef") names.add(node.name);
    });
  visit(step.formula);
  if (step.impute !== null) visit(step.impute);
  return [...names];
}

function limitsOf(step: Step, { facts }: SqlFile) {
  const { range, outside } = step;
  return range === null || outside === null || !facts.step(step.name).mayBeOutside
    ? undefined
    : { range, rule: outside.value };
}

function needsFormula(step: Step, file: SqlFile): boolean {
  return limitsOf(step, file) !== undefined;
}

function rejects(step: Step, file: SqlFile): boolean {
  return limitsOf(step, file)?.rule === "reject";
}

/** The value before `impute`. */
function treated(step: Step, file: SqlFile): Sql {
  const of = column(formulaOf(step.name));
  const limits = limitsOf(step, file);
  if (limits === undefined) return of;
  const { low, high } = limits.range;
  const arms = [
    ...(low === null
      ? []
      : [{ when: infix(of, "<", numberLiteral(low)), value: numberLiteral(low) }]),
    ...(high === null
      ? []
      : [{ when: infix(of, ">", numberLiteral(high)), value: numberLiteral(high) }]),
  ];
  if (limits.rule === "clamp") return cases(arms, of);
  return cases(
    arms.map(({ when }) => ({ when, value: atom("NULL") })),
    of,
  );
}

function imputed(value: Sql, step: Step, program: Program, file: SqlFile): Sql {
  return step.impute === null
    ? value
    : call("coalesce", value, emitExpr(step.impute, scopeOf(program, file)));
}

/** Steps are computed one after the other, and the first that rejects ends it. */
function rejection(steps: readonly Step[], file: SqlFile): Sql {
  const arms = steps.map((step) => {
    const of = column(formulaOf(step.name));
    const { low, high } = step.range ?? { low: null, high: null };
    const ends = [
      ...(low === null ? [] : [infix(of, "<", numberLiteral(low))]),
      ...(high === null ? [] : [infix(of, ">", numberLiteral(high))]),
    ];
    return {
      when: disjunction(ends),
      value: atom(
        file.dialect.list([issueOf("outside", [textLiteral(step.name)], file.dialect).text]),
      ),
    };
  });
  const { list, types } = file.dialect;
  return cases(arms, cast(atom(list([])), types.list(issueType(file.dialect))));
}
