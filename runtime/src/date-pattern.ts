import { DAY, dayNumber, monthLength } from "./calendar.js";

/** A part of a date pattern that is a number of `min` to `max` digits. */
export interface NumberStep {
  readonly field:
    | "year"
    | "shortYear"
    | "month"
    | "day"
    | "hour"
    | "hour12"
    | "minute"
    | "second"
    | "millisecond";
  readonly min: number;
  readonly max: number;
}

/**
 * One part of a date pattern, in the order of the text: a number, the English abbreviation of a
 * month or AM/PM (both in any letter case), or text that must stand there as it is.
 */
export type PatternStep =
  | NumberStep
  | { readonly field: "monthName" | "dayPeriod" }
  | { readonly field: "literal"; readonly text: string };

const MONTH_NAMES = "janfebmaraprmayjunjulaugsepoctnovdec";

/**
 * Milliseconds (UTC) of the whole of `text` read by the steps of `compileDatePattern`; NaN where it
 * does not fit or is not a real day and time. Parts that the pattern does not have are the first
 * month, the first day, midnight. A two-digit year below `pivot` (0 to 100) is 20yy, else 19yy.
 */
export function parseByPattern(text: string, steps: readonly PatternStep[], pivot: number): number {
  let year = 1970;
  let month = 1;
  let day = 1;
  let hour = 0;
  let minute = 0;
  let second = 0;
  let ms = 0;
  let afternoon = -1;
  let i = 0;
  for (let k = 0; k < steps.length; k++) {
    const step = steps[k] as PatternStep;
    switch (step.field) {
      case "literal":
        if (!text.startsWith(step.text, i)) return NaN;
        i += step.text.length;
        continue;
      case "monthName":
        month = monthOfName(text, i);
        if (month === 0) return NaN;
        i += 3;
        continue;
      case "dayPeriod":
        afternoon = dayPeriodAt(text, i);
        if (afternoon < 0) return NaN;
        i += 2;
        continue;
      default:
        break;
    }
    const end = digitsEnd(text, i, step.max);
    if (end - i < step.min) return NaN;
    const n = numberIn(text, i, end);
    i = end;
    switch (step.field) {
      case "year":
        year = n;
        break;
      case "shortYear":
        year = n < pivot ? 2000 + n : 1900 + n;
        break;
      case "month":
        month = n;
        break;
      case "day":
        day = n;
        break;
      case "hour":
        hour = n;
        break;
      case "hour12":
        if (n < 1 || n > 12) return NaN;
        hour = n % 12;
        break;
      case "minute":
        minute = n;
        break;
      case "second":
        second = n;
        break;
      case "millisecond":
        ms = n;
        break;
    }
  }
  if (i !== text.length) return NaN;
  if (afternoon === 1) hour += 12;
  if (!(year >= 1 && year <= 9999) || month < 1 || month > 12 || day < 1) return NaN;
  if (day > monthLength(year, month) || hour > 23 || minute > 59 || second > 59) return NaN;
  return dayNumber(year, month, day) * DAY + hour * 3600000 + minute * 60000 + second * 1000 + ms;
}

function digitsEnd(text: string, from: number, most: number): number {
  let i = from;
  while (i - from < most && text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) i++;
  return i;
}

function numberIn(text: string, from: number, end: number): number {
  let n = 0;
  for (let i = from; i < end; i++) n = n * 10 + text.charCodeAt(i) - 48;
  return n;
}

/** 1 to 12, or 0. */
function monthOfName(text: string, i: number): number {
  for (let month = 0; month < 12; month++) {
    let k = 0;
    while (k < 3 && isLetter(text, i + k, MONTH_NAMES.charCodeAt(month * 3 + k))) k++;
    if (k === 3) return month + 1;
  }
  return 0;
}

/** AM 0, PM 1, else -1. */
function dayPeriodAt(text: string, i: number): number {
  if (!isLetter(text, i + 1, 109)) return -1;
  return isLetter(text, i, 97) ? 0 : isLetter(text, i, 112) ? 1 : -1;
}

function isLetter(text: string, i: number, lowerCase: number): boolean {
  const unit = text.charCodeAt(i);
  return unit === lowerCase || unit === lowerCase - 32;
}
