import type { NumberStep, PatternStep } from "./date-pattern.js";

type Field = Exclude<PatternStep["field"], "literal">;

/** Letters that mean something, longest first where one starts another. */
const LETTERS: readonly (readonly [letters: string, step: PatternStep])[] = [
  ["yyyy", number("year", 4, 4)],
  ["yy", number("shortYear", 2, 2)],
  ["MMMM", { field: "fullMonthName" }],
  ["MMM", { field: "monthName" }],
  ["MM", number("month", 2, 2)],
  ["M", number("month", 1, 2)],
  ["dd", number("day", 2, 2)],
  ["d", number("day", 1, 2)],
  ["HH", number("hour", 2, 2)],
  ["H", number("hour", 1, 2)],
  ["hh", number("hour12", 2, 2)],
  ["h", number("hour12", 1, 2)],
  ["mm", number("minute", 2, 2)],
  ["ss", number("second", 2, 2)],
  ...Array.from({ length: 9 }, (_, i): readonly [string, PatternStep] => [
    "S".repeat(i + 1),
    number("fraction", i + 1, i + 1),
  ]),
  ["a", { field: "dayPeriod" }],
  ["XX", { field: "offset", colon: false }],
  ["XXX", { field: "offset", colon: true }],
];
const KNOWN = "yyyy yy MMMM MMM MM M dd d HH H hh h mm ss S a XX XXX";

/** What a field is without, from the year down: a pattern may stop, but not leave one out. */
const NEEDS: readonly (readonly [field: string, needed: string])[] = [
  ["month", "year"],
  ["day", "month"],
  ["hour", "day"],
  ["minute", "hour"],
  ["second", "minute"],
  ["fraction", "second"],
  ["offset", "hour"],
];

/**
 * The steps of a date pattern such as `yyyy-MM-dd HH:mm:ss`, or what is wrong with it as one
 * sentence. Letters in single quotes stand for themselves, `''` is a quote.
 *
 * `yyyy` year, `yy` its last two digits, `MM` and `M` month, `MMM` Jan to Dec, `MMMM` January to
 * December, `dd` and `d` day,
 * `HH` and `H` hour 0 to 23, `hh` and `h` hour 1 to 12 with `a` AM or PM, `mm`, `ss`, `S` to
 * `SSSSSSSSS` that many digits of a second's fraction, `XXX` an offset from UTC as +01:00 or Z,
 * `XX` as +0100 or Z. Of the others a single letter takes one digit or two.
 */
export function compileDatePattern(pattern: string): readonly PatternStep[] | string {
  const steps: PatternStep[] = [];
  let literal = "";
  for (let i = 0; i < pattern.length;) {
    const c = pattern.charAt(i);
    if (c === "'") {
      const quoted = quotedText(pattern, i);
      if (quoted === null) return `the quote at character ${i + 1} is not closed`;
      literal += quoted.text;
      i = quoted.end;
    } else if (isAsciiLetter(c)) {
      const letters = runOf(pattern, i);
      const step = LETTERS.find(([known]) => known === letters)?.[1];
      if (step === undefined) return unknownLetters(letters);
      if (literal !== "") steps.push({ field: "literal", text: literal });
      literal = "";
      steps.push(step);
      i += letters.length;
    } else {
      literal += c;
      i += 1;
    }
  }
  if (literal !== "") steps.push({ field: "literal", text: literal });
  return problemOf(steps) ?? steps;
}

function problemOf(steps: readonly PatternStep[]): string | null {
  const parts = new Set<string>();
  for (const [k, step] of steps.entries()) {
    if (step.field === "literal") continue;
    const part = partOf(step.field);
    if (parts.has(part)) return `the ${part} stands in it twice`;
    parts.add(part);
    const following = steps[k + 1];
    if (following !== undefined && isOpen(step) && startsWithDigit(following)) {
      return `nothing shows where the ${part} ends; write it with two letters`;
    }
  }
  if (!parts.has("year")) return "it has no year (yyyy or yy)";
  for (const [field, needed] of NEEDS) {
    if (parts.has(field) && !parts.has(needed)) return `it has ${articled(field)} but no ${needed}`;
  }
  const twelve = steps.some((step) => step.field === "hour12");
  if (twelve && !parts.has("AM/PM")) return "an hour of 1 to 12 (h) needs AM or PM (a)";
  if (!twelve && parts.has("AM/PM")) return "AM or PM (a) needs an hour of 1 to 12 (h or hh)";
  return null;
}

function partOf(field: Field): string {
  switch (field) {
    case "shortYear":
      return "year";
    case "monthName":
    case "fullMonthName":
      return "month";
    case "hour12":
      return "hour";
    case "dayPeriod":
      return "AM/PM";
    case "year":
    case "month":
    case "day":
    case "hour":
    case "minute":
    case "second":
    case "fraction":
    case "offset":
      return field;
  }
}

function isOpen(step: PatternStep): boolean {
  return "min" in step && step.min < step.max;
}

function startsWithDigit(step: PatternStep): boolean {
  return "min" in step || (step.field === "literal" && /^[0-9]/.test(step.text));
}

function unknownLetters(letters: string): string {
  return `${letters} means nothing in it; known are ${KNOWN}, and other letters go in single quotes`;
}

function quotedText(pattern: string, open: number): { text: string; end: number } | null {
  if (pattern.charAt(open + 1) === "'") return { text: "'", end: open + 2 };
  let text = "";
  for (let i = open + 1; i < pattern.length; i++) {
    if (pattern.charAt(i) !== "'") {
      text += pattern.charAt(i);
    } else if (pattern.charAt(i + 1) === "'") {
      text += "'";
      i += 1;
    } else {
      return { text, end: i + 1 };
    }
  }
  return null;
}

function runOf(pattern: string, from: number): string {
  let end = from + 1;
  while (pattern.charAt(end) === pattern.charAt(from)) end++;
  return pattern.slice(from, end);
}

function isAsciiLetter(c: string): boolean {
  return (c >= "a" && c <= "z") || (c >= "A" && c <= "Z");
}

function number(field: NumberStep["field"], min: number, max: number): NumberStep {
  return { field, min, max };
}

function articled(field: string): string {
  return field === "hour" || field === "offset" ? `an ${field}` : `a ${field}`;
}
