import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseUnit } from "../../../compiler/src/types/parse-unit.js";
import { printUnit, unitsAgree } from "../../../compiler/src/types/unit.js";

function printed(text: string): string {
  const read = parseUnit(text);
  if ("error" in read) throw new Error(read.error.problem);
  return printUnit(read.unit);
}

describe("a unit", () => {
  it.each([
    ["usd", "usd"],
    ["usd/day", "usd/day"],
    ["usd / day", "usd/day"],
    ["kg*m/s^2", "kg*m/s^2"],
    ["a/b/c", "a/b/c"],
    ["a/b*c", "a*c/b"],
    ["a*a", "a^2"],
    ["a^-1", "1/a"],
    ["a^0.5", "a^0.5"],
    ["a^2/a", "a"],
    ["a^0", "ratio"],
    ["1/day", "1/day"],
    ["ratio", "ratio"],
    ["ratio/day", "1/day"],
    ["percent", "percent"],
    ["hours", "hour"],
    ["min", "minute"],
    ["constructor/__proto", undefined],
  ])("%s is read as %s", (text, expected) => {
    if (expected === undefined) expect(parseUnit(text)).toHaveProperty("error");
    else expect(printed(text)).toBe(expected);
  });

  it("that is printed is read as the same one", () => {
    const name = fc.constantFrom("usd", "day", "percent", "km", "a_1", "constructor");
    const power = fc.constantFrom("", "^2", "^-3", "^0.5");
    const term = fc.tuple(name, power).map((parts) => parts.join(""));
    const text = fc
      .tuple(term, fc.array(fc.tuple(fc.constantFrom("*", "/"), term), { maxLength: 4 }))
      .map(([first, rest]) => first + rest.flat().join(""));
    fc.assert(fc.property(text, (unit) => printed(printed(unit)) === printed(unit)));
  });

  it("is refused or read, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const read = parseUnit(text);
        if ("unit" in read) return unitsAgree(read.unit, read.unit);
        const { start, end, suggestion } = read.error;
        const suggests = suggestion === undefined || "unit" in parseUnit(suggestion);
        return start >= 0 && end <= text.length && start <= end && suggests;
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a text that is no unit", () => {
  it.each([
    ["USD", "USD", "usd"],
    ["usd per day", "per", "usd/day"],
    ["usd//day", "/", "usd/day"],
    ["usd/", "/", "usd"],
    ["usd**2", "*", "usd^2"],
    ["usd^", "^", "usd"],
    ["km²", "²", "km^2"],
    ["%", "%", "percent"],
    ["€/day", "€", "eur/day"],
    ["°C", "°C", "celsius"],
    ["US dollar", "US", "us_dollar"],
    ["usd^x", "x", undefined],
    ["2*usd", "2", undefined],
    ["", "", undefined],
  ])("%s", (text, marked, suggestion) => {
    const read = parseUnit(text);
    if ("unit" in read) expect.fail("it was read");
    const { start, end } = read.error;
    expect([text.slice(start, end), read.error.suggestion]).toEqual([marked, suggestion]);
  });
});
