import { boundsOfTimestamps } from "../../types/interval.js";
import type { ZoneTable } from "./zone-table.js";

/** What the zone's clock shows at an instant, written as if it were UTC; kept in the years 1 to 9999. */
export function localTime(instant: number, table: ZoneTable): number {
  return withinYears(instant + offsetAt(instant, table));
}

/**
 * The instant at which the zone's clock shows a local time. Of two, the earlier one; a time that the
 * clock skips is as far behind the change as it would be had the clock not been changed.
 */
export function instantOfLocal(local: number, table: ZoneTable): number {
  const instants = instantsOfLocal(local, table);
  return instants.length > 0 ? Math.min(...instants) : local - offsetBeforeGap(local, table);
}

/** All instants at which the clock shows it: none, one or two. */
export function instantsOfLocal(local: number, table: ZoneTable): readonly number[] {
  return [...new Set(table.offsets)]
    .filter((offset) => offsetAt(local - offset, table) === offset)
    .map((offset) => local - offset);
}

/** The start of the stretch of `size` milliseconds on the zone's clock that contains an instant. */
export function truncateLocal(size: number, instant: number, table: ZoneTable): number {
  const offset = offsetAt(instant, table);
  const floor = Math.floor((instant + offset) / size) * size;
  // The clock has gone on evenly since the latest change, before it with the offset of that time.
  const change = table.starts.filter((start) => start <= instant).at(-1);
  const even = floor - offset;
  if (change === undefined || even >= change) return withinYears(even);
  const instants = instantsOfLocal(floor, table).filter((one) => one <= instant);
  return instants.length > 0 ? Math.min(...instants) : change;
}

export function offsetAt(instant: number, table: ZoneTable): number {
  const changes = table.starts.filter((start) => start <= instant).length;
  return table.offsets[changes] ?? 0;
}

function offsetBeforeGap(local: number, table: ZoneTable): number {
  const change = table.starts.findIndex((start, i) => {
    const [before = 0, after = 0] = table.offsets.slice(i, i + 2);
    return start + before <= local && local < start + after;
  });
  return table.offsets[change] ?? 0;
}

function withinYears(time: number): number {
  const { low, high } = boundsOfTimestamps;
  return Math.min(Math.max(time, low), high);
}
