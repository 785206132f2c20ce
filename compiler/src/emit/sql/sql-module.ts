import type { Facts } from "../../ir/facts.js";
import type { FieldContract, Program } from "../../ir/program.js";
import { headerOf } from "../header.js";
import type { EmittedFile } from "../text/emitted-file.js";
import type { Dialect, MacroLookUp } from "./dialect.js";
import { isOfFdlibm, macrosFor, macroStatements } from "./macros/registry.js";
import { nameProblems } from "./name-problems.js";
import { own } from "./names.js";
import { featureColumns, matrixColumns } from "./output-columns.js";
import { columnKind } from "./read-scalar.js";
import { asOfColumn, inputTable, readsMoment, rowStages } from "./row-stages.js";
import { momentColumn } from "./moment-column.js";
import type { MomentColumns, SqlFile } from "./scope.js";
import { column, identifier } from "./sql-text.js";
import { comment, selectText, withStages } from "./stage.js";
import { stepStages } from "./step-stages.js";
import { sourceProblems, sourceStages, sourceTables } from "./source-stages.js";
import { ZoneRegistry } from "./zone-macros.js";

/** The features of a spec as SQL, or, where an engine cannot give the same bits, the reasons. */
export function sqlModule(
  program: Program,
  facts: Facts,
  dialect: Dialect,
  moments: MomentColumns = new Map(),
): EmittedFile {
  const zones = new ZoneRegistry(dialect);
  const file: SqlFile = {
    dialect,
    facts,
    moments,
    refusals: new Set([...nameProblems(program, dialect), ...sourceProblems(program)]),
    fresh: freshNames(program),
    zone: (zone) => zones.of(zone),
  };
  const views = file.refusals.size > 0 ? [] : viewsOf(program, file);
  if (file.refusals.size > 0) return { path: dialect.file, text: refusalText(program, file) };
  const lookUp = macrosFor(dialect);
  const sections = [
    headerText(program, dialect),
    dialect.settings.join(dialect.between),
    ...zones
      .declarations(views)
      .flatMap(([zone, texts]) =>
        texts.map((text) => `${comment(`The clock of ${zone}.`)}\n${text}`),
      ),
    ...functionTexts(views, zones, dialect, lookUp),
    ...views,
  ];
  const text = `${sections.join("\n\n")}\n`;
  const macros: MacroLookUp = (name) => zones.named(name) ?? lookUp(name);
  return { path: dialect.file, text: dialect.rewrite(text, macros, file.fresh) };
}

/** What defines the functions that the views call; nothing for an engine that has them written out. */
function functionTexts(
  views: readonly string[],
  zones: ZoneRegistry,
  { macro: define }: Dialect,
  lookUp: MacroLookUp,
): readonly string[] {
  if (define === null) return [];
  const clocks = zones
    .called(views)
    .flatMap(([zone, functions]) =>
      functions.map(
        ({ name, parameters, body }) =>
          `${comment(`The clock of ${zone}.`)}\n${define(name, parameters, body)}`,
      ),
    );
  const macros = macroStatements([...views, ...clocks], lookUp, define);
  return [...(macros.some(isOfFdlibm) ? [fdlibmNotice] : []), ...macros, ...clocks];
}

export { asOfColumn, momentColumn };
export type { MomentColumns };

function viewsOf(program: Program, file: SqlFile): readonly string[] {
  const { dialect } = file;
  const rows = viewName(program, "rows");
  const isAdmitted = `len(${identifier(own.issues)}) = 0 AND len(${identifier(own.rejections)}) = 0`;
  const before = [...rowStages(program, file), ...sourceStages(program, file)];
  const stages = [...before, ...stepStages(program, before.at(-1)?.name ?? "checked", file)];
  const number = { name: "row", value: column(own.row) };
  const view = (name: string, what: string, query: string): string =>
    `${comment(what)}\n${dialect.view(name, query)}`;
  const warns = program.constraints.some(({ onViolation }) => onViolation === "warn");
  return [
    view(
      rows,
      "Every row with all values; what stands before a colon tells what a column is for.",
      withStages(stages, `SELECT * FROM ${identifier("finished")}`, dialect),
    ),
    view(
      viewName(program, "features"),
      "The features of the rows that are admitted, with their number in the table.",
      `${selectText({ keepsAll: false, from: rows, columns: [number, ...featureColumns(program, file)] })}\nWHERE ${isAdmitted}`,
    ),
    view(
      viewName(program, "rejects"),
      "The other rows, and what is wrong with each.",
      `SELECT ${identifier(own.row)} AS "row", CASE WHEN len(${identifier(own.issues)}) > 0 THEN ${identifier(own.issues)} ELSE ${identifier(own.rejections)} END AS "issues"\nFROM ${rows}\nWHERE NOT (${isAdmitted})`,
    ),
    ...(warns
      ? [
          view(
            viewName(program, "warnings"),
            "Constraints that an admitted row does not meet.",
            `SELECT ${identifier(own.row)} AS "row", ${identifier(own.warnings)} AS "constraints"\nFROM ${rows}\nWHERE ${isAdmitted} AND len(${identifier(own.warnings)}) > 0`,
          ),
        ]
      : []),
    ...program.matrices.map((matrix) =>
      view(
        viewName(program, matrix.name),
        `Matrix ${matrix.name} of the admitted rows. ${
          matrix.missing === "reject" ? "A row with a NULL does not fit in it." : ""
        }`,
        `${selectText({ keepsAll: false, from: rows, columns: [number, ...matrixColumns(matrix, program, file)] })}\nWHERE ${isAdmitted}`,
      ),
    ),
  ];
}

export function viewName(program: Program, part: string): string {
  return identifier(`${program.name}_${part}`);
}

function freshNames(program: Program): () => string {
  const taken = new Set([...program.input, ...program.steps].map(({ name }) => name.toLowerCase()));
  let count = 0;
  return () => {
    do count += 1;
    while (taken.has(`v${count}`));
    return `v${count}`;
  };
}

function headerText(program: Program, dialect: Dialect): string {
  const inEngine = (sql: string): string =>
    dialect.rewrite(
      sql,
      () => undefined,
      () => "",
    );
  const ofTable = (field: FieldContract): string =>
    inEngine(`${identifier(field.key)} ${columnType(field, dialect)}`);
  const columns = program.input.map((field) => `  ${ofTable(field)}`);
  const moment = readsMoment(program)
    ? [`  ${inEngine(identifier(asOfColumn))} TIMESTAMP, the moment of the prediction in UTC`]
    : [];
  const { rowNumber } = dialect;
  const number =
    rowNumber.kind === "column"
      ? [`  ${inEngine(identifier(rowNumber.name))} BIGINT, another number in every row`]
      : [];
  const views = ["features", "rejects", ...program.matrices.map(({ name }) => name)];
  const sources = sourceTables(program, ofTable, number, (data) => inEngine(identifier(data)));
  return [
    ...headerOf(program).map(comment),
    "--",
    comment(
      `For ${dialect.engine}. Run it in a session that has the rows in a table or view ${inputTable} with these columns:`,
    ),
    ...[...columns, ...moment, ...number].map((line) => `--   ${comment(line).slice(3)}`),
    ...sources.map((line) => `-- ${line.startsWith(" ") ? "  " : ""}${comment(line).slice(3)}`),
    "--",
    comment(`Then read ${views.map((view) => inEngine(viewName(program, view))).join(", ")}.`),
    comment(
      program.math === "native"
        ? "Numbers have the bits of `math: strict`, from which an engine's own functions may differ in the last one."
        : "Numbers have the bits that the generated TypeScript gives.",
    ),
    ...(dialect.note === null ? [] : [comment(dialect.note)]),
  ].join("\n");
}

/** The type of a column of the table, and how its texts are written. */
export function columnType(field: FieldContract, dialect: Dialect): string {
  const { types } = dialect;
  switch (field.type.kind) {
    case "record":
      return types.record(field.fields.map((one) => [one.key, columnType(one, dialect)]));
    case "list":
      return types.list(field.items === null ? types.text : columnType(field.items, dialect));
    default:
      return types[columnKind(field)];
  }
}

function refusalText(program: Program, { dialect, refusals }: SqlFile): string {
  const shown = [...refusals].slice(0, 20);
  return `${[
    ...headerOf(program).map(comment),
    "--",
    comment(
      `There is no SQL of this spec for ${dialect.engine}: it would not give the same bits. The reasons:`,
    ),
    ...shown.map((reason) => comment(`- ${reason}`)),
  ].join("\n")}\n`;
}

const fdlibmNotice = [
  "The functions below that compute exponentials, logarithms, powers and angles follow fdlibm 5.3,",
  "which carries this notice:",
  "",
  "Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.",
  "",
  "Developed at SunSoft, a Sun Microsystems, Inc. business.",
  "Permission to use, copy, modify, and distribute this software is freely granted, provided that this",
  "notice is preserved.",
]
  .map((line) => (line === "" ? "--" : `-- ${line}`))
  .join("\n");
