import { dateOf, day, hour, minute, month, second, year } from "./dates.js";

/** `YYYY-MM-DD` of a day number of the years 1 to 9999. */
export function formatDate(date: number): string {
  return `${digits(year(date), 4)}-${digits(month(date), 2)}-${digits(day(date), 2)}`;
}

/** `YYYY-MM-DDTHH:mm:ss.SSSZ` of whole milliseconds of the years 1 to 9999. */
export function formatTimestamp(timestamp: number): string {
  const ms = timestamp - Math.floor(timestamp / 1000) * 1000;
  const clock = `${digits(hour(timestamp), 2)}:${digits(minute(timestamp), 2)}`;
  return `${formatDate(dateOf(timestamp))}T${clock}:${digits(second(timestamp), 2)}.${digits(ms, 3)}Z`;
}

/** The language's `date_text`: `YYYY-MM-DD`. */
export function dateText(date: number): string {
  return formatDate(date);
}

function digits(n: number, width: number): string {
  return String(n).padStart(width, "0");
}
