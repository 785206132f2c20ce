import { boundsOfDates, boundsOfTimestamps } from "../../../types/interval.js";
import { bindAll, defineMacros, n } from "./macro.js";

/** A function of days that the engine has for dates; days and the result are doubles. */
function ofDay(expression: (day: string) => string) {
  return { parameters: ["days"], body: () => `CAST(${expression("featc_day(days)")} AS DOUBLE)` };
}

/** A part of the time of day: whole units of `size` milliseconds, and of those what goes into `of`. */
function ofClock(size: number, of: number) {
  return {
    parameters: ["ms"],
    body: (d: Parameters<typeof bindAll>[0]) =>
      d.bind("v", `floor(ms / ${n(size)})`, `v - ${n(of)} * floor(v / ${n(of)})`),
  };
}

const toDays = (date: string): string => `(${date} - DATE '1970-01-01')`;

/** Dates are days since 1970-01-01, timestamps milliseconds since then, both as doubles. */
export const timeMacros = defineMacros({
  /** The engine's date, for its calendar. */
  featc_day: {
    parameters: ["days"],
    body: () => "DATE '1970-01-01' + TRY_CAST(days AS INTEGER)",
  },
  featc_date_in_range: {
    parameters: ["days"],
    body: (d) =>
      d.bind(
        "v",
        "days",
        `CASE WHEN v >= ${n(boundsOfDates.low)} AND v <= ${n(boundsOfDates.high)} THEN v END`,
      ),
  },
  featc_timestamp_in_range: {
    parameters: ["ms"],
    body: (d) =>
      d.bind(
        "v",
        "ms",
        `CASE WHEN v >= ${n(boundsOfTimestamps.low)} AND v <= ${n(boundsOfTimestamps.high)} THEN v END`,
      ),
  },
  featc_day_of_ms: { parameters: ["ms"], body: () => "floor(ms / 86400000e0)" },
  /** Days of a year, month and day that may not exist; the month counts from 1. */
  featc_days_of: {
    parameters: ["y", "m", "d"],
    body: (d) =>
      bindAll(
        d,
        "v",
        { y: "TRY_CAST(y AS INTEGER)", m: "TRY_CAST(m AS INTEGER)", d: "TRY_CAST(d AS INTEGER)" },
        // A day that the month does not have runs into the next one, which shows it.
        d.bind(
          "day",
          `make_date(CASE WHEN v.y BETWEEN 0 AND 9999 AND v.m BETWEEN 1 AND 12 THEN v.y END, CASE WHEN v.m BETWEEN 1 AND 12 THEN v.m END, 1)
    + CASE WHEN v.d BETWEEN 1 AND 31 THEN v.d - 1 END`,
          `CASE WHEN month(day) = v.m THEN CAST(${toDays("day")} AS DOUBLE) END`,
        ),
      ),
  },
  featc_year: ofDay((day) => `year(${day})`),
  featc_month: ofDay((day) => `month(${day})`),
  featc_day_of_month: ofDay((day) => `day(${day})`),
  featc_quarter: ofDay((day) => `quarter(${day})`),
  featc_day_of_year: ofDay((day) => `dayofyear(${day})`),
  featc_day_of_week: ofDay((day) => `isodow(${day})`),
  featc_iso_week: ofDay((day) => `week(${day})`),
  featc_iso_year: ofDay((day) => `isoyear(${day})`),
  featc_hour: ofClock(3_600_000, 24),
  featc_minute: ofClock(60_000, 60),
  featc_second: ofClock(1000, 60),
  featc_seconds_of_day: {
    parameters: ["ms"],
    body: (d) => d.bind("v", "ms", "(v - 86400000e0 * floor(v / 86400000e0)) / 1000e0"),
  },
  featc_week_start: {
    parameters: ["days"],
    body: (d) => d.bind("v", "days", "(v - featc_day_of_week(v)) + 1e0"),
  },
  featc_month_start: {
    parameters: ["days"],
    body: (d) => d.bind("v", "days", "(v - featc_day_of_month(v)) + 1e0"),
  },
  featc_year_start: {
    parameters: ["days"],
    body: (d) => d.bind("v", "days", "(v - featc_day_of_year(v)) + 1e0"),
  },
  featc_quarter_start: {
    parameters: ["days"],
    body: (d) =>
      d.bind("v", "days", "featc_days_of(featc_year(v), featc_quarter(v) * 3e0 - 2e0, 1e0)"),
  },
  featc_add_months: {
    parameters: ["days", "k"],
    body: (d) =>
      bindAll(
        d,
        "v",
        { days: "days", k: "k" },
        d.bind(
          "months",
          "(featc_year(v.days) * 12e0 + (featc_month(v.days) - 1e0)) + v.k",
          bindAll(
            d,
            "w",
            { y: "floor(months / 12e0)", m: "(months - floor(months / 12e0) * 12e0) + 1e0" },
            d.bind(
              "first",
              "CASE WHEN w.y >= 1e0 AND w.y <= 9999e0 THEN featc_days_of(w.y, w.m, 1e0) END",
              // The last day of the month is the day before the first of the next one.
              d.bind(
                "length",
                "CAST(day(last_day(featc_day(first))) AS DOUBLE)",
                `first + CASE WHEN featc_day_of_month(v.days) < length
      THEN featc_day_of_month(v.days) ELSE length END - 1e0`,
              ),
            ),
          ),
        ),
      ),
  },
  featc_months_between: {
    parameters: ["a", "b"],
    body: (d) =>
      bindAll(
        d,
        "v",
        {
          from: "featc_least(a, b)",
          to: "featc_greatest(a, b)",
          sign: "CASE WHEN a > b THEN -1e0 ELSE 1e0 END",
        },
        `v.sign * ((featc_year(v.to) - featc_year(v.from)) * 12e0 + featc_month(v.to) - featc_month(v.from)
    - CASE WHEN featc_day_of_month(v.to) < featc_day_of_month(v.from) THEN 1e0 ELSE 0e0 END)`,
      ),
  },
  featc_parse_date: {
    parameters: ["s"],
    body: (d) =>
      d.bind(
        "v",
        "s",
        `CASE WHEN regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}') AND NOT starts_with(v, '0000')
    THEN featc_days_of(featc_digits(v, 1, 4), featc_digits(v, 6, 2), featc_digits(v, 9, 2)) END`,
      ),
  },
  featc_digits: {
    parameters: ["s", "start", "count"],
    body: () => "CAST(TRY_CAST(substr(s, start, count) AS INTEGER) AS DOUBLE)",
  },
  featc_parse_timestamp: {
    parameters: ["s"],
    body: (d) =>
      d.bind(
        "v",
        `CASE WHEN regexp_full_match(s, '[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])') THEN s END`,
        bindAll(
          d,
          "w",
          {
            days: "featc_days_of(featc_digits(v, 1, 4), featc_digits(v, 6, 2), featc_digits(v, 9, 2))",
            clock:
              "((featc_digits(v, 12, 2) * 60e0 + featc_digits(v, 15, 2)) * 60e0 + featc_digits(v, 18, 2)) * 1000e0",
            // The first three digits behind the point.
            fraction:
              "featc_digits(rpad(substr(regexp_extract(v, '[.]([0-9]+)', 1), 1, 3), 3, '0'), 1, 3)",
            offset: `CASE WHEN regexp_matches(v, '[Zz]$') THEN 0e0
      ELSE CASE WHEN substr(v, length(v) - 5, 1) = '-' THEN -1e0 ELSE 1e0 END
        * (featc_digits(v, length(v) - 4, 2) * 60e0 + featc_digits(v, length(v) - 1, 2)) END`,
          },
          "featc_timestamp_in_range(((w.days * 86400000e0 + w.clock) + w.fraction) - w.offset * 60000e0)",
        ),
      ),
  },
});
