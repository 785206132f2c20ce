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

import * as exp from "../../../functions/fdlibm/exp.js";
import { expm1Terms } from "../../../functions/fdlibm/expm1.js";
import type { Dialect } from "../dialect.js";
import { bindAll, defineMacros, n, polynomial, shifted, word } from "./macro.js";

/** x - t * P(t) with t = x * x, for a name x. */
function correction(d: Dialect, x: string): string {
  return d.bind("t", `${x} * ${x}`, `${x} - t * ${polynomial("t", exp.expTerms)}`);
}

const signOf = (x: string): string => `CASE WHEN ${x} < 0e0 THEN -1e0 ELSE 1e0 END`;

/** How many times ln 2 goes into x, to the nearest whole number. */
function multipleOfLn2(x: string): string {
  return `CASE WHEN abs(${x}) < ${word(0x3ff0a2b2)} THEN ${signOf(x)}
    ELSE trunc(${n(exp.inverseLn2)} * ${x} + ${signOf(x)} * 0.5e0) END`;
}

/** x less k times ln 2, in two parts. */
const parts = (x: string) => ({
  high: `${x} - k * ${n(exp.ln2High)}`,
  low: `k * ${n(exp.ln2Low)}`,
});

function largeExp(d: Dialect): string {
  const power = `CASE WHEN k >= -1021e0 THEN ${shifted(d, "y", "k")}
    ELSE ${shifted(d, "y", "(k + 1000e0)")} * ${n(2 ** -1000)} END`;
  const y = "1e0 - ((p.low - (r * c) / (2e0 - c)) - p.high)";
  return d.bind(
    "k",
    multipleOfLn2("x1"),
    bindAll(
      d,
      "p",
      parts("x1"),
      d.bind("r", "p.high - p.low", d.bind("c", correction(d, "r"), d.bind("y", y, power))),
    ),
  );
}

/** r1 - t over 6 - x * t, times the half square: what expm1 takes off. */
function remainder(d: Dialect, x: string, body: string): string {
  return bindAll(
    d,
    "h",
    { half: `0.5e0 * ${x}`, squared: `${x} * (0.5e0 * ${x})` },
    bindAll(
      d,
      "q",
      { r1: polynomial("h.squared", expm1Terms) },
      d.bind(
        "t",
        "3e0 - q.r1 * h.half",
        d.bind("e1", `h.squared * ((q.r1 - t) / (6e0 - ${x} * t))`, body),
      ),
    ),
  );
}

function largeExpm1(d: Dialect): string {
  const result = `CASE
    WHEN k = -1e0 THEN 0.5e0 * (r.r - e) - 0.5e0
    WHEN k = 1e0 AND r.r < -0.25e0 THEN -2e0 * (e - (r.r + 0.5e0))
    WHEN k = 1e0 THEN 1e0 + 2e0 * (r.r - e)
    WHEN k <= -2e0 OR k > 56e0 THEN ${shifted(d, "(1e0 - (e - r.r))", "k")} - 1e0
    WHEN k < 20e0 THEN ${shifted(d, `((1e0 - ${shifted(d, "1e0", "(0e0 - k)")}) - (e - r.r))`, "k")}
    ELSE ${shifted(d, `((r.r - (e + ${shifted(d, "1e0", "(0e0 - k)")})) + 1e0)`, "k")} END`;
  return d.bind(
    "k",
    multipleOfLn2("x2"),
    bindAll(
      d,
      "p",
      parts("x2"),
      bindAll(
        d,
        "r",
        { r: "p.high - p.low", c: "(p.high - (p.high - p.low)) - p.low" },
        remainder(d, "r.r", d.bind("e", "(r.r * (e1 - r.c) - r.c) - h.squared", result)),
      ),
    ),
  );
}

export const exponentialMacros = defineMacros({
  /** A number that is not finite is missing. */
  featc_finite: {
    parameters: ["x"],
    body: (d) => d.bind("v", "x", `CASE WHEN abs(v) <= ${n(Number.MAX_VALUE)} THEN v END`),
  },
  featc_exp: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "x1",
        "x",
        `CASE
    WHEN x1 > ${n(exp.largest)} THEN NULL
    WHEN x1 < ${n(exp.smallest)} THEN 0e0
    WHEN abs(x1) < ${word(0x3e300000)} THEN 1e0 + x1
    WHEN abs(x1) < ${word(0x3fd62e43)}
      THEN ${d.bind("c", correction(d, "x1"), "1e0 - ((x1 * c) / (c - 2e0) - x1)")}
    ELSE ${largeExp(d)} END`,
      ),
  },
  featc_expm1: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "x2",
        "x",
        `CASE
    WHEN x2 > ${n(exp.largest)} THEN NULL
    WHEN x2 <= -${word(0x4043687a)} THEN -1e0
    WHEN abs(x2) < ${word(0x3c900000)} THEN x2
    WHEN abs(x2) < ${word(0x3fd62e43)} THEN ${remainder(d, "x2", "x2 - (x2 * e1 - h.squared)")}
    ELSE ${largeExpm1(d)} END`,
      ),
  },
  featc_tanh: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "x3",
        "x",
        `CASE
    WHEN abs(x3) < ${n(2 ** -55)} THEN x3
    WHEN x3 >= 22e0 THEN 1e0
    WHEN x3 <= -22e0 THEN -1e0
    WHEN abs(x3) < 1e0
      THEN ${signOf("x3")} * ${d.bind("t", "featc_expm1(-2e0 * abs(x3))", "(0e0 - t) / (t + 2e0)")}
    ELSE ${signOf("x3")} * (1e0 - 2e0 / (featc_expm1(2e0 * abs(x3)) + 2e0)) END`,
      ),
  },
  featc_sigmoid: {
    parameters: ["x"],
    body: (d) =>
      d.bind(
        "x4",
        "x",
        `CASE WHEN x4 >= 0e0 THEN 1e0 / (1e0 + featc_exp(0e0 - x4))
    ELSE ${d.bind("e", "featc_exp(x4)", "e / (1e0 + e)")} END`,
      ),
  },
});
