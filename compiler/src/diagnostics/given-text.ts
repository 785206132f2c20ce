import type { ExampleField } from "./diagnostic.js";

/** A row as an entry of `examples` says it: `given: { income: 0, events: { payments: [] } }`. */
export function givenText(fields: readonly ExampleField[]): string {
  const own = fields.filter(({ section }) => section === undefined).map(entry);
  const sections = (["events", "tables"] as const).flatMap((section) => {
    const records = fields.filter((field) => field.section === section).map(entry);
    return records.length === 0 ? [] : [`${section}: ${braced(records)}`];
  });
  return `given: ${braced([...own, ...sections])}`;
}

function entry({ name, value }: ExampleField): string {
  return `${name}: ${value}`;
}

function braced(entries: readonly string[]): string {
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
