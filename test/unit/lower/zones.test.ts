import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import { functionNamed, functionNames } from "../../../compiler/src/functions/registry.js";
import { memoryHost } from "../../support/memory-host.js";

const found = (formula: string, more = "", field = "timestamp"): readonly string[] => {
  const text = `featc: 1\nname: example\n${more}input:\n  ts: ${field}\n  d: date\n  n: int\nfeatures:\n  a: '${formula}'\n`;
  const { diagnostics } = check("example.feat.yaml", memoryHost({ "example.feat.yaml": text }));
  return diagnostics.map(
    ({ code, span, label }) =>
      `${code} at ${text.slice(span.start, span.end)}${label === undefined ? "" : `: ${label}`}`,
  );
};

describe("the zone of a calendar function", () => {
  it.each([
    'hour(ts, "America/Chicago")',
    'hour(ts, zone: "US/Central")',
    'hour(ts, "UTC")',
    'hour(ts, "-03:30")',
    'days_between(d, ts, "Asia/Kolkata")',
    'date_trunc("week", ts, "Asia/Kolkata") == d',
  ])("%s", (formula) => {
    expect(found(formula)).toEqual([]);
  });

  it.each([
    [
      'hour(ts, "america/chicago")',
      'time/unknown-zone at "america/chicago": did you mean America/Chicago?',
    ],
    ['hour(ts, "Chicago")', 'time/unknown-zone at "Chicago": did you mean America/Chicago?'],
    ['hour(ts, "New York")', 'time/unknown-zone at "New York": did you mean America/New_York?'],
    [
      'hour(ts, "Europe/Belrin")',
      'time/unknown-zone at "Europe/Belrin": did you mean Europe/Berlin?',
    ],
    ['hour(ts, "")', 'time/unknown-zone at ""'],
    ['hour(ts, "+25:00")', 'time/unknown-zone at "+25:00"'],
    [
      'day(d, "Asia/Kolkata")',
      'time/zone-of-date at "Asia/Kolkata": a date is the same in every zone',
    ],
    ["hour(ts, n)", "type/constant-needed at n"],
    ["hour(ts, 5)", "type/constant-needed at 5"],
  ])("%s", (formula, expected) => {
    expect(found(formula)).toEqual([expected]);
  });

  it("is the spec's where the call names none, and dates have none", () => {
    expect(found("hour(ts) + day(d)", "timezone: Asia/Kolkata\n")).toEqual([]);
    expect(found("hour(ts)", "timezone: Asia/Kalkutta\n")).toEqual([
      "time/unknown-zone at Asia/Kalkutta: did you mean Asia/Calcutta?",
    ]);
  });

  it("can be given to every function that takes a day or a time of day", () => {
    const unzoned = functionNames.filter((name) => {
      const { params, zoned } = functionNamed(name);
      return zoned !== true && params.some(({ type }) => type === "day" || type === "timestamp");
    });
    expect(unzoned).toEqual(["epoch_ms"]);
  });

  it("belongs to functions of the calendar alone", () => {
    expect(found('epoch_ms(ts, "Asia/Kolkata")')).toEqual([
      'type/argument-count at "Asia/Kolkata"',
    ]);
    expect(found('local_time(ts, "Asia/Kolkata")')[0]).toMatch(/^name\/unknown-function/);
  });
});

describe("the zone of a field", () => {
  it.each([
    ['{ type: timestamp, from: "yyyy-MM-dd HH:mm", zone: Asia/Kolkata }', []],
    [
      '{ type: timestamp, from: "yyyy-MM-dd HH:mm", zone: Kolkata }',
      ["time/unknown-zone at Kolkata: did you mean Asia/Kolkata?"],
    ],
    [
      "{ type: timestamp, from: epoch_s, zone: Asia/Kolkata }",
      ["time/zone-without-pattern at Asia/Kolkata"],
    ],
    [
      '{ type: timestamp, from: "yyyy-MM-dd HH:mmXXX", zone: Asia/Kolkata }',
      ["time/zone-without-pattern at Asia/Kolkata"],
    ],
  ])("%s", (field, expected) => {
    expect(found("hour(ts)", "", field)).toEqual(expected);
  });

  it("makes no sense for a date", () => {
    const [first] = found("day(ts)", "", "{ type: date, from: dd.MM.yyyy, zone: Asia/Kolkata }");
    expect(first).toBe("spec/key-not-for-type at zone");
  });
});
