import { internalError } from "../base/assert.js";
import type { Bounds, FieldContract } from "../ir/program.js";
import type { Domain, Fact, NumberDomain } from "../types/domain.js";
import { inputFloor } from "../types/input-floor.js";
import { domainOfType } from "../types/facts.js";
import { anyNumber, meet, numberDomain } from "../types/interval.js";

/**
 * What a parsed field can be: its contract is all that is known of it.
 *
 * @param known how many of the records that it stands in, from the outermost on, are known to be there
 */
export function fieldFact(
  contracts: readonly FieldContract[],
  path: readonly string[],
  known = 0,
): Fact {
  let level = contracts;
  let missing = false;
  let found: FieldContract | undefined;
  for (const [depth, name] of path.entries()) {
    found = level.find((contract) => contract.name === name);
    if (found === undefined) internalError(`no field ${path.join(".")}`);
    missing ||= found.mayBeMissing && depth >= known;
    level = found.fields;
  }
  if (found === undefined) internalError("a field without a name");
  return { missing, present: true, domain: fieldDomain(found) };
}

/** The contract of a field, also inside records; undefined where there is none. */
export function contractAt(
  contracts: readonly FieldContract[],
  path: readonly string[],
): FieldContract | undefined {
  let level = contracts;
  let found: FieldContract | undefined;
  for (const name of path) {
    found = level.find((contract) => contract.name === name);
    level = found?.fields ?? [];
  }
  return found;
}

export function fieldDomain(field: FieldContract): Fact["domain"] {
  const domain = domainOfType(field.type);
  if (domain.kind === "text" && domain.values === null && field.length !== null) {
    const { low, high } = field.length;
    return { ...domain, length: { min: low ?? 0, max: high ?? Number.MAX_SAFE_INTEGER } };
  }
  if (domain.kind !== "number") return domain;
  const floored =
    field.type.kind === "number" && !clampsBelowFloor(field)
      ? numberDomain(anyNumber.low, anyNumber.high, { floor: inputFloor })
      : domain;
  return withinBounds(floored, field.range) ?? floored;
}

/** A value is set to the bound as it is written. */
function clampsBelowFloor({ outside, range }: FieldContract): boolean {
  const isTiny = (bound: number | null | undefined): boolean =>
    typeof bound === "number" && bound !== 0 && Math.abs(bound) < inputFloor;
  return outside === "clamp" && (isTiny(range?.low) || isTiny(range?.high));
}

/** The part of a domain that lies within declared bounds; undefined where nothing does. */
export function withinBounds(
  domain: NumberDomain,
  bounds: { readonly low: number | null; readonly high: number | null } | null,
): NumberDomain | undefined {
  if (bounds === null) return domain;
  const limit = numberDomain(bounds.low ?? -Number.MAX_VALUE, bounds.high ?? Number.MAX_VALUE, {});
  return meet(domain, limit);
}

/** Whether a number of the domain lies outside the range. */
export function leavesBounds(domain: Domain, range: Bounds | null): boolean {
  if (range === null || domain.kind !== "number") return false;
  return (
    (range.low !== null && domain.low < range.low) ||
    (range.high !== null && domain.high > range.high)
  );
}
