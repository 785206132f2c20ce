import { internalError } from "../../base/assert.js";
import type { Bounds, FieldContract } from "../../ir/program.js";
import { fieldOf } from "./field-of.js";
import { issueType, issueWhen } from "./issue.js";
import type { PathSql } from "./issue.js";
import { columnKind, isSentinel, readScalar } from "./read-scalar.js";
import type { SqlFile } from "./scope.js";
import {
  atom,
  boolLiteral,
  call,
  cases,
  cast,
  conjunction,
  disjunction,
  indented,
  infix,
  inList,
  numberLiteral,
  plain,
  prefix,
  sqlNull,
  sqlTrue,
  suffix,
  textLiteral,
} from "./sql-text.js";
import type { Arm, Sql } from "./sql-text.js";
import { enginePattern } from "./text-lowering.js";

/** One scalar, list or record on the way from its column to its value and to what is wrong with it. */
export interface FieldReading {
  /** Names from the outermost record, joined with dots. */
  readonly name: string;
  readonly field: FieldContract;
  /** In the form of formulas, NULL where it is not of its type; computed once. */
  readonly typed: Sql;
  /** Of a record only whether it is there. */
  readonly value: (typed: Sql) => Sql;
  /** In the order of the validator. */
  readonly issues: (typed: Sql) => readonly Arm[];
  /** Each a list of issues or NULL: of the elements of a list. */
  readonly inner: (typed: Sql) => readonly Sql[];
}

/** The field and, of a record, the fields in it. `raw` is cheap to write again. */
export function readField(
  field: FieldContract,
  raw: Sql,
  path: PathSql,
  file: SqlFile,
  before: readonly string[] = [],
): readonly FieldReading[] {
  const names = [...before, field.name];
  const name = names.join(".");
  const required = field.optional
    ? []
    : [issueWhen(suffix(raw, "IS NULL"), "missing", path, file.dialect)];
  switch (field.type.kind) {
    case "record": {
      const here: FieldReading = {
        name,
        field,
        typed: cases([{ when: suffix(raw, "IS NOT NULL"), value: sqlTrue }]),
        value: (typed) => typed,
        issues: () => required,
        inner: () => [],
      };
      const inside = field.fields.flatMap((inner) =>
        readField(
          inner,
          fieldOf(raw, [inner.key]),
          [...path, textLiteral(inner.key)],
          file,
          names,
        ).map((reading) => withinRecord(reading, raw)),
      );
      return [here, ...inside];
    }
    case "list":
      return [{ name, field, ...readList(field, raw, path, required, file) }];
    default:
      return [{ name, field, ...readOne(field, raw, path, required, file) }];
  }
}

/** What a record that is not there lacks is not reported. */
function withinRecord(reading: FieldReading, record: Sql): FieldReading {
  const isThere = suffix(record, "IS NOT NULL");
  return {
    ...reading,
    issues: (typed) =>
      reading
        .issues(typed)
        .map(({ when, value }) => ({ when: conjunction([isThere, when]), value })),
  };
}

type Parts = Omit<FieldReading, "name" | "field">;

function readOne(
  field: FieldContract,
  raw: Sql,
  path: PathSql,
  required: readonly Arm[],
  file: SqlFile,
): Parts {
  const { type, invalid, range, outside } = field;
  const sentinel = isSentinel(field, raw);
  const isListed = (typed: Sql): Sql =>
    type.kind === "enum" ? inList(typed, type.values.map(textLiteral)) : sqlTrue;
  const isEnum = type.kind === "enum";
  const isRead = (typed: Sql): Sql => (isEnum ? isListed(typed) : suffix(typed, "IS NOT NULL"));
  const isSent = conjunction([
    suffix(raw, "IS NOT NULL"),
    ...(sentinel === undefined ? [] : [prefix("NOT", sentinel)]),
  ]);
  const isWrong = (typed: Sql): Sql =>
    conjunction([
      isSent,
      isEnum ? infix(isListed(typed), "IS NOT", sqlTrue) : suffix(typed, "IS NULL"),
    ]);
  const sound = (typed: Sql): Sql => {
    if (typeof invalid === "object") {
      const otherwise = sentinel === undefined && !isEnum ? typed : known(typed);
      return cases([{ when: isWrong(typed), value: textLiteral(invalid.value) }], otherwise);
    }
    return known(typed);
  };
  const known = (typed: Sql): Sql => {
    const conditions = [
      ...(sentinel === undefined ? [] : [infix(sentinel, "IS NOT", sqlTrue)]),
      ...(isEnum ? [isListed(typed)] : []),
    ];
    return conditions.length === 0
      ? typed
      : cases([{ when: conjunction(conditions), value: typed }]);
  };
  const value = (typed: Sql): Sql => {
    if (range === null || outside === "reject") return sound(typed);
    const { below, above } = beyond(typed, range);
    const ends =
      outside === "clamp"
        ? [
            ...(below === undefined ? [] : [{ when: below, value: numberLiteral(range.low ?? 0) }]),
            ...(above === undefined
              ? []
              : [{ when: above, value: numberLiteral(range.high ?? 0) }]),
          ]
        : [
            {
              when: disjunction([below, above].filter((end) => end !== undefined)),
              value: sqlNull,
            },
          ];
    const inside = cases(ends, typed);
    return sentinel === undefined
      ? inside
      : cases([{ when: infix(sentinel, "IS NOT", sqlTrue), value: inside }]);
  };
  const issues = (typed: Sql): readonly Arm[] => {
    const when = (condition: Sql, code: Parameters<typeof issueWhen>[1]): Arm =>
      issueWhen(condition, code, path, file.dialect);
    const good = conjunction([...(sentinel === undefined ? [] : [isSent]), isRead(typed)]);
    return [
      ...required,
      ...(invalid === "reject" && canBeWrong(field)
        ? [when(isWrong(typed), isEnum ? "enum" : "type")]
        : []),
      ...textIssues(field, typed, file).map(([code, condition]) =>
        when(conjunction([good, condition]), code),
      ),
      ...(range !== null && outside === "reject"
        ? [when(conjunction([good, outsideOf(typed, range)]), "range")]
        : []),
    ];
  };
  return {
    typed: readScalar(field, cast(raw, columnType(field, file)), file),
    value,
    issues,
    inner: () => [],
  };
}

export function columnType(field: FieldContract, { dialect }: SqlFile): string {
  return dialect.types[columnKind(field)];
}

/** Texts and bools of a column of their type are always of the type. */
function canBeWrong({ type, format }: FieldContract): boolean {
  return !(format.kind === "json" && ["string", "id", "bool"].includes(type.kind));
}

function textIssues(
  { type, pattern, length }: FieldContract,
  typed: Sql,
  file: SqlFile,
): readonly (readonly ["pattern" | "length", Sql])[] {
  if (type.kind !== "string" && type.kind !== "id" && type.kind !== "enum") return [];
  return [
    ...(pattern === null
      ? []
      : [
          [
            "pattern",
            prefix("NOT", call("regexp_matches", typed, enginePattern(pattern.text, { file }))),
          ] as const,
        ]),
    ...(length === null ? [] : [["length", outsideOf(call("length", typed), length)] as const]),
  ];
}

function beyond(value: Sql, { low, high }: Bounds) {
  return {
    below: low === null ? undefined : infix(value, "<", numberLiteral(low)),
    above: high === null ? undefined : infix(value, ">", numberLiteral(high)),
  };
}

function outsideOf(value: Sql, bounds: Bounds): Sql {
  const { below, above } = beyond(value, bounds);
  const ends = [below, above].filter((end) => end !== undefined);
  return ends.length === 0 ? boolLiteral(false) : disjunction(ends);
}

/** Elements are read to `{v, issues}`: their values and what is wrong with them come apart afterwards. */
function readList(
  field: FieldContract,
  raw: Sql,
  path: PathSql,
  required: readonly Arm[],
  file: SqlFile,
): Parts {
  const { dialect } = file;
  const items = field.items ?? internalError(`the list ${field.name} has no items`);
  const [element, position, parts, read] = [file.fresh(), file.fresh(), file.fresh(), file.fresh()];
  const place = cast(infix(plain(position), "-", plain("1")), dialect.types.text);
  const readings = readField({ ...items, name: "v" }, plain(element), [...path, place], file);
  const typed = dialect.record(readings.map(({ typed: of }, i) => [`p${i}`, of.text]));
  const refOf = (i: number): Sql => plain(`${parts}.p${i}`);
  const issues = readings.flatMap((reading, i) => reading.issues(refOf(i)));
  const inner = readings.flatMap((reading, i) => reading.inner(refOf(i)));
  const body = dialect.bind(
    parts,
    typed,
    dialect.record([
      ["v", valueOf(readings, refOf, dialect.record).text],
      ["issues", allIssues(issues, inner, file).text],
    ]),
  );
  const of = (part: string, value: Sql): Sql =>
    atom(dialect.map(value.text, read, `${read}.${part}`));
  const { length } = field;
  return {
    typed: atom(dialect.mapWithPosition(raw.text, element, position, body)),
    value: (value) => of("v", value),
    issues: () => [
      ...required,
      ...(length === null
        ? []
        : [issueWhen(outsideOf(call("len", raw), length), "length", path, dialect)]),
    ],
    inner: (value) => [call("flatten", of("issues", value))],
  };
}

/** The value of a field from those of its parts: of a record the record. */
export function valueOf(
  readings: readonly FieldReading[],
  refOf: (i: number) => Sql,
  record: SqlFile["dialect"]["record"],
): Sql {
  const first = readings[0] ?? internalError("a field without a reading");
  const value = first.value(refOf(0));
  if (first.field.type.kind !== "record") return value;
  const valueIn = (prefixed: string): Sql => {
    const fields = readings.flatMap((reading, i) => {
      const rest = reading.name.slice(prefixed.length + 1);
      if (!reading.name.startsWith(`${prefixed}.`) || rest.includes(".")) return [];
      const inner =
        reading.field.type.kind === "record" ? valueIn(reading.name) : reading.value(refOf(i));
      return [[rest, inner.text] as const];
    });
    const at = readings.findIndex(({ name }) => name === prefixed);
    return cases([{ when: suffix(refOf(at), "IS NOT NULL"), value: atom(record(fields)) }]);
  };
  return valueIn(first.name);
}

/** All issues of a row or an element as one list. */
export function allIssues(
  issues: readonly Arm[],
  lists: readonly Sql[],
  { dialect, fresh }: SqlFile,
): Sql {
  const type = dialect.types.list(issueType(dialect));
  const name = fresh();
  const present = (list: string): string => dialect.filter(list, name, `${name} IS NOT NULL`);
  const items = issues.map((issue) => `\n${indented(cases([issue]).text)}`);
  const own = `CAST(${dialect.list(items).replaceAll(", \n", ",\n")} AS ${type})`;
  const none = cast(atom(dialect.list([])), type);
  // Most rows have none: a list of issues that are NULL would cost more than all else of them.
  const some = { when: disjunction(issues.map(({ when }) => when)), value: atom(present(own)) };
  if (lists.length === 0) return issues.length === 0 ? none : cases([some], none);
  const all = dialect.list([own, ...lists.map(({ text }) => text)]);
  return atom(present(`flatten(${dialect.filter(all, name, `${name} IS NOT NULL`)})`));
}
