import { internalError } from "../../base/assert.js";
import type { Program } from "../../ir/program.js";
import type { EventArbitrary, EventMoments, PropertyRows } from "../../testgen/property-rows.js";
import { camelCase, NameScope } from "../names.js";
import type { Block } from "../text/block.js";
import { inlineObject, memberName, propertyAccess, propertyKey } from "../text/literal.js";
import { arbitraryCode, integerCode, momentCode, writerFunctions } from "./arbitraries.js";
import { dataLiteral } from "./data-literal.js";

/** The names of what `rowsCode` declares for one source of events. */
export interface EventNames {
  readonly name: string;
  /** The arbitrary of the fields that are no moments. */
  readonly fields: string;
  /** Writes an event that was drawn as its producer does; null where its moments are fields as all others. */
  readonly at: string | null;
}

/** Declares `rows`, an arbitrary of rows that the contract admits, and what it is made of. */
export function rowsCode(
  program: Program,
  rows: PropertyRows,
  names: NameScope,
  body: Block,
): readonly EventNames[] {
  const hasMoment = rows.moment.kind !== "none";
  body.line("type Changes = Readonly<Record<string, unknown>>;");
  body.blank().open("interface Row {");
  body.line("readonly input: Changes;");
  if (hasMoment) body.line("readonly asOf: number;");
  for (const { name } of program.events) {
    body.line(`readonly ${memberName(name)}: readonly Changes[];`);
  }
  for (const { name } of program.tables) body.line(`readonly ${memberName(name)}: Changes | null;`);
  body.close();
  if (rows.events.some(({ moments }) => moments !== null)) drawnEvent(body);
  const events = rows.events.map((event) => eventCode(event, names, body));
  const drawn = [
    ["fields", arbitraryCode(rows.fields)] as const,
    ...jointEntry(rows),
    ...momentEntry(rows),
    ...(rows.events.length === 0
      ? []
      : [
          [
            "events",
            inlineRecord(rows.events.map((event, i) => eventEntry(event, events[i]))),
          ] as const,
        ]),
    ...(rows.tables.length === 0
      ? []
      : [
          [
            "tables",
            inlineRecord(
              rows.tables.map(({ name, fields }) => [name, `fc.option(${arbitraryCode(fields)})`]),
            ),
          ] as const,
        ]),
  ];
  const text = `fc.record(${inlineObject(drawn)})`;
  const given = `{ ${drawn.map(([name]) => name).join(", ")} }`;
  body.blank().comment("Rows that the contract admits.");
  body.line(
    `const rows: fc.Arbitrary<Row> = ${text}.map((${given}) => (${rowCode(rows, events)}));`,
  );
  const used = [text, rowCode(rows, events), ...body.parts.map((part) => partText(part))].join(" ");
  writerFunctions(used, body);
  return events;
}

function partText(part: Block["parts"][number]): string {
  return part.kind === "blank" ? "" : part.text;
}

function drawnEvent(body: Block): void {
  body.blank().comment("An event before it is known when the prediction is.");
  body.open("interface DrawnEvent {");
  body.line("readonly fields: Changes;");
  body.comment("Milliseconds before the prediction.");
  body.line("readonly before: number;");
  body.comment("Milliseconds until it became known.");
  body.line("readonly delay: number;");
  body.close();
}

function eventCode(event: EventArbitrary, names: NameScope, body: Block): EventNames {
  const { source, moments } = event;
  const name = camelCase(source.name);
  const fields = names.take(`${name}Fields`);
  body.blank().line(`const ${fields} = ${arbitraryCode(event.fields)};`);
  if (moments === null) return { name: source.name, fields, at: null };
  const at = names.take(`${name}At`);
  const written: (readonly [string, string])[] = [
    [moments.time.key, momentCode("asOf - drawn.before", moments.time.written)],
  ];
  if (moments.known !== null) {
    const { key, written: as } = moments.known;
    written.push([key, momentCode("asOf - drawn.before + drawn.delay", as)]);
  }
  const entries = written.map(([key, code]) => `${propertyKey(key)}: ${code}`);
  body.blank().open(`function ${at}(drawn: DrawnEvent, asOf: number): Changes {`);
  body.line(`return { ...drawn.fields, ${entries.join(", ")} };`);
  body.close();
  return { name: source.name, fields, at };
}

/** Moments around the edges of windows, inside and outside them. */
function drawnMoments({ edges, span }: EventMoments): string {
  const near = [...new Set(edges.flatMap((edge) => [edge, edge + 1, edge - 1]))];
  const margin = Math.ceil(span / 8);
  return `fc.oneof(fc.constantFrom(${near.join(", ")}), ${integerCode(-margin, span + margin)})`;
}

function eventEntry(
  { source, moments, most }: EventArbitrary,
  names: EventNames | undefined,
): readonly [string, string] {
  if (names === undefined) internalError(`no names for ${source.name}`);
  if (moments === null) return [source.name, `fc.array(${names.fields}, { maxLength: ${most} })`];
  const delay =
    moments.known === null ? "fc.constant(0)" : drawnMoments({ ...moments, edges: [0] });
  const drawn = inlineObject([
    ["fields", names.fields],
    ["before", drawnMoments(moments)],
    ["delay", moments.known === null ? delay : `fc.oneof(fc.constant(0), ${delay})`],
  ]);
  return [source.name, `fc.array(fc.record(${drawn}), { maxLength: ${most} })`];
}

function inlineRecord(entries: readonly (readonly [string, string])[]): string {
  return `fc.record(${inlineObject(entries)})`;
}

function jointEntry({ joint, moment }: PropertyRows): readonly (readonly [string, string])[] {
  if (joint === null) return [];
  const isMoment = moment.kind === "joint";
  const values = joint.map((one) =>
    isMoment
      ? `{ values: ${dataLiteral(one.values)}, asOf: ${one.moment} }`
      : dataLiteral(one.values),
  );
  return [["joint", `fc.constantFrom(${values.join(", ")})`]];
}

/** The years around now; a moment in a field of its own has them too. */
function momentEntry({ moment }: PropertyRows): readonly (readonly [string, string])[] {
  if (moment.kind !== "passed" && moment.kind !== "field") return [];
  return [["asOf", integerCode(Date.UTC(2019, 0, 1), Date.UTC(2029, 0, 1))]];
}

/** The row that the drawn values make. */
function rowCode(rows: PropertyRows, events: readonly EventNames[]): string {
  const { moment, joint } = rows;
  const asOf = moment.kind === "joint" ? "joint.asOf" : "asOf";
  const input = [
    "...fields",
    ...(joint === null ? [] : [moment.kind === "joint" ? "...joint.values" : "...joint"]),
    ...(moment.kind === "field"
      ? [`${propertyKey(moment.key)}: ${momentCode("asOf", moment.written)}`]
      : []),
  ];
  const members = [
    `input: { ${input.join(", ")} }`,
    ...(moment.kind === "none" ? [] : [moment.kind === "joint" ? `asOf: ${asOf}` : "asOf"]),
    ...events.map(({ name, at }) => {
      const drawn = propertyAccess("events", name);
      return `${propertyKey(name)}: ${at === null ? drawn : `${drawn}.map((drawn) => ${at}(drawn, ${asOf}))`}`;
    }),
    ...rows.tables.map(({ name }) => `${propertyKey(name)}: ${propertyAccess("tables", name)}`),
  ];
  return `{ ${members.join(", ")} }`;
}
