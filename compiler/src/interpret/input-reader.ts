import type { IssueCode } from "@featc/runtime";
import { assertNever } from "../base/assert.js";
import type { Bounds, FieldContract } from "../ir/program.js";
import { matchesPattern } from "../pattern/compile-pattern.js";
import type { MissingReason, PresentValue, Value } from "../types/value.js";
import { isPlainObject, ownData } from "./own-data.js";
import { readScalar } from "./read-scalar.js";

export interface ReferenceIssue {
  readonly code: IssueCode;
  /** The producer's keys and positions in lists. */
  readonly path: readonly (string | number)[];
  /** The name of the constraint that does not hold. */
  readonly constraint?: string;
}

type Path = readonly (string | number)[];

/** Reads values by their contracts and collects what is wrong with them. */
export class InputReader {
  readonly issues: ReferenceIssue[] = [];
  readonly reasons = new Map<string, MissingReason>();
  readonly #ignoresUnknown: boolean;

  constructor(ignoresUnknown: boolean) {
    this.#ignoresUnknown = ignoresUnknown;
  }

  readRecord(
    fields: readonly FieldContract[],
    raw: unknown,
    path: Path,
    names: readonly string[] = [],
  ): Readonly<Record<string, Value>> {
    if (!isPlainObject(raw)) {
      this.#report("not_an_object", path);
      return {};
    }
    const entries = fields.map(
      (field) =>
        [
          field.name,
          this.#read(field, ownData(raw, field.key), [...path, field.key], [...names, field.name]),
        ] as const,
    );
    if (!this.#ignoresUnknown) {
      const known = new Set(fields.map(({ key }) => key));
      const unknown = Object.keys(raw).filter((key) => !known.has(key));
      for (const key of unknown) this.#report("unknown", [...path, key]);
    }
    return Object.fromEntries(entries);
  }

  /** A value that stands by itself. */
  readValue(field: FieldContract, raw: unknown): Value {
    return this.#read(field, raw, [], []);
  }

  #read(field: FieldContract, raw: unknown, path: Path, names: readonly string[]): Value {
    const missing = (reason: MissingReason): null => {
      this.reasons.set(names.join("."), reason);
      return null;
    };
    if (raw === undefined || raw === null) {
      if (!field.optional) this.#report("missing", path);
      return missing(raw === null ? "null" : "absent");
    }
    if (isSentinel(field, raw)) return missing("sentinel");
    const typed = this.#readType(field, raw, path, names);
    if (typed === "invalid") return missing("invalid");
    const { value, isSound } = typed;
    if (!isSound) return value;
    this.#checkText(field, value, path);
    return this.#treatRange(field, value, path) ?? missing("outside");
  }

  /** Type and enum values, which `invalid` may excuse. */
  #readType(
    field: FieldContract,
    raw: unknown,
    path: Path,
    names: readonly string[],
  ): { readonly value: PresentValue; readonly isSound: boolean } | "invalid" {
    const refuse = (code: IssueCode) => {
      if (field.invalid === "missing") return "invalid";
      if (field.invalid !== "reject") return { value: field.invalid.value, isSound: true };
      this.#report(code, path);
      return { value: 0, isSound: false };
    };
    switch (field.type.kind) {
      case "record":
        return isPlainObject(raw)
          ? { value: this.readRecord(field.fields, raw, path, names), isSound: true }
          : refuse("not_an_object");
      case "list":
        return Array.isArray(raw)
          ? { value: this.#readList(field, raw, path, names), isSound: true }
          : refuse("type");
      default: {
        const value = readScalar(field, raw);
        if (value === undefined) return refuse(isEnumText(field, raw) ? "enum" : "type");
        const { type } = field;
        const isListed =
          type.kind !== "enum" || (typeof value === "string" && type.values.includes(value));
        return isListed ? { value, isSound: true } : refuse("enum");
      }
    }
  }

  #readList(
    field: FieldContract,
    raw: readonly unknown[],
    path: Path,
    names: readonly string[],
  ): readonly Value[] {
    if (!isWithin(raw.length, field.length)) this.#report("length", path);
    const { items } = field;
    if (items === null) return [];
    return Array.from(raw.keys(), (i) =>
      this.#read(items, ownData(raw, String(i)), [...path, i], [...names, String(i)]),
    );
  }

  #checkText(field: FieldContract, value: PresentValue, path: Path): void {
    if (typeof value !== "string") return;
    if (field.pattern !== null && !matchesPattern(field.pattern.table, value)) {
      this.#report("pattern", path);
    }
    if (!isWithin([...value].length, field.length)) this.#report("length", path);
  }

  #treatRange(field: FieldContract, value: PresentValue, path: Path): Value {
    const { range, outside } = field;
    if (typeof value !== "number" || range === null || isWithin(value, range)) return value;
    switch (outside) {
      case "reject":
        this.#report("range", path);
        return value;
      case "missing":
        return null;
      case "clamp":
        return range.low !== null && value < range.low ? range.low : range.high;
      default:
        return assertNever(outside);
    }
  }

  #report(code: IssueCode, path: Path): void {
    this.issues.push({ code, path });
  }
}

/** A number among the sentinels of a field that is written as text means its text as well. */
function isSentinel({ missingValues, format }: FieldContract, raw: unknown): boolean {
  return missingValues.some(
    (value) => value === raw || (format.kind === "text" && String(value) === raw),
  );
}

/** A text that is no Unicode is of the type of an enum, but not among its values. */
function isEnumText({ type }: FieldContract, raw: unknown): boolean {
  return type.kind === "enum" && typeof raw === "string";
}

function isWithin(value: number, bounds: Bounds | null): boolean {
  if (bounds === null) return true;
  const { low, high } = bounds;
  return (low === null || value >= low) && (high === null || value <= high);
}
