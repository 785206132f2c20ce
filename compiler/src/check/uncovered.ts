import type { Facts } from "../ir/facts.js";
import type { Case, Expr } from "../ir/nodes.js";
import { walk } from "../ir/children.js";
import { printValue } from "../ir/print-value.js";

/** What a `match` without `_` leaves over, as far as it can be said in a few words. */
export function describeUncovered(expr: Case, facts: Facts): string {
  const subject = subjectOf(expr);
  if (subject === undefined) return "every value";
  const left: string[] = [];
  const fact = facts.of(subject);
  const covered = coveredConstants(expr);
  const forgetsMissing = fact.missing && !expr.arms.some((arm) => testsMissing(arm.condition));
  if (fact.domain.kind === "text" && fact.domain.values !== null) {
    const values = fact.domain.values.filter((value) => !covered.has(value));
    left.push(...values.map((value) => JSON.stringify(value)));
  } else if (fact.domain.kind === "bool") {
    left.push(...[true, false].filter((value) => !covered.has(value)).map(String));
  } else {
    const number = uncoveredNumber(expr, subject, facts);
    if (number !== undefined) left.push(number);
    // Numbers that nothing was found for are most likely covered, where missing explains it.
    else if (fact.domain.kind !== "number" || !forgetsMissing) left.push("other values");
  }
  if (forgetsMissing) left.push("missing");
  return left.length === 0 ? "every value" : left.join(", ");
}

/** The first comparison of the first arm is with the subject. */
function subjectOf(expr: Case): Expr | undefined {
  let found: Expr | undefined;
  const first = expr.arms[0];
  if (first === undefined) return undefined;
  walk(first.condition, (node) => {
    if (found !== undefined) return;
    if (node.kind === "Compare") found = node.left;
    if (node.kind === "IsMissing") found = node.operand;
  });
  return found?.kind === "Cast" ? found.operand : found;
}

function coveredConstants(expr: Case): ReadonlySet<unknown> {
  const covered = new Set<unknown>();
  for (const arm of expr.arms) {
    walk(arm.condition, (node) => {
      if (node.kind === "Compare" && node.operator === "==" && node.right.kind === "Literal") {
        covered.add(node.right.value);
      }
    });
  }
  return covered;
}

function testsMissing(condition: Expr): boolean {
  let tests = false;
  walk(condition, (node) => {
    if (node.kind === "IsMissing") tests = true;
  });
  return tests;
}

/** A number that no arm takes: tried around the constants of the arms. */
function uncoveredNumber(expr: Case, subject: Expr, facts: Facts): string | undefined {
  const { domain } = facts.of(subject);
  if (domain.kind !== "number") return undefined;
  const constants: number[] = [];
  for (const arm of expr.arms) {
    walk(arm.condition, (node) => {
      if (node.kind === "Literal" && typeof node.value === "number") constants.push(node.value);
    });
  }
  const step = domain.integral ? 1 : 0.5;
  const tried = [domain.low, domain.high, 0, ...constants.flatMap((c) => [c, c - step, c + step])];
  const missed = tried.find(
    (value) =>
      value >= domain.low &&
      value <= domain.high &&
      !expr.arms.some((arm) => holdsFor(arm.condition, value)),
  );
  return missed === undefined ? undefined : printValue(missed, subject.type);
}

/** Whether the condition of an arm holds for a present number; arms compare the subject with constants alone. */
function holdsFor(condition: Expr, value: number): boolean {
  if (condition.kind === "Logic") {
    const left = holdsFor(condition.left, value);
    const right = holdsFor(condition.right, value);
    return condition.operator === "and" ? left && right : left || right;
  }
  if (condition.kind !== "Compare" || condition.right.kind !== "Literal") return false;
  const constant = condition.right.value;
  if (typeof constant !== "number") return false;
  switch (condition.operator) {
    case "==":
      return value === constant;
    case "!=":
      return value !== constant;
    case "<":
      return value < constant;
    case "<=":
      return value <= constant;
    case ">":
      return value > constant;
    case ">=":
      return value >= constant;
  }
}
