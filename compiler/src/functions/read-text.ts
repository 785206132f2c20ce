import { daysOfDate } from "./calendar.js";

const numberForm = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?$/;
const intForm = /^[+-]?[0-9]{1,16}$/;
const dateForm = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const timestampForm =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/;

export const millisPerDay = 86_400_000;
const firstMillis = -62_135_596_800_000;
const lastMillis = 253_402_300_799_999;

export function readNumber(text: string): number | null {
  if (!numberForm.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

export function readInt(text: string): number | null {
  if (!intForm.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** Days since 1970-01-01 of a real day of the years 1 to 9999. */
export function readDate(text: string): number | null {
  return text.startsWith("0000") ? null : readAnyDate(text);
}

/** Milliseconds since 1970-01-01T00:00Z, an instant of the years 1 to 9999. */
export function readTimestamp(text: string): number | null {
  const form = timestampForm.exec(text);
  if (form === null) return null;
  const [, date = "", hour, minute, second, fraction = "", sign, offsetHours, offsetMinutes] = form;
  const days = readAnyDate(date);
  const clock = [hour, minute, second].map(Number);
  const offset = [offsetHours ?? 0, offsetMinutes ?? 0].map(Number);
  if (days === null) return null;
  const [h = 0, m = 0, sec = 0] = clock;
  const [oh = 0, om = 0] = offset;
  if (h > 23 || m > 59 || sec > 59 || oh > 23 || om > 59) return null;
  const millis = Number(fraction.slice(0, 3).padEnd(3, "0"));
  const local = days * millisPerDay + ((h * 60 + m) * 60 + sec) * 1000 + millis;
  const instant = local - (sign === "-" ? -1 : 1) * (oh * 60 + om) * 60_000;
  return instant < firstMillis || instant > lastMillis ? null : instant;
}

function readAnyDate(text: string): number | null {
  const form = dateForm.exec(text);
  return form === null ? null : daysOfDate(Number(form[1]), Number(form[2]), Number(form[3]));
}
