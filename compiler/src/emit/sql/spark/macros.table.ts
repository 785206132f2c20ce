import { angleLimit } from "../../../functions/fdlibm/sin-cos.js";
import { bindAll, defineMacros, n } from "../macros/macro.js";

/** A static method of Java; NULL where an argument is. */
export function javaCall(
  of: string,
  method: string,
  args: readonly string[],
  type: string,
): string {
  return `CAST(try_reflect('${of}', '${method}', ${args.join(", ")}) AS ${type})`;
}

const strictMath = (method: string, ...args: readonly string[]): string =>
  javaCall("java.lang.StrictMath", method, args, "DOUBLE");

const withinLimit = (x: string): string => `CASE WHEN abs(${x}) <= ${n(angleLimit)} THEN ${x} END`;

const zeroWithoutSign = (x: string): string => `(${x} + 0e0)`;

/**
 * Functions of featc that Spark has, or gives otherwise. Java promises the bits of fdlibm from StrictMath alone:
 * exponentials, logarithms and powers of Spark call it, its angles do not.
 */
export const sparkMacros = defineMacros({
  featc_exp: { parameters: ["x"], body: () => "featc_finite(exp(x))" },
  featc_expm1: { parameters: ["x"], body: () => "featc_finite(expm1(x))" },
  featc_ln: { parameters: ["x"], body: () => "ln(x)" },
  featc_log1p: { parameters: ["x"], body: () => "log1p(x)" },
  featc_log10: { parameters: ["x"], body: () => "log10(x)" },
  featc_pow: { parameters: ["x", "y"], body: () => "featc_finite(power(x, y))" },
  featc_sin: { parameters: ["x"], body: () => strictMath("sin", withinLimit("x")) },
  featc_cos: { parameters: ["x"], body: () => strictMath("cos", withinLimit("x")) },
  featc_asin: {
    parameters: ["x"],
    body: () => strictMath("asin", "CASE WHEN abs(x) <= 1e0 THEN x END"),
  },
  featc_atan2: {
    parameters: ["y", "x"],
    body: () => strictMath("atan2", zeroWithoutSign("y"), zeroWithoutSign("x")),
  },

  featc_substr: {
    parameters: ["s", "start", "count"],
    body: () => `CASE WHEN start >= 1e0 AND count >= 0e0 THEN substr(s,
    CAST(CASE WHEN start > 1e9 THEN 1e9 WHEN start >= 1e0 THEN start END AS INT),
    CAST(CASE WHEN count > 1e9 THEN 1e9 WHEN count >= 0e0 THEN count END AS INT)) END`,
  },
  featc_right: {
    parameters: ["s", "count"],
    body: () => `CASE WHEN count >= length(s) THEN s WHEN count >= 0e0
    THEN substr(s, length(s) - CAST(CASE WHEN count < length(s) THEN count END AS INT) + 1) END`,
  },
  featc_hash_bucket: {
    parameters: ["s", "n"],
    body: () =>
      "CAST(CAST(conv(substr(sha2(s, 256), 1, 13), 16, 10) AS BIGINT) % CAST(n AS BIGINT) AS DOUBLE)",
  },
  featc_hash_bucket_md5: {
    parameters: ["s", "n"],
    body: (d) => {
      const part = (start: number, length: number): string =>
        `CAST(conv(substr(md5(s), ${start}, ${length}), 16, 10) AS DECIMAL(38, 0))`;
      return bindAll(
        d,
        "h",
        {
          high: part(1, 15),
          middle: part(16, 15),
          low: part(31, 2),
          n: "CAST(CAST(n AS BIGINT) AS DECIMAL(38, 0))",
        },
        "CAST((((h.high % h.n) * 1152921504606846976 + h.middle) % h.n * 256 + h.low) % h.n AS DOUBLE)",
      );
    },
  },

  featc_day: {
    parameters: ["days"],
    body: () => "date_add(DATE '1970-01-01', TRY_CAST(days AS INT))",
  },
  featc_days_of: {
    parameters: ["y", "m", "d"],
    body: (d) =>
      bindAll(
        d,
        "v",
        { y: "TRY_CAST(y AS INT)", m: "TRY_CAST(m AS INT)", d: "TRY_CAST(d AS INT)" },
        // A day that the month does not have runs into the next one, which shows it.
        d.bind(
          "day",
          `date_add(make_date(CASE WHEN v.y BETWEEN 0 AND 9999 AND v.m BETWEEN 1 AND 12 THEN v.y END,
    CASE WHEN v.m BETWEEN 1 AND 12 THEN v.m END, 1), CASE WHEN v.d BETWEEN 1 AND 31 THEN v.d - 1 END)`,
          "CASE WHEN month(day) = v.m THEN CAST(unix_date(day) AS DOUBLE) END",
        ),
      ),
  },
});
