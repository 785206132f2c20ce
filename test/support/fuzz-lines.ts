import type { Program } from "../../compiler/src/ir/program.js";
import { difference, expectedOutcome, scanned } from "./compare-scanners.js";
import type { ScannedModule } from "./compare-scanners.js";
import { RandomLines } from "./random-lines.js";
import { Random } from "./random.js";

export interface FuzzCounts {
  lines: number;
  rows: number;
  /** Lines that the scanner understood. */
  scanned: number;
}

const blockSize = 1000;

/**
 * Compares the scanner, and the scanner without its fast path, with JSON.parse and the parser on random lines.
 * Throws with the lines at the first difference.
 */
export function fuzzLines(
  name: string,
  program: Program,
  module: ScannedModule,
  count: number,
  seed: number,
): FuzzCounts {
  const random = new Random(seed);
  const source = new RandomLines(program, random);
  const total: FuzzCounts = { lines: 0, rows: 0, scanned: 0 };
  while (total.lines < count) {
    const lines = Array.from({ length: Math.min(blockSize, count - total.lines) }, () =>
      source.next(),
    );
    const bytes = joined(lines, random.chance(0.5));
    const expected = expectedOutcome(module, lines);
    const fast = scanned(module, cut(bytes, random), lines.length, true);
    const slow = scanned(module, [bytes], lines.length, false);
    const problem = difference(fast, expected) ?? difference(slow, expected);
    const issues = JSON.stringify(fast.rejected) === JSON.stringify(slow.rejected);
    if (problem !== undefined || !issues) {
      throw new Error(
        `${name}, seed ${seed}: ${problem ?? "other issues"}\n${culprit(module, lines)}`,
      );
    }
    total.lines += lines.length;
    total.rows += fast.rows;
    total.scanned += slow.left - fast.left;
  }
  return total;
}

/** The first line that differs by itself, or that none does. */
function culprit(module: ScannedModule, lines: readonly Uint8Array[]): string {
  for (const line of lines) {
    const block = joined([line], true);
    const problem = difference(scanned(module, [block], 1, true), expectedOutcome(module, [line]));
    if (problem !== undefined) return `${JSON.stringify(Buffer.from(line).toString())}: ${problem}`;
  }
  return "no line by itself";
}

export function joined(lines: readonly Uint8Array[], endsInLineFeed: boolean): Uint8Array {
  const parts = lines.flatMap((line) => [line, Uint8Array.of(10)]);
  return new Uint8Array(Buffer.concat(endsInLineFeed ? parts : parts.slice(0, -1)));
}

/** In chunks of random sizes, with the rest as one. */
function cut(bytes: Uint8Array, random: Random): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let from = 0;
  for (let i = random.int(0, 12); i > 0 && from < bytes.length; i--) {
    const to = from + random.int(0, random.pick([1, 10, 1000, 50_000]));
    chunks.push(bytes.subarray(from, to));
    from = Math.min(to, bytes.length);
  }
  return [...chunks, bytes.subarray(from)];
}
