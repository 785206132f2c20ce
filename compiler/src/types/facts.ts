import type { BoolDomain, Domain, Fact, NumberDomain, TextDomain } from "./domain.js";
import {
  anyInt,
  anyNumber,
  boundsOfDates,
  boundsOfTimestamps,
  join,
  numberDomain,
} from "./interval.js";
import type { Type } from "./type.js";
import type { Constant } from "./value.js";

export const anyBool: BoolDomain = { kind: "bool", mayBeTrue: true, mayBeFalse: true };
export const anyText: TextDomain = { kind: "text", values: null };
export const opaque: Domain = { kind: "opaque" };

/** No value at all: of a place that is never reached. */
export const unreachableFact: Fact = { missing: false, present: false, domain: opaque };
export const alwaysMissing: Fact = { missing: true, present: false, domain: opaque };

export function presentFact(domain: Domain): Fact {
  return { missing: false, present: true, domain };
}

/** Every value of a type. */
export function domainOfType(type: Type): Domain {
  switch (type.kind) {
    case "number":
      return anyNumber;
    case "int":
      return anyInt;
    case "duration":
      return anyInt;
    case "date":
      return boundsOfDates;
    case "timestamp":
      return boundsOfTimestamps;
    case "bool":
      return anyBool;
    case "string":
    case "id":
      return anyText;
    case "enum":
      return { kind: "text", values: type.values };
    case "list":
    case "record":
    case "vector":
    case "missing":
    case "invalid":
      return opaque;
  }
}

export function domainOfConstant(value: Constant): Domain {
  if (typeof value === "number") {
    return numberDomain(value, value, { integral: Number.isInteger(value) });
  }
  if (typeof value === "boolean") return { kind: "bool", mayBeTrue: value, mayBeFalse: !value };
  if (typeof value === "string") return { kind: "text", values: [value] };
  return opaque;
}

export function joinDomains(a: Domain, b: Domain): Domain {
  if (a.kind === "number" && b.kind === "number") return join(a, b);
  if (a.kind === "bool" && b.kind === "bool") {
    return {
      kind: "bool",
      mayBeTrue: a.mayBeTrue || b.mayBeTrue,
      mayBeFalse: a.mayBeFalse || b.mayBeFalse,
    };
  }
  if (a.kind === "text" && b.kind === "text") {
    if (a.values === null || b.values === null) return joinLengths(a, b);
    return { kind: "text", values: [...new Set([...a.values, ...b.values])] };
  }
  return opaque;
}

function joinLengths(a: TextDomain, b: TextDomain): TextDomain {
  const [one, other] = [lengthOf(a), lengthOf(b)];
  if (one === undefined || other === undefined) return anyText;
  const length = { min: Math.min(one.min, other.min), max: Math.max(one.max, other.max) };
  return { ...anyText, length };
}

/** Code points of the texts at least and at most; undefined where nothing is known. */
export function lengthOf(domain: TextDomain): TextDomain["length"] {
  if (domain.values === null || domain.values.length === 0) return domain.length;
  const lengths = domain.values.map((text) => [...text].length);
  return { min: Math.min(...lengths), max: Math.max(...lengths) };
}

export function joinFacts(a: Fact, b: Fact): Fact {
  return {
    missing: a.missing || b.missing,
    present: a.present || b.present,
    domain: !a.present ? b.domain : !b.present ? a.domain : joinDomains(a.domain, b.domain),
  };
}

/** The numbers that an expression can be; every number where analysis knows nothing better. */
export function numbersOf(fact: Fact): NumberDomain {
  return fact.present && fact.domain.kind === "number" ? fact.domain : anyNumber;
}

export function boolsOf(fact: Fact): BoolDomain {
  if (!fact.present) return { kind: "bool", mayBeTrue: false, mayBeFalse: false };
  return fact.domain.kind === "bool" ? fact.domain : anyBool;
}
