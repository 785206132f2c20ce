import { internalError } from "../../../base/assert.js";
import type { Aggregate, WindowEnd } from "../../../ir/nodes.js";
import type { EventSource } from "../../../ir/program.js";
import { aggregateNamed } from "../../../functions/aggregates/aggregate.table.js";
import { intType } from "../../../types/type.js";
import { pascalCase } from "../../names.js";
import { propertyAccess } from "../../text/literal.js";
import { binary, numberCode, primary } from "../code.js";
import type { Code } from "../code.js";
import type { Emission, Value } from "../emission.js";
import { elementFields, emitLoop } from "./loop.js";
import type { LoopMember } from "./loop.js";

/** Aggregates over the events of one source, computed in one pass. */
export interface EventPass {
  readonly source: EventSource;
  readonly members: readonly { readonly expr: Aggregate; readonly name: string }[];
}

/** The pass; gives the values of its members, in the same order. */
export function emitPass({ source, members }: EventPass, emission: Emission): readonly Value[] {
  const event = emission.scope.names.reuse("event");
  const time = primary(propertyAccess(event, source.time));
  const asOf = primary(emission.scope.resolve(asOfOf(members)).text);
  const bounds = new Bounds(emission);
  const tested = members.map(({ expr, name }): LoopMember => {
    if (expr.collection.kind !== "events") internalError("a pass over no events");
    const { lows, highs, includesCurrent } = expr.collection.window;
    const known =
      source.known === null
        ? []
        : [
            binary(
              includesCurrent ? "<=" : "<",
              primary(propertyAccess(event, source.known)),
              asOf,
            ),
          ];
    return {
      expr,
      name,
      tests: [
        ...highs.map((end) => binary(end.open ? "<" : "<=", time, bounds.of(end))),
        ...known,
        ...lows.map((end) => binary(end.open ? ">" : ">=", time, bounds.of(end))),
      ],
    };
  });
  const shared = [...sharedTests(tested), ...pastOnly(members, time, asOf)];
  return emitLoop(
    {
      variable: event,
      elements: eventsOf(source, members, emission),
      time,
      asOf,
      element: elementFields(source.fields, event, false),
      skips: withoutRepeats(shared),
      members: tested.map((member) => ({
        ...member,
        tests: member.tests.filter(({ text }) => !shared.some((test) => test.text === text)),
      })),
    },
    emission,
  );
}

/** Any reference to the moment: all of them are the same. */
function asOfOf(members: EventPass["members"]) {
  for (const { expr } of members) {
    if (expr.collection.kind !== "events") continue;
    for (const { base } of expr.collection.window.highs) if (base.kind === "AsOf") return base;
  }
  return internalError("a window that does not end at the moment of the prediction");
}

/** No window goes beyond the moment, whatever else it says. */
function pastOnly(members: EventPass["members"], time: Code, asOf: Code): readonly Code[] {
  const isPast = members.every(
    ({ expr: { collection } }) =>
      collection.kind === "events" && !collection.window.includesCurrent,
  );
  return isPast ? [binary("<", time, asOf)] : [];
}

/** Tests that every member has: an element that fails one is left at once. */
function sharedTests(members: readonly LoopMember[]): readonly Code[] {
  const [first, ...others] = members;
  if (first === undefined) return [];
  return first.tests.filter(({ text }) =>
    others.every(({ tests }) => tests.some((test) => test.text === text)),
  );
}

function withoutRepeats(tests: readonly Code[]): readonly Code[] {
  return tests.filter(({ text }, i) => tests.findIndex((test) => test.text === text) === i);
}

/** In order where a result depends on it, also by rounding alone. */
function eventsOf(source: EventSource, members: EventPass["members"], emission: Emission): string {
  const isOrdered = members.some(({ expr }) => dependsOnOrder(expr));
  if (!isOrdered) return source.name;
  const { ordered } = emission.scope;
  return ordered === undefined ? internalError("events where there are none") : ordered(source);
}

function dependsOnOrder({ fn, element, args, latest }: Aggregate): boolean {
  return latest !== null || aggregateNamed(fn).ordered(element?.type ?? intType, args);
}

/** The name of the function that orders the events of a source. */
export function orderName(source: EventSource): string {
  return `order${pascalCase(source.name)}`;
}

/** The ends of windows, each computed once in front of the loop. */
class Bounds {
  readonly #emission: Emission;
  readonly #named = new Map<string, Code>();

  constructor(emission: Emission) {
    this.#emission = emission;
  }

  of({ base, offset }: WindowEnd): Code {
    const { code } = this.#emission.value(base);
    if (offset === 0) return code;
    const key = `${code.text} ${offset}`;
    let name = this.#named.get(key);
    if (name === undefined) {
      const moved =
        offset < 0 ? binary("-", code, numberCode(-offset)) : binary("+", code, numberCode(offset));
      const local = this.#emission.scope.names.take(
        `${offset < 0 ? "before" : "after"}_${spanText(Math.abs(offset))}`,
      );
      this.#emission.block.line(`const ${local} = ${moved.text};`);
      name = primary(local);
      this.#named.set(key, name);
    }
    return name;
  }
}

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
] as const;

/** `30d`, as in a formula. */
function spanText(millis: number): string {
  const unit = units.find(([, size]) => millis % size === 0);
  return unit === undefined ? `${millis}ms` : `${millis / unit[1]}${unit[0]}`;
}
