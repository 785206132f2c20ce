import { assertNever } from "../base/assert.js";
import { nativeDomain, nativeMath } from "../functions/native-math.js";
import { functionNamed } from "../functions/registry.js";
import type {
  Aggregate,
  Arith,
  Call,
  Case,
  Compare,
  Expr,
  FieldRef,
  Let,
  Logic,
  TableRef,
} from "../ir/nodes.js";
import type { FieldContract, Program } from "../ir/program.js";
import { structuralKey } from "../ir/structural-key.js";
import type { BoolDomain, Fact } from "../types/domain.js";
import {
  alwaysMissing,
  boolsOf,
  domainOfConstant,
  joinFacts,
  numbersOf,
  opaque,
  presentFact,
  unreachableFact,
} from "../types/facts.js";
import { boundsOfTimestamps, negate } from "../types/interval.js";
import { arithFact, powerFact } from "./arithmetic.js";
import { argumentFact, compared, isUndefinedAt, strict } from "./combine-facts.js";
import { compareDomain } from "./compare.js";
import { Environment, keyOf, recordKeys } from "./environment.js";
import { rowParts } from "../ir/children.js";
import { aggregateFact } from "./aggregate-fact.js";
import { elementFacts } from "./element-facts.js";
import { inDomain, lookupFact } from "./membership.js";
import { orderedArith, orderedCall, orderedCompare } from "./apply-order.js";
import { Order } from "./order.js";
import { mayRelate } from "./relevant-order.js";
import { refine, withOrder } from "./refine.js";

/** Facts of fields, steps and outputs before any condition is known. */
export interface BaseFacts {
  /** `known` of the records around the field are there, from the outermost on. */
  readonly field: (path: readonly string[], known: number) => Fact;
  /** As if sums were not rounded. */
  readonly exactFolds: boolean;
  readonly math: Program["math"];
  /** The contract of a field of the input or of a table. */
  readonly contract: (ref: FieldRef | TableRef) => FieldContract | undefined;
  readonly table: (name: string, path: readonly string[], known: number) => Fact;
  readonly step: (name: string) => Fact;
  readonly output: (name: string) => Fact;
  /** The formula whose value a step has whenever it is present. */
  readonly definition: (name: string) => Expr | undefined;
}

/** Where the facts of a formula go; null while a condition is only tried. */
type Recorder = Map<Expr, Fact> | null;

/** Works out what every expression of a formula can be, with the conditions on the way to it. */
export class FormulaAnalysis {
  readonly #base: BaseFacts;
  readonly #withOrder: boolean;
  #isOrdering = false;

  constructor(base: BaseFacts, withOrder: boolean) {
    this.#base = base;
    this.#withOrder = withOrder;
  }

  /** Records a fact for each expression that is reached; those that are not have none. */
  analyse(expr: Expr, environment: Environment, recorder: Recorder): Fact {
    if (environment.contradictory) return unreachableFact;
    const fact = this.#factOf(expr, environment, recorder);
    recorder?.set(expr, fact);
    return fact;
  }

  /** What the environment becomes where the condition is true. */
  assume(condition: Expr, environment: Environment): Environment {
    return refine(condition, "true", environment, this.#tried);
  }

  /** What the environment becomes where the condition is false or missing. */
  assumeNotTrue(condition: Expr, environment: Environment): Environment {
    return refine(condition, "not true", environment, this.#tried);
  }

  /** What the environment becomes inside a binding. */
  bind({ id, value }: Let, environment: Environment): Environment {
    return this.#bound(id, value, this.analyse(value, environment, null), environment);
  }

  #bound(id: number, value: Expr, fact: Fact, environment: Environment): Environment {
    return environment.with(`local ${id}`, fact).withBinding(`local ${id}`, value);
  }

  /** What is known of rows for which the condition is true or missing: the order of its sides. */
  assumeNotFalse(condition: Expr, environment: Environment): Environment {
    if (condition.kind === "Logic" && condition.operator === "and") {
      return this.assumeNotFalse(condition.right, this.assumeNotFalse(condition.left, environment));
    }
    return condition.kind === "Compare"
      ? withOrder(condition.left, condition.operator, condition.right, environment)
      : environment;
  }

  /** A search for an order asks for plain intervals, or it would search inside itself without end. */
  readonly #unordered = (expr: Expr, environment: Environment): Fact => {
    this.#isOrdering = true;
    try {
      return this.analyse(expr, environment, null);
    } finally {
      this.#isOrdering = false;
    }
  };

  readonly #tried = (expr: Expr, environment: Environment): Fact =>
    this.analyse(expr, environment, null);

  #factOf(expr: Expr, environment: Environment, recorder: Recorder): Fact {
    const analyse = (child: Expr): Fact => this.analyse(child, environment, recorder);
    switch (expr.kind) {
      case "Literal":
        return presentFact(domainOfConstant(expr.value));
      case "Missing":
        return alwaysMissing;
      case "FieldRef":
        return (
          environment.get(keyOf(expr) ?? "") ??
          this.#inRecords(expr, environment, (known) => this.#base.field(expr.path, known))
        );
      case "FeatureRef":
        return environment.get(keyOf(expr) ?? "") ?? this.#base.step(expr.name);
      case "OutputRef":
        return environment.get(keyOf(expr) ?? "") ?? this.#base.output(expr.name);
      case "AsOf":
        return environment.get("as_of") ?? presentFact(boundsOfTimestamps);
      case "LocalRef":
        return environment.get(keyOf(expr) ?? "") ?? unreachableFact;
      case "Let": {
        const inner = this.#bound(expr.id, expr.value, analyse(expr.value), environment);
        return this.analyse(expr.body, inner, recorder);
      }
      case "Negate":
        return strict([analyse(expr.operand)], ([operand]) =>
          presentFact(negate(numbersOf(operand)).domain),
        );
      case "Arith":
        return compared(
          expr,
          this.#arith(expr, analyse(expr.left), analyse(expr.right), environment),
          environment,
        );
      case "Power":
        return compared(
          expr,
          strict([analyse(expr.base)], ([base]) =>
            powerFact(numbersOf(base), expr.exponent, expr.type),
          ),
          environment,
        );
      case "Compare":
        return strict([analyse(expr.left), analyse(expr.right)], ([left, right]) =>
          presentFact(this.#compare(expr, left, right, environment)),
        );
      case "Logic":
        return this.#logic(expr, environment, recorder);
      case "Not":
        return strict([analyse(expr.operand)], ([operand]) => {
          const { mayBeTrue, mayBeFalse } = boolsOf(operand);
          return presentFact({ kind: "bool", mayBeTrue: mayBeFalse, mayBeFalse: mayBeTrue });
        });
      case "IsMissing": {
        const { missing, present } = analyse(expr.operand);
        return presentFact({ kind: "bool", mayBeTrue: missing, mayBeFalse: present });
      }
      case "Coalesce":
        return this.#coalesce(expr.left, expr.right, environment, recorder);
      case "Case":
        return this.#case(expr, environment, recorder);
      case "In":
        return strict([analyse(expr.operand)], ([operand]) =>
          presentFact(inDomain(expr.values, operand)),
        );
      case "Cast":
        return analyse(expr.operand);
      case "Call":
        return compared(expr, this.#call(expr, environment, recorder), environment);
      case "Lookup":
        return strict([analyse(expr.key)], ([key]) => lookupFact(expr, key));
      case "Encode":
        return strict([analyse(expr.operand)], () => presentFact(opaque));
      case "TableRef":
        return (
          environment.get(keyOf(expr) ?? "") ??
          this.#inRecords(expr, environment, (known) =>
            this.#base.table(expr.table, expr.path, known),
          )
        );
      case "ElementRef":
        return (
          environment.get(keyOf(expr) ?? "") ??
          this.#inRecords(
            expr,
            environment,
            (known) => environment.element?.(expr.path, known) ?? unreachableFact,
          )
        );
      case "ListValue":
        for (const item of expr.items) analyse(item);
        return presentFact(opaque);
      case "Aggregate":
        return this.#aggregate(expr, environment, recorder);
      case "Invalid":
        return unreachableFact;
      default:
        return assertNever(expr);
    }
  }

  /** A field of a record is as little missing as the record, where a condition has asked for that. */
  #inRecords(expr: Expr, environment: Environment, factOf: (known: number) => Fact): Fact {
    const keys = recordKeys(expr);
    for (const [i, key] of [...keys.entries()].toReversed()) {
      const record = environment.get(key);
      if (record?.present === false) return alwaysMissing;
      if (record?.missing === false) return factOf(i + 1);
    }
    return factOf(0);
  }

  /**
   * The right side is seen with what the left side says, but only where the left side is never missing: else
   * it can be asked for with the left side missing too.
   */
  #logic(expr: Logic, environment: Environment, recorder: Recorder): Fact {
    const left = this.analyse(expr.left, environment, recorder);
    const passes = expr.operator === "and" ? "true" : "false";
    const inner = left.missing ? environment : refine(expr.left, passes, environment, this.#tried);
    const right = this.analyse(expr.right, inner, recorder);
    const a = boolsOf(left);
    const b = boolsOf(right);
    const domain: BoolDomain =
      expr.operator === "and"
        ? {
            kind: "bool",
            mayBeTrue: a.mayBeTrue && b.mayBeTrue,
            mayBeFalse: a.mayBeFalse || b.mayBeFalse,
          }
        : {
            kind: "bool",
            mayBeTrue: a.mayBeTrue || b.mayBeTrue,
            mayBeFalse: a.mayBeFalse && b.mayBeFalse,
          };
    return {
      missing: left.missing || right.missing,
      present: domain.mayBeTrue || domain.mayBeFalse,
      domain,
    };
  }

  #coalesce(leftExpr: Expr, rightExpr: Expr, environment: Environment, recorder: Recorder): Fact {
    const left = this.analyse(leftExpr, environment, recorder);
    if (!left.missing) return left;
    const key = keyOf(leftExpr);
    const inner =
      key === undefined ? environment : environment.with(key, { ...left, present: false });
    const right = this.analyse(rightExpr, inner, recorder);
    return joinFacts({ ...left, missing: false }, right);
  }

  #case(expr: Case, environment: Environment, recorder: Recorder): Fact {
    let known = environment;
    let result: Fact = unreachableFact;
    for (const arm of expr.arms) {
      if (known.contradictory) break;
      this.analyse(arm.condition, known, recorder);
      const inside = refine(arm.condition, "true", known, this.#tried);
      result = joinFacts(result, this.analyse(arm.value, inside, recorder));
      known = refine(arm.condition, "not true", known, this.#tried);
    }
    return joinFacts(result, this.analyse(expr.otherwise, known, recorder));
  }

  #arith(expr: Arith, left: Fact, right: Fact, environment: Environment): Fact {
    const plain = strict([left, right], () =>
      arithFact(expr.operator, numbersOf(left), numbersOf(right), expr),
    );
    if (expr.operator === "*" && structuralKey(expr.left) === structuralKey(expr.right)) {
      return strict([left], ([base]) => powerFact(numbersOf(base), 2, expr.type));
    }
    if (expr.operator !== "-" && expr.operator !== "/") return plain;
    const order = this.#orderOf(expr.left, expr.right, environment);
    return order === undefined ? plain : orderedArith(expr, plain, [left, right], order);
  }

  #compare(expr: Compare, left: Fact, right: Fact, environment: Environment): BoolDomain {
    const plain = compareDomain(expr, left, right);
    if (left.domain.kind !== "number" || right.domain.kind !== "number") return plain;
    const order = this.#orderOf(expr.left, expr.right, environment);
    return order === undefined ? plain : orderedCompare(expr, plain, order);
  }

  /** Undefined where nothing that both sides read, and no condition, can say which is the smaller. */
  #orderOf(left: Expr, right: Expr, environment: Environment): Order | undefined {
    const { definition } = this.#base;
    if (!this.#withOrder || this.#isOrdering) return undefined;
    if (!mayRelate(left, right, environment, definition)) return undefined;
    return new Order(environment, this.#unordered, definition, (aggregate) =>
      aggregate.element === null
        ? unreachableFact
        : this.#unordered(aggregate.element, this.#atElement(aggregate, environment)),
    );
  }

  /** What conditions say of the aggregate counts, but its parts have facts of their own. */
  #aggregate(expr: Aggregate, environment: Environment, recorder: Recorder): Fact {
    for (const part of rowParts(expr.collection)) this.analyse(part, environment, recorder);
    const inside = this.#atElement(expr, environment);
    const where = expr.where === null ? null : this.analyse(expr.where, inside, recorder);
    const chosen = expr.where === null ? inside : refine(expr.where, "true", inside, this.#tried);
    const element = expr.element === null ? null : this.analyse(expr.element, chosen, recorder);
    const list =
      expr.collection.kind === "list"
        ? [this.analyse(expr.collection.list, environment, null)]
        : [];
    const fact = strict(list, () =>
      aggregateFact(
        expr,
        { element, where, isReached: !chosen.contradictory },
        environment,
        this.#base,
        this.#tried,
      ),
    );
    return environment.get(keyOf(expr) ?? "") ?? fact;
  }

  #atElement({ collection }: Aggregate, environment: Environment): Environment {
    return environment.atElement(elementFacts(collection, environment, this.#base, this.#tried));
  }

  #call(expr: Call, environment: Environment, recorder: Recorder): Fact {
    const { fn: name, args } = expr;
    const facts = args.map((arg) => this.analyse(arg, environment, recorder));
    const plain = strict(facts, () => {
      const definition = functionNamed(name);
      const argumentFacts = args.map((arg, i) => argumentFact(arg, facts[i] ?? unreachableFact));
      const domain = definition.domain(argumentFacts);
      const isNative = this.#base.math === "native" && nativeMath[name] !== undefined;
      const missing = definition.partial(argumentFacts) !== undefined;
      return {
        missing,
        present: !missing || isNative || !isUndefinedAt(definition, argumentFacts),
        domain: isNative ? nativeDomain(name, domain) : domain,
      };
    });
    const [from, to] = args;
    if (from === undefined || to === undefined || args.length !== 2) return plain;
    const order = this.#orderOf(from, to, environment);
    return order === undefined ? plain : orderedCall(expr, plain, order);
  }
}
