import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What one argument is drawn from: its domain, a usual range, points and high words that decide branches. */
interface Source {
  readonly min: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  readonly words: readonly number[];
  readonly points: readonly number[];
}

/** Made by test/vectors/StrictMathBlocks.java with OpenJDK 17. */
export interface FunctionBlocks {
  readonly sources: readonly Source[];
  /** Of the results of 1,000 inputs each. */
  readonly digests: readonly string[];
}

const folder = new URL("../vectors/", import.meta.url);
export const inputsPerBlock = 1000;

export const strictMathBlocks = JSON.parse(
  readFileSync(new URL("strict-math-blocks.json", folder), "utf8"),
) as Readonly<Record<string, FunctionBlocks>>;

/** The inputs of a block, as StrictMathBlocks.java draws them. */
export function inputsOf({ sources }: FunctionBlocks, block: number): readonly number[][] {
  const random = new BlockRandom(block);
  return Array.from({ length: inputsPerBlock }, () =>
    sources.map((source) => random.argument(source)),
  );
}

/** Results as their bits are digested: zero has no sign, and what is not finite, or missing, is NaN. */
export function bitsOf(results: readonly (number | null)[]): Buffer {
  const bytes = Buffer.alloc(8 * results.length);
  results.forEach((result, i) => {
    const isNumber = result !== null && Number.isFinite(result);
    if (isNumber) bytes.writeDoubleBE(result + 0, 8 * i);
    else bytes.writeBigUInt64BE(0x7ff8000000000000n, 8 * i);
  });
  return bytes;
}

export function digestOf(bits: Buffer): string {
  return createHash("sha256").update(bits).digest("hex").slice(0, 16);
}

/** Names the first input of a block whose result differs; only Java, where it is installed, can tell which. */
export function locate(name: string, block: number, inputs: readonly number[][], bits: Buffer) {
  const program = fileURLToPath(new URL("StrictMathBlocks.java", folder));
  const where = `${name}, block ${block}`;
  const java = spawnSync("java", [program, name, String(block)], { encoding: "utf8" });
  if (java.status !== 0) return `${where}: run java ${program} ${name} ${block} to see the results`;
  const wanted = java.stdout.trim().split(/\s+/u);
  const given = inputs.map((_, i) => bits.toString("hex", 8 * i, 8 * i + 8));
  const at = given.findIndex((result, i) => result !== wanted[i]);
  if (at === -1) return `${where}: Java and the committed digest differ`;
  return `${where}: ${name}(${inputs[at]?.join(", ")}) is ${given[at]}, not ${wanted[at]}`;
}

class BlockRandom {
  readonly #view = new DataView(new ArrayBuffer(8));
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  argument(source: Source): number {
    for (;;) {
      const x = this.#candidate(source);
      if (x >= source.min && x <= source.max) return x + 0;
    }
  }

  #candidate({ low, high, words, points }: Source): number {
    switch (this.#below(4)) {
      case 0: {
        const word = this.#next();
        return this.#ofWords(word, this.#next());
      }
      case 1:
        return low + (high - low) * (this.#next() / 2 ** 32);
      case 2: {
        const point = points[this.#below(points.length)] ?? 0;
        const steps = this.#below(17) - 8;
        const x = point === 0 ? 0 : this.#neighbour(point, steps);
        return this.#below(4) === 0 ? -x : x;
      }
      default: {
        const word = (words[this.#below(words.length)] ?? 0) + this.#below(3) - 1;
        return this.#ofWords(word, this.#below(3) === 0 ? this.#below(8) - 4 : this.#next());
      }
    }
  }

  #next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  }

  #below(n: number): number {
    return this.#next() % n;
  }

  #ofWords(high: number, low: number): number {
    this.#view.setInt32(0, high);
    this.#view.setInt32(4, low);
    return this.#view.getFloat64(0);
  }

  #neighbour(x: number, steps: number): number {
    this.#view.setFloat64(0, x);
    this.#view.setBigInt64(0, this.#view.getBigInt64(0) + BigInt(steps));
    return this.#view.getFloat64(0);
  }
}
