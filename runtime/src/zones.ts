// Local time by tables that were fixed when the spec was compiled. A local time is written as the
// timestamp that has the same date and time of day in UTC.

import { DAY, FIRST_DAY, LAST_DAY } from "./calendar.js";
import { timestampTrunc } from "./dates.js";
import type { TimestampUnit } from "./dates.js";

const FIRST = FIRST_DAY * DAY;
const LAST = (LAST_DAY + 1) * DAY - 1;

/** When a zone changes its offset from UTC, in milliseconds. */
export interface ZoneTable {
  /** Instants of change, rising. */
  readonly starts: readonly number[];
  /** East of UTC is positive: before the first change, then from each change on. */
  readonly offsets: readonly number[];
  /** From these local times on, the clock shows the offset after each change and no longer the one before. */
  readonly localStarts: readonly number[];
}

/**
 * The table of a zone whose offsets, in seconds, come in the order of `order`: a letter for each, `a` for the
 * first of `offsets`. The first change is at the second `first`, each other one so many times `unit`
 * seconds after the one before as `steps` says.
 */
export function zoneTable(
  offsets: readonly number[],
  order: string,
  first: number,
  unit: number,
  steps: readonly number[],
): ZoneTable {
  const all: number[] = [];
  for (let i = 0; i < order.length; i++) {
    all.push((offsets[order.charCodeAt(i) - 97] as number) * 1000);
  }
  const starts: number[] = [];
  const localStarts: number[] = [];
  let time = first * 1000;
  for (let i = 0; i + 1 < all.length; i++) {
    if (i > 0) time += (steps[i - 1] as number) * unit * 1000;
    starts.push(time);
    localStarts.push(time + Math.max(all[i] as number, all[i + 1] as number));
  }
  return { starts, offsets: all, localStarts };
}

/** What the zone's clock shows at an instant; kept in the years 1 to 9999. */
export function localTime(timestamp: number, zone: ZoneTable): number {
  return withinYears(timestamp + (zone.offsets[reached(zone.starts, timestamp)] as number));
}

/**
 * The instant at which the zone's clock shows a local time: the earlier one of two; for a time that the
 * clock skips, what it would be had the clock not been changed. NaN for NaN and outside the years 1 to 9999.
 */
export function instantOfLocal(local: number, zone: ZoneTable): number {
  const instant = local - (zone.offsets[reached(zone.localStarts, local)] as number);
  return instant >= FIRST && instant <= LAST ? instant : NaN;
}

/** Start of the unit on the zone's clock that contains the timestamp: the first instant of that day or hour. */
export function localTrunc(unit: TimestampUnit, timestamp: number, zone: ZoneTable): number {
  const i = reached(zone.starts, timestamp);
  const offset = zone.offsets[i] as number;
  const floor = timestampTrunc(unit, timestamp + offset);
  if (i === 0) return withinYears(floor - offset);
  const change = zone.starts[i - 1] as number;
  if (floor - offset >= change) return withinYears(floor - offset);
  // The unit began before the clock was changed, or in what was skipped.
  const earlier = floor - (zone.offsets[i - 1] as number);
  if (earlier >= change) return change;
  return withinYears(floor - (zone.offsets[reached(zone.localStarts, floor)] as number));
}

/** How many of the rising times are at or before `time`. */
function reached(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withinYears(time: number): number {
  return time < FIRST ? FIRST : time > LAST ? LAST : time;
}
