import type { PatternStep } from "@featc/runtime";
import { monthNames } from "../../base/month-names.js";
import type { WireFormat } from "../../ir/program.js";
import { once } from "./once.js";
import type { Scope } from "./scope.js";
import {
  atom,
  call,
  cases,
  infix,
  isWellFormed,
  numberLiteral,
  plain,
  sqlNull,
  textLiteral,
} from "./sql-text.js";
import type { Sql } from "./sql-text.js";

type Patterns = Extract<WireFormat, { readonly kind: "patterns" }>;

/** Milliseconds of a text by the first pattern that fits; NULL where none does. */
export function readPatterns(raw: Sql, format: Patterns, scope: Pick<Scope, "file">): Sql {
  return once(raw, scope, (text) => {
    const readings = format.patterns.map(({ steps }) => readPattern(text, steps, format, scope));
    return readings.length === 1 ? (readings[0] ?? sqlNull) : call("coalesce", ...readings);
  });
}

/** Letters of ASCII in either case: engines that ignore case take others for them too. */
function anyCase(text: string): string {
  return [...text].map((letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`).join("");
}

function partPattern(step: PatternStep): string {
  switch (step.field) {
    case "literal":
      return escaped(step.text);
    case "monthName":
      return `(?:${monthNames.map((name) => anyCase(name.slice(0, 3))).join("|")})`;
    case "fullMonthName":
      return `(?:${monthNames.map(anyCase).join("|")})`;
    case "dayPeriod":
      return "(?:[Aa][Mm]|[Pp][Mm])";
    case "offset":
      return step.colon ? "(?:Z|[+-][0-9]{2}:[0-9]{2})" : "(?:Z|[+-][0-9]{4})";
    default:
      return step.min === step.max ? `[0-9]{${step.min}}` : `[0-9]{${step.min},${step.max}}`;
  }
}

function escaped(text: string): string {
  return [...text]
    .map((character) =>
      /[A-Za-z0-9 ]/.test(character)
        ? character
        : `\\x{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
    )
    .join("");
}

/** Whether a part may stop before digits that the next part begins with: then engines with backtracking read more texts. */
function mayGiveBack(steps: readonly PatternStep[]): boolean {
  return steps.some((step, i) => {
    const next = steps[i + 1];
    if (next === undefined || !("min" in step) || step.min === step.max) return false;
    return "min" in next || (next.field === "literal" && /^[0-9]/.test(next.text));
  });
}

function readPattern(
  text: Sql,
  steps: readonly PatternStep[],
  { pivot, zone }: Patterns,
  scope: Pick<Scope, "file">,
): Sql {
  if (mayGiveBack(steps)) {
    scope.file.refusals.add("a date pattern in which digits of changing number stand side by side");
    return sqlNull;
  }
  if (steps.some((step) => step.field === "literal" && !isWellFormed(step.text))) {
    return atom("CAST(NULL AS DOUBLE)");
  }
  const parts = steps.map((step) =>
    step.field === "literal" ? partPattern(step) : `(${partPattern(step)})`,
  );
  const pattern = textLiteral(`\\A${parts.join("")}\\z`);
  // Of a part that stands twice the last counts.
  const groups = new Map(
    steps.filter(({ field }) => field !== "literal").map(({ field }, i) => [field, i + 1]),
  );
  const group = (field: PatternStep["field"]): Sql | undefined => {
    const position = groups.get(field);
    return position === undefined
      ? undefined
      : atom(`regexp_extract(m, ${pattern.text}, ${position})`);
  };
  const number = (field: PatternStep["field"], otherwise: number): Sql => {
    const digits = group(field);
    return digits === undefined
      ? numberLiteral(otherwise)
      : atom(`CAST(TRY_CAST(${digits.text} AS INTEGER) AS DOUBLE)`);
  };
  const whole = cases([{ when: call("regexp_matches", text, pattern), value: text }]);
  const days = call(
    "featc_days_of",
    yearOf(group, number, pivot),
    monthOf(group, number),
    number("day", 1),
  );
  const minuteOfDay = infix(
    infix(hourOf(group, number), "*", numberLiteral(60)),
    "+",
    limitedTo(number("minute", 0), 59),
  );
  const offset = group("offset");
  const seconds = infix(
    infix(
      offset === undefined ? minuteOfDay : infix(minuteOfDay, "-", offsetMinutes(offset)),
      "*",
      numberLiteral(60),
    ),
    "+",
    limitedTo(number("second", 0), 59),
  );
  const fraction = group("fraction");
  const millis = infix(
    infix(
      infix(days, "*", numberLiteral(86_400_000)),
      "+",
      infix(seconds, "*", numberLiteral(1000)),
    ),
    "+",
    fraction === undefined
      ? numberLiteral(0)
      : atom(`CAST(TRY_CAST(substr(rpad(${fraction.text}, 3, '0'), 1, 3) AS INTEGER) AS DOUBLE)`),
  );
  const instant = zone === null || offset !== undefined ? millis : ofLocal(millis, zone, scope);
  return atom(
    scope.file.dialect.bind("m", whole.text, call("featc_timestamp_in_range", instant).text),
  );
}

type GroupOf = (field: PatternStep["field"]) => Sql | undefined;
type NumberOf = (field: PatternStep["field"], otherwise: number) => Sql;

function limitedTo(value: Sql, high: number): Sql {
  return value.isPlain
    ? value
    : cases([{ when: infix(value, "<=", numberLiteral(high)), value: value }]);
}

function yearOf(group: GroupOf, number: NumberOf, pivot: number): Sql {
  if (group("shortYear") === undefined) {
    const year = number("year", 1970);
    return year.isPlain
      ? year
      : cases([{ when: infix(year, ">=", numberLiteral(1)), value: year }]);
  }
  const short = number("shortYear", 0);
  return infix(
    short,
    "+",
    cases(
      [{ when: infix(short, "<", numberLiteral(pivot)), value: numberLiteral(2000) }],
      numberLiteral(1900),
    ),
  );
}

function monthOf(group: GroupOf, number: NumberOf): Sql {
  const name = group("monthName") ?? group("fullMonthName");
  if (name === undefined) return number("month", 1);
  const names = monthNames.map((month) => month.slice(0, 3).toLowerCase()).join("");
  return atom(
    `CAST((strpos(${textLiteral(names).text}, featc_lower(substr(${name.text}, 1, 3))) + 2) // 3 AS DOUBLE)`,
  );
}

/** 12 AM is midnight, 12 PM is noon. */
function hourOf(group: GroupOf, number: NumberOf): Sql {
  const period = group("dayPeriod");
  const afternoon =
    period === undefined
      ? numberLiteral(0)
      : cases(
          [
            {
              when: infix(call("featc_lower", period), "=", textLiteral("pm")),
              value: numberLiteral(12),
            },
          ],
          numberLiteral(0),
        );
  if (group("hour12") === undefined) return limitedTo(infix(number("hour", 0), "+", afternoon), 23);
  const hour = number("hour12", 0);
  const ofTwelve = cases([
    { when: infix(hour, "=", numberLiteral(12)), value: numberLiteral(0) },
    {
      when: infix(infix(hour, ">=", numberLiteral(1)), "AND", infix(hour, "<=", numberLiteral(12))),
      value: hour,
    },
  ]);
  return infix(ofTwelve, "+", afternoon);
}

function offsetMinutes(offset: Sql): Sql {
  const digits = (start: string): Sql =>
    atom(`CAST(TRY_CAST(substr(${offset.text}, ${start}, 2) AS INTEGER) AS DOUBLE)`);
  const hours = limitedTo(digits("2"), 23);
  const minutes = limitedTo(digits(`length(${offset.text}) - 1`), 59);
  const size = infix(infix(hours, "*", numberLiteral(60)), "+", minutes);
  return cases(
    [
      { when: infix(offset, "=", textLiteral("Z")), value: numberLiteral(0) },
      {
        when: call("starts_with", offset, textLiteral("-")),
        value: infix(numberLiteral(0), "-", size),
      },
    ],
    size,
  );
}

/** The earlier of two instants with that local time; a skipped time counts on from before the change. */
function ofLocal(local: Sql, zone: string, scope: Pick<Scope, "file">): Sql {
  const { dialect } = scope.file;
  const { offset, offsets } = scope.file.zone(zone);
  return once(local, scope, (shown) => {
    const name = scope.file.fresh();
    const candidates = dialect.list(
      offsets.map((known) => infix(shown, "-", numberLiteral(known)).text),
    );
    const one = plain(name);
    const isOne = infix(infix(one, "+", call(offset, one)), "=", shown);
    const earliest = call("list_min", atom(dialect.filter(candidates, name, isOne.text)));
    // Before the change by more than any gap is long, the clock has the offset from before it.
    const before = call(offset, infix(shown, "-", numberLiteral(86_400_000)));
    return call("coalesce", earliest, infix(shown, "-", before));
  });
}
