import { readsElement } from "../ir/children.js";
import type { Fact } from "../types/domain.js";
import type { Expr } from "../ir/nodes.js";
import { structuralKey } from "../ir/structural-key.js";

/** Names a value that conditions can say something about: a field, a step, a local, `as_of`. */
export type ValueKey = string;

export function fieldKey(path: readonly string[]): ValueKey {
  return `field ${path.join(".")}`;
}

export function elementKey(path: readonly string[]): ValueKey {
  return `element ${path.join(".")}`;
}

export function tableKey(table: string, path: readonly string[]): ValueKey {
  return `table ${[table, ...path].join(".")}`;
}

export function keyOf(expr: Expr): ValueKey | undefined {
  switch (expr.kind) {
    case "FieldRef":
      return fieldKey(expr.path);
    case "FeatureRef":
      return `step ${expr.name}`;
    case "OutputRef":
      return `output ${expr.name}`;
    case "LocalRef":
      return `local ${expr.id}`;
    case "AsOf":
      return "as_of";
    case "TableRef":
      return tableKey(expr.table, expr.path);
    case "ElementRef":
      return elementKey(expr.path);
    case "Aggregate":
      return `aggregate ${structuralKey(expr)}`;
    case "Cast":
      return keyOf(expr.operand);
    default:
      return undefined;
  }
}

/** Of a formula that a condition may compare; what it is made from has keys of its own. */
export function formulaKey(expr: Expr): ValueKey | undefined {
  switch (expr.kind) {
    case "Arith":
    case "Power":
    case "Call":
      return `formula ${structuralKey(expr)}`;
    default:
      return undefined;
  }
}

/** The records that a field stands in, outermost first; a table's own record is one of them. */
export function recordKeys(expr: Expr): readonly ValueKey[] {
  switch (expr.kind) {
    case "FieldRef":
      return expr.path.slice(1).map((_, i) => fieldKey(expr.path.slice(0, i + 1)));
    case "TableRef":
      return expr.path.map((_, i) => tableKey(expr.table, expr.path.slice(0, i)));
    case "ElementRef":
      return expr.path.map((_, i) => elementKey(expr.path.slice(0, i)));
    default:
      return [];
  }
}

/** Where both are present, `lower <= upper`; `<` where strict. */
export interface OrderFact {
  readonly lower: Expr;
  readonly upper: Expr;
  readonly strict: boolean;
}

/** `known` of the records around the field are there, from the outermost on. */
export type ElementFacts = (path: readonly string[], known: number) => Fact;

interface Contents {
  readonly facts: ReadonlyMap<ValueKey, Fact>;
  /** By the structural keys of both sides. */
  readonly order: ReadonlyMap<string, OrderFact>;
  /** What locals are bound to. */
  readonly bindings: ReadonlyMap<ValueKey, Expr>;
  /** Inside an aggregate: a field of the element, before any condition is known. */
  readonly element: ElementFacts | null;
}

const nothing: Contents = {
  facts: new Map(),
  order: new Map(),
  bindings: new Map(),
  element: null,
};

/**
 * What is known at one place of a formula: facts of values, sharpened by the conditions on the way, and which
 * values are at most which others. Immutable; `contradictory` where no input reaches the place.
 */
export class Environment {
  readonly #contents: Contents;
  readonly contradictory: boolean;

  private constructor(contents: Contents, contradictory: boolean) {
    this.#contents = contents;
    this.contradictory = contradictory;
  }

  static readonly empty = new Environment(nothing, false);
  static readonly unreachable = new Environment(nothing, true);

  get(key: ValueKey): Fact | undefined {
    return this.#contents.facts.get(key);
  }

  with(key: ValueKey, fact: Fact): Environment {
    if (this.contradictory) return this;
    if (!fact.present && !fact.missing) return Environment.unreachable;
    const facts = new Map(this.#contents.facts).set(key, fact);
    return new Environment({ ...this.#contents, facts }, false);
  }

  /** Inside an aggregate; what is known of the element of another is forgotten. */
  atElement(element: ElementFacts): Environment {
    const facts = new Map([...this.#contents.facts].filter(([key]) => !key.startsWith("element ")));
    const order = new Map(
      [...this.#contents.order].filter(
        ([, { lower, upper }]) => !readsElement(lower) && !readsElement(upper),
      ),
    );
    return new Environment({ ...this.#contents, facts, order, element }, this.contradictory);
  }

  withBinding(key: ValueKey, value: Expr): Environment {
    if (this.contradictory) return this;
    const bindings = new Map(this.#contents.bindings).set(key, value);
    return new Environment({ ...this.#contents, bindings }, false);
  }

  withOrder(fact: OrderFact): Environment {
    if (this.contradictory) return this;
    const key = orderKey(fact.lower, fact.upper);
    if (this.#contents.order.get(key)?.strict === true) return this;
    const order = new Map(this.#contents.order).set(key, fact);
    return new Environment({ ...this.#contents, order }, false);
  }

  get element(): ElementFacts | null {
    return this.#contents.element;
  }

  boundTo(key: ValueKey): Expr | undefined {
    return this.#contents.bindings.get(key);
  }

  order(lower: Expr, upper: Expr): OrderFact | undefined {
    return this.#contents.order.get(orderKey(lower, upper));
  }

  get orderFacts(): readonly OrderFact[] {
    return [...this.#contents.order.values()];
  }

  /** What holds in both: for places that are reached in two ways. */
  static join(a: Environment, b: Environment, joinFacts: (a: Fact, b: Fact) => Fact): Environment {
    if (a.contradictory) return b;
    if (b.contradictory) return a;
    const facts = new Map<ValueKey, Fact>();
    for (const [key, fact] of a.#contents.facts) {
      const other = b.#contents.facts.get(key);
      if (other !== undefined) facts.set(key, joinFacts(fact, other));
    }
    const order = new Map<string, OrderFact>();
    for (const [key, fact] of a.#contents.order) {
      const other = b.#contents.order.get(key);
      if (other !== undefined) order.set(key, fact.strict ? other : fact);
    }
    return new Environment({ ...a.#contents, facts, order }, false);
  }
}

function orderKey(lower: Expr, upper: Expr): string {
  return `${structuralKey(lower)} <= ${structuralKey(upper)}`;
}
