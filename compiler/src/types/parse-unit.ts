import { canonicalUnitName } from "./unit-names.table.js";
import { multiplyPowers, unitOf } from "./unit.js";
import type { Unit, UnitPowers } from "./unit.js";

export interface UnitError {
  /** Of the part that is wrong, in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  readonly problem: string;
  /** The nearest text that is a unit. */
  readonly suggestion: string | undefined;
}

const namePattern = /[a-z][a-z0-9_]*/y;
const powerPattern = /-?[0-9]+(?:\.[0-9]+)?/y;
const gap = / */y;
const lengthLimit = 200;

/**
 * Reads a product of names: `unit = factor { ("*" | "/") factor }`, `factor = name ["^" number] | "1"`, read
 * from left to right; spaces may stand around an operator. `ratio` is the unit of a plain number.
 */
export function parseUnit(text: string): { readonly unit: Unit } | { readonly error: UnitError } {
  const read = readUnit(text);
  return "unit" in read ? read : { error: { ...read, suggestion: nearestUnit(text) } };
}

type Failure = Omit<UnitError, "suggestion">;

function readUnit(text: string): { readonly unit: Unit } | Failure {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const fail = (problem: string): Failure => {
    const width = /^[^\s*/^]+/.exec(text.slice(at))?.[0]?.length ?? 1;
    const start = Math.min(at, Math.max(text.length - 1, 0));
    return { start, end: Math.min(Math.max(at + width, start + 1), text.length), problem };
  };
  if (text.length > lengthLimit) return fail(`it is longer than ${lengthLimit} characters`);
  let powers: UnitPowers = new Map();
  let sign = 1;
  take(gap);
  for (;;) {
    const name = take(namePattern);
    if (name === undefined && take(/1(?![0-9.])/y) === undefined) return fail(wrongName(text, at));
    const hasPower = name !== undefined && take(/\^/y) !== undefined;
    const power = hasPower ? Number(take(powerPattern) ?? Number.NaN) : 1;
    if (!Number.isFinite(power) || Math.abs(power) > 100) {
      return fail("after `^` stands a number up to 100, as in `usd^2`");
    }
    if (name !== undefined && name !== "ratio") {
      powers = multiplyPowers(powers, new Map([[canonicalUnitName(name), sign * power]]), 1);
    }
    take(gap);
    if (at === text.length) return { unit: unitOf(powers) };
    const operator = take(/[*/]/y);
    if (operator === undefined) return fail("names are joined by `*` or `/`");
    sign = operator === "*" ? 1 : -1;
    take(gap);
  }
}

function wrongName(text: string, at: number): string {
  const next = text.slice(at, at + 1);
  if (next === "") return text.trim() === "" ? "it is empty" : "a name is missing at the end";
  if (next === "*" || next === "/" || next === "^") return `a name is missing before \`${next}\``;
  return /[A-Z]/.test(next)
    ? "names of units are lower case"
    : "a name is lower-case letters, digits and `_`";
}

/** What people write for units elsewhere. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/°\s*c\b/gu, "celsius"],
  [/°\s*f\b/gu, "fahrenheit"],
  [/°/gu, "degree"],
  [/%/g, "percent"],
  [/\$/g, "usd"],
  [/€/gu, "eur"],
  [/£/gu, "gbp"],
  [/¥/gu, "jpy"],
  [/²/gu, "^2"],
  [/³/gu, "^3"],
  [/[·×⋅]/gu, "*"],
  [/\s+per\s+/g, "/"],
  [/\*\*/g, "^"],
  [/\s*\/[\s/]*/g, "/"],
  [/\s*\*[\s*]*/g, "*"],
  [/\s*\^\s*/g, "^"],
  [/^[/*^]+|[/*^]+$/g, ""],
  [/[\s-]+(?=[a-z])/g, "_"],
];

function nearestUnit(text: string): string | undefined {
  if (text.length > lengthLimit) return undefined;
  const spelt = spellings.reduce(
    (known, [found, meant]) => known.replace(found, meant),
    text.trim().toLowerCase(),
  );
  const read = readUnit(spelt);
  return "unit" in read && spelt !== text ? spelt : undefined;
}
