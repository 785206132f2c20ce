import { DAY, FIRST_DAY, LAST_DAY, dayNumber, monthLength } from "./calendar.js";

/** A part of a date pattern that is a number of `min` to `max` digits; a fraction is one of a second. */
export interface NumberStep {
  readonly field:
    "year" | "shortYear" | "month" | "day" | "hour" | "hour12" | "minute" | "second" | "fraction";
  readonly min: number;
  readonly max: number;
}

/**
 * One part of a date pattern, in the order of the text: a number, the English name of a month or its
 * first three letters, AM/PM (all in any letter case), an offset from UTC (`Z`, or +hh:mm with the colon or
 * without), or text that must stand there as it is.
 */
export type PatternStep =
  | NumberStep
  | { readonly field: "monthName" | "fullMonthName" | "dayPeriod" }
  | { readonly field: "offset"; readonly colon: boolean }
  | { readonly field: "literal"; readonly text: string };

const MONTH_NAMES = "janfebmaraprmayjunjulaugsepoctnovdec";
/** What follows the first three letters. */
const MONTH_ENDINGS = ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember"];

/**
 * Milliseconds (UTC) of the whole of `text` read by the steps of `compileDatePattern`; NaN where it
 * does not fit or is not a real day and time; digits beyond the millisecond are dropped. Parts that the pattern does not have are the first
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
  let offset = 0;
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
      case "fullMonthName":
        month = monthOfName(text, i);
        if (month === 0 || !isEnding(text, i + 3, month)) return NaN;
        i += 3 + endingOf(month).length;
        continue;
      case "dayPeriod":
        afternoon = dayPeriodAt(text, i);
        if (afternoon < 0) return NaN;
        i += 2;
        continue;
      case "offset": {
        const isUtc = text.charCodeAt(i) === 90;
        if (!isUtc) offset = offsetAt(text, i, step.colon);
        if (Number.isNaN(offset)) return NaN;
        i += isUtc ? 1 : step.colon ? 6 : 5;
        continue;
      }
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
      case "fraction":
        ms = step.max < 3 ? n * (step.max < 2 ? 100 : 10) : Math.floor(n / 10 ** (step.max - 3));
        break;
    }
  }
  if (i !== text.length) return NaN;
  if (afternoon === 1) hour += 12;
  if (!(year >= 1 && year <= 9999) || month < 1 || month > 12 || day < 1) return NaN;
  if (day > monthLength(year, month) || hour > 23 || minute > 59 || second > 59) return NaN;
  const clock = hour * 3600000 + minute * 60000 + second * 1000 + ms;
  const millis = dayNumber(year, month, day) * DAY + clock - offset;
  return millis >= FIRST_DAY * DAY && millis < (LAST_DAY + 1) * DAY ? millis : NaN;
}

/** Milliseconds of `+hh:mm`, without the colon `+hhmm`; NaN where there is none. */
function offsetAt(text: string, i: number, colon: boolean): number {
  const sign = text.charCodeAt(i);
  const minuteAt = colon ? i + 4 : i + 3;
  if ((sign !== 43 && sign !== 45) || (colon && text.charCodeAt(i + 3) !== 58)) return NaN;
  if (digitsEnd(text, i + 1, 2) !== i + 3 || digitsEnd(text, minuteAt, 2) !== minuteAt + 2) {
    return NaN;
  }
  const hours = numberIn(text, i + 1, i + 3);
  const minutes = numberIn(text, minuteAt, minuteAt + 2);
  if (hours > 23 || minutes > 59) return NaN;
  return (hours * 60 + minutes) * (sign === 43 ? 60000 : -60000);
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

/** "ember" ends two of them. */
function endingOf(month: number): string {
  return MONTH_ENDINGS[Math.min(month, 11) - 1] as string;
}

function isEnding(text: string, i: number, month: number): boolean {
  const ending = endingOf(month);
  for (let k = 0; k < ending.length; k++) {
    if (!isLetter(text, i + k, ending.charCodeAt(k))) return false;
  }
  return true;
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
