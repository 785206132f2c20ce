import type { Domain, NumberDomain } from "../../types/domain.js";
import type { Type } from "../../types/type.js";
import type { Constant, MissingReason, PresentValue, Value } from "../../types/value.js";
import type { ArgumentProblem, Param } from "../definition.js";

/** What an aggregate can stand over: events in order of time, or the elements of a list. */
export type CollectionKind = "events" | "list";

/** What an element has to be; null: the elements themselves are counted, and naming a value is optional. */
export type ElementRule = {
  readonly admits: (type: Type) => boolean;
  readonly wanted: string;
  /** Ints are read as numbers: the result is computed in doubles. */
  readonly asNumber: boolean;
} | null;

/** The elements that are left after window, condition, `latest` and `skip missing`. */
export interface CollectionFact {
  /** How many there are; the least is 0 but for lists that have to have elements. */
  readonly count: NumberDomain;
  readonly element: Domain;
  readonly elementType: Type;
  readonly args: readonly Constant[];
  /** As if nothing were rounded where values are added: what is outside of that is outside by rounding alone. */
  readonly isExact: boolean;
  /** `as_of` less the time of an event, in milliseconds. */
  readonly age: NumberDomain;
}

/** What goes with the elements; moments in milliseconds since 1970-01-01T00:00Z. */
export interface Surroundings {
  readonly elementType: Type;
  /** Of events, one for each element. */
  readonly times: readonly number[];
  readonly asOf: number;
}

/** One aggregate: everything that does not depend on a back end. */
export interface AggregateDefinition {
  readonly summary: string;
  readonly over: readonly CollectionKind[];
  readonly element: ElementRule;
  /** Constants behind the element. */
  readonly params: readonly Param[];
  readonly checkConstants?: (
    constants: readonly (Constant | undefined)[],
  ) => ArgumentProblem | undefined;
  readonly result: (element: Type) => Type;
  /** With fewer elements the result is missing. */
  readonly needs: (args: readonly Constant[]) => number;
  /** Whether the result depends on the order of the elements, also by rounding alone. */
  readonly ordered: (element: Type, args: readonly Constant[]) => boolean;
  /** Why the result can be missing with enough elements, or undefined where it cannot. */
  readonly partial: (fact: CollectionFact) => MissingReason | undefined;
  /** What a present result can be. Must contain every result (outward rounding). */
  readonly domain: (fact: CollectionFact) => Domain;
  /** The reference result of the elements that are left, in order. A number that is not finite counts as missing. */
  readonly evaluate: (
    values: readonly PresentValue[],
    args: readonly Constant[],
    surroundings: Surroundings,
  ) => Value;
}

export function defineAggregates<Name extends string>(
  table: Readonly<Record<Name, AggregateDefinition>>,
): Readonly<Record<Name, AggregateDefinition>> {
  return table;
}
