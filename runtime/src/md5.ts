// MD5 (RFC 1321) of the UTF-8 form of text: to meet buckets that exist elsewhere, not to keep secrets.

import { utf8Length, writeUtf8 } from "./utf8.js";

const SHIFTS = /*@__PURE__*/ Uint8Array.of(
  7,
  12,
  17,
  22,
  5,
  9,
  14,
  20,
  4,
  11,
  16,
  23,
  6,
  10,
  15,
  21,
);
/** floor(2^32 |sin(i + 1)|), written out because engines differ in the last bits of a sine. */
const SINES = /*@__PURE__*/ Int32Array.of(
  0xd76aa478,
  0xe8c7b756,
  0x242070db,
  0xc1bdceee,
  0xf57c0faf,
  0x4787c62a,
  0xa8304613,
  0xfd469501,
  0x698098d8,
  0x8b44f7af,
  0xffff5bb1,
  0x895cd7be,
  0x6b901122,
  0xfd987193,
  0xa679438e,
  0x49b40821,
  0xf61e2562,
  0xc040b340,
  0x265e5a51,
  0xe9b6c7aa,
  0xd62f105d,
  0x02441453,
  0xd8a1e681,
  0xe7d3fbc8,
  0x21e1cde6,
  0xc33707d6,
  0xf4d50d87,
  0x455a14ed,
  0xa9e3e905,
  0xfcefa3f8,
  0x676f02d9,
  0x8d2a4c8a,
  0xfffa3942,
  0x8771f681,
  0x6d9d6122,
  0xfde5380c,
  0xa4beea44,
  0x4bdecfa9,
  0xf6bb4b60,
  0xbebfbc70,
  0x289b7ec6,
  0xeaa127fa,
  0xd4ef3085,
  0x04881d05,
  0xd9d4d039,
  0xe6db99e5,
  0x1fa27cf8,
  0xc4ac5665,
  0xf4292244,
  0x432aff97,
  0xab9423a7,
  0xfc93a039,
  0x655b59c3,
  0x8f0ccc92,
  0xffeff47d,
  0x85845dd1,
  0x6fa87e4f,
  0xfe2ce6e0,
  0xa3014314,
  0x4e0811a1,
  0xf7537e82,
  0xbd3af235,
  0x2ad7d2bb,
  0xeb86d391,
);
const state = /*@__PURE__*/ new Int32Array(4);

/**
 * Bucket 0 to n - 1 of a text: all 128 bits of MD5 of `salt` followed by `text`, the first byte the
 * highest, modulo `n`. 1 <= n <= 2^31.
 */
export function hashBucketMd5(text: string, n: number, salt: string): number {
  digest(salt + text);
  let rest = 0;
  for (let i = 0; i < 16; i++) {
    const byte = ((state[i >> 2] as number) >>> (8 * (i & 3))) & 255;
    rest = (rest * 256 + byte) % n;
  }
  return rest;
}

function digest(text: string): void {
  const size = utf8Length(text);
  const bytes = new Uint8Array((size + 72) & ~63);
  writeUtf8(text, bytes);
  bytes[size] = 0x80;
  let bits = size * 8;
  for (let i = bytes.length - 8; bits > 0; i++) {
    bytes[i] = bits % 256;
    bits = Math.floor(bits / 256);
  }
  state[0] = 0x67452301;
  state[1] = 0xefcdab89;
  state[2] = 0x98badcfe;
  state[3] = 0x10325476;
  for (let from = 0; from < bytes.length; from += 64) addBlock(bytes, from);
}

function addBlock(bytes: Uint8Array, from: number): void {
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    let mixed: number;
    let word: number;
    if (round === 0) {
      mixed = (b & c) | (~b & d);
      word = i;
    } else if (round === 1) {
      mixed = (d & b) | (~d & c);
      word = (5 * i + 1) & 15;
    } else if (round === 2) {
      mixed = b ^ c ^ d;
      word = (3 * i + 5) & 15;
    } else {
      mixed = c ^ (b | ~d);
      word = (7 * i) & 15;
    }
    const at = from + 4 * word;
    const read =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    const sum = (a + mixed + (SINES[i] as number) + read) | 0;
    const by = SHIFTS[4 * round + (i & 3)] as number;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << by) | (sum >>> (32 - by)))) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
}
