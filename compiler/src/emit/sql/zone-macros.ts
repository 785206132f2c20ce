import { zoneTable } from "../../functions/zones/zone-table.js";
import type { Dialect } from "./dialect.js";
import type { ZoneMacros } from "./scope.js";
import { indented, numberText } from "./sql-text.js";

interface ZoneFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: string;
  /** Statements that declare what the body reads. */
  readonly reads: readonly string[];
}

interface Zone extends ZoneMacros {
  readonly functions: readonly ZoneFunction[];
}

const startsOf = (number: number): string => `featc_zone_${number}_starts`;

/** The zones of a file: each becomes functions, which search its changes by halves. */
export class ZoneRegistry {
  readonly #dialect: Dialect;
  readonly #zones = new Map<string, Zone>();

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

  /** A function of one of the zones. */
  named(wanted: string): ZoneFunction | undefined {
    for (const { functions } of this.#zones.values()) {
      const found = functions.find(({ name }) => name === wanted);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Of each zone its name and the functions that the texts call. */
  called(
    texts: readonly string[],
  ): readonly (readonly [zone: string, functions: readonly ZoneFunction[]])[] {
    return [...this.#zones].map(([zone, { functions }]) => [
      zone,
      functions.filter(({ name }) => texts.some((text) => text.includes(`${name}(`))),
    ]);
  }

  /** What the functions that the texts call read, where it does not stand in them. */
  declarations(
    texts: readonly string[],
  ): readonly (readonly [zone: string, statements: readonly string[]])[] {
    return this.called(texts).map(([zone, functions]) => [
      zone,
      [...new Set(functions.flatMap(({ reads }) => reads))],
    ]);
  }

  #define(zone: string, number: number): Zone {
    const { starts, offsets } = zoneTable(zone);
    const offset = `featc_zone_${number}_offset`;
    const change = `featc_zone_${number}_change`;
    const changes = [null, ...starts];
    const { lists, bind } = this.#dialect;
    const value = (name: string, values: readonly (number | null)[]): string =>
      lists === null
        ? `\n${indented(search(starts, values, 0, starts.length))}`
        : `CASE WHEN moment IS NOT NULL THEN ${lists.stretch("moment", startsOf(number), `${name}s`, starts.length)} END`;
    const define = (name: string, values: readonly (number | null)[]): ZoneFunction => ({
      name,
      parameters: ["ms"],
      body: bind("moment", "ms", value(name, values)),
      reads:
        lists === null
          ? []
          : [lists.declare(startsOf(number), starts), lists.declare(`${name}s`, values)],
    });
    return {
      offset,
      change,
      offsets: [...new Set(offsets)],
      functions: [define(offset, offsets), define(change, changes)],
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
