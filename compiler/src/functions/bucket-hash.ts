import { sha256Hex } from "../base/sha256.js";

export type HashAlgorithm = "sha256" | "md5" | "murmur3";

export const hashAlgorithms: readonly HashAlgorithm[] = ["sha256", "md5", "murmur3"];

/** The number that a text hashes to, before it is reduced to a bucket. */
export function hashNumber(text: string, algorithm: HashAlgorithm): bigint {
  switch (algorithm) {
    case "sha256":
      return BigInt(`0x${sha256Hex(text).slice(0, 13)}`);
    case "md5":
      return md5(new TextEncoder().encode(text));
    case "murmur3":
      return BigInt(murmur3(new TextEncoder().encode(text)));
  }
}

/** The two hashes below count modulo 2^32. */
const wordSize = 2n ** 32n;

function rotate(word: bigint, by: bigint): bigint {
  return ((word << by) | (word >> (32n - by))) % wordSize;
}

function littleEndian(bytes: readonly number[]): bigint {
  return bytes.reduceRight((high, byte) => high * 256n + BigInt(byte), 0n);
}

/** RFC 1321, section 3.4: for each round the mixing function, the order of the words, the shifts. */
const rounds: readonly {
  readonly mix: (b: bigint, c: bigint, d: bigint) => bigint;
  readonly word: (i: number) => number;
  readonly shifts: readonly bigint[];
}[] = [
  { mix: (b, c, d) => (b & c) | (not(b) & d), word: (i) => i, shifts: [7n, 12n, 17n, 22n] },
  { mix: (b, c, d) => (b & d) | (c & not(d)), word: (i) => 1 + 5 * i, shifts: [5n, 9n, 14n, 20n] },
  { mix: (b, c, d) => b ^ c ^ d, word: (i) => 5 + 3 * i, shifts: [4n, 11n, 16n, 23n] },
  { mix: (b, c, d) => c ^ (b | not(d)), word: (i) => 7 * i, shifts: [6n, 10n, 15n, 21n] },
];

function not(word: bigint): bigint {
  return word ^ (wordSize - 1n);
}

/**
 * floor(2^32 |sin(i)|), i in radians, from the series of the sine in fixed point: an engine's own sine
 * may differ.
 */
function sineConstant(i: number): bigint {
  const one = 2n ** 320n;
  const x = BigInt(i);
  let term = x * one;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term;
    term = (-term * x * x) / ((k + 1n) * (k + 2n));
  }
  return ((sum < 0n ? -sum : sum) * wordSize) / one;
}

let sineConstants: readonly bigint[] | undefined;

/** The digest as one number, its first byte the highest. */
function md5(message: Uint8Array): bigint {
  const zeros = (119 - (message.length % 64)) % 64;
  const bits = BigInt(message.length) * 8n;
  const length = Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(8 * i)) & 255n));
  const padded = [...message, 0x80, ...Array.from({ length: zeros }, () => 0), ...length];
  const sines = (sineConstants ??= Array.from({ length: 64 }, (_, i) => sineConstant(i + 1)));
  let state: Four = [0x67452301n, 0xefcdab89n, 0x98badcfen, 0x10325476n];
  for (let from = 0; from < padded.length; from += 64) {
    const words = Array.from({ length: 16 }, (_, i) =>
      littleEndian(padded.slice(from + 4 * i, from + 4 * i + 4)),
    );
    let [a, b, c, d] = state;
    for (const [round, { mix, word, shifts }] of rounds.entries()) {
      for (let i = 0; i < 16; i += 1) {
        const sum = a + mix(b, c, d) + (words[word(i) % 16] ?? 0n) + (sines[16 * round + i] ?? 0n);
        const turned = rotate(sum % wordSize, shifts[i % 4] ?? 0n);
        [a, b, c, d] = [d, (b + turned) % wordSize, b, c];
      }
    }
    const [first, second, third, fourth] = state;
    state = [
      (first + a) % wordSize,
      (second + b) % wordSize,
      (third + c) % wordSize,
      (fourth + d) % wordSize,
    ];
  }
  const bytes = state.flatMap((word) => [0n, 8n, 16n, 24n].map((by) => (word >> by) & 255n));
  return bytes.reduce((high, byte) => high * 256n + byte, 0n);
}

type Four = readonly [bigint, bigint, bigint, bigint];

/** x86, 32 bits, seed 0; without sign. */
function murmur3(message: Uint8Array): number {
  const multiply = (word: bigint, by: bigint): bigint => (word * by) % wordSize;
  let hash = 0n;
  for (let from = 0; from < message.length; from += 4) {
    const word = littleEndian([...message.slice(from, from + 4)]);
    hash ^= multiply(rotate(multiply(word, 0xcc9e2d51n), 15n), 0x1b873593n);
    if (from + 4 > message.length) continue;
    hash = (rotate(hash, 13n) * 5n + 0xe6546b64n) % wordSize;
  }
  hash ^= BigInt(message.length);
  hash = multiply(hash ^ (hash >> 16n), 0x85ebca6bn);
  hash = multiply(hash ^ (hash >> 13n), 0xc2b2ae35n);
  return Number(hash ^ (hash >> 16n));
}
