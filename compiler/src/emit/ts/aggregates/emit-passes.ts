import type { Expr } from "../../../ir/nodes.js";
import { formulasOf } from "../../../ir/dependencies.js";
import { walk } from "../../../ir/children.js";
import type { EventSource, Step } from "../../../ir/program.js";
import type { Block } from "../../text/block.js";
import type { Imports } from "../../text/imports.js";
import type { NameScope } from "../../names.js";
import { isReference } from "../emission.js";
import type { Value } from "../emission.js";
import { emissionAt } from "../expression.js";
import type { ExpressionScope } from "../expression-scope.js";
import { emitPass, orderName } from "./event-passes.js";
import type { Schedule, Slot } from "./schedule.js";

type PassScope = ExpressionScope & { readonly computed: Map<Expr, Value> };

/** The passes of one depth that steps of a function need, a source at a time. */
export function emitPasses(
  steps: readonly Step[],
  depth: number,
  timetable: Schedule,
  scope: PassScope,
  block: Block,
): void {
  const readers = readersOf(steps, depth, timetable);
  const slots = [...new Set([...readers].map(([, slot]) => slot))];
  for (const source of new Set(slots.map((slot) => slot.source))) {
    const own = slots.filter((slot) => slot.source === source);
    const members = own.map(({ expr, step }) => ({
      expr,
      name: scope.names.take(`${step.name}_${expr.fn}`),
    }));
    block.blank().comment(`${source.name}: one pass for ${describe(own)}`);
    const emission = emissionAt({ ...scope, subject: source.name }, block);
    const values = emitPass({ source, members }, emission);
    for (const [i, slot] of own.entries()) {
      const value = values[i];
      if (value === undefined) continue;
      const isPlain =
        isReference(value.code) && value.requires.length === 0 && value.guard === null;
      const bound = isPlain
        ? value
        : emission.bind(value, slot.expr.type, members[i]?.name ?? source.name);
      for (const [expr, read] of readers) if (read === slot) scope.computed.set(expr, bound);
    }
  }
}

function readersOf(
  steps: readonly Step[],
  depth: number,
  { slots }: Schedule,
): ReadonlyMap<Expr, Slot> {
  const readers = new Map<Expr, Slot>();
  for (const formula of steps.flatMap(formulasOf)) {
    walk(formula, (expr) => {
      const slot = slots.get(expr);
      if (slot?.depth === depth) readers.set(expr, slot);
    });
  }
  return readers;
}

function describe(slots: readonly Slot[]): string {
  const names = [...new Set(slots.map(({ step }) => step.name))];
  const shown = names.slice(0, 4).join(", ");
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}

/** The events of each source in order, put in order once for all passes of a function. */
export function orderedEvents(
  names: NameScope,
  block: Block,
  imports: Imports,
): (source: EventSource) => string {
  const ordered = new Map<string, string>();
  return (source) => {
    let name = ordered.get(source.name);
    if (name === undefined) {
      name = names.take(`${source.name}_in_order`);
      const order = imports.value("./sources.js", orderName(source));
      block.line(`const ${name} = ${order}(${source.name});`);
      ordered.set(source.name, name);
    }
    return name;
  };
}
