// MurmurHash3 for x86, 32 bits, seed 0, of the UTF-8 form of text.

import { utf8Length, writeUtf8 } from "./utf8.js";

/**
 * Bucket 0 to n - 1 of a text: MurmurHash3 (x86, 32 bits without sign, seed 0) of `salt` followed by
 * `text`, modulo `n`. 1 <= n <= 2^31.
 */
export function hashBucketMurmur3(text: string, n: number, salt: string): number {
  const salted = salt + text;
  const size = utf8Length(salted);
  // Zeros after the end make the last, shorter word.
  const bytes = new Uint8Array((size + 3) & ~3);
  writeUtf8(salted, bytes);
  let hash = 0;
  for (let i = 0; i < size; i += 4) {
    const word =
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    hash ^= scrambled(word);
    if (i + 4 <= size) hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash ^= size;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % n;
}

function scrambled(word: number): number {
  const product = Math.imul(word, 0xcc9e2d51);
  return Math.imul((product << 15) | (product >>> 17), 0x1b873593);
}
