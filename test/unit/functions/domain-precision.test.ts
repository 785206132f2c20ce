import { describe, expect, it } from "vitest";
import type { ArgumentFact } from "../../../compiler/src/functions/definition.js";
import { functionRegistry } from "../../../compiler/src/functions/registry.js";
import type { FunctionName } from "../../../compiler/src/functions/registry.js";
import { numberDomain } from "../../../compiler/src/types/interval.js";
import type { Constant } from "../../../compiler/src/types/value.js";
import { Random } from "../types/random-domain.js";

const seed = 20_240_402;

type Given = readonly [low: number, high: number] | { readonly constant: Constant };

function fact(given: Given): ArgumentFact {
  if ("constant" in given) {
    const { constant } = given;
    const domain =
      typeof constant === "number"
        ? numberDomain(constant, constant, { integral: Number.isInteger(constant) })
        : ({ kind: "opaque" } as const);
    return { domain, type: { kind: "number" }, constant };
  }
  return { domain: numberDomain(...given, { floor: 1e-100 }), type: { kind: "number" } };
}

const all: Given = [-Number.MAX_VALUE, Number.MAX_VALUE];

describe("bounds that declared ranges rely on are exact", () => {
  it.each<[FunctionName, readonly Given[], readonly [number, number]]>([
    ["abs", [[-3, 2]], [0, 3]],
    ["sign", [[0, 7]], [0, 1]],
    [
      "least",
      [
        [0, 9],
        [3, 5],
      ],
      [0, 5],
    ],
    [
      "greatest",
      [
        [0, 9],
        [3, 5],
      ],
      [3, 9],
    ],
    ["clip", [all, { constant: 0 }, { constant: 5 }], [0, 5]],
    ["clip", [[2, 3], { constant: 0 }, { constant: 5 }], [2, 3]],
    ["mod", [all, [7, 7]], [0, 7]],
    [
      "mod",
      [
        [0, 3],
        [7, 7],
      ],
      [0, 3],
    ],
    ["sqrt", [[4, 9]], [2, 3]],
    [
      "hypot",
      [
        [-3, 3],
        [0, 4],
      ],
      [0, 5],
    ],
    ["floor", [[0.5, 2.5]], [0, 2]],
    ["round", [[0.5, 2.5]], [1, 3]],
    ["round", [[0, 1], { constant: 2 }], [0, 1]],
    ["tanh", [all], [-1, 1]],
    ["tanh", [[0, 1e300]], [0, 1]],
    ["sigmoid", [all], [0, 1]],
    ["exp", [[-Number.MAX_VALUE, 0]], [0, 1]],
    [
      "pow",
      [
        [0, 1],
        [0, 8],
      ],
      [0, 1],
    ],
    [
      "pow",
      [
        [0, 1],
        [0.5, 3],
      ],
      [0, 1],
    ],
    ["sinpi", [[0, 5]], [-1, 1]],
    ["cyclic_sin", [[0, 23], { constant: 24 }], [-1, 1]],
    ["asin", [[-1, 1]], [-Math.PI / 2, Math.PI / 2]],
    ["atan2", [all, all], [-Math.PI, Math.PI]],
    [
      "atan2",
      [
        [0, 5],
        [0, 5],
      ],
      [0, Math.PI / 2],
    ],
    ["radians", [[-180, 180]], [-Math.PI, Math.PI]],
    ["standardize", [[0, 10], { constant: 4 }, { constant: 2 }], [-2, 3]],
    ["min_max_scale", [[0, 10], { constant: 0 }, { constant: 10 }], [0, 1]],
    [
      "interpolate",
      [
        [0, 9],
        {
          constant: [
            [0, 0],
            [10, 1],
            [20, 0],
          ],
        },
      ],
      [0, 0.9],
    ],
    [
      "interpolate",
      [
        all,
        {
          constant: [
            [0, 0],
            [10, 1],
            [20, 0],
          ],
        },
      ],
      [0, 1],
    ],
    ["bucketize", [[5, 50], { constant: [0, 10, 100] }], [1, 2]],
  ])("%s", (name, given, [low, high]) => {
    expect(functionRegistry[name].domain(given.map(fact))).toMatchObject({ low, high });
  });

  it.each<[FunctionName, Given, number]>([
    ["ln", [1, 10], 0],
    ["log1p", [0, 10], 0],
    ["expm1", [0, 10], 0],
    ["log10", [1, 1000], 0],
    ["exp", [0, 1], 1],
  ])("%s begins at a whole number", (name, given, low) => {
    expect(functionRegistry[name].domain([fact(given)])).toMatchObject({ low });
  });
});

describe("nothing stands in the way of what is plainly total", () => {
  it.each<[FunctionName, readonly Given[]]>([
    ["sqrt", [[0, 1e7]]],
    ["log1p", [[0, 1e7]]],
    ["exp", [[-1e300, 700]]],
    ["ln", [[1e-100, 1e300]]],
    [
      "pow",
      [
        [0, 1e7],
        [0, 3],
      ],
    ],
    [
      "pow",
      [
        [1, 2],
        [-5, 5],
      ],
    ],
    ["logit", [[0.01, 0.99]]],
    ["round", [[-1e7, 1e7], { constant: 2 }]],
    ["float32", [[-1e30, 1e30]]],
    [
      "haversine_km",
      [
        [-90, 90],
        [-180, 180],
        [-90, 90],
        [-180, 180],
      ],
    ],
    ["asin", [[-1, 1]]],
    ["cyclic_cos", [[0, 1e7], { constant: 24 }]],
  ])("%s", (name, given) => {
    expect(functionRegistry[name].partial(given.map(fact))).toBeUndefined();
  });

  it.each<[FunctionName, readonly Given[], string]>([
    ["sqrt", [[-1, 1]], "domain"],
    ["ln", [[0, 1]], "domain"],
    [
      "mod",
      [
        [0, 1],
        [0, 1],
      ],
      "division_by_zero",
    ],
    [
      "pow",
      [
        [0, 1],
        [-1, 1],
      ],
      "division_by_zero",
    ],
    [
      "pow",
      [
        [-1, 1],
        [0.5, 0.5],
      ],
      "domain",
    ],
    [
      "pow",
      [
        [1, 10],
        [0, 309],
      ],
      "overflow",
    ],
    ["exp", [[0, 710]], "overflow"],
    ["floor", [[0, 1e16]], "overflow"],
    ["to_int", [[0, 1]], "domain"],
    ["sin", [[0, 1e7]], "domain"],
    [
      "haversine_km",
      [
        [-91, 90],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      "domain",
    ],
  ])("%s may be missing for %j: %s", (name, given, reason) => {
    expect(functionRegistry[name].partial(given.map(fact))).toBe(reason);
  });
});

describe(`exp and pow do not cross 1 by rounding (seed ${seed})`, () => {
  it("near it", () => {
    const random = new Random(seed);
    const exp = (x: number): number => Number(functionRegistry.exp.evaluate([x]));
    const pow = (x: number, y: number): number => Number(functionRegistry.pow.evaluate([x, y]));
    const wrong: string[] = [];
    for (let round = 0; round < 200_000; round += 1) {
      const tiny = random.next() * 2 ** -random.below(80);
      const y = random.next() * 2 ** (random.below(90) - 80);
      if (exp(tiny) < 1 || exp(-tiny) > 1) wrong.push(`exp ${tiny}`);
      if (pow(1 + tiny, y) < 1 || pow(1 - tiny / 2, y) > 1) wrong.push(`pow ${tiny} ${y}`);
      if (pow(1 + tiny, -y) > 1 || pow(1 - tiny / 2, -y) < 1) wrong.push(`pow ${tiny} -${y}`);
    }
    expect(wrong).toEqual([]);
  });
});
