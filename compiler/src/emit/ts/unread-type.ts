import type { Declaration } from "../text/declarations.js";
import type { RecordPlan } from "./input-plan.js";

/** A record of which nothing is known but that it is one. */
export function unreadType(records: readonly RecordPlan[]): readonly Declaration[] {
  if (records.every(({ fields }) => fields.length === 0)) return [];
  return [
    {
      kind: "type",
      name: "Unread",
      typeParameters: ["T"],
      exported: false,
      doc: ["The fields of a record before they are checked."],
      type: "{ readonly [K in keyof T]?: unknown }",
    },
  ];
}
