import type { Facts } from "../ir/facts.js";
import type { Case, Expr } from "../ir/nodes.js";
import { walk } from "../ir/children.js";
import { printValue } from "../ir/print-value.js";
import { holdsFor, subjectOf, telling } from "./arm-values.js";

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
  const missed = telling(expr, subject, facts).find(
    (value) => !expr.arms.some((arm) => holdsFor(arm.condition, value)),
  );
  return missed === undefined ? undefined : printValue(missed, subject.type);
}
