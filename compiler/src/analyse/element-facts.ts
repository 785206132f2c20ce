import type { Collection, Expr } from "../ir/nodes.js";
import type { FieldContract } from "../ir/program.js";
import type { Fact } from "../types/domain.js";
import {
  alwaysMissing,
  anyText,
  domainOfType,
  joinFacts,
  lengthOf,
  presentFact,
} from "../types/facts.js";
import type { Type } from "../types/type.js";
import type { BaseFacts } from "./analyse-expr.js";
import { keyOf } from "./environment.js";
import type { ElementFacts, Environment } from "./environment.js";
import { fieldDomain, fieldFact } from "./field-fact.js";
import type { FactIn } from "./refine.js";

/** What the elements of a collection can be, by their contract. */
export function elementFacts(
  collection: Collection,
  environment: Environment,
  base: BaseFacts,
  factIn: FactIn,
): ElementFacts {
  if (collection.kind === "events") {
    const { fields } = collection.source;
    return (path, known) =>
      path.length === 0 ? presentRecord : fieldFact(fields, path, Math.max(0, known - 1));
  }
  const list = listOf(collection.list, environment);
  const fact = itemFact(list, environment, base, factIn);
  const contract = itemContract(list, base);
  return (path, known) => {
    if (path.length === 0) return known > 0 ? { ...fact, missing: false } : fact;
    const inside = fieldFact(contract?.fields ?? [], path, Math.max(0, known - 1));
    return known === 0 && fact.missing ? { ...inside, missing: true } : inside;
  };
}

const presentRecord: Fact = presentFact({ kind: "opaque" });

/** What a local or a wider type stands for. */
export function listOf(list: Expr, environment: Environment): Expr {
  if (list.kind === "Cast") return listOf(list.operand, environment);
  const bound = list.kind === "LocalRef" ? environment.boundTo(keyOf(list) ?? "") : undefined;
  return bound === undefined ? list : listOf(bound, environment);
}

/** The contract of a list field. */
export function listContract(list: Expr, base: BaseFacts): FieldContract | undefined {
  return list.kind === "FieldRef" || list.kind === "TableRef" ? base.contract(list) : undefined;
}

function itemContract(list: Expr, base: BaseFacts): FieldContract | null {
  return listContract(list, base)?.items ?? null;
}

function itemFact(list: Expr, environment: Environment, base: BaseFacts, factIn: FactIn): Fact {
  const contract = itemContract(list, base);
  if (contract !== null) {
    return { missing: contract.mayBeMissing, present: true, domain: fieldDomain(contract) };
  }
  if (list.kind === "ListValue") {
    const facts = list.items.map((item) => factIn(item, environment));
    return facts.reduce(joinFacts, { ...alwaysMissing, missing: false });
  }
  const longest = splitLength(list, environment, factIn);
  if (longest !== undefined) {
    return presentFact({ kind: "text", values: null, length: { min: 0, max: longest } });
  }
  if (list.type.kind !== "list") return presentFact(anyText);
  const { type, optional } = list.type.element;
  return { missing: optional, present: true, domain: domainOfElement(type) };
}

/** Code points at most of a text that is split, where that is known. */
export function splitLength(
  list: Expr,
  environment: Environment,
  factIn: FactIn,
): number | undefined {
  const text = list.kind === "Call" && list.fn === "split" ? list.args[0] : undefined;
  if (text === undefined) return undefined;
  const { domain, present } = factIn(text, environment);
  return present && domain.kind === "text" ? lengthOf(domain)?.max : undefined;
}

function domainOfElement(type: Type): Fact["domain"] {
  return domainOfType(type);
}
