import type { Type } from "../../types/type.js";
import { call } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/** What lies outside the limits of the type is missing. */
export function guarded(value: Sql, type: Type): Sql {
  switch (type.kind) {
    case "int":
    case "duration":
      return call("featc_int", value);
    case "date":
      return call("featc_date_in_range", value);
    case "timestamp":
      return call("featc_timestamp_in_range", value);
    default:
      return call("featc_finite", value);
  }
}
