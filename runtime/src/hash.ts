// SHA-256 (FIPS 180-4) of the UTF-8 form of text.

import { utf8Length, writeUtf8 } from "./utf8.js";

const ROUND_CONSTANTS = /*@__PURE__*/ Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);
const state = /*@__PURE__*/ new Int32Array(8);
const schedule = /*@__PURE__*/ new Int32Array(64);

/** SHA-256 of the UTF-8 form of `text`, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  digest(text);
  let hex = "";
  for (let i = 0; i < 8; i++) hex += ((state[i] as number) >>> 0).toString(16).padStart(8, "0");
  return hex;
}

/**
 * Bucket 0 to n - 1 of a text: the first 52 bits of SHA-256 of `salt` followed by `text`, modulo
 * `n`. 1 <= n <= 2^31.
 */
export function hashBucket(text: string, n: number, salt: string): number {
  digest(salt + text);
  const first = (state[0] as number) >>> 0;
  const second = (state[1] as number) >>> 0;
  return (first * 1048576 + (second >>> 12)) % n;
}

function digest(text: string): void {
  const message = paddedUtf8(text);
  state[0] = 0x6a09e667;
  state[1] = 0xbb67ae85;
  state[2] = 0x3c6ef372;
  state[3] = 0xa54ff53a;
  state[4] = 0x510e527f;
  state[5] = 0x9b05688c;
  state[6] = 0x1f83d9ab;
  state[7] = 0x5be0cd19;
  for (let i = 0; i < message.length; i += 64) addBlock(message, i);
}

/** UTF-8 of `text` (a lone surrogate as U+FFFD), 0x80, zeros and the length in bits. */
function paddedUtf8(text: string): Uint8Array {
  const size = utf8Length(text);
  const bytes = new Uint8Array((size + 72) & ~63);
  writeUtf8(text, bytes);
  bytes[size] = 0x80;
  let bits = size * 8;
  for (let i = bytes.length - 1; bits > 0; i--) {
    bytes[i] = bits % 256;
    bits = Math.floor(bits / 256);
  }
  return bytes;
}

function addBlock(bytes: Uint8Array, from: number): void {
  for (let t = 0; t < 16; t++) {
    const i = from + 4 * t;
    schedule[t] =
      ((bytes[i] as number) << 24) |
      ((bytes[i + 1] as number) << 16) |
      ((bytes[i + 2] as number) << 8) |
      (bytes[i + 3] as number);
  }
  for (let t = 16; t < 64; t++) {
    const x = schedule[t - 15] as number;
    const y = schedule[t - 2] as number;
    const s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
    const s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
    schedule[t] = s1 + (schedule[t - 7] as number) + s0 + (schedule[t - 16] as number);
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let t = 0; t < 64; t++) {
    const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + (ROUND_CONSTANTS[t] as number) + (schedule[t] as number)) | 0;
    const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + s0 + majority) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}

function rotated(x: number, by: number): number {
  return (x >>> by) | (x << (32 - by));
}
