import { internalError } from "../../base/assert.js";
import type { FunctionName } from "../../functions/registry.js";
import type { Call } from "../../ir/nodes.js";
import { boundsOfTimestamps } from "../../types/interval.js";
import { numberOf, textOf } from "./constant-argument.js";
import { buckets, interpolation, position } from "./edge-lowering.js";
import { guarded } from "./guarded.js";
import { once } from "./once.js";
import { classPattern, extraction, firstMatch, matching, unicodeCase } from "./text-lowering.js";
import { refuse } from "./scope.js";
import type { Scope } from "./scope.js";
import { atom, call, cases, infix, numberLiteral, plain, prefix, textLiteral } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

/**
 * What a call becomes. It is NULL where an argument is, and where the function is missing; it never fails, whatever
 * its arguments.
 */
export type Lowering = (args: readonly Sql[], expr: Call, scope: Scope) => Sql;

const absent = (): never => internalError("an argument is absent");

const [x, y] = [
  (args: readonly Sql[]): Sql => args[0] ?? absent(),
  (args: readonly Sql[]): Sql => args[1] ?? absent(),
];

/** A macro, or a function that the engines have, of all arguments. */
function named(name: string): Lowering {
  return (args) => call(name, ...args);
}

/** What leaves the limits of its type is missing; where analysis shows that nothing does, it is not asked. */
function limited(lowering: Lowering): Lowering {
  return (args, expr, scope) => {
    const result = lowering(args, expr, scope);
    return scope.file.facts.of(expr).missing ? guarded(result, expr.type) : result;
  };
}

function folded(name: string): Lowering {
  return (args) => args.reduce((a, b) => call(name, a, b));
}

function refused(reason: string): Lowering {
  return (_, expr, scope) => refuse(scope, `${expr.fn}: ${reason}`);
}

/** `math: native` leaves the last bit to the engine; here every engine gives the bits of `math: strict`. */
const soft = named;

const nfkd = "no engine has the normalization form NFKD of the pinned version of Unicode";

export const functionLowering: Readonly<Record<FunctionName, Lowering>> = {
  abs: named("abs"),
  sign: (args, _, scope) =>
    once(x(args), scope, (value) =>
      cases([
        { when: infix(value, ">", numberLiteral(0)), value: numberLiteral(1) },
        { when: infix(value, "<", numberLiteral(0)), value: numberLiteral(-1) },
        { when: infix(value, "=", numberLiteral(0)), value: numberLiteral(0) },
      ]),
    ),
  least: folded("featc_least"),
  greatest: folded("featc_greatest"),
  clip: ([value = absent(), low = absent(), high = absent()], _, scope) =>
    once(value, scope, (of) =>
      cases(
        [
          { when: infix(of, "<", low), value: low },
          { when: infix(of, ">", high), value: high },
        ],
        of,
      ),
    ),
  mod: limited(named("featc_mod")),
  sqrt: (args, _, scope) =>
    once(x(args), scope, (of) =>
      call("sqrt", cases([{ when: infix(of, ">=", numberLiteral(0)), value: of }])),
    ),
  hypot: limited(([a = absent(), b = absent()], _, scope) =>
    once(a, scope, (left) =>
      once(b, scope, (right) =>
        call("sqrt", infix(infix(left, "*", left), "+", infix(right, "*", right))),
      ),
    ),
  ),
  floor: limited(named("floor")),
  ceil: limited(named("ceil")),
  trunc: limited(named("trunc")),
  round_half_even: limited(named("featc_half_even")),
  round: limited((args, expr) => {
    if (expr.args.length === 1) return call("round", x(args));
    const k = numberOf(expr.args[1]);
    const scale = numberLiteral(Number(`1e${Math.abs(k)}`));
    return k < 0
      ? infix(call("round", infix(x(args), "/", scale)), "*", scale)
      : infix(call("round", infix(x(args), "*", scale)), "/", scale);
  }),
  to_number: (args) => x(args),
  to_int: named("featc_whole"),
  float32: named("featc_float32"),
  exp: soft("featc_exp"),
  expm1: soft("featc_expm1"),
  ln: soft("featc_ln"),
  log1p: soft("featc_log1p"),
  log10: soft("featc_log10"),
  log2: soft("featc_log2"),
  pow: soft("featc_pow"),
  tanh: soft("featc_tanh"),
  sigmoid: soft("featc_sigmoid"),
  logit: soft("featc_logit"),
  sinpi: soft("featc_sinpi"),
  cospi: soft("featc_cospi"),
  cyclic_sin: cyclic("featc_sinpi"),
  cyclic_cos: cyclic("featc_cospi"),
  sin: soft("featc_sin"),
  cos: soft("featc_cos"),
  asin: soft("featc_asin"),
  atan2: soft("featc_atan2"),
  radians: (args) => infix(x(args), "*", numberLiteral(0.017453292519943295)),
  degrees: limited((args) => infix(x(args), "*", numberLiteral(57.29577951308232))),
  haversine_km: soft("featc_haversine_km"),
  interpolate: interpolation,
  xor: (args) => infix(x(args), "<>", y(args)),
  bucketize: buckets,
  index_in: position,
  standardize: limited(([value = absent(), mean = absent(), sd = absent()]) =>
    infix(infix(value, "-", mean), "/", sd),
  ),
  min_max_scale: limited(([value = absent(), low = absent()], expr) =>
    infix(
      infix(value, "-", low),
      "/",
      numberLiteral(numberOf(expr.args[2]) - numberOf(expr.args[1])),
    ),
  ),
  hash_bucket: hashBucket,
  length: (args) => toNumber(call("length", x(args)), "DOUBLE"),
  lower: named("featc_lower"),
  upper: named("featc_upper"),
  trim: named("featc_trim"),
  substr: named("featc_substr"),
  left: ([text = absent(), n = absent()]) => call("featc_substr", text, numberLiteral(1), n),
  right: named("featc_right"),
  starts_with: named("starts_with"),
  ends_with: named("ends_with"),
  contains: named("contains"),
  index_of: (args) =>
    call("nullif", toNumber(call("strpos", x(args), y(args)), "DOUBLE"), numberLiteral(0)),
  concat: (args) => args.reduce((a, b) => infix(a, "||", b)),
  replace: named("replace"),
  part: ([text = absent(), separator = absent(), k = absent()]) =>
    call("featc_piece", call("string_split", text, separator), k),
  split: ([text = absent(), separator = absent()]) => call("string_split", text, separator),
  count_words: named("featc_count_words"),
  collapse_spaces: named("featc_collapse_spaces"),
  matches: matching,
  keep: classPattern(true),
  remove: classPattern(false),
  extract: extraction,
  first_match: firstMatch,
  cross: ([a = absent(), b = absent()], { args }) =>
    infix(infix(keyText(a, args[0]), "||", textLiteral("|")), "||", keyText(b, args[1])),
  lower_unicode: unicodeCase("lower"),
  upper_unicode: unicodeCase("upper"),
  normalize_nfkd: refused(nfkd),
  strip_accents: refused(nfkd),
  parse_number: named("featc_parse_number"),
  parse_int: named("featc_parse_int"),
  parse_date: named("featc_parse_date"),
  parse_timestamp: named("featc_parse_timestamp"),
  date_text: (args) => atom(`strftime(featc_day(${x(args).text}), '%Y-%m-%d')`),
  int_text: named("featc_int_text"),
  year: named("featc_year"),
  month: named("featc_month"),
  day: named("featc_day_of_month"),
  quarter: named("featc_quarter"),
  day_of_year: named("featc_day_of_year"),
  day_of_week: named("featc_day_of_week"),
  iso_week: named("featc_iso_week"),
  iso_year: named("featc_iso_year"),
  hour: named("featc_hour"),
  minute: named("featc_minute"),
  second: named("featc_second"),
  seconds_of_day: named("featc_seconds_of_day"),
  date: named("featc_day_of_ms"),
  date_trunc: (args, expr) => {
    const unit = textOf(expr.args[0]);
    return unit === "day" ? y(args) : call(`featc_${unit}_start`, y(args));
  },
  ts_trunc: (args, expr) => {
    const size = numberLiteral(clockUnits[textOf(expr.args[0])] ?? absent());
    return infix(call("floor", infix(y(args), "/", size)), "*", size);
  },
  local_time: ([ts = absent()], expr, scope) => {
    const { offset } = scope.file.zone(textOf(expr.args[1]));
    return once(ts, scope, (of) => withinYears(infix(of, "+", call(offset, of)), scope));
  },
  local_trunc: localTrunc,
  add_months: named("featc_add_months"),
  days_between: (args) => infix(y(args), "-", x(args)),
  months_between: named("featc_months_between"),
  years_between: (args) =>
    call("trunc", infix(call("featc_months_between", ...args), "/", numberLiteral(12))),
  epoch_ms: (args) => x(args),
  is_weekend: (args) => infix(call("featc_day_of_week", x(args)), ">=", numberLiteral(6)),
};

const clockUnits: Readonly<Record<string, number | undefined>> = {
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
};

function toNumber(of: Sql, type: string): Sql {
  return atom(`CAST(${of.text} AS ${type})`);
}

function cyclic(name: string): Lowering {
  return ([value = absent(), period = absent()]) =>
    call(name, infix(infix(numberLiteral(2), "*", value), "/", period));
}

/** A key as the text that is hashed: an int in decimal digits. */
function keyText(of: Sql, expr: Call["args"][number] | undefined): Sql {
  return expr?.type.kind === "int" ? call("featc_int_text", of) : of;
}

function hashBucket(args: readonly Sql[], expr: Call, scope: Scope): Sql {
  const algorithm = expr.args.length > 3 ? textOf(expr.args[3]) : "sha256";
  const key = keyText(x(args), expr.args[0]);
  const salt = expr.args.length > 2 ? textOf(expr.args[2]) : "";
  const hashed = salt === "" ? key : infix(args[2] ?? absent(), "||", key);
  if (algorithm === "murmur3") {
    return refuse(scope, 'hash_bucket with "murmur3": no function of the engine computes it');
  }
  return call(algorithm === "md5" ? "featc_hash_bucket_md5" : "featc_hash_bucket", hashed, y(args));
}

/** Kept in the years 1 to 9999. */
function withinYears(time: Sql, scope: Scope): Sql {
  const low = numberLiteral(boundsOfTimestamps.low);
  const high = numberLiteral(boundsOfTimestamps.high);
  return once(time, scope, (of) =>
    cases(
      [
        { when: infix(of, "<", low), value: low },
        { when: infix(of, ">", high), value: high },
      ],
      of,
    ),
  );
}

/** The start of the unit on the zone's clock: back on the even clock, or at the change if that came between. */
function localTrunc(args: readonly Sql[], expr: Call, scope: Scope): Sql {
  const { dialect } = scope.file;
  const size = numberLiteral(clockUnits[textOf(expr.args[0])] ?? absent());
  const zone = scope.file.zone(textOf(expr.args[2]));
  return once(y(args), scope, (instant) =>
    once(call(zone.offset, instant), scope, (offset) => {
      const shown = infix(instant, "+", offset);
      const start = infix(call("floor", infix(shown, "/", size)), "*", size);
      return once(start, scope, (floor) =>
        once(call(zone.change, instant), scope, (change) => {
          const even = infix(floor, "-", offset);
          const name = scope.file.fresh();
          const one = plain(name);
          const candidates = dialect.list(
            zone.offsets.map((known) => infix(floor, "-", numberLiteral(known)).text),
          );
          const isOne = infix(
            infix(infix(one, "+", call(zone.offset, one)), "=", floor),
            "AND",
            infix(one, "<=", instant),
          );
          const earliest = call("list_min", atom(dialect.filter(candidates, name, isOne.text)));
          return cases(
            [
              {
                when: infix(
                  prefix("NOT", infix(infix(even, "<", change), "IS", plain("TRUE"))),
                  "AND",
                  infix(floor, "IS NOT", plain("NULL")),
                ),
                value: withinYears(even, scope),
              },
            ],
            call("coalesce", earliest, change),
          );
        }),
      );
    }),
  );
}
