import { boundsOfTimestamps, meet } from "../types/interval.js";
import { timestampType } from "../types/type.js";
import type { ArgumentFact } from "./definition.js";
import { always, constantAt, domainAt, never, numberAt, textAt, whole } from "./arguments.js";
import { defineFunctions } from "./definition.js";
import type { Param } from "./definition.js";
import { clockUnit } from "./time.table.js";
import { localTime, truncateLocal } from "./zones/local-time.js";
import { zoneTable } from "./zones/zone-table.js";

const ts: Param = { name: "ts", type: "timestamp" };
const zone: Param = { name: "zone", type: "string", constant: true };

/**
 * What calls with a zone become. No formula names them: a local time is no instant, and only functions that
 * ask for a day or a time of day may see it.
 */
export const localFunctions = defineFunctions({
  local_time: {
    summary: "What the zone's clock shows, as the timestamp that has this date and time in UTC.",
    params: [ts, zone],
    result: always(timestampType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const { low, high } = domainAt(args, 0);
      const offsets = offsetsAt(args, 1);
      return kept(low + Math.min(...offsets), high + Math.max(...offsets));
    },
    evaluate: (args) => localTime(numberAt(args, 0), zoneTable(textAt(args, 1))),
  },
  local_trunc: {
    summary: "The start of the unit on the zone's clock that contains ts.",
    params: [{ name: "unit", type: "string", constant: true }, ts, zone],
    result: always(timestampType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const { low, high } = domainAt(args, 1);
      const unit = constantAt(args, 0);
      const offsets = offsetsAt(args, 2);
      const longest =
        clockUnit(typeof unit === "string" ? unit : "day") +
        (Math.max(...offsets) - Math.min(...offsets));
      return kept(low - longest, high);
    },
    evaluate: (args) =>
      truncateLocal(clockUnit(textAt(args, 0)), numberAt(args, 1), zoneTable(textAt(args, 2))),
  },
});

/** All offsets of a zone that is a literal; a day either way where it is none. */
function offsetsAt(args: readonly ArgumentFact[], position: number): readonly number[] {
  const name = constantAt(args, position);
  return typeof name === "string" ? zoneTable(name).offsets : [-86_400_000, 86_400_000];
}

function kept(low: number, high: number) {
  return meet(whole(low, high), boundsOfTimestamps) ?? boundsOfTimestamps;
}
