import { internalError } from "../base/assert.js";
import type { NumberDomain } from "../types/domain.js";
import { anyNumber } from "../types/interval.js";
import type { Type } from "../types/type.js";
import { intType, numberType } from "../types/type.js";
import type { Constant, PresentValue } from "../types/value.js";
import type { ArgumentFact, ArgumentProblem } from "./definition.js";

/** Arguments of `evaluate`, by position; their types have been checked. */
export function numberAt(args: readonly PresentValue[], position: number): number {
  const value = args[position];
  return typeof value === "number" ? value : internalError(`argument ${position} is no number`);
}

export function textAt(args: readonly PresentValue[], position: number): string {
  const value = args[position];
  return typeof value === "string" ? value : internalError(`argument ${position} is no text`);
}

export function boolAt(args: readonly PresentValue[], position: number): boolean {
  const value = args[position];
  return typeof value === "boolean" ? value : internalError(`argument ${position} is no bool`);
}

export function listAt(args: readonly PresentValue[], position: number): readonly PresentValue[] {
  const value = args[position];
  return isList(value) ? value : internalError(`argument ${position} is no list`);
}

export function numbersAt(args: readonly PresentValue[], position: number): readonly number[] {
  const list = listAt(args, position);
  return list.map((_, i) => numberAt(list, i));
}

function isList(value: PresentValue | undefined): value is readonly PresentValue[] {
  return Array.isArray(value);
}

/** What the rules know of a numeric argument. */
export function domainAt(args: readonly ArgumentFact[], position: number): NumberDomain {
  const domain = args[position]?.domain;
  return domain?.kind === "number" ? domain : anyNumber;
}

/** The texts that an argument can be, or null where it can be any. */
export function textsAt(args: readonly ArgumentFact[], position: number): readonly string[] | null {
  const domain = args[position]?.domain;
  return domain?.kind === "text" ? domain.values : null;
}

export function constantAt(args: readonly ArgumentFact[], position: number): Constant | undefined {
  return args[position]?.constant;
}

export function numberConstantAt(args: readonly ArgumentFact[], position: number): number {
  const value = constantAt(args, position);
  return typeof value === "number" ? value : internalError(`argument ${position} is no constant`);
}

export function numberListConstantAt(
  args: readonly ArgumentFact[],
  position: number,
): readonly number[] {
  const value = constantAt(args, position);
  if (!isConstantList(value)) internalError(`argument ${position} is no constant list`);
  return value.filter((item) => typeof item === "number");
}

export function isConstantList(value: Constant | undefined): value is readonly Constant[] {
  return Array.isArray(value);
}

export function problem(argument: number, text: string): ArgumentProblem {
  return { argument, problem: text };
}

/** Arithmetic on ints alone yields an int. */
export function numberOrInt(args: readonly Type[]): Type {
  return args.every((type) => type.kind === "int") ? intType : numberType;
}

export function always(type: Type): () => Type {
  return () => type;
}

/** Of a function that yields a value for all present arguments. */
export function never(): undefined {
  return undefined;
}

export function whole(low: number, high: number): NumberDomain {
  return {
    kind: "number",
    low,
    high,
    integral: true,
    zero: low <= 0 && high >= 0,
    floor: Math.max(1, low, -high),
  };
}
