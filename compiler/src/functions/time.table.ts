import { internalError } from "../base/assert.js";
import type { NumberDomain } from "../types/domain.js";
import {
  boundsOfDates,
  boundsOfTimestamps,
  meet,
  numberDomain,
  subtract,
} from "../types/interval.js";
import { boolType, dateType, intType, numberType, timestampType } from "../types/type.js";
import type { Type } from "../types/type.js";
import {
  always,
  constantAt,
  domainAt,
  never,
  numberAt,
  problem,
  textAt,
  whole,
} from "./arguments.js";
import { calendarDay, dayOfWeek, daysOfDate, monthLength } from "./calendar.js";
import { defineFunctions } from "./definition.js";
import type { ArgumentFact, FunctionDefinition, Param } from "./definition.js";

const d: Param = { name: "d", type: "day" };
const ts: Param = { name: "ts", type: "timestamp" };
const from: Param = { name: "a", type: "day" };
const to: Param = { name: "b", type: "day" };
const millisPerDay = 86_400_000;

/** A part of a day's date; the two ends bound it where it never falls within what they share. */
function ofDay(
  summary: string,
  f: (days: number) => number,
  low: number,
  high: number,
  rises: (first: number, last: number) => boolean,
): FunctionDefinition {
  return {
    summary,
    params: [d],
    zoned: true,
    result: always(intType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const days = daysAt(args, 0);
      return rises(days.low, days.high) ? whole(f(days.low), f(days.high)) : whole(low, high);
    },
    evaluate: (args) => f(numberAt(args, 0)),
  };
}

function ofClock(
  summary: string,
  high: number,
  f: (time: Date) => number,
  type: Type = intType,
): FunctionDefinition {
  return {
    summary,
    params: [ts],
    zoned: true,
    result: always(type),
    missingWhen: "",
    partial: never,
    domain: () =>
      numberDomain(0, high, {
        integral: type.kind === "int",
        floor: type.kind === "int" ? 1 : 0.001,
      }),
    evaluate: (args) => f(new Date(numberAt(args, 0))),
  };
}

/** A whole count from one day to another, that rises with the second and falls with the first. */
function between(summary: string, f: (a: number, b: number) => number): FunctionDefinition {
  return {
    summary,
    params: [from, to],
    zoned: true,
    result: always(intType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const a = daysAt(args, 0);
      const b = daysAt(args, 1);
      return numberDomain(f(a.high, b.low), f(a.low, b.high), { integral: true });
    },
    evaluate: (args) => f(numberAt(args, 0), numberAt(args, 1)),
  };
}

export const timeFunctions = defineFunctions({
  year: ofDay(
    "The year, 1 to 9999.",
    (days) => calendarDay(days).year,
    1,
    9999,
    () => true,
  ),
  month: ofDay("The month, 1 to 12.", (days) => calendarDay(days).month, 1, 12, sameYear),
  day: ofDay("The day of the month, 1 to 31.", (days) => calendarDay(days).day, 1, 31, sameMonth),
  quarter: ofDay("The quarter of the year, 1 to 4.", quarter, 1, 4, sameYear),
  day_of_year: ofDay("The day of the year, 1 to 366.", dayOfYear, 1, 366, sameYear),
  day_of_week: ofDay("The day of the week, Monday 1 to Sunday 7.", dayOfWeek, 1, 7, sameWeek),
  iso_week: ofDay("The ISO 8601 week, 1 to 53.", isoWeek, 1, 53, sameIsoYear),
  iso_year: ofDay("The year that the ISO 8601 week belongs to.", isoYear, 1, 9999, () => true),
  is_weekend: {
    summary: "Whether the day is a Saturday or a Sunday.",
    params: [d],
    zoned: true,
    result: always(boolType),
    missingWhen: "",
    partial: never,
    domain: () => ({ kind: "bool", mayBeTrue: true, mayBeFalse: true }),
    evaluate: (args) => dayOfWeek(numberAt(args, 0)) >= 6,
  },
  hour: ofClock("The hour, 0 to 23.", 23, (time) => time.getUTCHours()),
  minute: ofClock("The minute of the hour, 0 to 59.", 59, (time) => time.getUTCMinutes()),
  second: ofClock("The whole second of the minute, 0 to 59.", 59, (time) => time.getUTCSeconds()),
  seconds_of_day: ofClock(
    "Seconds since midnight on the clock, with their fraction.",
    86_399.999,
    (time) => secondsOfDay(time),
    numberType,
  ),
  date: {
    summary: "The day of a timestamp.",
    params: [ts],
    zoned: true,
    result: always(dateType),
    missingWhen: "",
    partial: never,
    domain: (args) => daysOf(domainAt(args, 0)),
    evaluate: (args) => dayOf(numberAt(args, 0)),
  },
  date_trunc: {
    summary:
      'The first day of the "day", "week" (from Monday), "month", "quarter" or "year" that contains d.',
    params: [{ name: "unit", type: "string", constant: true }, d],
    zoned: true,
    result: always(dateType),
    checkConstants: ([unit]) =>
      typeof unit !== "string" || isDateUnit(unit)
        ? undefined
        : problem(
            0,
            `the unit is "day", "week", "month", "quarter" or "year", not ${JSON.stringify(unit)}`,
          ),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const days = daysAt(args, 1);
      const unit = constantAt(args, 0);
      if (typeof unit !== "string") return boundsOfDates;
      return whole(truncateDay(unit, days.low), truncateDay(unit, days.high));
    },
    evaluate: (args) => truncateDay(textAt(args, 0), numberAt(args, 1)),
  },
  ts_trunc: {
    summary: 'The start of the "day", "hour", "minute" or "second" that contains ts.',
    params: [{ name: "unit", type: "string", constant: true }, ts],
    zoned: true,
    result: always(timestampType),
    checkConstants: ([unit]) =>
      typeof unit !== "string" || Object.hasOwn(clockUnits, unit)
        ? undefined
        : problem(
            0,
            `the unit is "day", "hour", "minute" or "second", not ${JSON.stringify(unit)}`,
          ),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const time = domainAt(args, 1);
      const unit = constantAt(args, 0);
      if (typeof unit !== "string") return boundsOfTimestamps;
      return whole(truncateTime(unit, time.low), truncateTime(unit, time.high));
    },
    evaluate: (args) => truncateTime(textAt(args, 0), numberAt(args, 1)),
  },
  add_months: {
    summary: "The same day k months later, or the last of that month where it is shorter.",
    params: [d, { name: "k", type: "int" }],
    zoned: true,
    result: always(dateType),
    missingWhen: "the result lies outside the years 1 to 9999",
    partial: (args) => {
      const { low, high } = monthsLater(args);
      return low === null || high === null ? "overflow" : undefined;
    },
    domain: (args) => {
      const { low, high } = monthsLater(args);
      return whole(low ?? boundsOfDates.low, high ?? boundsOfDates.high);
    },
    evaluate: (args) => addMonths(numberAt(args, 0), numberAt(args, 1)),
  },
  days_between: {
    summary: "Days from a to b, negative where b is earlier.",
    params: [from, to],
    zoned: true,
    result: always(intType),
    missingWhen: "",
    partial: never,
    domain: (args) => subtract(daysAt(args, 1), daysAt(args, 0)).domain,
    evaluate: (args) => numberAt(args, 1) - numberAt(args, 0),
  },
  months_between: between("Whole months from a to b, negative where b is earlier.", monthsBetween),
  years_between: between(
    "Whole years from a to b, negative where b is earlier; from 29 February they are complete on 1 March.",
    (a, b) => Math.trunc(monthsBetween(a, b) / 12) + 0,
  ),
  epoch_ms: {
    summary: "Milliseconds since 1970-01-01T00:00Z.",
    params: [ts],
    result: always(intType),
    missingWhen: "",
    partial: never,
    domain: (args) => domainAt(args, 0),
    evaluate: (args) => numberAt(args, 0),
  },
});

/** The days that an argument of type `day` can be. */
function daysAt(args: readonly ArgumentFact[], position: number): NumberDomain {
  const domain = domainAt(args, position);
  const days = args[position]?.type.kind === "timestamp" ? daysOf(domain) : domain;
  return meet(days, boundsOfDates) ?? boundsOfDates;
}

function daysOf(time: NumberDomain): NumberDomain {
  return whole(dayOf(time.low), dayOf(time.high));
}

function dayOf(millis: number): number {
  return Math.floor(millis / millisPerDay);
}

function quarter(days: number): number {
  return Math.ceil(calendarDay(days).month / 3);
}

function firstOfYear(days: number): number {
  return dayOrFail(calendarDay(days).year, 1, 1);
}

function dayOfYear(days: number): number {
  return days - firstOfYear(days) + 1;
}

/** The week belongs to the year of its Thursday. */
function thursdayOf(days: number): number {
  return days - dayOfWeek(days) + 4;
}

function isoWeek(days: number): number {
  return Math.ceil(dayOfYear(thursdayOf(days)) / 7);
}

function isoYear(days: number): number {
  return calendarDay(thursdayOf(days)).year;
}

function secondsOfDay(time: Date): number {
  const millis =
    ((time.getUTCHours() * 60 + time.getUTCMinutes()) * 60 + time.getUTCSeconds()) * 1000 +
    time.getUTCMilliseconds();
  return millis / 1000;
}

function isDateUnit(unit: string): boolean {
  return ["day", "week", "month", "quarter", "year"].includes(unit);
}

function truncateDay(unit: string, days: number): number {
  const { year, month } = calendarDay(days);
  switch (unit) {
    case "day":
      return days;
    case "week":
      return days - dayOfWeek(days) + 1;
    case "month":
      return dayOrFail(year, month, 1);
    case "quarter":
      return dayOrFail(year, quarter(days) * 3 - 2, 1);
    case "year":
      return dayOrFail(year, 1, 1);
    default:
      return internalError(`unit ${unit} was not checked`);
  }
}

const clockUnits: Readonly<Record<string, number | undefined>> = {
  day: millisPerDay,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
};

/** Milliseconds of a unit of `ts_trunc`. */
export function clockUnit(unit: string): number {
  return clockUnits[unit] ?? internalError(`unit ${unit} was not checked`);
}

function truncateTime(unit: string, millis: number): number {
  const size = clockUnit(unit);
  return Math.floor(millis / size) * size;
}

function addMonths(days: number, k: number): number | null {
  const { year, month, day } = calendarDay(days);
  const months = year * 12 + (month - 1) + k;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  if (newYear < 1 || newYear > 9999) return null;
  return daysOfDate(newYear, newMonth, Math.min(day, monthLength(newYear, newMonth)));
}

/** The earliest and the latest result; null for one outside the calendar. */
function monthsLater(args: readonly ArgumentFact[]) {
  const days = daysAt(args, 0);
  const months = domainAt(args, 1);
  return { low: addMonths(days.low, months.low), high: addMonths(days.high, months.high) };
}

function monthsBetween(a: number, b: number): number {
  if (a > b) return 0 - monthsBetween(b, a);
  const first = calendarDay(a);
  const last = calendarDay(b);
  const months = (last.year - first.year) * 12 + last.month - first.month;
  return last.day < first.day ? months - 1 : months;
}

function sameYear(first: number, last: number): boolean {
  return calendarDay(first).year === calendarDay(last).year;
}

function sameMonth(first: number, last: number): boolean {
  return sameYear(first, last) && calendarDay(first).month === calendarDay(last).month;
}

function sameWeek(first: number, last: number): boolean {
  return thursdayOf(first) === thursdayOf(last);
}

function sameIsoYear(first: number, last: number): boolean {
  return isoYear(first) === isoYear(last);
}

function dayOrFail(year: number, month: number, day: number): number {
  return daysOfDate(year, month, day) ?? internalError(`no day ${year}-${month}-${day}`);
}
