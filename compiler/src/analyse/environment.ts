import type { Fact } from "../types/domain.js";
import type { Expr } from "../ir/nodes.js";

/** Names a value that conditions can say something about: a field, a step, a local, `as_of`. */
export type ValueKey = string;

export function keyOf(expr: Expr): ValueKey | undefined {
  switch (expr.kind) {
    case "FieldRef":
      return `field ${expr.path.join(".")}`;
    case "FeatureRef":
      return `step ${expr.name}`;
    case "OutputRef":
      return `output ${expr.name}`;
    case "LocalRef":
      return `local ${expr.id}`;
    case "AsOf":
      return "as_of";
    case "Cast":
      return keyOf(expr.operand);
    default:
      return undefined;
  }
}

/**
 * What is known at one place of a formula: facts of values, sharpened by the conditions on the way.
 * Immutable; `contradictory` where no input reaches the place.
 */
export class Environment {
  readonly #facts: ReadonlyMap<ValueKey, Fact>;
  readonly contradictory: boolean;

  private constructor(facts: ReadonlyMap<ValueKey, Fact>, contradictory: boolean) {
    this.#facts = facts;
    this.contradictory = contradictory;
  }

  static readonly empty = new Environment(new Map(), false);
  static readonly unreachable = new Environment(new Map(), true);

  get(key: ValueKey): Fact | undefined {
    return this.#facts.get(key);
  }

  with(key: ValueKey, fact: Fact): Environment {
    if (this.contradictory) return this;
    if (!fact.present && !fact.missing) return Environment.unreachable;
    return new Environment(new Map(this.#facts).set(key, fact), false);
  }

  /** What holds in both: for places that are reached in two ways. */
  static join(a: Environment, b: Environment, joinFacts: (a: Fact, b: Fact) => Fact): Environment {
    if (a.contradictory) return b;
    if (b.contradictory) return a;
    const facts = new Map<ValueKey, Fact>();
    for (const [key, fact] of a.#facts) {
      const other = b.#facts.get(key);
      if (other !== undefined) facts.set(key, joinFacts(fact, other));
    }
    return new Environment(facts, false);
  }
}
