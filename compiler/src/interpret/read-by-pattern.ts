import type { PatternStep } from "@featc/runtime";
import { assertNever } from "../base/assert.js";
import { monthNames } from "../base/month-names.js";
import { daysOfDate } from "../functions/calendar.js";
import { instantOfLocal } from "../functions/zones/local-time.js";
import { zoneTable } from "../functions/zones/zone-table.js";
import { boundsOfTimestamps } from "../types/interval.js";

const months = monthNames.map((name) => name.toLowerCase());
/** The place of a name in the year, from 0; of its first three letters where that is all there is. */
const placeOf = (name: string): number =>
  months.findIndex((month) => month === asciiLower(name) || month.slice(0, 3) === asciiLower(name));
const millisPerDay = 86_400_000;

type Parts = ReadonlyMap<PatternStep["field"], string>;

/** Milliseconds of a text that shows the clock of a zone (null: UTC), by the parts of a date pattern; null where it does not fit or is no real time. */
export function readByPattern(
  text: string,
  steps: readonly PatternStep[],
  pivot: number,
  zone: string | null,
): number | null {
  const parts = splitByPattern(text, steps);
  return parts === null ? null : millisOf(parts, pivot, zone);
}

/** Every part takes as many characters as it can; none is given back for a later one. */
function splitByPattern(text: string, steps: readonly PatternStep[]): Parts | null {
  const parts = new Map<PatternStep["field"], string>();
  let rest = text;
  for (const step of steps) {
    const found = startOf(rest, step);
    if (found === undefined) return null;
    parts.set(step.field, found);
    rest = rest.slice(found.length);
  }
  return rest === "" ? parts : null;
}

function startOf(text: string, step: PatternStep): string | undefined {
  switch (step.field) {
    case "literal":
      return text.startsWith(step.text) ? step.text : undefined;
    case "monthName": {
      const name = text.slice(0, 3);
      return placeOf(name) === -1 ? undefined : name;
    }
    case "fullMonthName": {
      const month = months.find((name) => asciiLower(text).startsWith(name));
      return month === undefined ? undefined : text.slice(0, month.length);
    }
    case "dayPeriod": {
      const period = text.slice(0, 2);
      return ["am", "pm"].includes(asciiLower(period)) ? period : undefined;
    }
    case "offset": {
      const form = step.colon ? /^(?:Z|[+-][0-9]{2}:[0-9]{2})/ : /^(?:Z|[+-][0-9]{4})/;
      return form.exec(text)?.[0];
    }
    case "year":
    case "shortYear":
    case "month":
    case "day":
    case "hour":
    case "hour12":
    case "minute":
    case "second":
    case "fraction": {
      const digits = /^[0-9]*/.exec(text)?.[0].slice(0, step.max) ?? "";
      return digits.length >= step.min ? digits : undefined;
    }
    default:
      return assertNever(step);
  }
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function millisOf(parts: Parts, pivot: number, zone: string | null): number | null {
  const number = (field: PatternStep["field"], otherwise: number): number =>
    Number(parts.get(field) ?? otherwise);
  const hour = hourOf(parts);
  const minute = number("minute", 0);
  const second = number("second", 0);
  const name = parts.get("monthName") ?? parts.get("fullMonthName");
  const month = name === undefined ? number("month", 1) : placeOf(name) + 1;
  const year = yearOf(parts, pivot);
  const days = daysOfDate(year, month, number("day", 1));
  if (days === null || year < 1 || hour === null || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  const offset = minutesOfOffset(parts.get("offset") ?? "Z");
  if (offset === null) return null;
  const seconds = (hour * 60 + minute - offset) * 60 + second;
  const fraction = (parts.get("fraction") ?? "").padEnd(3, "0").slice(0, 3);
  const written = days * millisPerDay + seconds * 1000 + Number(fraction);
  const isLocal = zone !== null && !parts.has("offset");
  const millis = isLocal ? instantOfLocal(written, zoneTable(zone)) : written;
  return millis < boundsOfTimestamps.low || millis > boundsOfTimestamps.high ? null : millis;
}

/** East of Greenwich is positive. */
function minutesOfOffset(text: string): number | null {
  if (text === "Z") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  if (hours > 23 || minutes > 59) return null;
  return (hours * 60 + minutes) * (text.startsWith("-") ? -1 : 1);
}

function yearOf(parts: Parts, pivot: number): number {
  const short = parts.get("shortYear");
  if (short === undefined) return Number(parts.get("year") ?? 1970);
  return Number(short) < pivot ? 2000 + Number(short) : 1900 + Number(short);
}

/** 12 AM is midnight, 12 PM is noon. */
function hourOf(parts: Parts): number | null {
  const twelve = parts.get("hour12");
  const isAfternoon = asciiLower(parts.get("dayPeriod") ?? "am") === "pm";
  const afternoon = isAfternoon ? 12 : 0;
  if (twelve === undefined) return Number(parts.get("hour") ?? 0) + afternoon;
  const hour = Number(twelve);
  return hour < 1 || hour > 12 ? null : (hour % 12) + afternoon;
}
