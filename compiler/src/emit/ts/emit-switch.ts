import { internalError } from "../../base/assert.js";
import { keyOf } from "../../analyse/environment.js";
import type { Case, Expr } from "../../ir/nodes.js";
import { constant, nullCode } from "./code.js";
import type { Code } from "./code.js";
import { assign, outcomeOf } from "./case-outcome.js";
import type { Arms } from "./case-outcome.js";
import { isReference } from "./emission.js";
import type { Emission } from "./emission.js";
import { nullableType } from "./value-type.js";

type Label = string | number | null;

/** A case that asks of one reference, arm after arm, which constant it is. */
export interface Switch {
  readonly subject: Code;
  readonly arms: readonly { readonly labels: readonly Label[]; readonly value: Expr }[];
  readonly otherwise: Expr;
}

/** Fewer arms than this are tests. */
const leastArms = 3;

export function switchOf({ arms, otherwise }: Arms, emission: Emission): Switch | undefined {
  if (arms.length < leastArms) return undefined;
  const asked = arms.map(({ condition }) => questionOf(condition));
  const first = asked[0];
  if (first === undefined || asked.some((question) => question?.key !== first.key))
    return undefined;
  const labels = new Set<Label>();
  for (const question of asked) {
    for (const label of question?.labels ?? []) {
      if (labels.has(label)) return undefined;
      labels.add(label);
    }
  }
  const { code, requires, guard } = emission.value(first.subject);
  if (requires.length > 0 || guard !== null || !isReference(code)) return undefined;
  return {
    subject: code,
    arms: arms.map(({ value }, i) => ({ labels: asked[i]?.labels ?? [], value })),
    otherwise,
  };
}

interface Question {
  readonly key: string;
  readonly subject: Expr;
  readonly labels: readonly Label[];
}

function questionOf(expr: Expr): Question | undefined {
  switch (expr.kind) {
    case "Compare":
      if (expr.operator !== "==" || expr.right.kind !== "Literal") return undefined;
      return question(expr.left, [expr.right.value]);
    case "In":
      return question(expr.operand, expr.values);
    case "IsMissing":
      return question(expr.operand, [null]);
    case "Logic": {
      const left = expr.operator === "or" ? questionOf(expr.left) : undefined;
      const right = left === undefined ? undefined : questionOf(expr.right);
      if (left === undefined || left.key !== right?.key) return undefined;
      return { ...left, labels: [...left.labels, ...right.labels] };
    }
    default:
      return undefined;
  }
}

function question(subject: Expr, values: readonly unknown[]): Question | undefined {
  const key = keyOf(subject);
  const labels = values.filter(
    (value): value is Label =>
      value === null || typeof value === "string" || typeof value === "number",
  );
  return key === undefined || labels.length < values.length ? undefined : { key, subject, labels };
}

/** Returns whether the variable may be null. */
export function emitSwitch(
  { subject, arms, otherwise }: Switch,
  expr: Case,
  target: string,
  emission: Emission,
): boolean {
  const asksMissing = arms.some(({ labels }) => labels.includes(null));
  const outcomes = arms.map(({ labels, value }) =>
    outcomeOf(value, emission.branch(labels.includes(null) ? [] : [subject.text])),
  );
  const last = outcomeOf(otherwise, emission.branch(asksMissing ? [subject.text] : []));
  const nullable = [...outcomes, last].some((outcome) => outcome.nullable);
  const { block } = emission;
  block.line(`let ${target}: ${nullableType(expr.type, nullable)};`);
  block.open(`switch (${subject.text}) {`);
  for (const [i, { labels }] of arms.entries()) {
    const outcome = outcomes[i] ?? internalError("an arm without an outcome");
    const texts = labels.map((label) => `case ${labelText(label)}:`);
    block.section(texts, (inner) => {
      assign(outcome, target, inner);
      inner.line("break;");
    });
  }
  block.section(["default:"], (inner) => assign(last, target, inner));
  block.close();
  return nullable;
}

function labelText(label: Label): string {
  return (label === null ? nullCode : constant(label)).text;
}
