import type { Random } from "./random.js";

/** The types that a formula can have; `tint` is an enum with some of the values of `colour`. */
export const kinds = [
  "number",
  "int",
  "bool",
  "string",
  "colour",
  "tint",
  "date",
  "timestamp",
  "duration",
] as const;
export type Kind = (typeof kinds)[number];

export const colours = ["red", "green", "blue"];
export const tints = ["red", "blue"];
const texts = ["", "a", "red", "b c", "12", "-3.5", "2020-02-29", "green"];
const numbers = [0, 1, -1, 0.5, -2.5, 3, 10, 100, 1e-100, 1e-200, 1e200, 1.7e308, 0.1, 273.15];
const ints = [0, 1, -1, 2, 3, 7, 12, 100, 9007199254740991, -9007199254740991];

/** A constant of the type, as a formula writes it. */
export function literalText(kind: Kind, random: Random): string {
  switch (kind) {
    case "number":
      return numberText(random.chance(0.5) ? random.pick(numbers) : random.int(-800, 800) / 16);
    case "int":
      return numberText(random.chance(0.4) ? random.pick(ints) : random.int(-20, 20));
    case "bool":
      return random.pick(["true", "false"]);
    case "string":
      return JSON.stringify(random.pick(texts));
    case "colour":
      return JSON.stringify(random.pick(colours));
    case "tint":
      return JSON.stringify(random.pick(tints));
    case "date":
      return random.pick(['d"2020-02-29"', 'd"0001-01-01"', 'd"2023-12-31"']);
    case "timestamp":
      return random.pick(['t"2020-02-29T12:00:00Z"', 't"9999-12-31T23:59:59Z"']);
    case "duration":
      return random.pick(["1h", "30d", "500ms", "2w"]);
  }
}

export function typeText(kind: Kind): string {
  return kind === "colour" || kind === "tint" ? "enum" : kind;
}

export function valuesOf(kind: Kind): readonly string[] {
  if (kind === "colour") return [`    values: [${colours.join(", ")}]`];
  return kind === "tint" ? [`    values: [${tints.join(", ")}]`] : [];
}

function numberText(value: number): string {
  const text = String(value).replace("e+", "e");
  return value < 0 ? `(${text})` : text;
}
