import type { EventSource, FieldContract } from "../../ir/program.js";
import { Block } from "../text/block.js";
import type { Declaration } from "../text/declarations.js";
import type { Imports } from "../text/imports.js";
import { propertyAccess } from "../text/literal.js";
import type { NameScope } from "../names.js";
import { orderName } from "./aggregates/event-passes.js";
import type { RecordPlan } from "./input-plan.js";

/** `orderPayments`, and the comparison that it sorts by. */
export function orderDeclarations(
  sources: readonly { readonly source: EventSource; readonly plan: RecordPlan }[],
  imports: Imports,
  scope: NameScope,
): readonly Declaration[] {
  return sources.flatMap(({ source, plan }): readonly Declaration[] => {
    const compare = scope.take(`compare${orderName(source).slice("order".length)}`);
    const events = `readonly ${plan.type}[]`;
    return [
      {
        kind: "function",
        name: orderName(source),
        exported: true,
        doc: [
          "The events in order of time, ties by their other fields in order of declaration; those in order are not sorted again.",
        ],
        parameters: [{ name: "events", type: events }],
        returns: events,
        body: new Block().line(`return ${imports.runtime("inOrder")}(events, ${compare});`),
      },
      {
        kind: "function",
        name: compare,
        exported: false,
        parameters: [
          { name: "a", type: plan.type },
          { name: "b", type: plan.type },
        ],
        returns: "number",
        body: comparison(source, imports),
      },
    ];
  });
}

function comparison(source: EventSource, imports: Imports): Block {
  const time = source.fields.filter((field) => field.name === source.time);
  const others = source.fields.filter((field) => field.name !== source.time);
  const [first = "0", ...ties] = [...time, ...others].map((field) =>
    compareField(field, "a", "b", imports),
  );
  return ties.length === 0
    ? new Block().line(`return ${first};`)
    : new Block().line(`return ${[first, ...ties].join(" || ")};`);
}

function compareField(field: FieldContract, a: string, b: string, imports: Imports): string {
  return compareValue(field, propertyAccess(a, field.name), propertyAccess(b, field.name), imports);
}

/** An expression that is negative, 0 or positive. */
function compareValue(field: FieldContract, a: string, b: string, imports: Imports): string {
  if (!field.mayBeMissing) return comparePresent(field, a, b, imports);
  const { name } = comparer(field, imports);
  return `${imports.runtime("compareNullable")}(${a}, ${b}, ${name})`;
}

function comparePresent(field: FieldContract, a: string, b: string, imports: Imports): string {
  switch (field.type.kind) {
    case "number":
    case "int":
    case "timestamp":
    case "date":
    case "duration":
      return `${a} - ${b}`;
    case "list": {
      const { items } = field;
      if (items === null) return "0";
      const inner = comparer(items, imports, true).name;
      return `${imports.runtime("compareLists")}(${a}, ${b}, ${inner})`;
    }
    case "record":
      return group(field.fields.map((inner) => compareField(inner, a, b, imports)));
    default:
      return `${imports.runtime("compareSingle")}(${a}, ${b})`;
  }
}

function group(parts: readonly string[]): string {
  if (parts.length === 0) return "0";
  return parts.length === 1 ? (parts[0] ?? "0") : `(${parts.join(" || ")})`;
}

/** A function of two values: that of the runtime, or one that is written out. */
function comparer(
  field: FieldContract,
  imports: Imports,
  withMissing = false,
): { readonly name: string } {
  if (withMissing && field.mayBeMissing) {
    const { name } = comparer(field, imports);
    return { name: `(a, b) => ${imports.runtime("compareNullable")}(a, b, ${name})` };
  }
  if (field.type.kind === "record" || field.type.kind === "list") {
    return { name: `(a, b) => ${comparePresent(field, "a", "b", imports)}` };
  }
  return { name: imports.runtime("compareSingle") };
}
