import type { ExtractStep } from "@featc/runtime";
import { internalError } from "../../base/assert.js";
import { nativeMath } from "../../functions/native-math.js";
import type { FunctionName } from "../../functions/registry.js";
import type { Call, Expr } from "../../ir/nodes.js";
import { characterClass } from "../../pattern/character-class.js";
import { compileExtract, rangesOf } from "../../pattern/extract-pattern.js";
import { compilePattern } from "../../pattern/compile-pattern.js";
import type { Constant } from "../../types/value.js";
import { binary, call, conditional, constant, methodCall, numberCode, primary } from "./code.js";
import type { Code } from "./code.js";
import type { ExpressionScope } from "./expression-scope.js";
import { zoneLiteral, zoneSubject } from "./zone-literal.js";
import { literal, objectLiteral } from "../text/literal.js";
import type { RuntimeName } from "../text/runtime-names.js";

/** What a built-in function becomes in TypeScript. */
export interface FunctionLowering {
  /** The code of a call whose arguments are all there. */
  readonly code: (args: readonly Code[], expr: Call, scope: ExpressionScope) => Code;
  /**
   * How the code tells that the result is missing: by a number that is no value of its type (not finite, beyond
   * 2^53 - 1, outside the calendar), by null, or never.
   */
  readonly missing: "number" | "null" | "never";
  /** Arguments that give a number which is not finite where they are not. */
  readonly passes?: readonly number[];
  /** Arguments that the code writes more than once. */
  readonly repeats?: readonly number[];
  /** The result can be -0: always, or where an argument is negative or -0 itself. */
  readonly negativeZero?: "always" | "signed";
}

/** More edges or values than this are looked up in an array or a map. */
const chainLimit = 8;

/** One argument after the other to a function of the runtime. */
function runtime(name: RuntimeName): FunctionLowering["code"] {
  return (args, _, scope) => call(scope.imports.runtime(name), ...args);
}

/** As the runtime has it; with `math: native` as the engine has it, where both have the same limits. */
function soft(name: RuntimeName): FunctionLowering["code"] {
  return (args, expr, scope) => {
    const native = scope.math === "native" ? nativeMath[expr.fn] : undefined;
    const isLimited = (native === "sin" || native === "cos") && scope.facts.of(expr).missing;
    return native === undefined || isLimited
      ? call(scope.imports.runtime(name), ...args)
      : call(`Math.${native}`, ...args);
  };
}

function math(name: "abs" | "sqrt" | "floor" | "ceil" | "trunc"): FunctionLowering["code"] {
  return (args) => call(`Math.${name}`, ...args);
}

/** A function of dates that takes timestamps too, and then their day. */
function ofDays(name: RuntimeName): FunctionLowering {
  return {
    code: (args, expr, scope) =>
      call(scope.imports.runtime(name), ...args.map((arg, i) => dayOf(arg, expr.args[i], scope))),
    missing: "number",
  };
}

function dayOf(code: Code, expr: Expr | undefined, scope: ExpressionScope): Code {
  return expr?.type.kind === "timestamp" ? call(scope.imports.runtime("dateOf"), code) : code;
}

/** The last argument names a zone; its table becomes a constant of the module. */
function inZone(name: RuntimeName): FunctionLowering["code"] {
  return (args, { args: exprs }, { constants, imports }) => {
    const zone = String(constantAt(exprs.at(-1)));
    const table = constants.add(
      zoneSubject(zone),
      "Zone",
      imports.runtimeType("ZoneTable"),
      zoneLiteral(zone, imports),
    );
    return call(imports.runtime(name), ...args.slice(0, -1), primary(table));
  };
}

function method(name: "startsWith" | "endsWith" | "includes"): FunctionLowering {
  return {
    code: ([text = absent(), part = absent()]) => methodCall(text, name, part),
    missing: "never",
  };
}

/** The first of two or more arguments with the next one, and so on. */
function folded(
  combine: (a: Code, b: Code, scope: ExpressionScope) => Code,
): FunctionLowering["code"] {
  return (args, _, scope) => args.reduce((a, b) => combine(a, b, scope));
}

const never = { missing: "never" } as const;
const number = { missing: "number" } as const;
const zeroSign = { negativeZero: "always" } as const;
const keepsSign = { negativeZero: "signed" } as const;

export const functionLowering: Readonly<Record<FunctionName, FunctionLowering>> = {
  abs: { code: math("abs"), ...never, passes: [0] },
  sign: { code: runtime("sign"), ...never },
  least: {
    code: folded((a, b, s) => call(s.imports.runtime("least"), a, b)),
    ...never,
    ...keepsSign,
  },
  greatest: {
    code: folded((a, b, s) => call(s.imports.runtime("greatest"), a, b)),
    ...never,
    ...keepsSign,
  },
  clip: { code: runtime("clip"), ...never, ...keepsSign },
  mod: {
    code: (args, expr, scope) =>
      call(scope.imports.runtime(expr.type.kind === "int" ? "modInt" : "modFloat"), ...args),
    ...number,
    passes: [0],
    ...zeroSign,
  },
  sqrt: { code: math("sqrt"), ...number, passes: [0], ...keepsSign },
  hypot: { code: runtime("hypot"), ...number, passes: [0, 1] },
  floor: { code: math("floor"), ...number, passes: [0], ...keepsSign },
  ceil: { code: math("ceil"), ...number, passes: [0], ...keepsSign },
  trunc: { code: math("trunc"), ...number, passes: [0], ...keepsSign },
  round: {
    code: (args, _, scope) =>
      call(scope.imports.runtime(args.length > 1 ? "roundTo" : "round"), ...args),
    ...number,
    passes: [0],
    ...keepsSign,
  },
  round_half_even: { code: runtime("roundHalfEven"), ...number, passes: [0], ...keepsSign },
  to_number: { code: ([x = absent()]) => x, ...never, ...keepsSign },
  to_int: { code: runtime("toInt"), ...number, ...keepsSign },
  float32: { code: math32, ...number, passes: [0], ...keepsSign },
  exp: { code: soft("exp"), ...number },
  expm1: { code: soft("expm1"), ...number, ...keepsSign },
  ln: { code: soft("ln"), ...number, passes: [0] },
  log1p: { code: soft("log1p"), ...number, passes: [0], ...keepsSign },
  log10: { code: soft("log10"), ...number, passes: [0] },
  log2: { code: soft("log2"), ...number, passes: [0] },
  pow: { code: soft("pow"), ...number, ...zeroSign },
  tanh: { code: soft("tanh"), ...number, ...keepsSign },
  sigmoid: { code: runtime("sigmoid"), ...number },
  logit: { code: runtime("logit"), ...number },
  sinpi: { code: runtime("sinpi"), ...number, ...zeroSign },
  cospi: { code: runtime("cospi"), ...number, ...zeroSign },
  cyclic_sin: { code: runtime("cyclicSin"), ...number, ...zeroSign },
  cyclic_cos: { code: runtime("cyclicCos"), ...number, ...zeroSign },
  sin: { code: soft("sin"), ...number, ...zeroSign },
  cos: { code: soft("cos"), ...number, ...zeroSign },
  asin: { code: runtime("asin"), ...number, ...keepsSign },
  atan2: { code: runtime("atan2"), ...number, ...keepsSign },
  radians: { code: runtime("radians"), ...number, passes: [0], ...keepsSign },
  degrees: { code: runtime("degrees"), ...number, passes: [0], ...keepsSign },
  haversine_km: { code: runtime("haversineKm"), ...number },
  interpolate: { code: interpolation, ...never, ...zeroSign },
  xor: { code: ([a = absent(), b = absent()]) => binary("!==", a, b), ...never },
  bucketize: { code: buckets, ...never, repeats: [0] },
  index_in: { code: position, ...never, repeats: [0] },
  standardize: {
    code: ([x = absent(), mean = absent(), sd = absent()]) => binary("/", binary("-", x, mean), sd),
    ...number,
    passes: [0],
    ...zeroSign,
  },
  min_max_scale: {
    code: ([x = absent()], { args }) => {
      const low = numberAt(args[1]);
      return binary("/", binary("-", x, numberCode(low)), numberCode(numberAt(args[2]) - low));
    },
    ...number,
    passes: [0],
    ...zeroSign,
  },
  hash_bucket: {
    code: ([x = absent(), n = absent(), salt = constant("")], { args }, scope) => {
      const algorithm = constantAt(args[3]);
      const name: RuntimeName =
        algorithm === "md5"
          ? "hashBucketMd5"
          : algorithm === "murmur3"
            ? "hashBucketMurmur3"
            : "hashBucket";
      return call(scope.imports.runtime(name), keyText(x, args[0]), n, salt);
    },
    ...never,
  },
  length: { code: runtime("length"), ...never },
  lower: { code: runtime("lower"), ...never },
  upper: { code: runtime("upper"), ...never },
  trim: { code: runtime("trim"), ...never },
  substr: { code: runtime("substr"), missing: "null" },
  left: { code: runtime("left"), missing: "null" },
  right: { code: runtime("right"), missing: "null" },
  starts_with: method("startsWith"),
  ends_with: method("endsWith"),
  contains: method("includes"),
  index_of: { code: runtime("indexOf"), missing: "null" },
  concat: { code: folded((a, b) => binary("+", a, b)), ...never },
  replace: { code: runtime("replaceAll"), ...never },
  part: { code: runtime("splitPart"), missing: "null" },
  split: {
    code: ([text = primary(""), by = primary("")]) => methodCall(text, "split", by),
    missing: "never",
  },
  count_words: { code: runtime("countWords"), ...never },
  collapse_spaces: { code: runtime("collapseSpaces"), ...never },
  matches: { code: matching, ...never },
  keep: { code: ofClass("keepWithin"), ...never },
  remove: { code: ofClass("removeWithin"), ...never },
  extract: { code: extraction, missing: "null" },
  first_match: { code: needleSearch, missing: "null" },
  cross: {
    code: ([a = absent(), b = absent()], { args }) =>
      binary("+", binary("+", keyText(a, args[0]), constant("|")), keyText(b, args[1])),
    ...never,
  },
  lower_unicode: { code: runtime("lowerUnicode"), ...never },
  upper_unicode: { code: runtime("upperUnicode"), ...never },
  normalize_nfkd: { code: runtime("normalizeNfkd"), ...never },
  strip_accents: { code: runtime("stripAccents"), ...never },
  parse_number: { code: runtime("parseNumber"), missing: "null" },
  parse_int: { code: runtime("parseInteger"), missing: "null" },
  parse_date: { code: runtime("parseDate"), ...number },
  parse_timestamp: { code: runtime("parseTimestamp"), ...number },
  date_text: { ...ofDays("dateText"), ...never },
  int_text: { code: (args) => call("String", ...args), ...never },
  year: ofDays("year"),
  month: ofDays("month"),
  day: ofDays("day"),
  quarter: ofDays("quarter"),
  day_of_year: ofDays("dayOfYear"),
  day_of_week: ofDays("dayOfWeek"),
  iso_week: ofDays("isoWeek"),
  iso_year: ofDays("isoYear"),
  hour: { code: runtime("hour"), ...never },
  minute: { code: runtime("minute"), ...never },
  second: { code: runtime("second"), ...never },
  seconds_of_day: { code: runtime("secondsOfDay"), ...never },
  date: { code: runtime("dateOf"), ...never },
  date_trunc: ofDays("dateTrunc"),
  ts_trunc: { code: runtime("timestampTrunc"), ...never },
  local_time: { code: inZone("localTime"), ...never },
  local_trunc: { code: inZone("localTrunc"), ...never },
  add_months: ofDays("addMonths"),
  days_between: {
    code: ([a = absent(), b = absent()], { args }, scope) =>
      binary("-", dayOf(b, args[1], scope), dayOf(a, args[0], scope)),
    ...never,
  },
  months_between: { ...ofDays("monthsBetween"), ...zeroSign },
  years_between: { ...ofDays("yearsBetween"), ...zeroSign },
  epoch_ms: { code: ([ts = absent()]) => ts, ...never },
  is_weekend: { ...ofDays("isWeekend"), ...never },
};

function math32(args: readonly Code[]): Code {
  return call("Math.fround", ...args);
}

function buckets(args: readonly Code[], expr: Call, scope: ExpressionScope): Code {
  const x = args[0] ?? absent();
  const edges = numbersAt(expr.args[1]);
  const isRight = constantAt(expr.args[2]) === "right";
  if (edges.length > chainLimit) {
    const table = numbers(edges, "Edges", scope);
    return call(scope.imports.runtime(isRight ? "bucketizeRight" : "bucketize"), x, table);
  }
  return edges.reduceRight<Code>(
    (above, edge, i) =>
      conditional(binary(isRight ? "<=" : "<", x, numberCode(edge)), constant(i), above),
    constant(edges.length),
  );
}

function position(args: readonly Code[], expr: Call, scope: ExpressionScope): Code {
  const x = args[0] ?? absent();
  const values = listAt(expr.args[1]);
  const otherwise = args[2] ?? constant(values.length);
  const key = expr.args[0]?.type.kind === "int" ? "number" : "string";
  // A value of the other type is never met.
  const entries = values.flatMap((value, i): [Constant, number][] =>
    typeof value === key ? [[value, i]] : [],
  );
  if (entries.length > chainLimit) {
    const table = scope.constants.add(
      scope.subject,
      "Positions",
      `ReadonlyMap<${key}, number>`,
      `/* @__PURE__ */ new Map(${literal(entries)})`,
    );
    return binary("??", methodCall(primary(table), "get", x), otherwise);
  }
  return entries.reduceRight<Code>(
    (rest, [value, i]) => conditional(binary("===", x, constant(value)), constant(i), rest),
    otherwise,
  );
}

function interpolation(args: readonly Code[], expr: Call, scope: ExpressionScope): Code {
  const points = listAt(expr.args[1]).map((point) =>
    typeof point === "object" ? point.map(Number) : internalError("a point is no list"),
  );
  const xs = numbers(
    points.map((point) => point[0] ?? 0),
    "Xs",
    scope,
  );
  const ys = numbers(
    points.map((point) => point[1] ?? 0),
    "Ys",
    scope,
  );
  return call(scope.imports.runtime("interpolate"), args[0] ?? absent(), xs, ys);
}

function numbers(values: readonly number[], suffix: string, scope: ExpressionScope): Code {
  const { constants, subject } = scope;
  return primary(constants.add(subject, suffix, "readonly number[]", literal(values)));
}

function matching(args: readonly Code[], expr: Call, scope: ExpressionScope): Code {
  const pattern = String(constantAt(expr.args[1]));
  const compiled = compilePattern(pattern);
  if ("error" in compiled) internalError(`the pattern ${pattern} was not checked`);
  const { starts, classes, width, next, accepting } = compiled.table;
  const table = scope.constants.add(
    scope.subject,
    "Pattern",
    scope.imports.runtimeType("PatternTable"),
    objectLiteral([
      ["starts", literal(starts)],
      ["classes", literal(classes)],
      ["width", literal(width)],
      ["next", literal(next)],
      ["accepting", literal(accepting)],
    ]),
  );
  return call(scope.imports.runtime("matchesTable"), primary(table), args[0] ?? absent());
}

function ofClass(name: "keepWithin" | "removeWithin"): FunctionLowering["code"] {
  return (args, expr, scope) => {
    const text = String(constantAt(expr.args[1]));
    const parsed = characterClass(text);
    if ("error" in parsed) internalError(`the class ${text} was not checked`);
    return call(
      scope.imports.runtime(name),
      args[0] ?? absent(),
      numbers(rangesOf(parsed.set), "Class", scope),
    );
  };
}

function extraction(args: readonly Code[], expr: Call, scope: ExpressionScope): Code {
  const pattern = String(constantAt(expr.args[1]));
  const compiled = compileExtract(pattern);
  if ("error" in compiled) internalError(`the pattern ${pattern} was not checked`);
  const { start, steps } = compiled.program;
  const program = scope.constants.add(
    scope.subject,
    "Extract",
    scope.imports.runtimeType("ExtractProgram"),
    objectLiteral([
      ["start", literal(start)],
      ["steps", `[${steps.map(stepLiteral).join(", ")}]`],
    ]),
  );
  return call(scope.imports.runtime("extract"), primary(program), args[0] ?? absent());
}

/** On one line: a pattern has many. */
function stepLiteral(step: ExtractStep): string {
  const entries = Object.entries(step).map(
    ([key, value]: [string, Constant]) => `${key}: ${literal(value)}`,
  );
  return `{ ${entries.join(", ")} }`;
}

function needleSearch(args: readonly Code[], expr: Call, scope: ExpressionScope): Code {
  const needles = listAt(expr.args[1]).map(String);
  const table = scope.constants.add(
    scope.subject,
    "Needles",
    "readonly string[]",
    literal(needles),
  );
  return call(scope.imports.runtime("firstMatch"), args[0] ?? absent(), primary(table));
}

/** A key as text: an int in decimal digits. */
function keyText(code: Code, expr: Expr | undefined): Code {
  return expr?.type.kind === "int" ? call("String", code) : code;
}

function constantAt(expr: Expr | undefined): Constant | undefined {
  return expr?.kind === "Literal" ? expr.value : undefined;
}

function listAt(expr: Expr | undefined): readonly Constant[] {
  const value = constantAt(expr);
  return typeof value === "object" ? value : internalError("an argument is no list");
}

function numbersAt(expr: Expr | undefined): readonly number[] {
  return listAt(expr).map(Number);
}

function numberAt(expr: Expr | undefined): number {
  const value = constantAt(expr);
  return typeof value === "number" ? value : internalError("an argument is no number");
}

function absent(): never {
  internalError("an argument is missing");
}
