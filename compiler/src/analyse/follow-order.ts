import type { Expr } from "../ir/nodes.js";
import type { Fact, NumberDomain } from "../types/domain.js";
import { above, below } from "../types/interval.js";
import { keyOf } from "./environment.js";
import type { Environment, OrderFact, ValueKey } from "./environment.js";
import type { FactIn } from "./refine.js";

/** Values narrowed one after the other: a chain of constraints is rarely longer. */
const longestChain = 4;

/**
 * A value that a condition has narrowed narrows those that are ordered with it: where `clicks <= impressions`,
 * `clicks > 0` says that `impressions > 0`.
 */
export function followOrder(
  key: ValueKey,
  environment: Environment,
  factIn: FactIn,
  chain = longestChain,
): Environment {
  if (chain === 0) return environment;
  let known = environment;
  for (const order of environment.orderFacts) {
    for (const side of ["lower", "upper"] as const) {
      if (keyOf(order[side]) !== key) continue;
      const other = order[side === "lower" ? "upper" : "lower"];
      const narrowed = narrowOther(order, side, other, known, factIn);
      if (narrowed !== known) known = followOrder(keyOf(other) ?? "", narrowed, factIn, chain - 1);
    }
  }
  return known;
}

function narrowOther(
  order: OrderFact,
  side: "lower" | "upper",
  other: Expr,
  environment: Environment,
  factIn: FactIn,
): Environment {
  const otherKey = keyOf(other);
  if (environment.contradictory || otherKey === undefined) return environment;
  const fact = factIn(order[side], environment);
  const otherFact = factIn(other, environment);
  // The order holds where both are present: a missing side would leave the other as it is.
  if (fact.missing || !fact.present || !otherFact.present) return environment;
  if (fact.domain.kind !== "number" || otherFact.domain.kind !== "number") return environment;
  const domain = beyond(otherFact.domain, fact.domain, side, order.strict);
  if (domain?.low === otherFact.domain.low && domain.high === otherFact.domain.high) {
    return environment;
  }
  const narrowed: Fact =
    domain === undefined ? { ...otherFact, present: false } : { ...otherFact, domain };
  return environment.with(otherKey, narrowed);
}

function beyond(
  other: NumberDomain,
  known: NumberDomain,
  side: "lower" | "upper",
  strict: boolean,
): NumberDomain | undefined {
  return side === "lower" ? above(other, known.low, strict) : below(other, known.high, strict);
}
