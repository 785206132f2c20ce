import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate, parseTimestamp } from "../../../runtime/src/index.js";

describe("parseDate", () => {
  it("reads real days of the years 1 to 9999", () => {
    expect(parseDate("1970-01-01")).toBe(0);
    expect(parseDate("0001-01-01")).toBe(-719162);
    expect(parseDate("9999-12-31")).toBe(2932896);
    expect(parseDate("2000-02-29")).toBe(11016);
  });

  it("refuses all else", () => {
    const unreal = [
      "2020-02-30",
      "1900-02-29",
      "2021-04-31",
      "2020-13-01",
      "2020-00-10",
      "2020-01-00",
    ];
    const shape = [
      "",
      "2020-1-01",
      "2020-01-1",
      "20200101",
      "2020/01/01",
      "2020-01-01 ",
      " 2020-01-01",
    ];
    const rest = [
      "0000-01-01",
      "-020-01-01",
      "+020-01-01",
      "2020-01-0a",
      "２０２０-01-01",
      "2020-01-01T",
    ];
    for (const s of [...unreal, ...shape, ...rest]) expect([s, parseDate(s)]).toEqual([s, NaN]);
  });
});

describe("parseTimestamp", () => {
  it("reads what Date.parse reads of RFC 3339", () => {
    const texts = [
      "1970-01-01T00:00:00Z",
      "2024-02-29T23:59:59.999Z",
      "2020-01-01T00:00:00+02:00",
      "2020-01-01T00:00:00-00:30",
      "2020-01-01T00:00:00-23:59",
      "1969-12-31T23:59:59.5Z",
      "0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59.999Z",
    ];
    for (const s of texts) expect([s, parseTimestamp(s)]).toEqual([s, Date.parse(s)]);
  });

  it("drops what is finer than a millisecond, so that instants round down", () => {
    expect(parseTimestamp("1970-01-01T00:00:00.9999999Z")).toBe(999);
    expect(parseTimestamp("1969-12-31T23:59:59.999999Z")).toBe(-1);
    expect(parseTimestamp("1970-01-01T00:00:00.01Z")).toBe(10);
    expect(parseTimestamp("1970-01-01T00:00:00.0009Z")).toBe(0);
  });

  it("takes t and z, and the offset -00:00", () => {
    expect(parseTimestamp("1970-01-01t00:00:01z")).toBe(1000);
    expect(parseTimestamp("1970-01-01T00:00:01-00:00")).toBe(1000);
  });

  it("checks the year after conversion to UTC", () => {
    expect(parseTimestamp("0000-12-31T23:00:00-02:00")).toBe(-62135596800000 + 3600000);
    expect(parseTimestamp("0001-01-01T01:00:00+02:00")).toBeNaN();
    expect(parseTimestamp("9999-12-31T23:00:00-01:00")).toBeNaN();
    expect(parseTimestamp("9999-12-31T23:00:00-00:59")).toBe(253402300740000);
  });

  it("refuses all else", () => {
    const bad = [
      "2020-01-01",
      "2020-01-01T00:00:00",
      "2020-01-01T00:00Z",
      "2020-01-01 00:00:00Z",
      "2020-01-01_00:00:00Z",
      "2020-01-01T24:00:00Z",
      "2016-12-31T23:59:60Z",
      "2020-01-01T00:60:00Z",
      "2020-02-30T00:00:00Z",
      "2020-01-01T00:00:00.Z",
      "2020-01-01T00:00:00,5Z",
      "2020-01-01T00:00:00+0200",
      "2020-01-01T00:00:00+02",
      "2020-01-01T00:00:00+24:00",
      "2020-01-01T00:00:00+02:60",
      "2020-01-01T00:00:00ZZ",
      "2020-01-01T00:00:00Z ",
      " 2020-01-01T00:00:00Z",
      "2020-01-01T00-00-00Z",
      "2020-01-01T0a:00:00Z",
      "2020-01-01T00:00:00.5",
      "2020-01-01T00:00:00.1a2Z",
      "12020-01-01T00:00:00Z",
    ];
    for (const s of bad) expect([s, parseTimestamp(s)]).toEqual([s, NaN]);
  });

  it("agrees with Date on random instants and offsets", () => {
    const instant = fc.date({
      min: new Date("0002-01-01"),
      max: new Date("9998-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
        const local = new Date(date.getTime() + offset * 60000).toISOString().slice(0, 23);
        const minutes = Math.abs(offset);
        const two = (n: number): string => String(n).padStart(2, "0");
        const zone = `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
        expect(parseTimestamp(local + zone)).toBe(date.getTime());
      }),
    );
  });

  it("reads no text that is one character away from a timestamp as anything but a timestamp", () => {
    const shape = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
    const start = "2024-02-29T12:34:56.789+01:30";
    fc.assert(
      fc.property(
        fc.nat(start.length),
        fc.string({ maxLength: 1, unit: "binary-ascii" }),
        fc.nat(1),
        (i, c, n) => {
          const s = start.slice(0, i) + c + start.slice(i + n);
          if (!shape.test(s)) expect([s, parseTimestamp(s)]).toEqual([s, NaN]);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
