import { describe, expect, it } from "vitest";
import * as dates from "../../../runtime/src/index.js";

const DAY = 86400000;
const FIRST = -719162;
const LAST = 2932896;
const at = (s: string): number => Date.parse(`${s}T00:00:00Z`) / DAY;

describe("civil dates", () => {
  it("agree with Date on every day of the years 1 to 9999", () => {
    expect(new Date(FIRST * DAY).toISOString()).toBe("0001-01-01T00:00:00.000Z");
    expect(new Date(LAST * DAY).toISOString()).toBe("9999-12-31T00:00:00.000Z");
    const wrong: number[] = [];
    let yearStart = FIRST;
    for (let d = FIRST; d <= LAST; d++) {
      const date = new Date(d * DAY);
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      if (month === 1 && day === 1) yearStart = d;
      const good =
        dates.year(d) === year &&
        dates.month(d) === month &&
        dates.day(d) === day &&
        dates.quarter(d) === Math.ceil(month / 3) &&
        dates.dayOfWeek(d) === (date.getUTCDay() === 0 ? 7 : date.getUTCDay()) &&
        dates.dayOfYear(d) === d - yearStart + 1;
      if (!good) wrong.push(d);
    }
    expect(wrong).toEqual([]);
  });

  it("agree with Date on texts, month lengths and truncation, all days", () => {
    const wrong: number[] = [];
    for (let d = FIRST; d <= LAST; d += 3) {
      const date = new Date(d * DAY);
      const text = date.toISOString().slice(0, 10);
      const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
      const first = (m: number): number => new Date(0).setUTCFullYear(year, m, 1) / DAY;
      const good =
        dates.formatDate(d) === text &&
        dates.parseDate(text) === d &&
        dates.daysInMonth(d) === first(month + 1) - first(month) &&
        dates.dateTrunc("month", d) === first(month) &&
        dates.dateTrunc("quarter", d) === first(month - (month % 3)) &&
        dates.dateTrunc("year", d) === first(0) &&
        dates.dateTrunc("week", d) === d - ((date.getUTCDay() + 6) % 7) &&
        dates.dateTrunc("day", d) === d;
      if (!good) wrong.push(d);
    }
    expect(wrong).toEqual([]);
  });

  it("number ISO weeks so that week 1 has 4 January", () => {
    const wrong: number[] = [];
    for (let year = 1; year <= 9998; year++) {
      const fourth = new Date(0).setUTCFullYear(year, 0, 4) / DAY;
      const monday = fourth - ((new Date(fourth * DAY).getUTCDay() + 6) % 7);
      const good =
        dates.isoWeek(monday) === 1 &&
        dates.isoYear(monday) === year &&
        dates.isoWeek(monday + 6) === 1 &&
        dates.isoWeek(monday + 7) === 2 &&
        (year === 1 || (dates.isoYear(monday - 1) === year - 1 && dates.isoWeek(monday - 1) >= 52));
      if (!good) wrong.push(year);
    }
    expect(wrong).toEqual([]);
    expect([dates.isoWeek(at("2021-01-03")), dates.isoYear(at("2018-12-31"))]).toEqual([53, 2019]);
    expect(dates.isoWeek(at("2026-12-31"))).toBe(53);
  });

  it("isWeekend", () => {
    const week = ["2024-01-05", "2024-01-06", "2024-01-07", "2024-01-08"];
    expect(week.map((s) => dates.isWeekend(at(s)))).toEqual([false, true, true, false]);
  });
});

describe("arithmetic", () => {
  it("addMonths clamps to the end of the month", () => {
    expect(dates.addMonths(at("2020-01-31"), 1)).toBe(at("2020-02-29"));
    expect(dates.addMonths(at("2020-02-29"), 12)).toBe(at("2021-02-28"));
    expect(dates.addMonths(at("2020-03-31"), -1)).toBe(at("2020-02-29"));
    expect(dates.addMonths(at("2020-11-30"), 3)).toBe(at("2021-02-28"));
    expect(dates.addMonths(at("2020-12-15"), 0)).toBe(at("2020-12-15"));
    expect(dates.addMonths(at("2020-01-15"), -25)).toBe(at("2017-12-15"));
  });

  it("addMonths ends at the years 1 and 9999", () => {
    expect(dates.addMonths(at("9999-11-30"), 1)).toBe(at("9999-12-30"));
    expect(dates.addMonths(at("9999-12-01"), 1)).toBeNaN();
    expect(dates.addMonths(FIRST, -1)).toBeNaN();
    expect(dates.addMonths(0, 9e15)).toBeNaN();
  });

  it("monthsBetween counts whole months", () => {
    const between = (a: string, b: string): number => dates.monthsBetween(at(a), at(b));
    expect(between("1951-10-30", "2003-02-28")).toBe(615);
    expect(between("2020-01-31", "2020-02-29")).toBe(0);
    expect(between("2020-01-31", "2020-03-31")).toBe(2);
    expect(between("2020-03-15", "2020-01-15")).toBe(-2);
    expect(between("2020-03-15", "2020-01-16")).toBe(-1);
  });

  it("yearsBetween makes a leap-day child older on 1 March", () => {
    const age = (s: string): number => dates.yearsBetween(at("2004-02-29"), at(s));
    expect([age("2022-02-28"), age("2022-03-01"), age("2024-02-28"), age("2024-02-29")]).toEqual([
      17, 18, 19, 20,
    ]);
    expect(dates.yearsBetween(at("2022-03-01"), at("2004-02-29"))).toBe(-18);
  });

  it("results outside the years 1 to 9999 are missing", () => {
    expect([FIRST - 1, FIRST, LAST, LAST + 1].map(dates.dateInRange)).toEqual([
      null,
      FIRST,
      LAST,
      null,
    ]);
    const ends = [FIRST * DAY - 1, FIRST * DAY, LAST * DAY + DAY - 1, LAST * DAY + DAY];
    expect(ends.map(dates.timestampInRange)).toEqual([null, ends[1], ends[2], null]);
    expect(dates.dateInRange(NaN)).toBeNull();
  });
});

describe("timestamps", () => {
  const instants = [0, -1, 1, 951868799999, -62135596800000, 253402300799999, 1709210096789, -999];

  it("agree with Date", () => {
    for (const ts of instants) {
      const date = new Date(ts);
      expect(dates.dateOf(ts)).toBe(Date.parse(`${date.toISOString().slice(0, 10)}T00:00Z`) / DAY);
      expect(dates.hour(ts)).toBe(date.getUTCHours());
      expect(dates.minute(ts)).toBe(date.getUTCMinutes());
      expect(dates.second(ts)).toBe(date.getUTCSeconds());
      const [h, m] = [date.getUTCHours(), date.getUTCMinutes()];
      const seconds =
        (h * 3600000 + m * 60000 + date.getUTCSeconds() * 1000 + date.getUTCMilliseconds()) / 1000;
      expect(dates.secondsOfDay(ts)).toBe(seconds);
      expect(dates.formatTimestamp(ts)).toBe(date.toISOString());
      expect(dates.timestampTrunc("day", ts)).toBe(new Date(ts).setUTCHours(0, 0, 0, 0));
      expect(dates.timestampTrunc("hour", ts)).toBe(new Date(ts).setUTCMinutes(0, 0, 0));
      expect(dates.timestampTrunc("minute", ts)).toBe(new Date(ts).setUTCSeconds(0, 0));
      expect(dates.timestampTrunc("second", ts)).toBe(new Date(ts).setUTCMilliseconds(0));
    }
  });

  it("dateText is the ISO date", () => {
    expect([FIRST, 0, LAST].map(dates.dateText)).toEqual([
      "0001-01-01",
      "1970-01-01",
      "9999-12-31",
    ]);
  });
});
