import { missingCause } from "../analyse/missing-cause.js";
import { walk } from "../ir/children.js";
import type { ExampleField } from "../diagnostics/diagnostic.js";
import type { Case, Expr } from "../ir/nodes.js";
import type { Step } from "../ir/program.js";
import { boolsOf } from "../types/facts.js";
import type { CheckContext } from "./context.js";
import { exampleFor } from "./example-for.js";
import { describeUncovered } from "./uncovered.js";

/** Conditions that may be missing, cases that `match` forgets, arms that nothing reaches. */
export function checkCases(context: CheckContext): void {
  const { program } = context;
  for (const step of [...program.steps, ...program.policy]) {
    if (step.indicatorOf !== null) continue;
    checkFormula(step.formula, context);
    if (step.impute !== null) checkFormula(step.impute, context);
  }
  for (const constraint of program.constraints) checkFormula(constraint.formula, context);
}

function checkFormula(formula: Expr, context: CheckContext): void {
  walk(formula, (expr) => {
    if (expr.kind === "Case" && context.facts.isReachable(expr)) checkCase(expr, context);
  });
}

function checkCase(expr: Case, context: CheckContext): void {
  const { facts, collector, program } = context;
  for (const arm of expr.arms) {
    if (!facts.isReachable(arm.condition)) {
      collector.report("type/unreachable-arm", arm.span, {});
      continue;
    }
    const condition = facts.of(arm.condition);
    if (expr.origin === "if" && condition.missing) {
      const cause = missingCause(arm.condition, facts, program);
      collector.report(
        "missing/condition",
        cause?.span ?? arm.condition.span,
        { where: "this `if`", cause: cause?.words ?? "it may be missing" },
        {
          related: cause?.declared === undefined ? [] : [cause.declared],
          example: exampleOfMissing(arm.condition, context),
        },
      );
    }
    if (!boolsOf(condition).mayBeTrue) collector.report("type/unreachable-arm", arm.span, {});
  }
  const reachesOtherwise = facts.isReachable(expr.otherwise);
  if (expr.hasOtherwise && !reachesOtherwise) {
    collector.report("type/unreachable-arm", expr.otherwise.span, {});
  }
  if (!expr.hasOtherwise && reachesOtherwise) {
    collector.report("type/not-exhaustive", expr.span, { left: describeUncovered(expr, facts) });
  }
}

/** A row for which a condition is missing; none where it stands inside a function or a `match`. */
function exampleOfMissing(condition: Expr, context: CheckContext): readonly ExampleField[] {
  let usesLocals = false;
  walk(condition, (node) => {
    if (node.kind === "LocalRef") usesLocals = true;
  });
  if (usesLocals) return [];
  const probe = conditionStep(condition);
  return exampleFor(probe, context, ({ result }) => result.steps.get(probe.name) === null);
}

/** The condition as a step of its own, so that the interpreter can be asked for it. */
function conditionStep(condition: Expr): Step {
  return {
    name: "(condition)",
    role: "let",
    type: condition.type,
    optional: true,
    tags: [],
    formula: condition,
    text: "",
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
    nameSpan: condition.span,
    span: condition.span,
  };
}
