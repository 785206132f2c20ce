import type { ValueCount } from "./column-profile.js";

/** A way to read texts as dates or timestamps. */
export interface DateReading {
  readonly type: "date" | "timestamp";
  /** Date patterns; empty where the texts have the form that JSON has anyway. */
  readonly patterns: readonly string[];
  /** What a person should look at. */
  readonly doubts: readonly string[];
}

/** What is known of the first two numbers of texts such as 31/12/2025: the largest of each. */
export interface DateParts {
  readonly first: number | null;
  readonly second: number | null;
}

/** What stands in a shape for words of timestamps: the T between date and time, Z, UTC, and AM or PM. */
export const shapeMarks = { t: "†", z: "‡", utc: "§", halfDay: "¶" } as const;

const timeOfDay = /^(9{1,2}):99(?::99(?:\.(9{1,9}))?)?( ?¶)?$/;
/** A date, and perhaps a blank or a T, a time of day, and a Z or an offset. */
const shape = /^(.*?)(?:( |†)(9{1,2}:99(?::99(?:\.9{1,9})?)?(?: ?¶)?)(‡|§|[+-]99:?99)?)?$/;

/** The patterns that read all of the shapes; undefined where one of them is no date. */
export function readDateShapes(
  shapes: readonly ValueCount[],
  parts: DateParts,
): DateReading | undefined {
  const order = dayOrMonthFirst(parts);
  const read = shapes.map(({ value }) => patternOf(value, order.dayFirst));
  const known = read.filter((one) => one !== undefined);
  const [first] = known;
  if (first === undefined || known.length < read.length) return undefined;
  if (known.some(({ hasTime }) => hasTime !== first.hasTime)) return undefined;
  const oneDigit = known.some(({ pattern }) => /(?<![dM])[dM](?![dM])/.test(pattern));
  const patterns = known.map(({ pattern }) => (oneDigit ? withoutZeros(pattern) : pattern));
  const doubts = known.some(({ usesOrder }) => usesOrder) ? order.doubts : [];
  const withoutZone = known.some(({ hasTime, hasZone }) => hasTime && !hasZone);
  return {
    type: first.hasTime ? "timestamp" : "date",
    patterns: known.every(({ native }) => native) ? [] : [...new Set(patterns)],
    doubts: withoutZone
      ? [...doubts, "no offset: read as UTC; say whose clock it is with `zone`"]
      : doubts,
  };
}

interface ShapePattern {
  readonly pattern: string;
  readonly hasTime: boolean;
  readonly hasZone: boolean;
  readonly native: boolean;
  readonly usesOrder: boolean;
}

function patternOf(text: string, dayFirst: boolean): ShapePattern | undefined {
  const match = shape.exec(text);
  if (match === null) return undefined;
  const [, datePart = "", separator, timePart, zonePart = ""] = match;
  const date = datePattern(datePart, dayFirst);
  if (date === undefined) return undefined;
  const native = date.pattern === "yyyy-MM-dd";
  if (timePart === undefined || separator === undefined) {
    return { ...date, hasTime: false, hasZone: false, native };
  }
  const time = timePattern(timePart);
  if (time === undefined) return undefined;
  const zone = zonePattern(zonePart);
  return {
    pattern: `${date.pattern}${separator === shapeMarks.t ? "'T'" : " "}${time}${zone}`,
    usesOrder: date.usesOrder,
    hasTime: true,
    hasZone: zone !== "",
    native: native && separator === shapeMarks.t && time.startsWith("HH:mm:ss") && zone === "XXX",
  };
}

function zonePattern(text: string): string {
  if (text === "") return "";
  if (text === shapeMarks.utc) return "' UTC'";
  return text.length === 5 ? "XX" : "XXX";
}

function datePattern(
  text: string,
  dayFirst: boolean,
): { readonly pattern: string; readonly usesOrder: boolean } | undefined {
  const yearFirst = /^9999([-/.])99\1?99$/.exec(text);
  if (yearFirst !== null) {
    const mark = yearFirst[1] ?? "";
    return text.length === 10 ? { pattern: `yyyy${mark}MM${mark}dd`, usesOrder: false } : undefined;
  }
  const yearLast = /^(9{1,2})([-/.])(9{1,2})\2(9999|99)$/.exec(text);
  if (yearLast !== null) {
    const [, first = "", mark = "", second = "", year = ""] = yearLast;
    const [one, two] = dayFirst ? ["d", "M"] : ["M", "d"];
    const parts = [one.repeat(first.length), two.repeat(second.length), "y".repeat(year.length)];
    return { pattern: parts.join(mark), usesOrder: true };
  }
  const named = /^(9{1,2})([-/ ])(aaa)\2(9999|99)$/.exec(text);
  if (named !== null) {
    const [, day = "", mark = "", , year = ""] = named;
    const parts = ["d".repeat(day.length), "MMM", "y".repeat(year.length)];
    return { pattern: parts.join(mark), usesOrder: false };
  }
  return undefined;
}

function timePattern(text: string): string | undefined {
  const match = timeOfDay.exec(text);
  if (match === null) return undefined;
  const [, hours = "", fraction, half] = match;
  const seconds = text.split(":").length === 3 ? ":ss" : "";
  const hour = (half === undefined ? "H" : "h").repeat(hours.length);
  const parts = fraction === undefined ? "" : `.${"S".repeat(fraction.length)}`;
  const halfDay = half === undefined ? "" : half.startsWith(" ") ? " a" : "a";
  return `${hour}:mm${seconds}${parts}${halfDay}`;
}

function withoutZeros(pattern: string): string {
  return pattern.replace(/dd/, "d").replace(/(?<!M)MM(?!M)/, "M");
}

function dayOrMonthFirst({ first, second }: DateParts): {
  readonly dayFirst: boolean;
  readonly doubts: readonly string[];
} {
  if (first !== null && first > 12) return { dayFirst: true, doubts: [] };
  if (second !== null && second > 12) return { dayFirst: false, doubts: [] };
  return { dayFirst: true, doubts: ["day and month cannot be told apart in these data"] };
}
