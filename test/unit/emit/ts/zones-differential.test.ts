import { describe, expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import { evaluateProgram } from "../../../../compiler/src/interpret/evaluate-program.js";
import { readInput } from "../../../../compiler/src/interpret/read-input.js";
import { zoneTable } from "../../../../compiler/src/functions/zones/zone-table.js";
import { loadGenerated } from "../../../support/load-generated.js";
import { memoryHost } from "../../../support/memory-host.js";
import { Random } from "../../types/random-domain.js";

const seed = 20_240_329;
const rounds = 3000;
const zones = ["America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"];

const calls: readonly (readonly [name: string, formula: (zone: string) => string])[] = [
  ...[
    ...["hour", "minute", "second", "seconds_of_day", "year", "month", "day", "quarter"],
    ...["day_of_year", "day_of_week", "iso_week", "iso_year", "is_weekend", "date", "date_text"],
  ].map((fn) => [fn, (zone: string) => `${fn}(ts, "${zone}")`] as const),
  ...["day", "hour", "minute", "second"].map(
    (unit) =>
      [
        `ts_trunc_${unit}`,
        (zone: string) => `epoch_ms(ts_trunc("${unit}", ts, "${zone}"))`,
      ] as const,
  ),
  ["week", (zone) => `days_between(d"2000-01-01", date_trunc("week", ts, "${zone}"))`],
  ["later", (zone) => `add_months(ts, 7, "${zone}") ?? d"2000-01-01"`],
  ["days", (zone) => `days_between(written, ts, "${zone}")`],
  ["months", (zone) => `months_between(ts, written, "${zone}")`],
  ["years", (zone) => `years_between(d"2000-02-29", ts, "${zone}")`],
];

const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function specOf(zone: string): string {
  const features = calls.map(
    ([name, formula]) => `  f_${name}: { formula: ${yaml(formula(zone))} }`,
  );
  return [
    "featc: 1\nname: zoned",
    `timezone: ${zone}`,
    "input:\n  ts: timestamp",
    `  written: { type: timestamp, from: ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ssXXX"], zone: ${zone} }`,
    "features:",
    ...features,
    "  by_default: hour(ts)",
    "  of_written: epoch_ms(written)\n",
  ].join("\n");
}

interface Generated {
  readonly parseInput: (value: unknown) => Readonly<Record<string, number>>;
  readonly computeFeatures: (input: unknown) => Readonly<Record<string, unknown>>;
}

describe(`interpreter and generated code agree in a zone (seed ${seed})`, () => {
  it.each(zones)("%s", async (zone) => {
    const host = memoryHost({ "zoned.feat.yaml": specOf(zone) });
    const { program, files, diagnostics } = await compile("zoned.feat.yaml", host);
    expect(diagnostics).toEqual([]);
    if (program === undefined) expect.fail("no program");
    const module = await loadGenerated<Generated>(files, "index.ts");
    const random = new Random(seed);
    const { starts } = zoneTable(zone);
    const moment = (): number =>
      random.flip(0.8)
        ? random.pick(starts) + Math.floor((random.next() - 0.5) * 2 ** random.below(29))
        : Math.floor((random.next() - 0.5) * 1e13);
    const different: unknown[] = [];
    let differentHours = 0;
    for (let round = 0; round < rounds; round += 1) {
      const text = new Date(moment()).toISOString().slice(0, 19).replace("T", " ");
      const row = {
        ts: new Date(moment()).toISOString(),
        written: random.flip(0.2) ? `${text}+01:00` : text,
      };
      const read = readInput(program, row, 0);
      if (!("input" in read)) expect.fail(JSON.stringify(row));
      const { steps } = evaluateProgram(program, read.input, 0);
      const input = module.parseInput(row);
      const features = module.computeFeatures(input);
      for (const name of program.features) {
        if (!Object.is(steps.get(name), features[name])) {
          different.push([row, name, steps.get(name), features[name]]);
        }
      }
      if (features["f_hour"] !== new Date(row.ts).getUTCHours()) differentHours += 1;
      if (features["by_default"] !== features["f_hour"]) different.push([row, "by_default"]);
    }
    expect(different).toEqual([]);
    expect(differentHours).toBeGreaterThan(rounds / 3);
  });
});
