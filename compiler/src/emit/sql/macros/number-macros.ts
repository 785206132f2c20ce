import { bindAll, defineMacros, n } from "./macro.js";

export const numberMacros = defineMacros({
  /** An int or a duration: missing beyond 2^53 - 1. */
  featc_int: {
    parameters: ["x"],
    body: (d) => d.bind("v", "x", `CASE WHEN abs(v) <= ${n(Number.MAX_SAFE_INTEGER)} THEN v END`),
  },
  featc_least: {
    parameters: ["a", "b"],
    body: (d) =>
      bindAll(
        d,
        "v",
        { a: "a", b: "b" },
        "CASE WHEN v.a <= v.b THEN v.a WHEN v.b < v.a THEN v.b END",
      ),
  },
  featc_greatest: {
    parameters: ["a", "b"],
    body: (d) =>
      bindAll(
        d,
        "v",
        { a: "a", b: "b" },
        "CASE WHEN v.a >= v.b THEN v.a WHEN v.b > v.a THEN v.b END",
      ),
  },
  /** The remainder with the sign of b. */
  featc_mod: {
    parameters: ["a", "b"],
    body: (d) =>
      bindAll(
        d,
        "v",
        { a: "a", b: "nullif(b, 0e0)" },
        bindAll(
          d,
          "w",
          { r: "v.a % v.b" },
          "CASE WHEN w.r <> 0e0 AND (w.r < 0e0) <> (v.b < 0e0) THEN w.r + v.b ELSE w.r END",
        ),
      ),
  },
  /** The nearest 32-bit number; the cast fails beyond the largest. */
  featc_float32: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "v",
        "x",
        `CAST(CAST(CASE WHEN abs(v) < 3.4028235677973366e38 THEN v END AS ${d.types.float32}) AS ${d.types.number})`,
      ),
  },
  /** A measured number is read as 0 where it is smaller than 1e-100. */
  featc_measured: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "v",
        "x",
        `CASE WHEN abs(v) < 1e-100 THEN 0e0 WHEN abs(v) <= ${n(Number.MAX_VALUE)} THEN v END`,
      ),
  },
  /** The position from which n of them are left. */
  featc_from_end: {
    parameters: ["count", "n"],
    body: (d) =>
      bindAll(d, "v", { from: "count - n + 1" }, "CASE WHEN v.from > 1 THEN v.from ELSE 1 END"),
  },
  /** A whole number of at most 2^53 - 1. */
  featc_whole: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "v",
        "x",
        `CASE WHEN abs(v) <= ${n(Number.MAX_SAFE_INTEGER)} AND v = trunc(v) THEN v END`,
      ),
  },
});
