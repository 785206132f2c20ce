import { missingCause } from "../analyse/missing-cause.js";
import { build } from "../ir/build.js";
import type { CaseArm, Expr } from "../ir/nodes.js";
import { boolsOf } from "../types/facts.js";
import { caseSites, exampleOfGap, exampleWhere } from "./case-witness.js";
import type { CaseSite } from "./case-witness.js";
import { checkOverlaps } from "./check-overlaps.js";
import type { CheckContext } from "./context.js";
import { describeUncovered } from "./uncovered.js";

/** Conditions that may be missing, cases that `match` forgets, arms that nothing reaches or that overlap. */
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
  for (const site of caseSites(formula)) {
    if (!context.facts.isReachable(site.expr)) continue;
    checkConditions(site, context);
    checkReach(site, context);
    checkOverlaps(site, context);
  }
}

function checkConditions(site: CaseSite, context: CheckContext): void {
  const { facts, collector, program } = context;
  if (site.expr.origin !== "if") return;
  for (const { condition } of site.expr.arms) {
    if (!facts.isReachable(condition) || !facts.of(condition).missing) continue;
    const cause = missingCause(condition, facts, program);
    collector.report(
      "missing/condition",
      cause?.span ?? condition.span,
      { where: "this `if`", cause: cause?.words ?? "it may be missing" },
      {
        related: cause?.declared === undefined ? [] : [cause.declared],
        example: exampleWhere(condition, null, site, context),
      },
    );
  }
}

function checkReach(site: CaseSite, context: CheckContext): void {
  const { expr } = site;
  const { facts, collector } = context;
  for (const [i, arm] of expr.arms.entries()) {
    const isReached =
      facts.isReachable(arm.condition) && boolsOf(facts.of(arm.condition)).mayBeTrue;
    if (!isReached) reportUnreached(arm, expr.arms.slice(0, i), site, context);
  }
  const reachesOtherwise = facts.isReachable(expr.otherwise);
  if (expr.hasOtherwise && !reachesOtherwise) {
    const always = expr.arms.find(
      ({ condition }) => facts.isReachable(condition) && !boolsOf(facts.of(condition)).mayBeFalse,
    );
    const related = always && {
      span: always.condition.span,
      text: "this is true of every row that comes here",
    };
    collector.report(
      "type/unreachable-arm",
      expr.otherwise.span,
      { why: "the arms before leave nothing for it" },
      { related: related === undefined ? [] : [related] },
    );
  }
  if (!expr.hasOtherwise && reachesOtherwise) {
    collector.report(
      "type/not-exhaustive",
      expr.span,
      { left: describeUncovered(expr, facts) },
      { example: exampleOfGap(site, context) },
    );
  }
}

/** With a row that the arm would take, and the arm that takes it instead. */
function reportUnreached(
  arm: CaseArm,
  before: readonly CaseArm[],
  site: CaseSite,
  { collector, ...rest }: CheckContext,
): void {
  const context = { collector, ...rest };
  for (const earlier of before) {
    const both = build.logic("and", earlier.condition, arm.condition, arm.span);
    const example = exampleWhere(both, true, site, context);
    if (example.length === 0) continue;
    const related = [{ span: earlier.span, text: "this arm takes them" }];
    const why = "arms before it take the rows of which it is true";
    collector.report("type/unreachable-arm", arm.span, { why }, { related, example });
    return;
  }
  collector.report("type/unreachable-arm", arm.span, { why: "it is true of no row" });
}
