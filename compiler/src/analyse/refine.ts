import { assertNever } from "../base/assert.js";
import type { CompareOperator, Expr } from "../ir/nodes.js";
import { childrenOf } from "../ir/children.js";
import type { Domain, Fact, NumberDomain } from "../types/domain.js";
import { boolsOf, joinFacts, opaque, presentFact } from "../types/facts.js";
import { above, below, excludeZero, meet, negate, numberDomain } from "../types/interval.js";
import { Environment, keyOf, recordKeys } from "./environment.js";

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
    return bound === undefined ? known : narrow(bound, operator, other, known, factIn);
  }
  if (expr.kind === "Negate" && other.domain.kind === "number") {
    const flipped: Fact = { ...other, domain: negate(other.domain).domain };
    return narrow(expr.operand, mirrored[operator], flipped, environment, factIn);
  }
  return environment;
}

/** The values of `domain` for which `value operator some value of other` can hold; undefined where none is left. */
function narrowDomain(
  domain: Domain,
  operator: CompareOperator,
  other: Domain,
): Domain | undefined {
  if (domain.kind === "number" && other.kind === "number") {
    return narrowNumbers(domain, operator, other);
  }
  if (domain.kind === "text" && other.kind === "text") {
    return narrowTexts(domain.values, operator, other.values);
  }
  if (domain.kind === "bool" && other.kind === "bool" && (operator === "==" || operator === "!=")) {
    const same = operator === "==";
    const mayBeTrue = domain.mayBeTrue && (same ? other.mayBeTrue : other.mayBeFalse);
    const mayBeFalse = domain.mayBeFalse && (same ? other.mayBeFalse : other.mayBeTrue);
    return mayBeTrue || mayBeFalse ? { kind: "bool", mayBeTrue, mayBeFalse } : undefined;
  }
  return domain;
}

function narrowNumbers(
  domain: NumberDomain,
  operator: CompareOperator,
  other: NumberDomain,
): NumberDomain | undefined {
  switch (operator) {
    case "==":
      return meet(domain, other);
    case "!=":
      return other.low === other.high ? without(domain, other.low) : domain;
    case "<":
      return below(domain, other.high, true);
    case "<=":
      return below(domain, other.high, false);
    case ">":
      return above(domain, other.low, true);
    case ">=":
      return above(domain, other.low, false);
    default:
      return assertNever(operator);
  }
}

function without(domain: NumberDomain, value: number): NumberDomain | undefined {
  if (domain.low === value) return above(domain, value, true);
  if (domain.high === value) return below(domain, value, true);
  return value === 0 ? excludeZero(domain) : domain;
}

function narrowTexts(
  values: readonly string[] | null,
  operator: CompareOperator,
  other: readonly string[] | null,
): Domain | undefined {
  let left = values;
  if (operator === "==" && other !== null) {
    left = values === null ? other : values.filter((value) => other.includes(value));
  } else if (operator === "!=" && other !== null && other.length === 1 && values !== null) {
    left = values.filter((value) => value !== other[0]);
  }
  return left !== null && left.length === 0 ? undefined : { kind: "text", values: left };
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

function narrowIn(
  domain: Domain,
  values: readonly (number | string | boolean)[],
  isIn: boolean,
): Domain | undefined {
  if (domain.kind === "text") {
    if (isIn) {
      const left = values.filter(
        (value): value is string =>
          typeof value === "string" && (domain.values === null || domain.values.includes(value)),
      );
      return left.length === 0 ? undefined : { kind: "text", values: left };
    }
    if (domain.values === null) return domain;
    const left = domain.values.filter((value) => !values.includes(value));
    return left.length === 0 ? undefined : { kind: "text", values: left };
  }
  if (domain.kind === "number") {
    const numbers = values.filter((value) => typeof value === "number");
    if (isIn) {
      const hull = numberDomain(Math.min(...numbers), Math.max(...numbers), {
        integral: numbers.every((value) => Number.isInteger(value)),
        zero: numbers.includes(0),
      });
      return numbers.length === 0 ? undefined : meet(domain, hull);
    }
    return numbers.reduce<NumberDomain | undefined>(
      (left, value) => (left === undefined ? undefined : without(left, value)),
      domain,
    );
  }
  return domain;
}
