import { monthNames } from "../base/month-names.js";

/** What is wrong with the text of a literal, in words that follow "is not a date:". */
export interface LiteralProblem {
  readonly reason: string;
  readonly hint?: string;
}

export type DateReading = { readonly days: number } | LiteralProblem;
export type TimestampReading =
  { readonly millis: number } | LiteralProblem | { readonly zoneMissing: true };

const millisPerDay = 86_400_000;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timestampPattern =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,}))?(Z|[+-]\d{2}:\d{2})?$/;

/** Days since 1970-01-01 of `YYYY-MM-DD`, proleptic Gregorian, years 0001 to 9999. */
export function readDate(text: string): DateReading {
  const parts = datePattern.exec(text);
  if (parts === null) {
    return /^\d{4}-\d{2}-\d{2}[T ]/.test(text)
      ? { reason: "it has a time of day", hint: 'a timestamp is written t"2020-01-31T10:00:00Z"' }
      : { reason: "it is not written YYYY-MM-DD", hint: 'a date is written d"2020-01-31"' };
  }
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (year === 0) return { reason: "years run from 0001 to 9999" };
  const monthName = monthNames[month - 1];
  if (monthName === undefined) return { reason: `there is no month ${month}` };
  const length = daysInMonth(year, month);
  if (day < 1 || day > length) {
    return { reason: `${monthName} ${year} has ${length} days` };
  }
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  return { days: instant.getTime() / millisPerDay };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const firstMillis = -62_135_596_800_000;
const lastMillis = 253_402_300_799_999;

/** Milliseconds since 1970-01-01T00:00Z of an RFC 3339 timestamp with at most three digits of fraction. */
export function readTimestamp(text: string): TimestampReading {
  const parts = timestampPattern.exec(text);
  if (parts === null) return { reason: "it is not written that way", ...timestampHint(text) };
  const [, date = "", hour = "", minute = "", second = "", fraction = "", zone] = parts;
  const day = readDate(date);
  if ("reason" in day) return day;
  if (Number(hour) > 23)
    return { reason: `there is no hour ${hour}`, hint: "hours run from 00 to 23" };
  if (Number(minute) > 59) return { reason: `there is no minute ${minute}` };
  if (Number(second) > 59) {
    return { reason: `there is no second ${second}`, hint: "leap seconds are not counted" };
  }
  if (fraction.length > 3) {
    return { reason: "timestamps are whole milliseconds", hint: "write at most three digits" };
  }
  if (zone === undefined) return { zoneMissing: true };
  const offset = readOffset(zone);
  if (offset === undefined) return { reason: `there is no offset ${zone}` };
  const clock = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const millis =
    day.days * millisPerDay + clock * 1000 + Number(fraction.padEnd(3, "0")) - offset * 60_000;
  if (millis < firstMillis || millis > lastMillis) {
    return { reason: "in UTC it lies outside the years 0001 to 9999" };
  }
  return { millis };
}

/** Minutes east of UTC. */
function readOffset(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

function timestampHint(text: string): { readonly hint: string } {
  if (datePattern.test(text)) return { hint: `a date is written d"${text}"` };
  if (/^\d{4}-\d{2}-\d{2} /.test(text)) return { hint: "write `T` between date and time" };
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?!:)/.test(text))
    return { hint: "write the seconds as well" };
  return { hint: 'a timestamp is written t"2020-01-31T10:00:00Z"' };
}
