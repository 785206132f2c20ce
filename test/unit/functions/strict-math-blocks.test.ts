import { describe, expect, it } from "vitest";
import { functionRegistry, isFunctionName } from "../../../compiler/src/functions/registry.js";
import { softFunctions } from "../../../compiler/src/functions/soft.table.js";
import * as runtime from "../../../runtime/src/index.js";
import {
  bitsOf,
  digestOf,
  inputsOf,
  inputsPerBlock,
  locate,
  strictMathBlocks,
} from "../../support/strict-math-blocks.js";
import type { FunctionBlocks } from "../../support/strict-math-blocks.js";

type NumberFunction = (...args: readonly number[]) => number | null;

function ofRegistry(name: string): NumberFunction {
  if (!isFunctionName(name)) throw new Error(`${name} is no function`);
  return (...args) => {
    const value = functionRegistry[name].evaluate(args);
    return typeof value === "number" ? value : null;
  };
}

/** Named as in the language, but for two. */
const inRuntime = { ...runtime, cyclic_sin: runtime.cyclicSin, cyclic_cos: runtime.cyclicCos };

function ofRuntime(name: string): NumberFunction {
  const f: unknown = Object.entries(inRuntime).find(([exported]) => exported === name)?.[1];
  if (typeof f !== "function") throw new Error(`the runtime has no ${name}`);
  return (...args) => Number(f(...args));
}

function firstDifference(name: string, blocks: FunctionBlocks, f: NumberFunction) {
  for (const [block, digest] of blocks.digests.entries()) {
    const inputs = inputsOf(blocks, block);
    const bits = bitsOf(inputs.map((args) => f(...args)));
    if (digestOf(bits) !== digest) return locate(name, block, inputs, bits);
  }
  return undefined;
}

describe("bits of StrictMath, in blocks", () => {
  it("covers every approximated function with 100,000 inputs or more", () => {
    const wanted = [...Object.keys(softFunctions), "sin", "cos", "asin", "atan2"];
    expect(Object.keys(strictMathBlocks).toSorted()).toEqual(wanted.toSorted());
    for (const { digests } of Object.values(strictMathBlocks)) {
      expect(digests.length * inputsPerBlock).toBeGreaterThanOrEqual(100_000);
      expect(new Set(digests).size).toBe(digests.length);
    }
  });

  const cases = Object.entries(strictMathBlocks);

  it.each(cases)("%s of the reference", (name, blocks) => {
    expect(firstDifference(name, blocks, ofRegistry(name))).toBeUndefined();
  });

  it.each(cases)("%s of the runtime", (name, blocks) => {
    expect(firstDifference(name, blocks, ofRuntime(name))).toBeUndefined();
  });

  it("draws the points where branches change, and their neighbours", () => {
    const blocks = strictMathBlocks["exp"];
    if (blocks === undefined) throw new Error("no blocks of exp");
    const inputs = new Set(blocks.digests.flatMap((_, i) => inputsOf(blocks, i).flat()));
    // The last argument that is present, and the doubles on both sides of it.
    for (const x of [709.782712893384, 709.7827128933841, 709.7827128933839]) {
      expect(inputs).toContain(x);
    }
  });

  it("names the input of a wrong bit", () => {
    const blocks = strictMathBlocks["tanh"];
    if (blocks === undefined) throw new Error("no blocks of tanh");
    const wrong: NumberFunction = (x = 0) => (x === 22 ? 0.5 : runtime.tanh(x));
    expect(firstDifference("tanh", blocks, wrong)).toMatch(
      /^tanh, block \d+: (tanh\(22\) is |run java )/,
    );
  });
});
