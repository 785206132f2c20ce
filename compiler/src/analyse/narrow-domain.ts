import { assertNever } from "../base/assert.js";
import type { CompareOperator } from "../ir/nodes.js";
import type { Domain, NumberDomain } from "../types/domain.js";
import { above, below, excludeZero, meet, numberDomain } from "../types/interval.js";

/** The values of `domain` for which `value operator some value of other` can hold; undefined where none is left. */
export function narrowDomain(
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

/** The values of `domain` that are among the written ones, or that are not. */
export function narrowIn(
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
