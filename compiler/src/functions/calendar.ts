const millisPerDay = 86_400_000;

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a day of the proleptic Gregorian calendar; null where there is no such day. */
export function daysOfDate(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / millisPerDay : null;
}

export function calendarDay(days: number): CalendarDay {
  const date = new Date(days * millisPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days of the month, 28 to 31. */
export function monthLength(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

/** Monday 1 to Sunday 7. */
export function dayOfWeek(days: number): number {
  const fromSunday = new Date(days * millisPerDay).getUTCDay();
  return fromSunday === 0 ? 7 : fromSunday;
}

export function dateText(days: number): string {
  return new Date(days * millisPerDay).toISOString().slice(0, 10);
}
