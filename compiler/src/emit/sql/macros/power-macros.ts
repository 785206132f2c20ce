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

import { expTerms } from "../../../functions/fdlibm/exp.js";
import * as pow from "../../../functions/fdlibm/pow.js";
import type { Dialect } from "../dialect.js";
import { bindAll, defineMacros, leading, n, polynomial, shifted, word } from "./macro.js";

/** log2 of a positive number so near 1 that a short series is enough, as `{high, low}`. */
function log2NearOne(d: Dialect, size: string): string {
  return d.bind(
    "t",
    `${size} - 1e0`,
    bindAll(
      d,
      "g",
      {
        u: `${n(pow.inverseLn2High)} * t`,
        v: `t * ${n(pow.inverseLn2Low)} - (t * t * (0.5e0 - t * (0.3333333333333333333333e0 - t * 0.25e0))) * ${n(pow.inverseLn2)}`,
      },
      d.bind(
        "h",
        leading(d, "(g.u + g.v)"),
        d.record([
          ["high", "h"],
          ["low", "g.v - (h - g.u)"],
        ]),
      ),
    ),
  );
}

/** log2 of a positive number, as `{high, low}`: the significand is compared with 1 or with 1.5. */
function log2(d: Dialect, size: string): string {
  const point = "CASE WHEN h.mid THEN 1.5e0 ELSE 1e0 END";
  const sum = d.bind(
    "sum",
    leading(
      d,
      `(((z.high + z.low) + CASE WHEN h.mid THEN ${n(pow.log2Of1AndHalfHigh)} ELSE 0e0 END) + h.n)`,
    ),
    d.record([
      ["high", "sum"],
      [
        "low",
        `z.low - (((sum - h.n) - CASE WHEN h.mid THEN ${n(pow.log2Of1AndHalfHigh)} ELSE 0e0 END) - z.high)`,
      ],
    ]),
  );
  const z = d.bind(
    "p",
    leading(d, "(m.high + m.low)"),
    bindAll(
      d,
      "z",
      {
        high: `${n(pow.cpHigh)} * p`,
        low: `(${n(pow.cpLow)} * p + (m.low - (p - m.high)) * ${n(pow.cp)}) + CASE WHEN h.mid THEN ${n(pow.log2Of1AndHalfLow)} ELSE 0e0 END`,
      },
      sum,
    ),
  );
  const product = d.bind(
    "w",
    leading(d, "((3e0 + b.square) + r)"),
    bindAll(d, "m", { high: "b.s * w", low: "b.low * w + (r - ((w - 3e0) - b.square)) * s" }, z),
  );
  const terms = d.bind(
    "b",
    d.record([
      ["s", "a.s"],
      ["low", "a.low"],
      ["square", "a.s * a.s"],
    ]),
    d.bind(
      "r",
      `${d.bind("s2", "s * s", `s2 * s2 * ${polynomial("s2", pow.logTerms)}`)} + b.low * (b.s + s)`,
      product,
    ),
  );
  const sumHigh = d.fromBits(
    "(((h.high >> 1) | 536870912) + 524288 + CASE WHEN h.mid THEN 262144 ELSE 0 END) * 4294967296",
  );
  const parts = d.bind(
    "sh",
    leading(d, "s"),
    d.bind(
      "th",
      sumHigh,
      bindAll(
        d,
        "a",
        { s: "sh", low: `g.v * ((g.u - sh * th) - sh * (h.a - (th - ${point})))` },
        terms,
      ),
    ),
  );
  return bindAll(
    d,
    "e",
    {
      bits: d.bits(
        `CASE WHEN ${size} < ${n(2 ** -1022)} THEN ${size} * ${n(2 ** 53)} ELSE ${size} END`,
      ),
      moved: `CASE WHEN ${size} < ${n(2 ** -1022)} THEN 53 ELSE 0 END`,
    },
    bindAll(
      d,
      "f",
      { fraction: "(e.bits >> 32) & 1048575", exponent: "(e.bits >> 52) - 1023 - e.moved" },
      bindAll(
        d,
        "i",
        {
          high: "(f.fraction | 1072693248) - CASE WHEN f.fraction >= 767610 THEN 1048576 ELSE 0 END",
          mid: "f.fraction < 767610 AND f.fraction > 235662",
          n: "CAST(f.exponent + CASE WHEN f.fraction >= 767610 THEN 1 ELSE 0 END AS DOUBLE)",
        },
        bindAll(
          d,
          "h",
          {
            high: "i.high",
            mid: "i.mid",
            n: "i.n",
            a: d.fromBits("(e.bits & 4294967295) + i.high * 4294967296"),
          },
          bindAll(
            d,
            "g",
            { u: `h.a - ${point}`, v: `1e0 / (h.a + ${point})` },
            d.bind("s", "g.u * g.v", parts),
          ),
        ),
      ),
    ),
  );
}

/** 2^n times what is left, for z = n + rest; `p.low` and `p.high` add up to z. */
function scaledPower(d: Dialect): string {
  const power = d.bind(
    "power",
    "1e0 - (r - x)",
    `CASE WHEN (${d.bits("power")} >> 52) + w.n <= 0
      THEN ${shifted(d, "power", "(w.n + 54)")} * ${n(2 ** -54)}
      ELSE ${shifted(d, "power", "w.n")} END`,
  );
  const r = d.bind(
    "c",
    d.bind("x2", "x * x", `x - x2 * ${polynomial("x2", expTerms)}`),
    d.bind("r", "(x * c) / (c - 2e0) - ((v.v - (x - v.u)) + x * (v.v - (x - v.u)))", power),
  );
  const rest = d.bind(
    "t",
    leading(d, "(p.low + w.rest)"),
    bindAll(
      d,
      "v",
      {
        u: `t * ${n(pow.ln2High)}`,
        v: `(p.low - (t - w.rest)) * ${n(pow.ln2)} + t * ${n(pow.ln2Low)}`,
      },
      d.bind("x", "v.u + v.v", r),
    ),
  );
  const sign = "CASE WHEN z < 0e0 THEN -1 ELSE 1 END";
  const whole = bindAll(
    d,
    "w",
    {
      n: `CASE WHEN k.small THEN 0 ELSE ${sign} * (((k.m & 1048575) | 1048576) >> (1043 - (k.m >> 20))) END`,
      rest: `CASE WHEN k.small THEN p.high
      ELSE p.high - ${sign} * ${d.fromBits("(k.m - (k.m & (1048575 >> ((k.m >> 20) - 1023)))) * 4294967296")} END`,
    },
    rest,
  );
  const size = `(${d.bits("abs(z)")} >> 32)`;
  return bindAll(
    d,
    "k",
    {
      small: `abs(z) < ${word(0x3fe00001)}`,
      m: `CASE WHEN abs(z) >= ${word(0x3fe00001)} THEN ${size} + (1048576 >> ((${size} >> 20) - 1022)) END`,
    },
    whole,
  );
}

/** 2^(y * l) for l in two parts; NULL beyond the largest number. */
function powerOfTwo(d: Dialect, y: string): string {
  const result = d.bind(
    "z",
    "p.low + p.high",
    `CASE
    WHEN z > 1024e0 OR (z = 1024e0 AND p.low + ${n(pow.overflowTail)} > z - p.high) THEN NULL
    WHEN z < -1075e0 OR (z = -1075e0 AND p.low <= z - p.high) THEN 0e0
    ELSE ${scaledPower(d)} END`,
  );
  return d.bind(
    "yh",
    leading(d, y),
    bindAll(d, "p", { low: `(${y} - yh) * l.high + ${y} * l.low`, high: "yh * l.high" }, result),
  );
}

const isWhole = "b.y = floor(b.y)";
const isOdd = "abs(b.y) < 9007199254740992e0 AND abs(b.y % 2e0) = 1e0";

export const powerMacros = defineMacros({
  featc_pow: {
    parameters: ["x", "y"],
    body: (d) =>
      bindAll(
        d,
        "b",
        { x: "x", y: "y" },
        `CASE
    WHEN b.x IS NULL OR b.y IS NULL THEN NULL
    WHEN b.y = 0e0 THEN 1e0
    WHEN b.y = 1e0 THEN b.x
    WHEN b.y = -1e0 THEN featc_finite(1e0 / b.x)
    WHEN b.y = 2e0 THEN featc_finite(b.x * b.x)
    WHEN b.y = 0.5e0 AND b.x >= 0e0 THEN sqrt(CASE WHEN b.x >= 0e0 THEN b.x END)
    WHEN b.x < 0e0 AND NOT ${isWhole} THEN NULL
    WHEN b.x = 0e0 THEN CASE WHEN b.y > 0e0 THEN 0e0 END
    WHEN b.x = 1e0 THEN 1e0
    WHEN b.x = -1e0 THEN CASE WHEN ${isOdd} THEN -1e0 ELSE 1e0 END
    ELSE CASE WHEN b.x < 0e0 AND ${isOdd} THEN -1e0 ELSE 1e0 END * featc_power_of_size(abs(b.x), b.y) END`,
      ),
  },
  /** x to the power y for a positive x that is not 1. */
  featc_power_of_size: {
    parameters: ["x", "y"],
    body: (d) =>
      bindAll(
        d,
        "j",
        { x: "x", y: "y" },
        `CASE
    WHEN abs(j.y) >= ${word(0x41e00001)}
      AND (j.x < ${word(0x3fefffff)} OR (abs(j.y) >= ${word(0x43f00001)} AND j.x < 1e0))
      THEN CASE WHEN j.y > 0e0 THEN 0e0 END
    WHEN abs(j.y) >= ${word(0x41e00001)}
      AND (j.x >= ${word(0x3ff00001)} OR (abs(j.y) >= ${word(0x43f00001)} AND j.x >= 1e0))
      THEN CASE WHEN j.y < 0e0 THEN 0e0 END
    ELSE ${d.bind(
      "l",
      `CASE WHEN abs(j.y) >= ${word(0x41e00001)} THEN ${log2NearOne(d, "j.x")} ELSE ${log2(d, "j.x")} END`,
      powerOfTwo(d, "j.y"),
    )} END`,
      ),
  },
});
