import type { DefaultRow } from "../interpret/default-row.js";
import { noLandmarks, usualValues } from "../interpret/default-values.js";
import { readInput } from "../interpret/read-input.js";
import type { ReferenceIssue } from "../interpret/read-input.js";
import { wireForm } from "../interpret/wire-form.js";
import type { FieldContract, Program } from "../ir/program.js";
import type { Value } from "../types/value.js";
import type { FieldValue } from "./field-value.js";
import { scalarValues } from "./scalar-values.js";

/** Stands for a key that the record does not have. */
export const absent = Symbol("absent");

/** One change of the default record, and what the contract says to it. */
export interface ContractCase {
  readonly title: string;
  /** Top-level keys of the producer's record. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** `code path`, in order; empty where the record is admitted. */
  readonly issues: readonly string[];
  /** What formulas read for the fields that were changed; null where the record is refused. */
  readonly read: Readonly<Record<string, Value>> | null;
}

/** The reference reader of one record. */
type Reader = (
  record: Readonly<Record<string, unknown>>,
) =>
  | { readonly issues: readonly ReferenceIssue[] }
  | { readonly values: Readonly<Record<string, Value>> };

/** Each field absent, null, of every other JSON type, at its bounds and past them, and a field too many. */
export function contractCases(program: Program, defaults: DefaultRow): readonly ContractCase[] {
  return casesOf(program.input, defaults.json, (record) => {
    const read = readInput(program, record);
    return "issues" in read ? read : { values: read.input };
  });
}

/** The same for any record. */
export function casesOf(
  fields: readonly FieldContract[],
  usual: Readonly<Record<string, unknown>>,
  reader: Reader,
): readonly ContractCase[] {
  const cases: ContractCase[] = [];
  const add = (title: string, changes: Readonly<Record<string, unknown>>): void => {
    const found = reader(withChanges(usual, changes));
    if ("issues" in found) {
      const issues = found.issues.map(issueText);
      cases.push({ title: `${title} is refused`, changes, issues, read: null });
      return;
    }
    const read = valuesOfChanged(fields, changes, found.values);
    cases.push({ title: `${title} is ${verdictOf(changes, read)}`, changes, issues: [], read });
  };
  add("the default record", {});
  for (const field of fields) {
    for (const { words, value } of fieldValues(field, usual[field.key])) {
      add(`${field.name} ${words}`, { [field.key]: value });
    }
    add(`${field.name} under another name`, renamed(field, usual[field.key]));
  }
  add("an unknown field", { no_such_field: 1 });
  return cases;
}

/** As the generated tests write it. */
export function issueText({ code, path }: ReferenceIssue): string {
  return `${code} ${path.join(".")}`;
}

function valuesOfChanged(
  fields: readonly FieldContract[],
  changes: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const changed = fields.filter(({ key }) => key in changes);
  return Object.fromEntries(changed.map(({ name }) => [name, values[name] ?? null]));
}

/** A field that is there and read as missing is worth a word of its own. */
function verdictOf(
  changes: Readonly<Record<string, unknown>>,
  read: Readonly<Record<string, Value>>,
): string {
  const isGiven = Object.values(changes).some((value) => value !== absent && value !== null);
  return isGiven && Object.values(read).some((value) => value === null)
    ? "read as missing"
    : "admitted";
}

export function withChanges(
  json: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries({ ...json, ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== absent));
}

function renamed({ key }: FieldContract, value: unknown): Readonly<Record<string, unknown>> {
  return { [key]: absent, [`${key}_renamed`]: value };
}

function fieldValues(field: FieldContract, usual: unknown): readonly FieldValue[] {
  return [
    { words: "absent", value: absent },
    { words: "null", value: null },
    ...otherTypes(usual),
    ...field.missingValues.map((value) => ({ words: `as ${JSON.stringify(value)}`, value })),
    ...scalarValues(field),
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
    ...(type.kind === "string" && high !== null && high <= longest.string
      ? [{ words: "as long as it may be, beyond U+FFFF", value: "😀".repeat(high) }]
      : []),
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
      ...field.fields.map((inner) => ({
        words: `with its ${inner.name} under another name`,
        value: withChanges(record, renamed(inner, record[inner.key])),
      })),
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
