import type { FieldContract, Program } from "../../ir/program.js";
import { emitExpr } from "./emit-expr.js";
import { issueOf, issueType } from "./issue.js";
import { namesOf, own, rawOf, typedOf } from "./names.js";
import { allIssues, readField } from "./read-field.js";
import type { FieldReading } from "./read-field.js";
import { columnOf, fromMoment, millisecondsOf } from "./moment-column.js";
import { rowNumber } from "./row-number.js";
import type { Scope, SqlFile } from "./scope.js";
import { atom, call, cases, column, infix, plain, prefix, textLiteral } from "./sql-text.js";
import type { Sql } from "./sql-text.js";
import type { Stage } from "./stage.js";

/** The table of rows, under the name that the file expects. */
export const inputTable = "input";
/** The column of that table for the moment of the prediction, where the spec has no field for it. */
export const asOfColumn = "as_of";

/** How many issues the validator lists; the one after them has the code `limit`. */
const issueLimit = 100;

export function scopeOf(program: Program, file: SqlFile): Scope {
  return { file, names: namesOf(program), locals: new Map(), element: null };
}

/** Whether rows need a moment that no field gives. */
export function readsMoment(program: Program): boolean {
  return program.asOf === null && program.usesAsOf;
}

/** From the columns of the table to checked fields. */
export function rowStages(program: Program, file: SqlFile): readonly Stage[] {
  const readings = program.input.flatMap((field) => {
    const raw = column(rawOf(field.name));
    const read = readField(asLabel(field, program), raw, [textLiteral(field.key)], file);
    return fromMoment(read, raw, field, inputTable, file);
  });
  const moment = readsMoment(program);
  return [
    {
      name: "raw",
      keepsAll: false,
      from: inputTable,
      comment: "The columns of the table, by their names in the spec.",
      columns: [
        { name: own.row, value: rowNumber(file) },
        ...(moment ? [{ name: own.asOf, value: millisecondsOf(column(asOfColumn)) }] : []),
        ...program.input.map((field) => ({
          name: rawOf(field.name),
          value: columnOf(field, inputTable, file),
        })),
      ],
    },
    {
      name: "read",
      keepsAll: true,
      from: "raw",
      comment: "Each field in the form of formulas; NULL where it is not of its type.",
      columns: readings.map(({ name, typed }) => ({ name: typedOf(name), value: typed })),
    },
    {
      name: "fields",
      keepsAll: false,
      from: "read",
      comment: "The value of each field, and what is wrong with it.",
      columns: [
        { name: own.row, value: column(own.row) },
        ...(moment ? [{ name: own.asOf, value: column(own.asOf) }] : []),
        ...readings.map((reading) => ({
          name: reading.name,
          value: reading.value(column(typedOf(reading.name))),
        })),
        { name: fieldIssues, value: issuesOf(readings, moment, file) },
      ],
    },
    checkedStage(program, file),
  ];
}

const fieldIssues = "featc:field_issues";

function issuesOf(readings: readonly FieldReading[], moment: boolean, file: SqlFile): Sql {
  const typed = (reading: FieldReading): Sql => column(typedOf(reading.name));
  const noMoment = moment
    ? [
        {
          when: infix(column(own.asOf), "IS", plain("NULL")),
          value: issueOf("missing", [textLiteral(asOfColumn)], file.dialect),
        },
      ]
    : [];
  return allIssues(
    [...readings.flatMap((reading) => reading.issues(typed(reading))), ...noMoment],
    readings.flatMap((reading) => reading.inner(typed(reading))),
    file,
  );
}

/** Constraints are looked at where the fields are in order. */
function checkedStage(program: Program, file: SqlFile): Stage {
  const { dialect } = file;
  const scope = scopeOf(program, file);
  const violated = (rule: "reject" | "warn") =>
    program.constraints
      .filter(({ onViolation }) => onViolation === rule)
      .map(({ name, text, formula }) => ({
        name,
        text,
        when: prefix("NOT", emitExpr(formula, scope)),
      }));
  const rejecting = violated("reject");
  const fields = column(fieldIssues);
  const isSound = infix(call("len", fields), "=", plain("0"));
  const broken = allIssues(
    rejecting.map(({ name, when }) => ({
      when,
      value: issueOf("constraint", [], dialect, name),
    })),
    [],
    file,
  );
  const issues =
    rejecting.length === 0 ? fields : cases([{ when: isSound, value: broken }], fields);
  const warnings = violated("warn");
  const name = file.fresh();
  const warned = dialect.filter(
    dialect.list(
      warnings.map(({ name: of, when }) => cases([{ when, value: textLiteral(of) }]).text),
    ),
    name,
    `${name} IS NOT NULL`,
  );
  const notes = [...rejecting, ...warnings].map((one) => `${one.name}: ${one.text}`);
  return {
    name: "checked",
    isShared: program.events.length + program.tables.length > 0,
    keepsAll: true,
    from: "fields",
    comment: `What is wrong with a row.${notes.map((note) => ` ${note}.`).join("")}`,
    columns: [
      { name: own.issues, value: limited(issues, file) },
      ...(warnings.length === 0 ? [] : [{ name: own.warnings, value: atom(warned) }]),
    ],
  };
}

function limited(issues: Sql, file: SqlFile): Sql {
  const { dialect } = file;
  const name = file.fresh();
  const list = issues.isPlain ? issues : plain(name);
  const limit = `CAST(${dialect.list([issueOf("limit", [], dialect).text])} AS ${dialect.types.list(issueType(dialect))})`;
  const body = cases(
    [
      {
        when: infix(call("len", list), ">", plain(String(issueLimit))),
        value: call(
          "list_concat",
          call("list_slice", list, plain("1"), plain(String(issueLimit))),
          plain(limit),
        ),
      },
    ],
    list,
  );
  return issues.isPlain ? body : atom(dialect.bind(name, issues.text, body.text));
}

/** Labels are there in training data alone. */
function asLabel(field: FieldContract, program: Program): FieldContract {
  return program.labels.includes(field.name)
    ? { ...field, optional: true, mayBeMissing: true }
    : field;
}
