import { internalError } from "../../base/assert.js";
import { walk } from "../../ir/children.js";
import { dependenciesOf, formulasOf } from "../../ir/dependencies.js";
import type { Aggregate } from "../../ir/nodes.js";
import type { EventSource, Program, TableSource } from "../../ir/program.js";
import { isNumeric } from "../../types/type.js";
import type { Dialect } from "./dialect.js";
import { issueOf, issueType } from "./issue.js";
import { eventsOf, namesOf, own, tableOf } from "./names.js";
import {
  eventOrder,
  fieldNamed,
  hasMissingInLists,
  isSound,
  record,
  recordOf,
  recordStages,
  sourceStage,
} from "./source-records.js";
import type { SqlFile } from "./scope.js";
import {
  atom,
  call,
  cases,
  cast,
  column,
  identifier,
  infix,
  numberLiteral,
  plain,
  textLiteral,
} from "./sql-text.js";
import type { Sql } from "./sql-text.js";
import type { Stage, StageColumn } from "./stage.js";
import { innerType } from "./value-type.js";

const checked = "checked";
const joined = "joined";

/**
 * What is known of the entity of each row: of a source its events as one list in order, which all aggregates read,
 * and of a table its record. A record that its contract refuses rejects the rows of its entity.
 */
export function sourceStages(program: Program, file: SqlFile): readonly Stage[] {
  if (program.events.length + program.tables.length === 0) return [];
  const read = dependenciesOf(program, program.steps.flatMap(formulasOf));
  return [
    ...program.events.flatMap((source) => [
      ...recordStages(source, file),
      ...eventStages(source, read.events.get(source.name) ?? [], program, file),
    ]),
    ...program.tables.flatMap((source) => [
      ...recordStages(source, file),
      tableStage(source, read.tables.get(source.name) ?? [], file),
    ]),
    joinedStage(program, read, file),
    {
      name: "known",
      keepsAll: `* EXCLUDE (${identifier(own.issues)})`,
      from: joined,
      comment: "What is wrong with a row, or else with the records of its entity.",
      columns: [{ name: own.issues, value: firstIssues(program) }],
    },
  ];
}

/** Where an event stands among those of its entity: lists are put in order by it, as records by their first field. */
const place = "featc:place";

const sourceIssues = (source: string): string => `${source}:issues`;
const alias = (source: string): string => identifier(`${source}:e`);
const lists = (source: string): string => identifier(`${source}:l`);

function eventStages(
  source: EventSource,
  paths: readonly string[],
  program: Program,
  file: SqlFile,
): readonly Stage[] {
  const { name, data, maxCount } = source;
  const fields = identifier(sourceStage(name, "fields"));
  const ordered = sourceStage(name, "ordered");
  const none = cast(atom(file.dialect.list([])), issueList(file.dialect));
  const own = atom(
    `coalesce(flatten(${file.dialect.collect(identifier(record.issues), identifier(record.line), `NOT ${isSound().text}`)}), ${none.text})`,
  );
  const tooMany =
    maxCount === null
      ? own
      : cases(
          [
            {
              when: infix(
                atom(`count(*) FILTER (WHERE ${isSound().text})`),
                ">",
                plain(String(maxCount)),
              ),
              value: atom(
                file.dialect.list([issueOf("length", [textLiteral(name)], file.dialect).text]),
              ),
            },
          ],
          own,
        );
  return [
    {
      name: sourceStage(name, "entities"),
      keepsAll: false,
      from: fields,
      rest: `WHERE ${identifier(record.key)} IS NOT NULL\nGROUP BY ${identifier(record.key)}`,
      comment: `What is wrong with the records of an entity in ${data}.`,
      columns: [
        { name: record.key, value: column(record.key) },
        { name: record.issues, value: tooMany },
      ],
    },
    {
      name: ordered,
      keepsAll: false,
      from: fields,
      rest: `WHERE ${identifier(record.key)} IS NOT NULL AND ${isSound().text}`,
      comment: "Events in order of time; of one moment by their other fields.",
      columns: [
        ...[record.key, ...eventFields(source, paths)].map((of) => ({
          name: of,
          value: column(of),
        })),
        {
          name: place,
          value: atom(
            `row_number() OVER (PARTITION BY ${identifier(record.key)} ORDER BY ${eventOrder(source)})`,
          ),
        },
      ],
    },
    {
      name: sourceStage(name, "lists"),
      keepsAll: false,
      // Rows of an entity that is refused need no events: too many of them least of all.
      from: [
        `${checked} AS s`,
        `JOIN ${identifier(sourceStage(name, "entities"))} AS k ON ${keysMeet(source, program, `k.${identifier(record.key)}`)} AND len(k.${identifier(record.issues)}) = 0`,
        `JOIN ${identifier(ordered)} AS e ON ${joinCondition(source, program)}`,
      ].join("\n"),
      rest: `GROUP BY s.${identifier("featc:row")}`,
      comment: "The events that a window of the row can reach.",
      columns: [
        { name: "featc:row", value: plain(`s.${identifier("featc:row")}`) },
        {
          name: eventsOf(name),
          value: atom(
            `list_sort(list(${recordOf("e", [place, ...eventFields(source, paths)], file).text}))`,
          ),
        },
      ],
    },
  ];
}

function issueList(dialect: Dialect): string {
  return dialect.types.list(issueType(dialect));
}

/** What windows and aggregates read of an event, at least its time. */
function eventFields(source: EventSource, paths: readonly string[]): readonly string[] {
  const read = new Set(paths.map((path) => path.split(".")[0] ?? path));
  const always = [source.time, ...(source.known === null ? [] : [source.known])];
  return source.fields
    .map(({ name }) => name)
    .filter((name) => read.has(name) || always.includes(name));
}

/** The events of the row's entity up to the moment of the prediction, from the longest window on. */
function joinCondition(source: EventSource, program: Program): string {
  const time = `e.${identifier(source.time)}`;
  const moment = `s.${namesOf(program).asOf.text}`;
  const reach = longestWindow(source, program);
  return [
    keysMeet(source, program, `e.${identifier(record.key)}`),
    `${time} <= ${moment}`,
    ...(reach === undefined ? [] : [`${time} >= ${moment} - ${numberLiteral(reach).text}`]),
  ].join(" AND ");
}

/** The row's field and the record's key are one value; an int meets a text by its digits. */
function keysMeet(source: TableSource, program: Program, key: string): string {
  const field =
    program.input.find(({ name }) => name === source.on) ?? internalError(`no ${source.on}`);
  const left = plain(`s.${identifier(source.on)}`);
  const isSame = isNumeric(field.type) === isNumeric(fieldNamed(source, source.key).type);
  const asText = (of: Sql, numeric: boolean): string =>
    numeric && !isSame ? call("featc_int_text", of).text : of.text;
  return `${asText(left, isNumeric(field.type))} = ${asText(plain(key), isNumeric(fieldNamed(source, source.key).type))}`;
}

/** How far back windows go before the moment of the prediction; undefined where one has an end of its own. */
function longestWindow(source: EventSource, program: Program): number | undefined {
  let longest: number | undefined = 0;
  for (const aggregate of aggregatesOver(source, program)) {
    const { collection } = aggregate;
    if (collection.kind !== "events") continue;
    const reaches = collection.window.lows
      .filter(({ base }) => base.kind === "AsOf")
      .map(({ offset }) => -offset);
    if (reaches.length === 0) return undefined;
    longest = Math.max(longest, Math.min(...reaches));
  }
  return longest;
}

function aggregatesOver(source: EventSource, program: Program): readonly Aggregate[] {
  const found: Aggregate[] = [];
  for (const formula of program.steps.flatMap(formulasOf)) {
    walk(formula, (expr) => {
      if (expr.kind !== "Aggregate" || expr.collection.kind !== "events") return;
      if (expr.collection.source.name === source.name) found.push(expr);
    });
  }
  return found;
}

/** At most one record for each key: a second one is reported, and the first counts. */
function tableStage(source: TableSource, paths: readonly string[], file: SqlFile): Stage {
  const { dialect } = file;
  const { name } = source;
  const key = identifier(record.key);
  const fields = sourceStage(name, "fields");
  const sound = isSound().text;
  const second = dialect.list([
    dialect.record([
      ["code", textLiteral("second_record").text],
      ["path", dialect.list([textLiteral(name).text])],
      ["name", `CAST(NULL AS ${dialect.types.text})`],
    ]),
  ]);
  const nth = `row_number() OVER (PARTITION BY ${key}, ${sound} ORDER BY ${identifier(record.line)})`;
  const isSecond = `${sound} AND ${identifier("featc:nth")} > 1`;
  const issues = `CASE WHEN ${isSecond} THEN CAST(${second} AS ${issueList(dialect)}) ELSE ${identifier(record.issues)} END`;
  const read = new Set(paths.map((path) => path.split(".")[0] ?? path));
  const kept = source.fields
    .map((field) => field.name)
    .filter((field) => read.has(field) || field === source.key);
  return {
    name: sourceStage(name, "entities"),
    keepsAll: false,
    from: `(SELECT *, ${nth} AS ${identifier("featc:nth")} FROM ${identifier(fields)} WHERE ${key} IS NOT NULL)`,
    rest: `GROUP BY ${key}`,
    comment: `The record of an entity, and what is wrong with its records in ${source.data}.`,
    columns: [
      { name: record.key, value: column(record.key) },
      {
        name: tableOf(name),
        value: atom(
          `any_value(${recordOf("", kept, file).text}) FILTER (WHERE ${sound} AND ${identifier("featc:nth")} = 1)`,
        ),
      },
      {
        name: record.issues,
        value: atom(
          `flatten(${dialect.collect(issues, identifier(record.line), `NOT (${sound}) OR ${isSecond}`)})`,
        ),
      },
    ],
  };
}

type Read = ReturnType<typeof dependenciesOf>;

function joinedStage(program: Program, read: Read, file: SqlFile): Stage {
  const { dialect } = file;
  const joins: string[] = [];
  const columns: StageColumn[] = [];
  const join = (source: TableSource): void => {
    const of = alias(source.name);
    const key = `${of}.${identifier(record.key)}`;
    joins.push(
      `LEFT JOIN ${identifier(sourceStage(source.name, "entities"))} AS ${of} ON ${keysMeet(source, program, key)}`,
    );
    columns.push({
      name: sourceIssues(source.name),
      value: plain(`${of}.${identifier(record.issues)}`),
    });
  };
  for (const source of program.events) {
    const of = lists(source.name);
    const row = identifier("featc:row");
    joins.push(
      `LEFT JOIN ${identifier(sourceStage(source.name, "lists"))} AS ${of} ON s.${row} = ${of}.${row}`,
    );
    join(source);
    const fields = eventFields(source, read.events.get(source.name) ?? []);
    const type = dialect.types.list(
      dialect.types.record([
        [place, dialect.types.int],
        ...fields.map((name) => [name, innerType(fieldNamed(source, name).type, dialect)] as const),
      ]),
    );
    columns.push({
      name: eventsOf(source.name),
      value: call(
        "coalesce",
        plain(`${of}.${identifier(eventsOf(source.name))}`),
        cast(atom(dialect.list([])), type),
      ),
    });
  }
  for (const source of program.tables) {
    join(source);
    columns.push({
      name: tableOf(source.name),
      value: plain(`${alias(source.name)}.${identifier(tableOf(source.name))}`),
    });
  }
  return {
    name: joined,
    keepsAll: "s.*",
    from: [`${checked} AS s`, ...joins].join("\n"),
    comment: "Rows with what is known of their entities.",
    columns,
  };
}

/** Those of the row itself, else those of the first source that has some. */
function firstIssues(program: Program): Sql {
  const sources = [...program.events, ...program.tables].map(({ name }) =>
    column(sourceIssues(name)),
  );
  const hasSome = (issues: Sql): Sql => infix(call("len", issues), ">", plain("0"));
  return cases(
    [column(own.issues), ...sources].map((issues) => ({ when: hasSome(issues), value: issues })),
    column(own.issues),
  );
}

const stageNames = new Set([
  "raw",
  "read",
  "fields",
  checked,
  joined,
  "known",
  "finished",
  "input",
]);

export function sourceProblems({ events, tables }: Program): readonly string[] {
  return [...events, ...tables].flatMap((source) => [
    ...(stageNames.has(source.data) || /^step_[0-9]+$/.test(source.data)
      ? [`a table with the name ${source.data}, which a part of the query has`]
      : []),
    ...("time" in source && hasMissingInLists(source)
      ? [`${source.name}: the order of events with missing values inside lists`]
      : []),
  ]);
}

/** The tables that a session has to have, as lines. */
export function sourceTables(
  { events, tables }: Program,
  shown: (field: TableSource["fields"][number]) => string,
  more: readonly string[],
  named: (data: string) => string,
): readonly string[] {
  const known = new Map<string, Map<string, string>>();
  for (const { data, fields } of [...events, ...tables]) {
    const columns = known.get(data) ?? new Map<string, string>();
    for (const field of fields) columns.set(field.key, shown(field));
    known.set(data, columns);
  }
  return [...known].flatMap(([data, columns]) => [
    `and in a table or view ${named(data)}:`,
    ...[...columns.values()].map((column) => `  ${column}`),
    ...more,
  ]);
}
