import { zoneTable } from "../../functions/zones/zone-table.js";
import type { Dialect } from "./dialect.js";
import type { ZoneMacros } from "./scope.js";
import { indented, numberText } from "./sql-text.js";

/** The zones of a file: each becomes macros, which search its changes by halves. */
export class ZoneRegistry {
  readonly #dialect: Dialect;
  readonly #zones = new Map<
    string,
    ZoneMacros & { readonly statements: readonly (readonly [name: string, text: string])[] }
  >();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  of(zone: string): ZoneMacros {
    let known = this.#zones.get(zone);
    if (known === undefined) {
      known = this.#define(zone, this.#zones.size + 1);
      this.#zones.set(zone, known);
    }
    return known;
  }

  /** Of each zone its name and the macros that the texts call. */
  statements(
    texts: readonly string[],
  ): readonly (readonly [zone: string, statements: readonly string[]])[] {
    return [...this.#zones].map(([zone, { statements }]) => [
      zone,
      statements
        .filter(([name]) => texts.some((text) => text.includes(`${name}(`)))
        .map(([, statement]) => statement),
    ]);
  }

  #define(zone: string, number: number) {
    const { starts, offsets } = zoneTable(zone);
    const offset = `featc_zone_${number}_offset`;
    const change = `featc_zone_${number}_change`;
    const changes = [null, ...starts];
    const define = (name: string, values: readonly (number | null)[]) =>
      [
        name,
        this.#dialect.macro(
          name,
          ["ms"],
          this.#dialect.bind(
            "moment",
            "ms",
            `\n${indented(search(starts, values, 0, starts.length))}`,
          ),
        ),
      ] as const;
    return {
      offset,
      change,
      offsets: [...new Set(offsets)],
      statements: [define(offset, offsets), define(change, changes)],
    };
  }
}

/** The value of the stretch that the instant `moment` is in, of those from `first` to `last`. */
function search(
  starts: readonly number[],
  values: readonly (number | null)[],
  first: number,
  last: number,
): string {
  if (first === last) {
    const value = values[first] ?? null;
    const text = value === null ? "CAST(NULL AS DOUBLE)" : numberText(value);
    // A moment that is missing has no offset.
    return starts.length === 0 ? `CASE WHEN moment IS NOT NULL THEN ${text} END` : text;
  }
  const middle = Math.floor((first + last) / 2);
  const start = numberText(starts[middle] ?? 0);
  const below = search(starts, values, first, middle);
  const above = search(starts, values, middle + 1, last);
  const line = `CASE WHEN moment < ${start} THEN ${below} WHEN moment >= ${start} THEN ${above} END`;
  return line.length <= 120 && !line.includes("\n")
    ? line
    : `CASE WHEN moment < ${start} THEN\n${indented(below)}\nWHEN moment >= ${start} THEN\n${indented(above)}\nEND`;
}
