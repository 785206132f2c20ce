import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { functionRegistry } from "../../../compiler/src/functions/registry.js";
import { sin } from "../../../compiler/src/functions/fdlibm/sin-cos.js";

// Vectors written by test/vectors/StrictMathVectors.java with OpenJDK 17.
const names = {
  1: [
    "exp",
    "expm1",
    "ln",
    "log1p",
    "log10",
    "log2",
    "logit",
    "tanh",
    "sigmoid",
    "sin",
    "cos",
    "asin",
    "sinpi",
    "cospi",
  ],
  2: ["pow", "atan2"],
} as const;

const cases = [
  ...names[1].map((name) => [name, 1] as const),
  ...names[2].map((name) => [name, 2] as const),
];

describe("bits of StrictMath", () => {
  it.each(cases)("%s", (name, count) => {
    const bytes = readFileSync(new URL(`../../vectors/${name}.bin`, import.meta.url));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const size = 8 * (count + 1);
    const differing: string[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      const args = Array.from({ length: count }, (_, i) => view.getFloat64(at + 8 * i) + 0);
      const strict = view.getFloat64(at + 8 * count);
      const wanted = Number.isFinite(strict) ? strict + 0 : null;
      const value = functionRegistry[name].evaluate(args);
      const given = typeof value === "number" && Number.isFinite(value) ? value + 0 : null;
      if (given !== wanted) differing.push(`${name}(${args}) is ${given}, not ${wanted}`);
    }
    expect(bytes.length / size).toBe(4000);
    expect(differing).toEqual([]);
  });
});

describe("angles near multiples of pi / 2", () => {
  // From the C library, whose error is below one unit in the last place.
  it.each([
    [3.141592653589793, 1.2246467991473532e-16],
    [6.283185307179586, -2.4492935982947064e-16],
    [823550, 0.3291632977102722],
    [999999.5, -0.756251087561678],
    [-900000.25, -0.07174605526704778],
    [1e6, -0.34999350217129294],
  ])("sin(%d)", (x, expected) => {
    expect(Math.abs(sin(x) - expected)).toBeLessThan(2.3e-16);
  });

  it("is NaN beyond 1e6", () => {
    expect(sin(1000000.0000000001)).toBeNaN();
  });
});
