import type { FieldContract, Program } from "../ir/program.js";
import { printType } from "../types/type.js";
import { element, text } from "./html.js";
import type { Child, Html } from "./html.js";
import { keyOfNode } from "./lineage.js";
import type { Lineage, LineageNode } from "./lineage.js";
import { anchorOf, nodeLink } from "./step-section.js";

/** The contracts of the input, of events and of tables, with what reads each of them. */
export function contractTables(program: Program, lineage: Lineage): readonly Child[] {
  const { input, events, tables, constraints } = program;
  return [
    element("h2", {}, text("Input")),
    fieldTable(input, (field) => readersOf({ kind: "field", name: field.name }, lineage)),
    ...events.flatMap((source) => [
      element(
        "h2",
        { id: anchorOf({ kind: "events", name: source.name }) },
        text(`Events ${source.name}`),
      ),
      element(
        "p",
        { class: "dim" },
        text(`key ${source.key}, meets ${source.on}; time ${source.time}`),
      ),
      readersLine({ kind: "events", name: source.name }, lineage),
      fieldTable(source.fields, null),
    ]),
    ...tables.flatMap((source) => [
      element(
        "h2",
        { id: anchorOf({ kind: "table", name: source.name }) },
        text(`Table ${source.name}`),
      ),
      element("p", { class: "dim" }, text(`key ${source.key}, meets ${source.on}`)),
      readersLine({ kind: "table", name: source.name }, lineage),
      fieldTable(source.fields, null),
    ]),
    ...(constraints.length === 0
      ? []
      : [
          element("h2", {}, text("Constraints")),
          table(
            ["name", "what holds", "where it does not"],
            constraints.map(({ name, text: formula, onViolation }) => [
              code(name),
              code(formula),
              text(onViolation),
            ]),
          ),
        ]),
  ];
}

/** The columns of each matrix, in order. */
export function matrixTables({ matrices }: Program, lineage: Lineage): readonly Child[] {
  return matrices.flatMap((matrix) => [
    element(
      "h2",
      { id: anchorOf({ kind: "matrix", name: matrix.name }) },
      text(`Matrix ${matrix.name}`),
    ),
    element("p", { class: "dim" }, text(`${matrix.dtype}; missing: ${String(matrix.missing)}`)),
    table(
      ["column", "formula", "feature"],
      matrix.columns.map((column) => [
        code(column.cells.length === 1 ? (column.cells[0] ?? "") : `${column.cells.length} cells`),
        code(column.text),
        featureLink(column.feature, lineage),
      ]),
    ),
  ]);
}

function featureLink(name: string, lineage: Lineage): Html {
  const key = keyOfNode({ kind: "feature", name });
  return lineage.nodes.has(key) ? nodeLink(key, lineage) : code(name);
}

function fieldTable(
  fields: readonly FieldContract[],
  readers: ((field: FieldContract) => Child) | null,
): Html {
  const heads = ["field", "type", "range", "where it breaks the contract", "description"];
  return table(
    readers === null ? heads : [...heads, "read by"],
    fields.map((field) => [
      element(
        "code",
        readers === null ? {} : { id: anchorOf({ kind: "field", name: field.name }) },
        text(field.name),
      ),
      code(`${printType(field.type)}${field.optional ? "?" : ""}`),
      field.range === null ? null : code(field.range.text),
      text(breaches(field)),
      field.description === undefined ? null : text(field.description),
      ...(readers === null ? [] : [readers(field)]),
    ]),
  );
}

function breaches({ invalid, outside, range, missingValues, pii }: FieldContract): string {
  const other = typeof invalid === "string" ? invalid : `the value ${invalid.value}`;
  return [
    `other types: ${other}`,
    ...(range === null ? [] : [`outside: ${outside}`]),
    ...(missingValues.length === 0 ? [] : [`missing: ${missingValues.map(String).join(", ")}`]),
    ...(pii ? ["personal data"] : []),
  ].join("; ");
}

function readersOf(node: LineageNode, lineage: Lineage): Child {
  const keys = lineage.readBy.get(keyOfNode(node)) ?? [];
  if (keys.length === 0) return element("span", { class: "dim" }, text("nothing"));
  return element(
    "span",
    {},
    ...keys.flatMap((key, i) => [i === 0 ? null : text(", "), nodeLink(key, lineage)]),
  );
}

function readersLine(node: LineageNode, lineage: Lineage): Html {
  return element(
    "p",
    {},
    element("span", { class: "dim" }, text("read by ")),
    readersOf(node, lineage),
  );
}

function table(heads: readonly string[], rows: readonly (readonly Child[])[]): Html {
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element("tr", {}, ...heads.map((head) => element("th", {}, text(head)))),
      ),
      element(
        "tbody",
        {},
        ...rows.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, cell)))),
      ),
    ),
  );
}

function code(value: string): Html {
  return element("code", {}, text(value));
}
