import type { Lookup } from "../ir/nodes.js";
import type { BoolDomain, Fact } from "../types/domain.js";
import {
  alwaysMissing,
  anyBool,
  domainOfConstant,
  domainOfType,
  joinDomains,
} from "../types/facts.js";
import type { Type } from "../types/type.js";

/** `x in [values]` of a value that is there. */
export function inDomain(
  values: readonly (number | string | boolean)[],
  operand: Fact,
): BoolDomain {
  if (operand.domain.kind !== "text" || operand.domain.values === null) return anyBool;
  return {
    kind: "bool",
    mayBeTrue: operand.domain.values.some((value) => values.includes(value)),
    mayBeFalse: operand.domain.values.some((value) => !values.includes(value)),
  };
}

/** The value of a map where the key is there. */
export function lookupFact(expr: Lookup, key: Fact): Fact {
  const { entries, valueType } = expr.map;
  const keys = key.domain.kind === "text" ? key.domain.values : null;
  const hits =
    keys === null ? entries : entries.filter((entry) => keys.includes(String(entry.key)));
  const first = hits[0];
  if (first === undefined) return alwaysMissing;
  const missing =
    keys === null || keys.some((text) => !entries.some((entry) => String(entry.key) === text));
  const domain = hits
    .slice(1)
    .map((hit) => domainOfValue(hit.value, valueType))
    .reduce(joinDomains, domainOfValue(first.value, valueType));
  return { missing, present: true, domain };
}

function domainOfValue(value: Lookup["map"]["entries"][number]["value"], type: Type) {
  return typeof value === "object" ? domainOfType(type) : domainOfConstant(value);
}
