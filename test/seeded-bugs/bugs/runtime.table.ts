import { runtime } from "../seeded-bug.js";
import type { SeededBug } from "../seeded-bug.js";

/** Mistakes in the runtime that generated modules call. */
export const runtimeBugs: readonly SeededBug[] = [
  {
    name: "months are one too early",
    file: runtime("dates.ts"),
    find: "return m < 10 ? m + 3 : m - 9;",
    replace: "return m < 10 ? m + 2 : m - 9;",
  },
  {
    name: "every fourth year is a leap year",
    file: runtime("calendar.ts"),
    find: "year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)",
    replace: "year % 4 === 0",
  },
  {
    name: "no year that ends in 00 is a leap year",
    file: runtime("calendar.ts"),
    find: "(year % 100 !== 0 || year % 400 === 0)",
    replace: "year % 100 !== 0",
  },
  {
    name: "the days of a year are counted from 0",
    file: runtime("dates.ts"),
    find: "return date - dayNumber(year(date), 1, 1) + 1;",
    replace: "return date - dayNumber(year(date), 1, 1);",
  },
  {
    name: "Saturday is no weekend",
    file: runtime("dates.ts"),
    find: "return dayOfWeek(date) >= 6;",
    replace: "return dayOfWeek(date) > 6;",
  },
  {
    name: "a week begins on Sunday",
    file: runtime("dates.ts"),
    find: "return (((date % 7) + 10) % 7) + 1;",
    replace: "return (((date % 7) + 11) % 7) + 1;",
  },
  {
    name: "a month is complete a day later",
    file: runtime("dates.ts"),
    find: "return day(b) < day(a) ? months - 1 : months;",
    replace: "return day(b) <= day(a) ? months - 1 : months;",
  },
  {
    name: "a month later than the 31st is in the month after",
    file: runtime("dates.ts"),
    find: "return dayNumber(y, m, d < last ? d : last);",
    replace: "return dayNumber(y, m, last < 1 ? last : d);",
  },
  {
    name: "the offset of a zone has the wrong sign",
    file: runtime("zones.ts"),
    find: "return withinYears(timestamp + (zone.offsets",
    replace: "return withinYears(timestamp - (zone.offsets",
  },
  {
    name: "a local time is moved to UTC in the wrong direction",
    file: runtime("zones.ts"),
    find: "const instant = local - (zone.offsets",
    replace: "const instant = local + (zone.offsets",
  },
  {
    name: "the clock of a zone changes a moment too late",
    file: runtime("zones.ts"),
    find: "if ((times[middle] as number) <= time) low = middle + 1;",
    replace: "if ((times[middle] as number) < time) low = middle + 1;",
  },
  {
    name: "of a local time that comes twice the later one is taken",
    file: runtime("zones.ts"),
    find: "localStarts.push(time + Math.max(all[i] as number, all[i + 1] as number));",
    replace: "localStarts.push(time + Math.min(all[i] as number, all[i + 1] as number));",
  },
  {
    name: "halves are rounded towards zero",
    file: runtime("round.ts"),
    find: "Math.abs(x - whole) >= 0.5",
    replace: "Math.abs(x - whole) > 0.5",
  },
  {
    name: "a quantile between two values is the lower one",
    file: runtime("aggregates.ts"),
    find: "return (high - position) * below + (position - low) * above;",
    replace: "return below;",
  },
  {
    name: "of equal extremes the position of the last is taken",
    file: runtime("aggregates.ts"),
    find: "compareSingle(value, best) * sign <= 0",
    replace: "compareSingle(value, best) * sign < 0",
  },
  {
    name: "of equally common values the one that came first is taken",
    file: runtime("aggregates.ts"),
    find: "(count === most && best !== null && compareSingle(value, best) < 0)",
    replace: "(count === most && best !== null && false)",
  },
  {
    name: "the latest values are one too many",
    file: runtime("aggregates.ts"),
    find: "values.slice(-n)",
    replace: "values.slice(-n - 1)",
  },
  {
    name: "a distance takes the latitude of one place twice",
    file: runtime("geometry.ts"),
    find: "cos(phi1) * cos(phi2) * (b * b)",
    replace: "cos(phi1) * cos(phi1) * (b * b)",
  },
  {
    name: "a whole text is matched by its beginning",
    file: runtime("patterns.ts"),
    find: "return table.accepting[state] as boolean;",
    replace: "return table.accepting.some((one, i) => one && i === state) || state === 1;",
  },
];
