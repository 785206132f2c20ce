// Dates are day numbers since 1970-01-01 and timestamps milliseconds since its start, both in UTC,
// years 1 to 9999.

import {
  DAY,
  FIRST_DAY,
  LAST_DAY,
  dayNumber,
  dayOfMarchYear,
  marchMonth,
  marchYear,
  monthLength,
} from "./calendar.js";

const HOUR = 3600000;
const MINUTE = 60000;

export type DateUnit = "day" | "week" | "month" | "quarter" | "year";
export type TimestampUnit = "day" | "hour" | "minute" | "second";

/** 1 to 9999. */
export function year(date: number): number {
  const y = marchYear(date);
  return dayOfMarchYear(date, y) >= 306 ? y + 1 : y;
}

/** 1 to 12. */
export function month(date: number): number {
  const m = marchMonth(dayOfMarchYear(date, marchYear(date)));
  return m < 10 ? m + 3 : m - 9;
}

/** Day of the month, 1 to 31. */
export function day(date: number): number {
  const d = dayOfMarchYear(date, marchYear(date));
  return d - (((153 * marchMonth(d) + 2) / 5) | 0) + 1;
}

/** 1 to 4. */
export function quarter(date: number): number {
  return ((month(date) + 2) / 3) | 0;
}

/** Monday 1 to Sunday 7. */
export function dayOfWeek(date: number): number {
  return (((date % 7) + 10) % 7) + 1;
}

/** 1 to 366. */
export function dayOfYear(date: number): number {
  return date - dayNumber(year(date), 1, 1) + 1;
}

/** ISO 8601 week, 1 to 53: weeks start on Monday and belong to the year of their Thursday. */
export function isoWeek(date: number): number {
  return (((dayOfYear(thursday(date)) - 1) / 7) | 0) + 1;
}

/** The year that the ISO 8601 week belongs to. */
export function isoYear(date: number): number {
  return year(thursday(date));
}

/** Saturday or Sunday. */
export function isWeekend(date: number): boolean {
  return dayOfWeek(date) >= 6;
}

/** Days in the date's month, 28 to 31. */
export function daysInMonth(date: number): number {
  return monthLength(year(date), month(date));
}

/** The UTC day that contains a timestamp. */
export function dateOf(timestamp: number): number {
  return Math.floor(timestamp / DAY);
}

/** 0 to 23. */
export function hour(timestamp: number): number {
  return (msOfDay(timestamp) / HOUR) | 0;
}

/** 0 to 59. */
export function minute(timestamp: number): number {
  return ((msOfDay(timestamp) / MINUTE) | 0) % 60;
}

/** Whole second of the minute, 0 to 59. */
export function second(timestamp: number): number {
  return ((msOfDay(timestamp) / 1000) | 0) % 60;
}

/** Seconds since midnight with their fraction, 0 to 86399.999. */
export function secondsOfDay(timestamp: number): number {
  return msOfDay(timestamp) / 1000;
}

/** First day of the unit that contains the date; weeks start on Monday. */
export function dateTrunc(unit: DateUnit, date: number): number {
  switch (unit) {
    case "day":
      return date;
    case "week":
      return date - dayOfWeek(date) + 1;
    case "month":
      return date - day(date) + 1;
    case "quarter":
      return dayNumber(year(date), quarter(date) * 3 - 2, 1);
    case "year":
      return dayNumber(year(date), 1, 1);
  }
}

/** Start of the unit that contains the timestamp. */
export function timestampTrunc(unit: TimestampUnit, timestamp: number): number {
  switch (unit) {
    case "day":
      return Math.floor(timestamp / DAY) * DAY;
    case "hour":
      return Math.floor(timestamp / HOUR) * HOUR;
    case "minute":
      return Math.floor(timestamp / MINUTE) * MINUTE;
    case "second":
      return Math.floor(timestamp / 1000) * 1000;
  }
}

/**
 * The same day of the month `months` (whole) later, or that month's last day where it is shorter;
 * NaN outside the years 1 to 9999.
 */
export function addMonths(date: number, months: number): number {
  const count = year(date) * 12 + month(date) - 1 + months;
  const y = Math.floor(count / 12);
  if (!(y >= 1 && y <= 9999)) return NaN;
  const m = count - y * 12 + 1;
  const last = monthLength(y, m);
  const d = day(date);
  return dayNumber(y, m, d < last ? d : last);
}

/** Whole months from `a` to `b`: complete when `b` reaches `a`'s day of the month; negative for a > b. */
export function monthsBetween(a: number, b: number): number {
  if (a > b) return -monthsBetween(b, a);
  const months = (year(b) - year(a)) * 12 + month(b) - month(a);
  return day(b) < day(a) ? months - 1 : months;
}

/** Whole years from `a` to `b`; from 29 February they are complete on 1 March; negative for a > b. */
export function yearsBetween(a: number, b: number): number {
  return Math.trunc(monthsBetween(a, b) / 12);
}

/** `date`, or missing outside the years 1 to 9999: results of date arithmetic. */
export function dateInRange(date: number): number | null {
  return date >= FIRST_DAY && date <= LAST_DAY ? date : null;
}

/** `timestamp`, or missing outside the years 1 to 9999: results of timestamp arithmetic. */
export function timestampInRange(timestamp: number): number | null {
  return timestamp >= FIRST_DAY * DAY && timestamp < (LAST_DAY + 1) * DAY ? timestamp : null;
}

function thursday(date: number): number {
  return date + 4 - dayOfWeek(date);
}

function msOfDay(timestamp: number): number {
  return timestamp - Math.floor(timestamp / DAY) * DAY;
}
