import type { DurationUnit } from "./ast.js";

export const millisPerUnit: Readonly<Record<DurationUnit, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const durationPattern = /^([0-9_]+)(ms|s|min|h|d|w)$/;

export interface DurationReading {
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly millis: number;
}

/** The text of a Duration token; undefined where it is more than 2^53 - 1 milliseconds. */
export function readDuration(text: string): DurationReading | undefined {
  const parts = durationPattern.exec(text);
  const amount = Number((parts?.[1] ?? "").replaceAll("_", ""));
  const unit = (parts?.[2] ?? "ms") as DurationUnit;
  const millis = amount * millisPerUnit[unit];
  return Number.isSafeInteger(millis) ? { amount, unit, millis } : undefined;
}

const unitWords: Readonly<Record<string, DurationUnit>> = {
  milli: "ms",
  millis: "ms",
  millisecond: "ms",
  milliseconds: "ms",
  sec: "s",
  secs: "s",
  second: "s",
  seconds: "s",
  m: "min",
  mins: "min",
  minute: "min",
  minutes: "min",
  hr: "h",
  hrs: "h",
  hour: "h",
  hours: "h",
  day: "d",
  days: "d",
  wk: "w",
  week: "w",
  weeks: "w",
};
const calendarUnit = /^(?:mo|mon|mth|months?|M|q|quarters?|y|yr|yrs|years?)$/;

/** The unit that a word behind a number may have meant. */
export function durationUnitOf(word: string): DurationUnit | "calendar" | undefined {
  if (word in millisPerUnit) return word as DurationUnit;
  if (calendarUnit.test(word)) return "calendar";
  return Object.hasOwn(unitWords, word) ? unitWords[word] : undefined;
}

export interface MalformedReading {
  readonly code: "formula/number-form" | "formula/duration-unit";
  readonly hint: string;
}

/** What was probably meant by a MalformedNumber token. */
export function explainMalformedNumber(text: string): MalformedReading {
  const form = (hint: string): MalformedReading => ({ code: "formula/number-form", hint });
  if (/^\.\d+$/.test(text)) return form(`write \`0${text}\``);
  if (/^[\d_]*\d\.$/.test(text)) return form(`write \`${text}0\` or \`${text.slice(0, -1)}\``);
  if (/^0[xXoObB]/.test(text)) return form("numbers are written in decimal");
  if (/^[\d.]+\.[\d.]*$/.test(text) && text.split(".").length > 2) {
    return form("a number has one decimal point; a version or an address is a string");
  }
  const united = /^(\d[\d_]*(?:\.\d+)?)([A-Za-z]+)$/.exec(text);
  if (united !== null) return explainUnit(united[1] ?? "", united[2] ?? "");
  if (text.includes("_")) return form("`_` stands between two digits");
  return form("a number is written like 42, 1_000, 0.5 or 1e-3");
}

function explainUnit(amount: string, word: string): MalformedReading {
  const code = "formula/duration-unit";
  const unit = durationUnitOf(word);
  if (unit === "calendar") {
    return {
      code,
      hint: "months and years differ in length: write days, or use `add_months` on a date",
    };
  }
  if (unit !== undefined) {
    return amount.includes(".")
      ? { code, hint: "durations are whole numbers: use a smaller unit, `90min` for 1.5 hours" }
      : { code, hint: `write \`${amount}${unit}\`` };
  }
  return {
    code: /^[eE]$/.test(word) ? "formula/number-form" : code,
    hint: /^[eE]$/.test(word)
      ? `the exponent is empty: write \`${amount}e3\``
      : "the units are ms, s, min, h, d and w; a product needs its `*`",
  };
}
