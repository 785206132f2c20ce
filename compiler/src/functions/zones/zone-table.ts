import { internalError } from "../../base/assert.js";

/** When a zone changes its offset from UTC, and what the offset is between. */
export interface ZoneTable {
  /** Instants of change, milliseconds since 1970-01-01T00:00Z, rising. */
  readonly starts: readonly number[];
  /** Milliseconds east of UTC: before the first change, then from each change on. */
  readonly offsets: readonly number[];
}

/** Tables hold the changes of these years; before and after, their first and last offset holds. */
export const firstZoneYear = 1850;
export const lastZoneYear = 2100;

const millisPerDay = 86_400_000;
/** The shortest spell between two changes that the search is sure to see. */
const searchStep = 4 * millisPerDay;

const tables = new Map<string, ZoneTable>();

/** The table of a zone that `resolveZone` knows. Computed once from the platform's time zone data. */
export function zoneTable(zone: string): ZoneTable {
  let table = tables.get(zone);
  if (table === undefined) {
    table = fixedOffset(zone) ?? deriveTable(offsetReader(zone));
    tables.set(zone, table);
  }
  return table;
}

/** Whether local time is UTC at all times. */
export function isUtc(table: ZoneTable): boolean {
  return table.offsets.every((offset) => offset === 0);
}

/** `+02:00`: the same offset always. */
function fixedOffset(zone: string): ZoneTable | undefined {
  const parts = fixedOffsetForm.exec(zone);
  if (parts === null) return undefined;
  const [, sign, hours, minutes] = parts;
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return { starts: [], offsets: [sign === "-" ? 0 - size : size] };
}

export const fixedOffsetForm = /^([+-])([01]\d|2[0-3]):([0-5]\d)$/;

function deriveTable(offsetAt: (seconds: number) => number): ZoneTable {
  const starts: number[] = [];
  const end = Date.UTC(lastZoneYear + 1, 0, 1) / 1000;
  let from = Date.UTC(firstZoneYear, 0, 1) / 1000;
  let offset = offsetAt(from);
  const offsets = [offset * 1000];
  while (from < end) {
    const to = from + searchStep / 1000;
    const next = offsetAt(to);
    if (next !== offset) {
      starts.push(changeBetween(from, to, offset, offsetAt) * 1000);
      offsets.push(next * 1000);
    }
    from = to;
    offset = next;
  }
  return { starts, offsets };
}

/** The first second with another offset. */
function changeBetween(
  before: number,
  after: number,
  offset: number,
  offsetAt: (seconds: number) => number,
): number {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** Seconds east of UTC at a second since 1970: what the zone's clock shows, less the instant. */
function offsetReader(zone: string): (seconds: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (seconds) => {
    const numbers =
      format
        .format(seconds * 1000)
        .match(/\d+/g)
        ?.map(Number) ?? [];
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = numbers;
    if (numbers.length !== 6) internalError(`the clock of ${zone} is in an unknown form`);
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
  };
}
