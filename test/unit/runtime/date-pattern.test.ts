import { describe, expect, it } from "vitest";
import { compileDatePattern, parseByPattern } from "../../../runtime/src/index.js";

function read(pattern: string, text: string, pivot = 70): string | null {
  const steps = compileDatePattern(pattern);
  if (typeof steps === "string") throw new Error(steps);
  const ms = parseByPattern(text, steps, pivot);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

describe("parseByPattern", () => {
  it.each([
    ["yyyy-MM-dd HH:mm:ss", "2024-02-29 23:59:58", "2024-02-29T23:59:58.000Z"],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", "2024-02-29T23:59:58.007Z", "2024-02-29T23:59:58.007Z"],
    ["yyyyMMdd", "00010203", "0001-02-03T00:00:00.000Z"],
    ["yyyyMMddHHmmssSSS", "20240229235958007", "2024-02-29T23:59:58.007Z"],
    ["d/M/yyyy H:mm", "1/12/2024 7:05", "2024-12-01T07:05:00.000Z"],
    ["d/M/yyyy H:mm", "01/2/2024 17:05", "2024-02-01T17:05:00.000Z"],
    ["dd-MMM-yyyy", "05-JAN-2024", "2024-01-05T00:00:00.000Z"],
    ["MMM d, yyyy", "dec 31, 1999", "1999-12-31T00:00:00.000Z"],
    ["M/d/yyyy h:mm a", "1/2/2024 12:00 AM", "2024-01-02T00:00:00.000Z"],
    ["M/d/yyyy h:mm a", "1/2/2024 12:30 pm", "2024-01-02T12:30:00.000Z"],
    ["M/d/yyyy hh:mma", "1/2/2024 03:30PM", "2024-01-02T15:30:00.000Z"],
    ["yyyy", "2024", "2024-01-01T00:00:00.000Z"],
    ["MM.yyyy", "03.2024", "2024-03-01T00:00:00.000Z"],
    ["yyyy 'o''clock' MM", "2024 o'clock 03", "2024-03-01T00:00:00.000Z"],
    ["yyyy''MM", "2024'03", "2024-03-01T00:00:00.000Z"],
    [
      "yyyy-MM-dd HH:mm:ss.SSSSSSXXX",
      "2021-07-28 17:09:19.623987+00:00",
      "2021-07-28T17:09:19.623Z",
    ],
    ["yyyy-MM-dd HH:mm:ss.SSSSSS", "2020-04-26 18:01:04.746575", "2020-04-26T18:01:04.746Z"],
    ["yyyy-MM-dd HH:mm:ss.S", "2020-04-26 18:01:04.7", "2020-04-26T18:01:04.700Z"],
    ["yyyy-MM-dd HH:mm:ss.SS", "2020-04-26 18:01:04.07", "2020-04-26T18:01:04.070Z"],
    ["yyyy-MM-dd HH:mm:ss.SSSSSSSSS", "2020-04-26 18:01:04.999999999", "2020-04-26T18:01:04.999Z"],
    ["yyyy-MM-dd HH:mmXXX", "2024-01-01 00:30+05:45", "2023-12-31T18:45:00.000Z"],
    ["yyyy-MM-dd HH:mmXXX", "2024-12-31 20:30-03:30", "2025-01-01T00:00:00.000Z"],
    ["yyyy-MM-dd HH:mmXXX", "2024-12-31 20:30Z", "2024-12-31T20:30:00.000Z"],
    ["dd/MMM/yyyy:HH:mm:ss XX", "10/Oct/2000:13:55:36 -0700", "2000-10-10T20:55:36.000Z"],
    ["MMMM d, yyyy", "March 20, 2021", "2021-03-20T00:00:00.000Z"],
    ["d MMMM yyyy", "1 may 2021", "2021-05-01T00:00:00.000Z"],
    ["d MMMM yyyy", "30 NOVEMBER 2021", "2021-11-30T00:00:00.000Z"],
    ["d MMMM yyyy", "31 December 2021", "2021-12-31T00:00:00.000Z"],
    ["yyyy年MM月dd日", "2024年02月29日", "2024-02-29T00:00:00.000Z"],
  ])("%s reads %s", (pattern, text, expected) => {
    expect(read(pattern, text)).toBe(expected);
  });

  it("takes two-digit years below the pivot as 20yy", () => {
    expect(read("yy", "69")).toBe("2069-01-01T00:00:00.000Z");
    expect(read("yy", "70")).toBe("1970-01-01T00:00:00.000Z");
    expect(read("yy", "99", 100)).toBe("2099-01-01T00:00:00.000Z");
    expect(read("yy", "00", 0)).toBe("1900-01-01T00:00:00.000Z");
  });

  it.each([
    ["yyyy-MM-dd", "2023-02-29"],
    ["yyyy-MM-dd", "2024-2-09"],
    ["yyyy-MM-dd", "2024-02-09 "],
    ["yyyy-MM-dd", "x2024-02-09"],
    ["yyyy-MM-dd", "2024-00-09"],
    ["yyyy-MM-dd", "2024-01-00"],
    ["yyyy-MM-dd", "0000-01-01"],
    ["yyyy-MM-dd", ""],
    ["yyyy-MM-dd HH:mm:ss", "2024-01-01 24:00:00"],
    ["yyyy-MM-dd HH:mm:ss", "2024-01-01 23:59:60"],
    ["yyyy-MM-dd HH:mm", "2024-01-01 23:60"],
    ["yyyy-MM-dd hh:mm a", "2024-01-01 00:10 AM"],
    ["yyyy-MM-dd hh:mm a", "2024-01-01 13:10 PM"],
    ["yyyy-MM-dd hh:mm a", "2024-01-01 01:10 XM"],
    ["d/M/yyyy", "111/1/2024"],
    ["d/M/yyyy", "/1/2024"],
    ["dd MMM yyyy", "01 Foo 2024"],
    ["dd MMM yyyy", "01 Ja 2024"],
    ["d MMMM yyyy", "1 Mar 2024"],
    ["d MMMM yyyy", "1 Marchy 2024"],
    ["d MMMM yyyy", "1 Febuary 2024"],
    ["yyyy-MM-dd HH:mmXXX", "2024-01-01 00:30"],
    ["yyyy-MM-dd HH:mmXXX", "2024-01-01 00:30+0100"],
    ["yyyy-MM-dd HH:mmXXX", "2024-01-01 00:30+24:00"],
    ["yyyy-MM-dd HH:mmXXX", "2024-01-01 00:30+01:60"],
    ["yyyy-MM-dd HH:mmXXX", "0001-01-01 00:30+01:00"],
    ["yyyy-MM-dd HH:mmXX", "2024-01-01 00:30+01:00"],
    ["yyyy-MM-dd HH:mmXX", "2024-01-01 00:30z"],
    ["yyyy-MM-dd HH:mm:ss.SS", "2024-01-01 00:30:00.5"],
  ])("%s refuses %j", (pattern, text) => {
    expect(read(pattern, text)).toBeNull();
  });
});

describe("compileDatePattern", () => {
  it.each([
    ["YYYY-MM-dd", "YYYY means nothing in it"],
    ["yyyy-MM-DD", "DD means nothing in it"],
    ["yyyy-MM-ddTHH:mm", "T means nothing in it"],
    ["yyyy-MM-dd HH:mm:ss.SSSSSSSSSS", "SSSSSSSSSS means nothing in it"],
    ["MMMMM yyyy", "MMMMM means nothing in it"],
    ["MM-dd", "it has no year (yyyy or yy)"],
    ["yyyy-dd", "it has a day but no month"],
    ["yyyy-MM HH", "it has an hour but no day"],
    ["yyyy-MM-dd ss", "it has a second but no minute"],
    ["yyyy-MM-dd MMM", "the month stands in it twice"],
    ["yyyy yy", "the year stands in it twice"],
    ["yyyyMdd", "nothing shows where the month ends; write it with two letters"],
    ["d'0'M yyyy", "nothing shows where the day ends; write it with two letters"],
    ["yyyy-MM-dd h:mm", "an hour of 1 to 12 (h) needs AM or PM (a)"],
    ["yyyy-MM-dd HH:mm a", "AM or PM (a) needs an hour of 1 to 12 (h or hh)"],
    ["yyyy 'at", "the quote at character 6 is not closed"],
    ["", "it has no year (yyyy or yy)"],
  ])("says what is wrong with %j", (pattern, problem) => {
    expect(compileDatePattern(pattern)).toContain(problem);
  });

  it("gives plain data", () => {
    expect(compileDatePattern("d.M.yyyy")).toEqual([
      { field: "day", min: 1, max: 2 },
      { field: "literal", text: "." },
      { field: "month", min: 1, max: 2 },
      { field: "literal", text: "." },
      { field: "year", min: 4, max: 4 },
    ]);
  });
});
