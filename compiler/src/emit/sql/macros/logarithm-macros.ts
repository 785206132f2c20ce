/*
 * The algorithms are those of fdlibm 5.3, which carries this notice:
 *
 * ====================================================
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice
 * is preserved.
 * ====================================================
 */

import { ln2High, ln2Low } from "../../../functions/fdlibm/exp.js";
import { log1pTerms } from "../../../functions/fdlibm/log1p.js";
import * as log from "../../../functions/fdlibm/log.js";
import type { Dialect } from "../dialect.js";
import { bindAll, defineMacros, n, polynomial, word } from "./macro.js";

/** The double with these lower 52 bits and this exponent. */
const withExponent = (d: Dialect, bits: string, high: string): string =>
  d.fromBits(`(${bits} & 4503599627370495) + ${high} * 4294967296`);

/** `s` for a positive number that has all its bits, and how far its exponent was moved. */
function normal(d: Dialect, x: string, body: string): string {
  return bindAll(
    d,
    "s",
    {
      bits: d.bits(`CASE WHEN ${x} < ${n(2 ** -1022)} THEN ${x} * ${n(2 ** 54)} ELSE ${x} END`),
      moved: `CASE WHEN ${x} < ${n(2 ** -1022)} THEN -54 ELSE 0 END`,
    },
    body,
  );
}

/** x = 2^k (1 + f): the series in f / (2 + f). */
function series(d: Dialect): string {
  const r = `z * ${polynomial("w", log.odd)} + w * ${polynomial("w", log.even)}`;
  const result = `CASE WHEN q.fraction >= 398458 AND q.fraction <= 440401
      THEN ${d.bind("half", "0.5e0 * q.f * q.f", "q.high - ((half - (s * (half + r) + q.low)) - q.f)")}
      ELSE q.high - ((s * (q.f - r) - q.low) - q.f) END`;
  return d.bind(
    "s",
    "q.f / (2e0 + q.f)",
    d.bind("z", "s * s", d.bind("w", "z * z", d.bind("r", r, result))),
  );
}

function logOfPositive(d: Dialect, x: string): string {
  const near = d.bind(
    "r",
    "q.f * q.f * (0.5e0 - 0.33333333333333333e0 * q.f)",
    "q.high - ((r - q.low) - q.f)",
  );
  return normal(
    d,
    x,
    bindAll(
      d,
      "g",
      {
        fraction: "(s.bits >> 32) & 1048575",
        // 1 where the significand is beyond the root of 2.
        upper: "CASE WHEN ((s.bits >> 32) & 1048575) >= 434332 THEN 1 ELSE 0 END",
      },
      bindAll(
        d,
        "p",
        {
          fraction: "g.fraction",
          f: `${withExponent(d, "s.bits", "(1072693248 - g.upper * 1048576)")} - 1e0`,
          k: "CAST(s.moved + (s.bits >> 52) - 1023 + g.upper AS DOUBLE)",
        },
        bindAll(
          d,
          "q",
          {
            fraction: "p.fraction",
            f: "p.f",
            high: `p.k * ${n(ln2High)}`,
            low: `p.k * ${n(ln2Low)}`,
          },
          `CASE
    WHEN q.f = 0e0 THEN q.high + q.low
    WHEN q.fraction = 0 OR q.fraction >= 1048574 THEN ${near}
    ELSE ${series(d)} END`,
        ),
      ),
    ),
  );
}

function log10OfPositive(d: Dialect, x: string): string {
  return normal(
    d,
    x,
    d.bind(
      "k",
      "s.moved + (s.bits >> 52) - 1023",
      bindAll(
        d,
        "y",
        {
          y: "CAST(k + CASE WHEN k < 0 THEN 1 ELSE 0 END AS DOUBLE)",
          rest: withExponent(d, "s.bits", "(1072693248 - CASE WHEN k < 0 THEN 1048576 ELSE 0 END)"),
        },
        `(y.y * ${n(log.log10Of2Low)} + ${n(log.inverseLn10)} * featc_ln(y.rest)) + y.y * ${n(log.log10Of2High)}`,
      ),
    ),
  );
}

/** 1 + x = 2^k (1 + f), and what the addition lost. */
function reduced(d: Dialect, x: string, body: string): string {
  const isSmall = `${x} < ${word(0x3fda827a)} AND ${x} > -${word(0x3fd2bec4)}`;
  const isUpper = "u.fraction >= 434334";
  return d.bind(
    "v",
    `CASE WHEN ${x} >= ${word(0x43400000)} THEN ${x} ELSE 1e0 + ${x} END`,
    bindAll(
      d,
      "u",
      {
        bits: d.bits("v"),
        fraction: `(${d.bits("v")} >> 32) & 1048575`,
        exponent: `(${d.bits("v")} >> 52) - 1023`,
        small: isSmall,
      },
      bindAll(
        d,
        "q",
        {
          f: `CASE WHEN u.small THEN ${x}
      ELSE ${withExponent(d, "u.bits", `(1072693248 - CASE WHEN ${isUpper} THEN 1048576 ELSE 0 END)`)} - 1e0 END`,
          k: `CASE WHEN u.small THEN 0e0
      ELSE CAST(u.exponent + CASE WHEN ${isUpper} THEN 1 ELSE 0 END AS DOUBLE) END`,
          c: `CASE WHEN u.small OR ${x} >= ${word(0x43400000)} THEN 0e0
      WHEN u.exponent > 0 THEN (1e0 - (v - ${x})) / v ELSE (${x} - (v - 1e0)) / v END`,
          // 0 where f has no upper bits: a shorter series is enough.
          fraction: `CASE WHEN u.small THEN 1
      WHEN ${isUpper} THEN (1048576 - u.fraction) >> 2 ELSE u.fraction END`,
        },
        body,
      ),
    ),
  );
}

function log1pAboveMinus1(d: Dialect, x: string): string {
  const near = d.bind(
    "r",
    "half * (1e0 - 0.66666666666666666e0 * q.f)",
    "CASE WHEN q.k = 0e0 THEN q.f - r ELSE g.high - ((r - g.low) - q.f) END",
  );
  const far = d.bind(
    "s",
    "q.f / (2e0 + q.f)",
    d.bind(
      "z",
      "s * s",
      d.bind(
        "r",
        `z * ${polynomial("z", log1pTerms)}`,
        `CASE WHEN q.k = 0e0 THEN q.f - (half - s * (half + r))
      ELSE g.high - ((half - (s * (half + r) + g.low)) - q.f) END`,
      ),
    ),
  );
  return reduced(
    d,
    x,
    bindAll(
      d,
      "g",
      { high: `q.k * ${n(ln2High)}`, low: `q.k * ${n(ln2Low)} + q.c` },
      d.bind(
        "half",
        "0.5e0 * q.f * q.f",
        `CASE
    WHEN q.fraction = 0 AND q.f = 0e0 AND q.k = 0e0 THEN 0e0
    WHEN q.fraction = 0 AND q.f = 0e0 THEN g.high + (q.c + q.k * ${n(ln2Low)})
    WHEN q.fraction = 0 THEN ${near}
    ELSE ${far} END`,
      ),
    ),
  );
}

export const logarithmMacros = defineMacros({
  featc_ln: {
    parameters: ["x"],
    body: (d) => d.bind("x5", "x", `CASE WHEN x5 > 0e0 THEN ${logOfPositive(d, "x5")} END`),
  },
  featc_log10: {
    parameters: ["x"],
    body: (d) => d.bind("x6", "x", `CASE WHEN x6 > 0e0 THEN ${log10OfPositive(d, "x6")} END`),
  },
  featc_log2: {
    parameters: ["x"],
    body: () => "featc_ln(x) / 0.6931471805599453e0",
  },
  featc_log1p: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "x7",
        "x",
        `CASE
    WHEN NOT x7 > -1e0 THEN NULL
    WHEN abs(x7) < ${word(0x3c900000)} THEN x7
    WHEN abs(x7) < ${word(0x3e200000)} THEN x7 - x7 * x7 * 0.5e0
    ELSE ${log1pAboveMinus1(d, "x7")} END`,
      ),
  },
  featc_logit: {
    parameters: ["p"],
    body: (d) =>
      d.bind("p1", "p", "CASE WHEN p1 > 0e0 AND p1 < 1e0 THEN featc_ln(p1 / (1e0 - p1)) END"),
  },
});
