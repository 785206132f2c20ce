import { DAY, FIRST_DAY, dayNumber, monthLength } from "../calendar.js";
import { parseDate, parseTimestamp } from "../parse-date.js";
import { scanText } from "./read-value.js";
import type { ScannedLine } from "./scanned-line.js";

const quote = 34;

/** As `parseDate` of a text, by its bytes: NaN for one that is no date, null where there is no text. */
export function scanDate(line: ScannedLine): number | null {
  const { bytes, at } = line;
  if (bytes[at] === quote && bytes[at + 11] === quote) {
    const date = dateAt(bytes, at + 1);
    if (date >= FIRST_DAY) {
      line.at = at + 12;
      return date;
    }
  }
  const text = scanText(line);
  return text === null ? null : parseDate(text);
}

/** As `parseTimestamp` of a text, by its bytes where it ends in Z: NaN for one that is no timestamp. */
export function scanTimestamp(line: ScannedLine): number | null {
  const { bytes, at } = line;
  if (bytes[at] === quote && bytes[at + 11] === 84) {
    const date = dateAt(bytes, at + 1);
    const hour = twoDigits(bytes, at + 12);
    const minute = twoDigits(bytes, at + 15);
    const second = twoDigits(bytes, at + 18);
    const isTime =
      hour >= 0 &&
      hour <= 23 &&
      minute >= 0 &&
      minute <= 59 &&
      second >= 0 &&
      second <= 59 &&
      bytes[at + 14] === 58 &&
      bytes[at + 17] === 58;
    if (date >= FIRST_DAY && isTime) {
      const instant = date * DAY + hour * 3600000 + minute * 60000 + second * 1000;
      if (bytes[at + 20] === 90 && bytes[at + 21] === quote) {
        line.at = at + 22;
        return instant;
      }
      const ms = milliseconds(bytes, at + 20);
      if (ms >= 0) {
        line.at = at + 26;
        return instant + ms;
      }
    }
  }
  const text = scanText(line);
  return text === null ? null : parseTimestamp(text);
}

/** Of `.123Z"`; -1 for anything else. */
function milliseconds(bytes: Uint8Array, at: number): number {
  const digit = (bytes[at + 3] as number) - 48;
  const tens = twoDigits(bytes, at + 1);
  const isWhole = bytes[at] === 46 && bytes[at + 4] === 90 && bytes[at + 5] === quote;
  return isWhole && tens >= 0 && digit >= 0 && digit <= 9 ? tens * 10 + digit : -1;
}

/** The day of `YYYY-MM-DD`, year 0 included; NaN where there is none. */
function dateAt(bytes: Uint8Array, at: number): number {
  const century = twoDigits(bytes, at);
  const yearOfCentury = twoDigits(bytes, at + 2);
  const month = twoDigits(bytes, at + 5);
  const day = twoDigits(bytes, at + 8);
  if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return NaN;
  if (bytes[at + 4] !== 45 || bytes[at + 7] !== 45) return NaN;
  const year = century * 100 + yearOfCentury;
  return day <= monthLength(year, month) ? dayNumber(year, month, day) : NaN;
}

/** The number written by two ASCII digits, or -1; beyond the bytes there are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const a = (bytes[at] as number) - 48;
  const b = (bytes[at + 1] as number) - 48;
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : -1;
}
