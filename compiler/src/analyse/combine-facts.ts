import type { ArgumentFact, FunctionDefinition } from "../functions/definition.js";
import type { Expr } from "../ir/nodes.js";
import type { Fact } from "../types/domain.js";
import { alwaysMissing, domainOfType, unreachableFact } from "../types/facts.js";
import { meet } from "../types/interval.js";
import { formulaKey } from "./environment.js";
import type { Environment } from "./environment.js";

/** With what conditions on the way say of the same formula. */
export function compared(expr: Expr, fact: Fact, environment: Environment): Fact {
  if (fact.domain.kind !== "number") return fact;
  const known = environment.get(formulaKey(expr) ?? "");
  if (known?.domain.kind !== "number") return fact;
  const domain = meet(fact.domain, known.domain);
  if (domain === undefined || !known.present) return { ...fact, present: false };
  return { ...fact, domain };
}

/** A missing operand makes the result missing; an operand that is always missing leaves nothing else. */
export function strict<Operands extends readonly Fact[]>(
  operands: readonly [...Operands],
  combine: (operands: readonly [...Operands]) => Fact,
): Fact {
  const missing = operands.some((operand) => operand.missing);
  if (operands.some((operand) => !operand.present)) {
    return missing ? alwaysMissing : unreachableFact;
  }
  const combined = combine(operands);
  return missing ? { ...combined, missing: true } : combined;
}

/** Whether the function has no value at its arguments, where those are single numbers. */
export function isUndefinedAt(
  { evaluate }: FunctionDefinition,
  args: readonly ArgumentFact[],
): boolean {
  const points = args.flatMap(({ domain }) =>
    domain.kind === "number" && domain.low === domain.high ? [domain.low] : [],
  );
  if (points.length < args.length) return false;
  const value = evaluate(points);
  return value === null || (typeof value === "number" && !Number.isFinite(value));
}

/** How a function's rules see an argument. */
export function argumentFact(arg: Expr, fact: Fact): ArgumentFact {
  const domain = fact.domain.kind === "opaque" ? domainOfType(arg.type) : fact.domain;
  return arg.kind === "Literal"
    ? { domain, type: arg.type, constant: arg.value }
    : { domain, type: arg.type };
}
