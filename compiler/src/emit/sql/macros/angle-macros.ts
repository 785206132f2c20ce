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

import * as asin from "../../../functions/fdlibm/asin.js";
import * as atan from "../../../functions/fdlibm/atan2.js";
import { parts, quartersPerRadian } from "../../../functions/fdlibm/reduce-angle.js";
import { angleLimit } from "../../../functions/fdlibm/sin-cos.js";
import * as kernel from "../../../functions/fdlibm/trig-kernel.js";
import { halfTurnLimit } from "../../../functions/half-turns.js";
import type { Dialect } from "../dialect.js";
import { bindAll, defineMacros, leading, n, polynomial, word } from "./macro.js";

const pi = n(Math.PI);
const halfPi = n(Math.PI / 2);
const negative = (x: string): string => `(0e0 - ${x})`;

/** What is left of the angle: `{q, high, low}` for `rest - tail`. */
function difference(d: Dialect, quarters: string, rest: string, tail: string): string {
  return bindAll(
    d,
    "i",
    { rest, tail },
    d.bind(
      "high",
      "i.rest - i.tail",
      d.record([
        ["q", quarters],
        ["high", "high"],
        ["low", "(i.rest - high) - i.tail"],
      ]),
    ),
  );
}

const exponentOf = (d: Dialect, x: string): string => `((${d.bits(`abs(${x})`)} >> 52) & 2047)`;

/** Takes more bits of pi / 2 where the angle is so near a multiple that the first ones cancel. */
function manyQuarters(d: Dialect): string {
  const [first, second, third] = parts;
  const lost = (reduced: string) => `${exponentOf(d, "a")} - ${exponentOf(d, `${reduced}.high`)}`;
  const next = (before: string, part: (typeof parts)[number], name: string, body: string): string =>
    bindAll(
      d,
      name,
      {
        rest: `${before} - m * ${n(part.head)}`,
        tail: `m * ${n(part.tail)} - ((${before} - (${before} - m * ${n(part.head)})) - m * ${n(part.head)})`,
      },
      body,
    );
  const last = next("u.rest", third, "y", difference(d, "m", "y.rest", "y.tail"));
  const fine = next(
    "s.rest",
    second,
    "u",
    d.bind(
      "better",
      difference(d, "m", "u.rest", "u.tail"),
      `CASE WHEN ${lost("better")} <= 49 THEN better ELSE ${last} END`,
    ),
  );
  const isApart = `m < 32e0 AND (${d.bits("a")} >> 32) <> (${d.bits(`((m * ${pi}) / 2e0)`)} >> 32)`;
  return d.bind(
    "m",
    `trunc(a * ${n(quartersPerRadian)} + 0.5e0)`,
    bindAll(
      d,
      "s",
      { rest: `a - m * ${n(first.head)}` },
      d.bind(
        "rough",
        difference(d, "m", "s.rest", `m * ${n(first.tail)}`),
        `CASE WHEN (${isApart}) OR ${lost("rough")} <= 16 THEN rough ELSE ${fine} END`,
      ),
    ),
  );
}

/** The angle, positive, less the nearest multiple of pi / 2. */
function reducedAngle(d: Dialect): string {
  const [first, second] = parts;
  const whole = d.record([
    ["q", "0e0"],
    ["high", "a"],
    ["low", "0e0"],
  ]);
  return `CASE
    WHEN a < ${word(0x3fe921fc)} THEN ${whole}
    WHEN a >= ${word(0x3ff921fb)} AND a < ${word(0x3ff921fc)}
      THEN ${difference(d, "1e0", `(a - ${n(first.head)}) - ${n(second.head)}`, n(second.tail))}
    WHEN a < ${word(0x4002d97c)} THEN ${difference(d, "1e0", `a - ${n(first.head)}`, n(first.tail))}
    ELSE ${manyQuarters(d)} END`;
}

/** Sine or cosine by the quarter of the circle: `place` is 0 to 3. */
const byPlace = (high: string, low: string): string =>
  `CASE place
    WHEN 0e0 THEN featc_kernel_sin(${high}, ${low})
    WHEN 1e0 THEN featc_kernel_cos(${high}, ${low})
    WHEN 2e0 THEN 0e0 - featc_kernel_sin(${high}, ${low})
    WHEN 3e0 THEN 0e0 - featc_kernel_cos(${high}, ${low}) END`;

function wave(shift: string) {
  const sign = "CASE WHEN w.x < 0e0 THEN -1e0 ELSE 1e0 END";
  return {
    parameters: ["x"],
    body: (d: Dialect) =>
      d.bind(
        "x8",
        "x",
        bindAll(
          d,
          "w",
          { x: `CASE WHEN abs(x8) <= ${n(angleLimit)} THEN x8 END` },
          d.bind(
            "a",
            "abs(w.x)",
            d.bind(
              "z",
              reducedAngle(d),
              d.bind(
                "quarter",
                `${sign} * z.q + ${shift}`,
                d.bind(
                  "place",
                  "quarter - 4e0 * floor(quarter / 4e0)",
                  byPlace(`${sign} * z.high`, `${sign} * z.low`),
                ),
              ),
            ),
          ),
        ),
      ),
  };
}

/** Of x half turns: r = x - 2 rint(x / 2), q = rint(2 r), and the kernels on (r - q / 2) * pi. */
function halfTurns(shift: string) {
  return {
    parameters: ["x"],
    body: (d: Dialect) =>
      d.bind(
        "x9",
        "x",
        d.bind(
          "h",
          `CASE WHEN abs(x9) <= ${n(halfTurnLimit)} THEN x9 END`,
          d.bind(
            "r",
            "h - 2e0 * featc_half_even(h / 2e0)",
            d.bind(
              "q",
              "featc_half_even(2e0 * r)",
              d.bind(
                "angle",
                `(r - q / 2e0) * ${pi}`,
                d.bind(
                  "place",
                  `(q + ${shift}) - 4e0 * floor((q + ${shift}) / 4e0)`,
                  byPlace("angle", "0e0"),
                ),
              ),
            ),
          ),
        ),
      ),
  };
}

function asinOf(d: Dialect): string {
  const ratio = (t: string) =>
    `(${t} * ${polynomial(t, asin.numerator)}) / ${polynomial(t, asin.denominator)}`;
  const head = leading(d, "v.s");
  const upper = d.bind(
    "head",
    head,
    `${n(asin.quarterPiHigh)} - ((2e0 * v.s * v.ratio - (${n(asin.halfPiLow)} - 2e0 * ((v.t - head * head) / (v.s + head)))) - (${n(asin.quarterPiHigh)} - 2e0 * head))`,
  );
  const steep = d.bind(
    "t",
    "(1e0 - abs(o)) * 0.5e0",
    bindAll(
      d,
      "v",
      { t: "t", s: "sqrt(CASE WHEN t >= 0e0 THEN t END)", ratio: ratio("t") },
      `CASE WHEN o > 0e0 THEN 1e0 ELSE -1e0 END * CASE
      WHEN abs(o) >= ${word(0x3fef3333)}
        THEN ${n(asin.halfPiHigh)} - (2e0 * (v.s + v.s * v.ratio) - ${n(asin.halfPiLow)})
      ELSE ${upper} END`,
    ),
  );
  return `CASE
    WHEN NOT abs(o) <= 1e0 THEN NULL
    WHEN abs(o) = 1e0 THEN o * ${n(asin.halfPiHigh)} + o * ${n(asin.halfPiLow)}
    WHEN abs(o) < ${word(0x3e400000)} THEN o
    WHEN abs(o) < ${word(0x3fe00000)} THEN o + o * ${d.bind("t", "o * o", ratio("t"))}
    ELSE ${steep} END`;
}

function atanOf(d: Dialect): string {
  const series = (x: string): string =>
    d.bind(
      "z",
      `${x} * ${x}`,
      d.bind("w", "z * z", `z * ${polynomial("w", atan.even)} + w * ${polynomial("w", atan.odd)}`),
    );
  const size = "abs(g)";
  const choose = (pick: (base: (typeof atan.bases)[number], i: number) => string): string =>
    `CASE WHEN ${size} < ${word(0x3fe60000)} THEN ${pick(atan.bases[0], 0)}
      WHEN ${size} < ${word(0x3ff30000)} THEN ${pick(atan.bases[1], 1)}
      WHEN ${size} < ${word(0x40038000)} THEN ${pick(atan.bases[2], 2)} ELSE ${pick(atan.bases[3], 3)} END`;
  const tangents = [
    `(2e0 * ${size} - 1e0) / (2e0 + ${size})`,
    `(${size} - 1e0) / (${size} + 1e0)`,
    `(${size} - 1.5e0) / (1e0 + 1.5e0 * ${size})`,
    `-1e0 / ${size}`,
  ];
  const sign = "CASE WHEN g < 0e0 THEN -1e0 ELSE 1e0 END";
  return `CASE
    WHEN ${size} >= ${word(0x44100000)} THEN ${sign} * (${n(atan.bases[3].high)} + ${n(atan.bases[3].low)})
    WHEN ${size} < ${word(0x3e200000)} THEN g
    WHEN ${size} < ${word(0x3fdc0000)} THEN g - g * ${series("g")}
    ELSE ${bindAll(
      d,
      "v",
      {
        high: choose(({ high }) => n(high)),
        low: choose(({ low }) => n(low)),
        t: choose((_, i) => tangents[i] ?? "NULL"),
      },
      `${sign} * (v.high - ((v.t * ${series("v.t")} - v.low) - v.t))`,
    )} END`;
}

const radians = (x: string): string => `${x} * 0.017453292519943295e0`;

export const angleMacros = defineMacros({
  featc_half_even: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "c",
        "x",
        d.bind(
          "b",
          "floor(c)",
          `CASE WHEN c - b < 0.5e0 THEN b WHEN c - b > 0.5e0 THEN b + 1e0
    WHEN b - 2e0 * floor(b / 2e0) = 0e0 THEN b ELSE b + 1e0 END`,
        ),
      ),
  },
  featc_kernel_sin: {
    parameters: ["x", "tail"],
    body: (d) =>
      bindAll(
        d,
        "k",
        { x: "x", tail: "tail" },
        `CASE WHEN abs(k.x) < ${word(0x3e400000)} THEN k.x ELSE ${d.bind(
          "z",
          "k.x * k.x",
          bindAll(
            d,
            "l",
            { v: "z * k.x", r: polynomial("z", kernel.sineTerms) },
            `CASE WHEN k.tail = 0e0 THEN k.x + l.v * (${n(kernel.firstSineTerm)} + z * l.r)
      ELSE k.x - ((z * (0.5e0 * k.tail - l.v * l.r) - k.tail) - l.v * ${n(kernel.firstSineTerm)}) END`,
          ),
        )} END`,
      ),
  },
  featc_kernel_cos: {
    parameters: ["x", "tail"],
    body: (d) =>
      bindAll(
        d,
        "k",
        { x: "x", tail: "tail" },
        `CASE WHEN abs(k.x) < ${word(0x3e400000)} THEN 1e0 ELSE ${d.bind(
          "z",
          "k.x * k.x",
          bindAll(
            d,
            "l",
            {
              r: `z * ${polynomial("z", kernel.cosineTerms)}`,
              quarter: `CASE WHEN abs(k.x) >= ${word(0x3fe90001)} THEN 0.28125e0
      ELSE ${d.fromBits(`((${d.bits("abs(k.x)")} // 4294967296) - 2097152) * 4294967296`)} END`,
            },
            `CASE WHEN abs(k.x) < ${word(0x3fd33333)} THEN 1e0 - (0.5e0 * z - (z * l.r - k.x * k.tail))
      ELSE (1e0 - l.quarter) - ((0.5e0 * z - l.quarter) - (z * l.r - k.x * k.tail)) END`,
          ),
        )} END`,
      ),
  },
  featc_sin: wave("0e0"),
  featc_cos: wave("1e0"),
  featc_sinpi: halfTurns("0e0"),
  featc_cospi: halfTurns("1e0"),
  featc_asin: { parameters: ["x"], body: (d) => d.bind("o", "x", asinOf(d)) },
  featc_atan: { parameters: ["x"], body: (d) => d.bind("g", "x", atanOf(d)) },
  featc_atan2: {
    parameters: ["y", "x"],
    body: (d) => {
      const sizes = `((${d.bits("abs(p.y)")} >> 32) - (${d.bits("abs(p.x)")} >> 32)) >> 20`;
      return bindAll(
        d,
        "p",
        { y: "y", x: "x" },
        `CASE
    WHEN p.y IS NULL OR p.x IS NULL THEN NULL
    WHEN p.x = 1e0 THEN featc_atan(p.y)
    WHEN p.y = 0e0 THEN CASE WHEN p.x < 0e0 THEN ${pi} ELSE 0e0 END
    WHEN p.x = 0e0 THEN CASE WHEN p.y < 0e0 THEN ${negative(halfPi)} ELSE ${halfPi} END
    ELSE ${d.bind(
      "quadrant",
      `CASE
      WHEN ${sizes} > 60 THEN ${halfPi} + 0.5e0 * ${n(atan.piLow)}
      WHEN p.x < 0e0 AND ${sizes} < -60 THEN 0e0
      ELSE featc_atan(abs(p.y / p.x)) END`,
      `CASE
      WHEN p.x > 0e0 THEN CASE WHEN p.y > 0e0 THEN quadrant ELSE ${negative("quadrant")} END
      WHEN p.y > 0e0 THEN ${pi} - (quadrant - ${n(atan.piLow)})
      ELSE (quadrant - ${n(atan.piLow)}) - ${pi} END`,
    )} END`,
      );
    },
  },
  featc_haversine_km: {
    parameters: ["lat1", "lon1", "lat2", "lon2"],
    body: (d) =>
      bindAll(
        d,
        "c",
        {
          lat1: radians("lat1"),
          lon1: radians("lon1"),
          lat2: radians("lat2"),
          lon2: radians("lon2"),
        },
        bindAll(
          d,
          "f",
          {
            a: "featc_sin((c.lat2 - c.lat1) / 2e0)",
            b: "featc_sin((c.lon2 - c.lon1) / 2e0)",
            p: "featc_cos(c.lat1) * featc_cos(c.lat2)",
          },
          d.bind(
            "s",
            "f.a * f.a + f.p * (f.b * f.b)",
            d.bind(
              "root",
              "sqrt(CASE WHEN s >= 0e0 THEN s END)",
              "12742e0 * featc_asin(CASE WHEN root > 1e0 THEN 1e0 ELSE root END)",
            ),
          ),
        ),
      ),
  },
});
