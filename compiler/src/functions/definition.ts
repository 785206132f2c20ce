import type { PatternError } from "../pattern/pattern-node.js";
import type { Domain } from "../types/domain.js";
import type { Type } from "../types/type.js";
import type { Constant, MissingReason, PresentValue, Value } from "../types/value.js";

/** What an argument may be. `int` is accepted where `number` stands, an enum where `string` stands. */
export type ParamType =
  | "number"
  | "int"
  | "bool"
  | "string"
  | "date"
  | "timestamp"
  | "duration"
  /** A date, or a timestamp, of which the UTC day counts. */
  | "day"
  /** A string, an enum, an id or an int: something to hash or to look up. */
  | "key"
  | "number list"
  | "key list"
  | "text list"
  /** `[[x0, y0], [x1, y1]]`. */
  | "point list";

export interface Param {
  readonly name: string;
  readonly type: ParamType;
  /** Must be written as a literal (or a list of literals). */
  readonly constant?: true;
  /** May be left out. Optional parameters stand last and may be given by name. */
  readonly optional?: true;
  /** Stands for the argument where it is left out before one that is given by name. */
  readonly otherwise?: string;
  /** Takes this argument and all that follow; stands last. */
  readonly rest?: true;
}

/** An argument as analysis sees it: what it can be and, where it is a literal, its value. */
export interface ArgumentFact {
  readonly domain: Domain;
  readonly type: Type;
  readonly constant?: Constant;
}

/** A constant argument that makes the call meaningless, such as `clip(x, 5, 0)`. */
export interface ArgumentProblem {
  readonly argument: number;
  readonly problem: string;
  /** Where the constant is a pattern: the place in it, and what to write instead. */
  readonly pattern?: PatternError & { readonly kind: "pattern" | "class" | "group" };
}

/**
 * One built-in function: everything that does not depend on a back end. A missing argument makes the
 * result missing; the rules below speak of present arguments alone.
 */
export interface FunctionDefinition {
  readonly summary: string;
  readonly params: readonly Param[];
  /** A last argument may name a zone, in which the days and times of its timestamps are counted. */
  readonly zoned?: true;
  readonly result: (args: readonly Type[]) => Type;
  readonly checkConstants?: (
    constants: readonly (Constant | undefined)[],
  ) => ArgumentProblem | undefined;
  /** When the result is missing though all arguments are present, in words; empty: never. */
  readonly missingWhen: string;
  /** The reason for which the result can be missing with such arguments, or undefined where it cannot. */
  readonly partial: (args: readonly ArgumentFact[]) => MissingReason | undefined;
  /** What a present result can be. Must contain every result (outward rounding). */
  readonly domain: (args: readonly ArgumentFact[]) => Domain;
  /** The reference result. A number that is not finite, or an int beyond 2^53 - 1, counts as missing. */
  readonly evaluate: (args: readonly PresentValue[]) => Value;
}

export function defineFunctions<Name extends string>(
  table: Readonly<Record<Name, FunctionDefinition>>,
): Readonly<Record<Name, FunctionDefinition>> {
  return table;
}
