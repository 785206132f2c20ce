import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as runtime from "../../../../runtime/src/index.js";
import { functionRegistry } from "../../../../compiler/src/functions/registry.js";
import {
  instantOfLocal,
  localTime,
  truncateLocal,
} from "../../../../compiler/src/functions/zones/local-time.js";
import {
  inExactCase,
  isZone,
  zoneNames,
} from "../../../../compiler/src/functions/zones/resolve-zone.js";
import { zoneTable } from "../../../../compiler/src/functions/zones/zone-table.js";
import { zoneLiteral } from "../../../../compiler/src/emit/ts/zone-literal.js";
import { Imports } from "../../../../compiler/src/emit/text/imports.js";
import { Random } from "../../types/random-domain.js";

interface Vectors {
  readonly zones: Readonly<
    Record<
      string,
      {
        readonly instants: readonly (readonly [second: number, offset: number])[];
        readonly walls: readonly (readonly [wall: number, instant: number])[];
      }
    >
  >;
}

// What zone_vectors.py wrote.
const { zones } = JSON.parse(
  readFileSync(new URL("../../../vectors/zones.json", import.meta.url), "utf8"),
) as Vectors;

const seed = 20_240_311;
const day = 86_400_000;

/** The table as generated code has it. */
function generatedTable(zone: string): runtime.ZoneTable {
  const text = zoneLiteral(zone, new Imports()).replace("/* @__PURE__ */ ", "");
  const args: unknown = JSON.parse(`[${text.slice(text.indexOf("(") + 1, -1)}]`);
  return runtime.zoneTable(...(args as Parameters<typeof runtime.zoneTable>));
}

describe("agrees with Python's zoneinfo", () => {
  it.each(Object.keys(zones))("%s", (zone) => {
    const vectors = zones[zone];
    const table = zoneTable(zone);
    const generated = generatedTable(zone);
    const different: unknown[] = [];
    for (const [second, offset] of vectors?.instants ?? []) {
      const expected = (second + offset) * 1000;
      const found = [localTime(second * 1000, table), runtime.localTime(second * 1000, generated)];
      if (found.some((one) => one !== expected)) different.push(["at", second, offset, found]);
    }
    for (const [wall, instant] of vectors?.walls ?? []) {
      const found = [
        instantOfLocal(wall * 1000, table),
        runtime.instantOfLocal(wall * 1000, generated),
      ];
      if (found.some((one) => one !== instant * 1000)) different.push(["of", wall, instant, found]);
    }
    expect(different).toEqual([]);
    expect(vectors?.instants.length).toBeGreaterThan(99);
  });
});

describe("the clock is set", () => {
  const at = (text: string): number => Date.parse(text);

  it.each([
    // Forward from 02:00 to 03:00: 02:30 is half an hour after the change.
    ["America/Chicago", "2023-03-12T02:30:00Z", "2023-03-12T08:30:00Z"],
    // Back from 02:00 to 01:00: the first 01:30 is that of summer time.
    ["America/Chicago", "2023-11-05T01:30:00Z", "2023-11-05T06:30:00Z"],
    // Half an hour: 01:30 to 02:00 comes twice.
    ["Australia/Lord_Howe", "2023-04-02T01:45:00Z", "2023-04-01T14:45:00Z"],
    // Samoa had no 30 December 2011.
    ["Pacific/Apia", "2011-12-30T12:00:00Z", "2011-12-30T22:00:00Z"],
    ["+05:30", "2023-01-01T00:00:00Z", "2022-12-31T18:30:00Z"],
  ])("%s shows %s at %s", (zone, shown, instant) => {
    expect(instantOfLocal(at(shown), zoneTable(zone))).toBe(at(instant));
    expect(runtime.instantOfLocal(at(shown), generatedTable(zone))).toBe(at(instant));
  });

  it.each([
    ["day", "America/Chicago", "2023-11-05T20:00:00Z", "2023-11-05T05:00:00Z"],
    ["day", "America/Chicago", "2023-03-12T20:00:00Z", "2023-03-12T06:00:00Z"],
    // Midnight was skipped: the day began at 01:00.
    ["day", "America/Sao_Paulo", "2018-11-04T12:00:00Z", "2018-11-04T03:00:00Z"],
    // The second 01:30 belongs to the second hour of that name.
    ["hour", "America/Chicago", "2023-11-05T07:30:00Z", "2023-11-05T07:00:00Z"],
    ["hour", "America/Chicago", "2023-11-05T06:30:00Z", "2023-11-05T06:00:00Z"],
    // 01:30 comes again within the hour that began at 01:00.
    ["hour", "Australia/Lord_Howe", "2023-04-01T15:10:00Z", "2023-04-01T14:00:00Z"],
    ["hour", "Asia/Kathmandu", "2023-01-01T00:20:00Z", "2023-01-01T00:15:00Z"],
    ["day", "Pacific/Apia", "2011-12-31T00:00:00Z", "2011-12-30T10:00:00Z"],
  ] as const)("the %s in %s of %s begins at %s", (unit, zone, instant, start) => {
    const size = unit === "day" ? day : day / 24;
    expect(truncateLocal(size, at(instant), zoneTable(zone))).toBe(at(start));
    expect(runtime.localTrunc(unit, at(instant), generatedTable(zone))).toBe(at(start));
  });
});

describe(`table and runtime compute the same in every zone (seed ${seed})`, () => {
  const lowest = -62_135_596_800_000;
  const highest = 253_402_300_799_999;
  const some = zoneNames.filter((_, i) => i % 12 === 0);

  it.each([...Object.keys(zones), ...some, "+14:00", "-12:30"])("%s", (zone) => {
    const random = new Random(seed);
    const table = zoneTable(zone);
    const generated = generatedTable(zone);
    expect([generated.starts, generated.offsets]).toEqual([table.starts, table.offsets]);
    const literal = { kind: "string" } as const;
    const different: unknown[] = [];
    for (let round = 0; round < 1500; round += 1) {
      const near = table.starts.length > 0 && random.flip(0.7);
      const time = near
        ? random.pick(table.starts) + Math.floor((random.next() - 0.5) * 2 ** random.below(29))
        : random.flip(0.1)
          ? random.pick([lowest, highest])
          : Math.floor(lowest + random.next() * (highest - lowest));
      const fact = {
        domain: { kind: "number", low: time, high: time, integral: true, zero: false, floor: 1 },
        type: { kind: "timestamp" },
      } as const;
      const texts = { kind: "text", values: null } as const;
      const name = { domain: texts, type: literal, constant: zone } as const;
      const local = functionRegistry.local_time.evaluate([time, zone]);
      if (local !== runtime.localTime(time, generated)) different.push(["local", time]);
      const { low, high } = functionRegistry.local_time.domain([fact, name]) as typeof fact.domain;
      if (Number(local) < low || Number(local) > high) different.push(["domain", time]);
      const instant = instantOfLocal(time, table);
      const kept = instant >= lowest && instant <= highest ? instant : NaN;
      if (!Object.is(kept, runtime.instantOfLocal(time, generated))) different.push(["of", time]);
      for (const unit of ["day", "hour", "minute", "second"] as const) {
        const start = functionRegistry.local_trunc.evaluate([unit, time, zone]);
        if (start !== runtime.localTrunc(unit, time, generated)) different.push([unit, time]);
        const unitFact = { ...name, constant: unit };
        const bounds = functionRegistry.local_trunc.domain([
          unitFact,
          fact,
          name,
        ]) as typeof fact.domain;
        if (Number(start) < bounds.low || Number(start) > bounds.high) {
          different.push([unit, "domain", time]);
        }
      }
    }
    expect(different).toEqual([]);
  });
});

describe("zone names", () => {
  it("are those of the IANA database in their exact spelling, and offsets", () => {
    const yes = ["UTC", "America/Chicago", "US/Central", "Asia/Calcutta", "Etc/GMT+5", "+02:00"];
    const no = ["america/chicago", "CEST", "PST", "+2", "+24:00", "", "America", "toString"];
    expect(yes.filter(isZone)).toEqual(yes);
    expect(no.filter(isZone)).toEqual([]);
    expect(inExactCase("us/CENTRAL")).toBe("US/Central");
  });

  it("that the platform knows are all listed", () => {
    const listed = new Set(zoneNames);
    const left = Intl.supportedValuesOf("timeZone").filter((name) => !listed.has(name));
    expect(left.filter((name) => !isZone(name))).toEqual([]);
  });
});
