// The proleptic Gregorian calendar on day numbers (days since 1970-01-01), years 1 to 9999. Years
// are counted from 1 March, so that the leap day is the last of its year.

const MARCH_OF_YEAR_0 = 719468;

/** 0001-01-01 and 9999-12-31 as day numbers. */
export const FIRST_DAY = -719162;
export const LAST_DAY = 2932896;

/** Milliseconds of a day. */
export const DAY = 86400000;

/** Day number of a calendar day; the day need not exist (30 February is 1 or 2 March). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  return daysBefore(y) + (((153 * m + 2) / 5) | 0) + day - 1 - MARCH_OF_YEAR_0;
}

/** Whole years from 1 March of year 0 to the day. */
export function marchYear(date: number): number {
  const days = date + MARCH_OF_YEAR_0;
  const era = (days / 146097) | 0;
  const d = days - era * 146097;
  const leaps = ((d / 1460) | 0) - ((d / 36524) | 0) + ((d / 146096) | 0);
  return era * 400 + (((d - leaps) / 365) | 0);
}

/** Days from the 1 March that starts `marchYear(date)` to the day, 0 to 365. */
export function dayOfMarchYear(date: number, year: number): number {
  return date + MARCH_OF_YEAR_0 - daysBefore(year);
}

/** Month, March 0 to February 11, of a day of the year that starts in March. */
export function marchMonth(dayOfYear: number): number {
  return ((5 * dayOfYear + 2) / 153) | 0;
}

/** Days in a month, 1 to 12. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysBefore(marchYear: number): number {
  const y = marchYear;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}
