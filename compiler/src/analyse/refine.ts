import { assertNever } from "../base/assert.js";
import type { CompareOperator, Expr } from "../ir/nodes.js";
import { childrenOf } from "../ir/children.js";
import type { Fact, NumberDomain } from "../types/domain.js";
import { boolsOf, joinFacts, opaque, presentFact } from "../types/facts.js";
import { excludeZero, negate } from "../types/interval.js";
import { Environment, formulaKey, keyOf, recordKeys } from "./environment.js";
import { followOrder } from "./follow-order.js";
import { narrowDomain, narrowIn } from "./narrow-domain.js";

/**
 * How a condition came out. `not true` is false or missing: what the arms behind a `match` arm know.
 */
export type Outcome = "true" | "false" | "not true";

/** The fact of an expression in an environment; supplied by the analysis that walks the formula. */
export type FactIn = (expr: Expr, environment: Environment) => Fact;

/** What the environment becomes where the condition has this outcome. Sound: it may keep more than is true. */
export function refine(
  condition: Expr,
  outcome: Outcome,
  environment: Environment,
  factIn: FactIn,
): Environment {
  if (environment.contradictory) return environment;
  const fact = factIn(condition, environment);
  const exact = outcome === "not true" && !fact.missing ? "false" : outcome;
  if (isImpossible(fact, exact)) return Environment.unreachable;
  switch (condition.kind) {
    case "Not":
      // Where the operand is missing so is the negation: nothing is known of it then.
      if (exact === "not true") return environment;
      return refine(condition.operand, exact === "true" ? "false" : "true", environment, factIn);
    case "Logic":
      return refineLogic(
        condition.operator,
        condition.left,
        condition.right,
        exact,
        environment,
        factIn,
      );
    case "IsMissing":
      return exact === "true"
        ? refineMissing(condition.operand, environment, factIn)
        : markPresent(condition.operand, environment, factIn);
    case "Coalesce":
      return refineDefault(condition.left, condition.right, exact, environment, factIn);
    case "Compare":
      return refineCompare(
        condition.operator,
        condition.left,
        condition.right,
        exact,
        environment,
        factIn,
      );
    case "In":
      return refineIn(condition.operand, condition.values, exact, environment, factIn);
    case "FieldRef":
    case "FeatureRef":
    case "LocalRef":
    case "OutputRef":
    case "TableRef":
    case "ElementRef":
    case "Aggregate":
      return refineBool(condition, exact, environment, factIn);
    default:
      return exact === "not true" ? environment : markPresent(condition, environment, factIn);
  }
}

function isImpossible(fact: Fact, outcome: Outcome): boolean {
  const { mayBeTrue, mayBeFalse } = boolsOf(fact);
  switch (outcome) {
    case "true":
      return !mayBeTrue;
    case "false":
      return !mayBeFalse;
    case "not true":
      return !mayBeFalse && !fact.missing;
    default:
      return assertNever(outcome);
  }
}

function refineLogic(
  operator: "and" | "or",
  left: Expr,
  right: Expr,
  outcome: Outcome,
  environment: Environment,
  factIn: FactIn,
): Environment {
  const both = operator === "and" ? "true" : "false";
  if (outcome === both) {
    return refine(right, both, refine(left, both, environment, factIn), factIn);
  }
  if (outcome === "not true" && operator === "or") {
    return refine(right, "not true", refine(left, "not true", environment, factIn), factIn);
  }
  // At least one side came out so, and it is not known which: what both ways have in common holds.
  return Environment.join(
    refine(left, outcome, environment, factIn),
    refine(right, outcome, environment, factIn),
    joinFacts,
  );
}

/** `c ?? false` is true only where c is true, and `c ?? true` is false only where c is false. */
function refineDefault(
  left: Expr,
  right: Expr,
  outcome: Outcome,
  environment: Environment,
  factIn: FactIn,
): Environment {
  const fallback = factIn(right, environment);
  if (fallback.missing) return environment;
  const { mayBeTrue, mayBeFalse } = boolsOf(fallback);
  if (!mayBeTrue) {
    return refine(left, outcome === "true" ? "true" : "not true", environment, factIn);
  }
  if (!mayBeFalse && outcome === "false") return refine(left, "false", environment, factIn);
  return environment;
}

function refineMissing(operand: Expr, environment: Environment, factIn: FactIn): Environment {
  const key = keyOf(operand);
  if (key === undefined) return environment;
  const fact = factIn(operand, environment);
  return environment.with(key, { missing: fact.missing, present: false, domain: fact.domain });
}

/** Every value without which the expression would be missing is present. */
function markPresent(expr: Expr, environment: Environment, factIn: FactIn): Environment {
  const key = keyOf(expr);
  if (key !== undefined) {
    const fact = factIn(expr, environment);
    if (!fact.missing) return environment;
    const known = environment.with(key, { ...fact, missing: false });
    // A field is there only where the records around it are.
    return recordsPresent(expr, known);
  }
  switch (expr.kind) {
    case "Negate":
    case "Arith":
    case "Power":
    case "Compare":
    case "Not":
    case "In":
    case "Cast":
    case "Call":
    case "Lookup":
    case "Encode":
      return childrenOf(expr).reduce(
        (known, child) => markPresent(child, known, factIn),
        environment,
      );
    default:
      return environment;
  }
}

function recordsPresent(expr: Expr, environment: Environment): Environment {
  return recordKeys(expr).reduce((known, key) => known.with(key, presentFact(opaque)), environment);
}

function refineBool(
  condition: Expr,
  outcome: Outcome,
  environment: Environment,
  factIn: FactIn,
): Environment {
  const key = keyOf(condition);
  if (key === undefined) return environment;
  const fact = factIn(condition, environment);
  const value = outcome === "true";
  return environment.with(key, {
    missing: outcome === "not true" && fact.missing,
    present: boolsOf(fact)[value ? "mayBeTrue" : "mayBeFalse"],
    domain: { kind: "bool", mayBeTrue: value, mayBeFalse: !value },
  });
}

const negated: Record<CompareOperator, CompareOperator> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

const mirrored: Record<CompareOperator, CompareOperator> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

function refineCompare(
  operator: CompareOperator,
  left: Expr,
  right: Expr,
  outcome: Outcome,
  environment: Environment,
  factIn: FactIn,
): Environment {
  const leftFact = factIn(left, environment);
  const rightFact = factIn(right, environment);
  let known = environment;
  if (outcome === "not true") {
    // Only the operand that may be missing explains a missing comparison; its present values still fail it.
    if (leftFact.missing && rightFact.missing)
      return withOrder(left, negated[operator], right, environment);
  } else {
    known = markPresent(right, markPresent(left, known, factIn), factIn);
  }
  const holding = outcome === "true" ? operator : negated[operator];
  if (!rightFact.missing || outcome !== "not true") {
    known = narrow(left, holding, rightFact, known, factIn);
  }
  if (!leftFact.missing || outcome !== "not true") {
    known = narrow(right, mirrored[holding], leftFact, known, factIn);
  }
  return withOrder(left, holding, right, known);
}

/** The order of the sides of a comparison that holds whenever both are present. */
export function withOrder(
  left: Expr,
  operator: CompareOperator,
  right: Expr,
  environment: Environment,
): Environment {
  switch (operator) {
    case "<":
    case "<=":
      return environment.withOrder({ lower: left, upper: right, strict: operator === "<" });
    case ">":
    case ">=":
      return environment.withOrder({ lower: right, upper: left, strict: operator === ">" });
    case "==":
      return environment
        .withOrder({ lower: left, upper: right, strict: false })
        .withOrder({ lower: right, upper: left, strict: false });
    case "!=":
      return environment;
    default:
      return assertNever(operator);
  }
}

/** Narrows the values on one side of a comparison that holds, down to the value that it is made from. */
function narrow(
  expr: Expr,
  operator: CompareOperator,
  other: Fact,
  environment: Environment,
  factIn: FactIn,
): Environment {
  if (!other.present) return environment;
  const key = keyOf(expr);
  if (key !== undefined) {
    const fact = factIn(expr, environment);
    if (!fact.present) return environment;
    const domain = narrowDomain(fact.domain, operator, other.domain);
    const known = environment.with(
      key,
      domain === undefined ? { ...fact, present: false } : { ...fact, domain },
    );
    // What a local stands for is narrowed with it.
    const bound = known.boundTo(key);
    const followed = followOrder(key, known, factIn);
    return bound === undefined ? followed : narrow(bound, operator, other, followed, factIn);
  }
  if (expr.kind === "Negate" && other.domain.kind === "number") {
    const flipped: Fact = { ...other, domain: negate(other.domain).domain };
    return narrow(expr.operand, mirrored[operator], flipped, environment, factIn);
  }
  if (expr.kind === "Cast") return narrow(expr.operand, operator, other, environment, factIn);
  return narrowFormula(expr, operator, other, environment, factIn);
}

/** What is compared may stand again under the condition: `if a + b > 0 then a / (a + b)`. */
function narrowFormula(
  expr: Expr,
  operator: CompareOperator,
  other: Fact,
  environment: Environment,
  factIn: FactIn,
): Environment {
  const key = formulaKey(expr);
  const fact = factIn(expr, environment);
  if (key === undefined || !fact.present) return environment;
  const domain = narrowDomain(fact.domain, operator, other.domain);
  const known = environment.with(
    key,
    domain === undefined ? { ...fact, present: false } : { ...fact, domain },
  );
  const isAbs = expr.kind === "Call" && expr.fn === "abs";
  const operand = isAbs ? expr.args[0] : undefined;
  return operand === undefined || domain?.kind !== "number"
    ? known
    : narrowMagnitude(operand, domain, known, factIn);
}

/** What the absolute value of a number says of the number. */
function narrowMagnitude(
  operand: Expr,
  magnitude: NumberDomain,
  environment: Environment,
  factIn: FactIn,
): Environment {
  const high: Fact = presentFact({ ...magnitude, low: 0 });
  const low: Fact = { ...high, domain: negate({ ...magnitude, low: 0 }).domain };
  const between = narrow(
    operand,
    ">=",
    low,
    narrow(operand, "<=", high, environment, factIn),
    factIn,
  );
  const key = keyOf(operand);
  if (magnitude.low <= 0 || key === undefined || between.contradictory) return between;
  const fact = factIn(operand, between);
  if (fact.domain.kind !== "number") return between;
  const apart = excludeZero(fact.domain);
  if (apart === undefined) return between.with(key, { ...fact, present: false });
  const floor = Math.max(apart.floor, magnitude.low);
  return between.with(key, { ...fact, domain: { ...apart, floor } });
}

function refineIn(
  operand: Expr,
  values: readonly (number | string | boolean)[],
  outcome: Outcome,
  environment: Environment,
  factIn: FactIn,
): Environment {
  const known = outcome === "not true" ? environment : markPresent(operand, environment, factIn);
  const key = keyOf(operand);
  if (key === undefined || known.contradictory) return known;
  const fact = factIn(operand, known);
  if (!fact.present) return known;
  const domain = narrowIn(fact.domain, values, outcome === "true");
  return known.with(key, domain === undefined ? { ...fact, present: false } : { ...fact, domain });
}
