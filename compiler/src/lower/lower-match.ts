import { assertNever } from "../base/assert.js";
import type { FormulaAst, MatchAst, PatternAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { CaseArm, Expr } from "../ir/nodes.js";
import { bindSubject } from "./bind-subject.js";
import type { LowerContext } from "./context.js";
import { joinBranches, lowerFormula } from "./lower-formula.js";
import { compareExprs } from "./lower-operator.js";

/**
 * Arms become conditions on the subject, top to bottom. Without `_` the case has no otherwise: analysis
 * shows whether any value is left for it.
 */
export function lowerMatch(ast: MatchAst, context: LowerContext): Expr {
  const subject = lowerFormula(ast.subject, context);
  if (subject.kind === "Invalid") {
    for (const arm of ast.arms) lowerFormula(arm.value, context);
    return subject;
  }
  return bindSubject("subject", subject, ast.span, context, (value) =>
    lowerArms(ast, value, context),
  );
}

function lowerArms(ast: MatchAst, subject: () => Expr, context: LowerContext): Expr {
  const arms: CaseArm[] = [];
  let otherwise: Expr | undefined;
  for (const arm of ast.arms) {
    const isWildcard = arm.patterns.some((pattern) => pattern.kind === "WildcardPatternAst");
    const value = lowerFormula(arm.value, context);
    if (otherwise !== undefined) {
      context.collector.report("type/unreachable-arm", arm.span, {
        why: "`_` takes every row before it",
      });
    } else if (isWildcard) {
      otherwise = value;
    } else {
      const condition = lowerPatterns(arm.patterns, subject, context);
      arms.push({ condition, value, span: arm.span });
    }
  }
  if (arms.length === 0 && otherwise !== undefined) return otherwise;
  const hasOtherwise = otherwise !== undefined;
  return joinBranches(
    "match",
    arms,
    otherwise ?? build.missing(ast.span),
    hasOtherwise,
    ast,
    context,
  );
}

function lowerPatterns(
  patterns: readonly PatternAst[],
  subject: () => Expr,
  context: LowerContext,
): Expr {
  const tests = patterns.map((pattern) => lowerPattern(pattern, subject, context));
  return tests.reduce((left, right) => {
    if (left.kind === "Invalid") return left;
    return right.kind === "Invalid" ? right : build.logic("or", left, right, right.span);
  });
}

function lowerPattern(pattern: PatternAst, subject: () => Expr, context: LowerContext): Expr {
  const { span } = pattern;
  switch (pattern.kind) {
    case "LiteralPatternAst":
      return compareWithConstant("==", pattern.value, pattern, subject, context);
    case "ComparePatternAst":
      return compareWithConstant(pattern.operator, pattern.value, pattern, subject, context);
    case "RangePatternAst": {
      const above = compareWithConstant(">=", pattern.low, pattern, subject, context);
      const below = compareWithConstant("<=", pattern.high, pattern, subject, context);
      if (above.kind === "Invalid" || below.kind === "Invalid") return build.invalid(span);
      return build.logic("and", above, below, span);
    }
    case "MissingPatternAst":
      return build.isMissing(subject(), span);
    case "WildcardPatternAst":
      return build.literal(true, { kind: "bool" }, span);
    default:
      return assertNever(pattern);
  }
}

function compareWithConstant(
  operator: "==" | "!=" | "<" | "<=" | ">" | ">=",
  valueAst: FormulaAst,
  pattern: PatternAst,
  subject: () => Expr,
  context: LowerContext,
): Expr {
  const constant = lowerFormula(valueAst, context);
  if (constant.kind !== "Literal" && constant.kind !== "Invalid") {
    context.collector.report("type/constant-needed", valueAst.span, {
      what: "the patterns of `match`",
    });
    return build.invalid(pattern.span);
  }
  return compareExprs(operator, subject(), constant, pattern.span, context);
}
