import type { DefaultRow } from "../interpret/default-row.js";
import { noLandmarks, usualValues } from "../interpret/default-values.js";
import { readInput } from "../interpret/read-input.js";
import type { ReferenceIssue } from "../interpret/read-input.js";
import type { FieldContract, Program } from "../ir/program.js";
import { wireForm } from "../interpret/wire-form.js";

/** Stands for a key that the record does not have. */
export const absent = Symbol("absent");

/** One change of the default record, and what the contract says to it. */
export interface ContractCase {
  readonly title: string;
  /** Top-level keys of the producer's record. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** `code path`, in order; empty where the record is admitted. */
  readonly issues: readonly string[];
}

/** Each field absent, null, of every other JSON type, at its bounds and past them, and a field too many. */
export function contractCases(program: Program, defaults: DefaultRow): readonly ContractCase[] {
  return casesOf(program.input, defaults.json, (record) => {
    const read = readInput(program, record);
    return "issues" in read ? read.issues : [];
  });
}

/** The same for any record; `issuesOf` is the reference reader. */
export function casesOf(
  fields: readonly FieldContract[],
  usual: Readonly<Record<string, unknown>>,
  issuesOf: (record: Readonly<Record<string, unknown>>) => readonly ReferenceIssue[],
): readonly ContractCase[] {
  const cases: ContractCase[] = [];
  const add = (title: string, changes: Readonly<Record<string, unknown>>): void => {
    const found = issuesOf(withChanges(usual, changes));
    const issues = found.map(({ code, path }) => `${code} ${path.join(".")}`);
    const verdict = issues.length === 0 ? "is admitted" : "is refused";
    cases.push({ title: `${title} ${verdict}`, changes, issues });
  };
  add("the default record", {});
  for (const field of fields) {
    for (const { words, value } of fieldValues(field, usual[field.key])) {
      add(`${field.name} ${words}`, { [field.key]: value });
    }
  }
  add("an unknown field", { no_such_field: 1 });
  return cases;
}

export function withChanges(
  json: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries({ ...json, ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== absent));
}

interface FieldValue {
  readonly words: string;
  readonly value: unknown;
}

function fieldValues(field: FieldContract, usual: unknown): readonly FieldValue[] {
  return [
    { words: "absent", value: absent },
    { words: "null", value: null },
    ...otherTypes(usual),
    ...field.missingValues.map((value) => ({ words: `as ${JSON.stringify(value)}`, value })),
    ...typedValues(field),
    ...lengthValues(field, usual),
    ...nestedValues(field, usual),
  ];
}

/** One value of each JSON type that the usual value is not of. */
function otherTypes(usual: unknown): readonly FieldValue[] {
  const samples: readonly (readonly [type: string, words: string, value: unknown])[] = [
    ["string", "as text", "not it"],
    ["number", "as a number", 7],
    ["boolean", "as a bool", true],
    ["array", "as a list", [1]],
    ["object", "as an object", { a: 1 }],
  ];
  const type = Array.isArray(usual) ? "array" : typeof usual;
  return samples
    .filter(([sample]) => sample !== type)
    .map(([, words, value]) => ({ words, value }));
}

function typedValues(field: FieldContract): readonly FieldValue[] {
  switch (field.type.kind) {
    case "number":
    case "int":
    case "date":
    case "timestamp":
      return boundaryValues(field);
    case "enum":
      return [
        ...field.type.values.map((value) => ({ words: JSON.stringify(value), value })),
        { words: "outside its values", value: `${field.type.values[0] ?? ""}~` },
      ];
    case "string":
      return [{ words: "empty", value: "" }];
    default:
      return [];
  }
}

function boundaryValues(field: FieldContract): readonly FieldValue[] {
  const { range, type } = field;
  const step = type.kind === "number" ? 0.5 : 1;
  const values: FieldValue[] = [];
  const add = (words: string, value: number): void => {
    const wire = wireForm(field, value);
    if (wire !== undefined) values.push({ words, value: wire });
  };
  if (range?.low !== null && range?.low !== undefined) {
    add("at its lower bound", range.low);
    add("below its range", range.low - step);
  }
  if (range?.high !== null && range?.high !== undefined) {
    add("at its upper bound", range.high);
    add("above its range", range.high + step);
  }
  if (field.format.kind === "json" && type.kind === "int") {
    values.push({ words: "with a fraction", value: 1.5 });
  }
  if (field.format.kind === "json" && (type.kind === "number" || type.kind === "int")) {
    values.push({ words: "NaN", value: Number.NaN }, { words: "infinite", value: Infinity });
  }
  if (type.kind === "date" || type.kind === "timestamp") {
    values.push({
      words: "on the 30th of February",
      value: "2023-02-30T00:00:00Z".slice(0, type.kind === "date" ? 10 : 20),
    });
  }
  return values;
}

/** Longer texts would make the file long; lists of more elements too. */
const longest = { string: 30_000, list: 200 };

/** At both ends of the length, and past them. */
function lengthValues(field: FieldContract, usual: unknown): readonly FieldValue[] {
  const { length, pattern, type } = field;
  if (length === null || pattern !== null) return [];
  if (type.kind !== "string" && type.kind !== "list") return [];
  const { low, high } = length;
  const element: unknown = Array.isArray(usual) ? usual[0] : undefined;
  const item = element ?? usualItem(field);
  const of = (words: string, count: number | null): readonly FieldValue[] => {
    if (count === null || count < 0 || count > longest[type.kind === "list" ? "list" : "string"]) {
      return [];
    }
    if (type.kind === "string") return [{ words, value: "a".repeat(count) }];
    return item === undefined ? [] : [{ words, value: Array.from({ length: count }, () => item) }];
  };
  return [
    ...(low === null || low === 0
      ? []
      : [...of("as short as it may be", low), ...of("too short", low - 1)]),
    ...of("as long as it may be", high),
    ...of("too long", high === null ? null : high + 1),
  ];
}

/** An element that the contract admits, as a producer writes it. */
function usualItem({ items }: FieldContract): unknown {
  if (items === null) return undefined;
  const [value] = usualValues(items, noLandmarks).filter((one) => one !== null);
  return value === undefined ? undefined : wireForm(items, value);
}

/** Inside a record each field in every way that a field can be wrong; so the elements of a list. */
function nestedValues(field: FieldContract, usual: unknown): readonly FieldValue[] {
  if (field.type.kind === "record" && typeof usual === "object" && usual !== null) {
    const record: Readonly<Record<string, unknown>> = { ...usual };
    return [
      ...field.fields.flatMap((inner) =>
        fieldValues(inner, record[inner.key]).map(({ words, value }) => ({
          words: `with its ${inner.name} ${words}`,
          value: withChanges(record, { [inner.key]: value }),
        })),
      ),
      { words: "with a field too many", value: { ...record, no_such_field: 1 } },
    ];
  }
  if (field.type.kind === "list" && field.items !== null) {
    const [element] = Array.isArray(usual) ? (usual as readonly unknown[]) : [];
    const item = element ?? usualItem(field);
    return [
      { words: "empty", value: [] },
      ...fieldValues(field.items, item)
        .filter(({ value }) => value !== absent)
        .map(({ words, value }) => ({ words: `with an element ${words}`, value: [value] })),
    ];
  }
  return [];
}
