/** How many of the base a unit of measurement is; units of one base are converted by a constant factor. */
export interface Measure {
  /** `""`: a plain number. */
  readonly base: string;
  readonly factor: number;
  /** Other names of the same unit. */
  readonly aliases: readonly string[];
}

/** The units whose size featc knows. Every other name is a unit of its own, equal to itself alone. */
export const measures: Readonly<Record<string, Measure>> = {
  percent: { base: "", factor: 0.01, aliases: [] },
  radian: { base: "", factor: 1, aliases: ["rad", "radians"] },
  degree: { base: "", factor: Math.PI / 180, aliases: ["deg", "degrees"] },
  ms: { base: "s", factor: 0.001, aliases: ["millisecond", "milliseconds"] },
  s: { base: "s", factor: 1, aliases: ["sec", "second", "seconds"] },
  minute: { base: "s", factor: 60, aliases: ["min", "minutes"] },
  hour: { base: "s", factor: 3600, aliases: ["h", "hr", "hours"] },
  day: { base: "s", factor: 86_400, aliases: ["d", "days"] },
  week: { base: "s", factor: 604_800, aliases: ["w", "weeks"] },
  month: { base: "month", factor: 1, aliases: ["months"] },
  year: { base: "month", factor: 12, aliases: ["years"] },
  mm: { base: "m", factor: 0.001, aliases: [] },
  cm: { base: "m", factor: 0.01, aliases: [] },
  m: { base: "m", factor: 1, aliases: ["meter", "meters", "metre", "metres"] },
  km: { base: "m", factor: 1000, aliases: ["kilometer", "kilometers", "kilometre", "kilometres"] },
  g: { base: "g", factor: 1, aliases: ["gram", "grams"] },
  kg: { base: "g", factor: 1000, aliases: ["kilogram", "kilograms"] },
};

/** The name that the table has for a unit; a name that is not in it is its own. */
export function canonicalUnitName(name: string): string {
  return aliases.get(name) ?? name;
}

const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries(measures).flatMap(([name, measure]) =>
    measure.aliases.map((alias) => [alias, name] as const),
  ),
);
