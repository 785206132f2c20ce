import type { Definition } from "./expand-calls.js";

function of(parameters: string, body: string): Definition {
  return { parameters: parameters === "" ? [] : parameters.split(" "), body };
}

/** A double from here on has no fraction; `floor` and its kin give integers of 64 bits, which end before doubles do. */
const whole = "4503599627370496e0";

/**
 * What the emitted SQL calls, where Spark has it under another name or with another meaning. Bodies name a function
 * of Spark's, even where it is called as what it stands for.
 */
export const sparkFunctions: Readonly<Record<string, Definition | undefined>> = {
  floor: of("x", `CASE WHEN abs(x) < ${whole} THEN CAST(floor(x) AS DOUBLE) ELSE x END`),
  ceil: of("x", `CASE WHEN abs(x) < ${whole} THEN CAST(ceil(x) AS DOUBLE) ELSE x END`),
  trunc: of(
    "x",
    `CASE WHEN abs(x) < ${whole} THEN CAST(CAST(CASE WHEN abs(x) < ${whole} THEN x END AS BIGINT) AS DOUBLE) ELSE x END`,
  ),
  round: of("x", "round(x, 0)"),

  len: of("list", "array_size(list)"),
  list: of("value", "collect_list(value)"),
  list_concat: of("a b", "concat(a, b)"),
  list_contains: of(
    "list value",
    "CASE WHEN list IS NOT NULL THEN coalesce(array_contains(list, value), FALSE) END",
  ),
  list_distinct: of("list", "array_distinct(list)"),
  list_max: of("list", "array_max(list)"),
  list_min: of("list", "array_min(list)"),
  list_position: of("list value", "array_position(list, value)"),
  list_slice: of(
    "list start last",
    "slice(list, start, CASE WHEN last >= start THEN last - start + 1 ELSE 0 END)",
  ),
  list_sort: of("list", "sort_array(list)"),
  list_sum: of("list", "aggregate(list, 0e0, (total, one) -> total + one)"),

  strpos: of("text needle", "instr(text, needle)"),
  starts_with: of("text start", "startswith(text, start)"),
  ends_with: of("text end", "endswith(text, end)"),
  trim: of("text characters", "btrim(text, characters)"),
  // What stands between \Q and \E is itself; a separator with \E in it ends and opens them around that.
  string_split: of(
    "text separator",
    "split(text, concat('\\Q', replace(separator, '\\E', '\\E\\\\E\\Q'), '\\E'), -1)",
  ),
  regexp_matches: of("text pattern", "regexp_like(text, pattern)"),
  regexp_full_match: of("text pattern", "regexp_like(text, concat('\\A(?:', pattern, ')\\z'))"),
  regexp_replace: of("text pattern other flags", "regexp_replace(text, pattern, other)"),
  regexp_extract_all: of("text pattern", "regexp_extract_all(text, pattern, 0)"),

  isodow: of("day", "(weekday(day) + 1)"),
  week: of("day", "weekofyear(day)"),
  isoyear: of("day", "extract(YEAROFWEEK FROM day)"),
  strftime: of("day format", "date_format(day, 'yyyy-MM-dd')"),
  epoch_us: of("instant", "unix_micros(instant)"),
  make_timestamp: of("micros", "timestamp_micros(micros)"),
};
