import type { Span } from "../base/source.js";
import type { RelatedPlace } from "../diagnostics/diagnostic.js";
import { parseUnit } from "../types/parse-unit.js";
import { printUnit } from "../types/unit.js";
import type { Unit } from "../types/unit.js";
import { internalError } from "../base/assert.js";

/** What is known of the unit of an expression. */
export type Inferred =
  /** No unit is declared, or what is wrong with it has been reported: nothing is checked. */
  | { readonly kind: "unknown" }
  /** A constant takes the unit of what it meets; `value` is null where it is none number. */
  | { readonly kind: "literal"; readonly value: number | null }
  | KnownUnit;

export interface KnownUnit {
  readonly kind: "known";
  readonly unit: Unit;
  /** The declarations and functions that it comes from, at most `originLimit`. */
  readonly from: readonly RelatedPlace[];
}

export const unknownUnit: Inferred = { kind: "unknown" };

const originLimit = 4;

export function known(unit: Unit, from: readonly RelatedPlace[]): KnownUnit {
  return { kind: "known", unit, from };
}

export function literalUnit(value: number | null): Inferred {
  return { kind: "literal", value };
}

/** The unit that a field, a step or an output says that it has. */
export function declaredUnit(
  name: string,
  declared: { readonly value: string; readonly span: Span },
): KnownUnit {
  const unit = readUnit(declared.value);
  return known(unit, [{ span: declared.span, text: `${name} is in ${printUnit(unit)}` }]);
}

/** A unit that has been read without an error before. */
export function readUnit(text: string): Unit {
  const read = parseUnit(text);
  return "unit" in read ? read.unit : internalError(`not a unit: ${text}`);
}

/** The places of both, each once. */
export function originsOf(...units: readonly Inferred[]): readonly RelatedPlace[] {
  const places: RelatedPlace[] = [];
  for (const inferred of units) {
    if (inferred.kind !== "known") continue;
    for (const place of inferred.from) {
      const isNew = places.every(
        ({ span }) => span.start !== place.span.start || span.file !== place.span.file,
      );
      if (isNew) places.push(place);
    }
  }
  return places.slice(0, originLimit);
}
