import { DAY, FIRST_DAY, LAST_DAY, dayNumber, monthLength } from "./calendar.js";

/** Day number of `YYYY-MM-DD`, a real day of the years 1 to 9999; NaN for any other text. */
export function parseDate(s: string): number {
  if (s.length !== 10) return NaN;
  const date = dateAt(s);
  return date >= FIRST_DAY ? date : NaN;
}

/**
 * Milliseconds of an RFC 3339 timestamp; NaN for any other text.
 *
 * `T` and `Z` may be in lower case, as RFC 3339 has it; a space for `T`, second 60, hour 24 and a
 * timestamp without `Z` or offset are refused. Digits after the milliseconds are dropped. The
 * instant must lie in the years 1 to 9999 of UTC.
 */
export function parseTimestamp(s: string): number {
  if (s.length < 20 || (s.charCodeAt(10) | 32) !== 116) return NaN;
  const date = dateAt(s);
  const hour = twoDigits(s, 11);
  const minute = twoDigits(s, 14);
  const second = twoDigits(s, 17);
  if (date !== date || hour < 0 || hour > 23 || minute < 0 || minute > 59) return NaN;
  if (second < 0 || second > 59 || s.charCodeAt(13) !== 58 || s.charCodeAt(16) !== 58) return NaN;

  let i = 19;
  let ms = 0;
  if (s.charCodeAt(i) === 46) {
    i++;
    const from = i;
    let weight = 100;
    for (let c = s.charCodeAt(i); c >= 48 && c <= 57; c = s.charCodeAt(++i)) {
      if (weight >= 1) ms += (c - 48) * weight;
      weight = i - from < 2 ? weight / 10 : 0;
    }
    if (i === from) return NaN;
  }
  const offset = offsetAt(s, i);
  const instant = date * DAY + hour * 3600000 + minute * 60000 + second * 1000 + ms - offset;
  return instant >= FIRST_DAY * DAY && instant < (LAST_DAY + 1) * DAY ? instant : NaN;
}

/** The day written at the start of `s`, year 0 included; NaN where there is none. */
function dateAt(s: string): number {
  const century = twoDigits(s, 0);
  const yearOfCentury = twoDigits(s, 2);
  const month = twoDigits(s, 5);
  const day = twoDigits(s, 8);
  if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return NaN;
  if (s.charCodeAt(4) !== 45 || s.charCodeAt(7) !== 45) return NaN;
  const year = century * 100 + yearOfCentury;
  return day <= monthLength(year, month) ? dayNumber(year, month, day) : NaN;
}

/** Milliseconds east of UTC of the zone that is the rest of `s` from `i`; NaN where it is none. */
function offsetAt(s: string, i: number): number {
  const c = s.charCodeAt(i);
  if ((c | 32) === 122) return s.length === i + 1 ? 0 : NaN;
  if ((c !== 43 && c !== 45) || s.length !== i + 6 || s.charCodeAt(i + 3) !== 58) return NaN;
  const hours = twoDigits(s, i + 1);
  const minutes = twoDigits(s, i + 4);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return NaN;
  const offset = hours * 3600000 + minutes * 60000;
  return c === 45 ? -offset : offset;
}

/** The number written by two ASCII digits, or -1. */
function twoDigits(s: string, i: number): number {
  const a = s.charCodeAt(i) - 48;
  const b = s.charCodeAt(i + 1) - 48;
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : -1;
}
