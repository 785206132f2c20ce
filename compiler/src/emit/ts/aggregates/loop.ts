import type { Aggregate } from "../../../ir/nodes.js";
import { internalError } from "../../../base/assert.js";
import { mostElements } from "../../../functions/aggregates/bounds.js";
import { Block } from "../../text/block.js";
import { all, isNull, not, primary } from "../code.js";
import type { Code } from "../code.js";
import { isReference, present, settled } from "../emission.js";
import type { Emission, Value } from "../emission.js";
import { identifierCounts } from "../identifiers.js";
import { fieldReference } from "../expression-scope.js";
import type { Reference } from "../expression-scope.js";
import type { FieldContract } from "../../../ir/program.js";
import type { Accumulation, AccumulationScope } from "./accumulation.js";
import { collecting } from "./collecting.js";
import { streaming } from "./streaming.js";

/** One aggregate of a loop. */
export interface LoopMember {
  readonly expr: Aggregate;
  /** What its variables are named after. */
  readonly name: string;
  /** Tests of the element's time, inside the loop. */
  readonly tests: readonly Code[];
}

export interface Loop {
  /** The variable that holds the element. */
  readonly variable: string;
  /** The code of what the loop goes over. */
  readonly elements: string;
  readonly time: Code;
  readonly asOf: Code;
  /** Finds a field of the element; [] is the element. */
  readonly element: (path: readonly string[]) => Reference;
  /** Tests that an element has to pass to count for any member. */
  readonly skips: readonly Code[];
  readonly members: readonly LoopMember[];
}

/** One pass over the elements for all members; gives their values, in the same order. */
export function emitLoop(loop: Loop, emission: Emission): readonly Value[] {
  const parts = loop.members.map((member) => ({
    member,
    ...accumulationOf(member, loop, emission),
  }));
  for (const { accumulation } of parts) {
    for (const declaration of accumulation.declarations) emission.block.line(declaration);
  }
  const body = new Block();
  const inside = emission.atElement(body, loop.element);
  for (const test of loop.skips) body.guard(not(test).text, "continue;");
  for (const group of groupsOf(parts)) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    if (others.length === 0) emitMember(first.member, first.accumulation, inside);
    else {
      // What counts for the same window is tested once.
      const shared = inside.branch([], new Block());
      for (const { member, accumulation } of group) {
        emitMember({ ...member, tests: [] }, accumulation, shared);
      }
      wrap(first.member.tests, shared.block, body);
    }
  }
  // TypeScript refuses a variable that nothing reads, unless its name says so.
  const isRead = identifierCounts(body.parts).has(loop.variable);
  const variable = isRead ? loop.variable : `_${loop.variable}`;
  emission.block.open(`for (const ${variable} of ${loop.elements}) {`).append(body).close();
  return parts.map(({ accumulation }) => accumulation.result(emission));
}

/** By their tests, in order of the first of each group. */
function groupsOf<Part extends { readonly member: LoopMember }>(
  parts: readonly Part[],
): readonly (readonly Part[])[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = part.member.tests.map(({ text }) => text).join(" && ");
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}

function accumulationOf(
  { expr, name }: LoopMember,
  { time, asOf }: Loop,
  emission: Emission,
): { readonly accumulation: Accumulation } {
  const mayBeMissing = emission.scope.facts.of(expr).missing;
  const scope: AccumulationScope = { expr, emission, name, time, asOf, mayBeMissing };
  const stream = streams(expr, emission) ? streaming[expr.fn] : undefined;
  return { accumulation: (stream ?? collecting)(scope) };
}

/** Whether no value has to be kept: not where the last ones count, nor where a sum could be rounded. */
function streams(
  { fn, latest, args, element, collection }: Aggregate,
  emission: Emission,
): boolean {
  if (latest !== null) return false;
  if (fn !== "sum" || element === null) return true;
  if (args.length > 0) return false;
  if (element.type.kind !== "int") return true;
  const { domain } = emission.scope.facts.of(element);
  const most = (collection.kind === "events" ? collection.source.maxCount : null) ?? mostElements;
  if (domain.kind !== "number") return false;
  return most * Math.max(Math.abs(domain.low), Math.abs(domain.high)) <= Number.MAX_SAFE_INTEGER;
}

function emitMember(
  { expr, tests }: LoopMember,
  accumulation: Accumulation,
  inside: Emission,
): void {
  const { where, element } = expr;
  const first = inside.branch([], new Block());
  const condition = where === null ? null : first.holds(where);
  if (condition?.code.value === false) return;
  const second = first.branch(condition?.whenTrue ?? [], new Block());
  const value = element === null ? null : taken(expr, second.value(element), second);
  const code = value === null ? null : repeated(expr, value.code, second);
  const chosen = new Block();
  accumulation.add(code, chosen);
  const open = value === null ? [] : value.tests;
  const before = condition === null ? tests : [...tests, condition.code];
  if (first.block.isEmpty && second.block.isEmpty) {
    wrap([...before, ...open], chosen, inside.block);
    return;
  }
  const inner = second.block.append(wrapped(open, chosen));
  if (first.block.isEmpty) wrap(before, inner, inside.block);
  else {
    const test = condition === null ? [] : [condition.code];
    wrap(tests, first.block.append(wrapped(test, inner)), inside.block);
  }
}

/** The value of the element as code that is there once the tests hold. */
function taken(
  { skipMissing, element, latest }: Aggregate,
  value: Value,
  emission: Emission,
): { readonly code: Code; readonly tests: readonly Code[] } {
  if (element === null) internalError("no element is named");
  const isCertain = value.requires.length === 0 && !value.nullable && value.guard === null;
  if (isCertain) return { code: value.code, tests: [] };
  if (!skipMissing) {
    const assured = emission.assured(value, element.type);
    return { code: assured.code, tests: [] };
  }
  // The last ones are taken before those that are missing are left out.
  if (latest !== null) return { code: settled(value, emission).code, tests: [] };
  let bound = value;
  if (value.guard !== null || (value.nullable && !isReference(value.code))) {
    bound = emission.bind(value, element.type);
  }
  const tested = bound.nullable ? [...bound.requires, bound.code.text] : bound.requires;
  const unknown = tested.filter((reference) => !emission.narrowed.has(reference));
  return { code: bound.code, tests: unknown.map((reference) => not(isNull(primary(reference)))) };
}

/** The extreme of values is compared with each, and taken: what has to be computed is bound first. */
function repeated({ fn, latest, element }: Aggregate, code: Code, emission: Emission): Code {
  const isTwice = latest === null && (fn === "min" || fn === "max");
  if (!isTwice || element === null) return code;
  return emission.repeatable(present(code), element.type).code;
}

function wrapped(tests: readonly Code[], inner: Block): Block {
  const block = new Block();
  wrap(tests, inner, block);
  return block;
}

function wrap(tests: readonly Code[], inner: Block, block: Block): void {
  const test = all(tests);
  if (test.value === true) {
    block.append(inner);
    return;
  }
  const [only, ...others] = inner.parts;
  if (others.length === 0 && only?.kind === "statement" && !only.text.startsWith("if ")) {
    block.guard(test.text, only.text);
  } else block.open(`if (${test.text}) {`).append(inner).close();
}

/** Finds the fields of an element that has a contract. */
export function elementFields(
  fields: readonly FieldContract[],
  object: string,
  isNullable: boolean,
): (path: readonly string[]) => Reference {
  return (path) => {
    if (path.length === 0) return { text: object, nullable: isNullable };
    const reference = fieldReference(fields, object, path);
    return isNullable
      ? { ...reference, requires: [object, ...(reference.requires ?? [])] }
      : reference;
  };
}
