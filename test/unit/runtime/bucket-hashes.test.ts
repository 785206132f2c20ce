import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashBucketMd5, hashBucketMurmur3 } from "../../../runtime/src/index.js";
import { hashNumber } from "../../../compiler/src/functions/bucket-hash.js";

const md5 = (text: string): bigint =>
  BigInt(`0x${createHash("md5").update(text, "utf8").digest("hex")}`);

describe("hashBucketMd5", () => {
  it("is the whole digest of node:crypto modulo n, around every block length", () => {
    for (let length = 0; length < 200; length++) {
      for (const text of [
        "a".repeat(length),
        "é".repeat(length),
        "\u0000".repeat(length) + "€😀",
      ]) {
        expect(hashBucketMd5(text, 2 ** 31 - 1, "")).toBe(Number(md5(text) % (2n ** 31n - 1n)));
      }
    }
  });

  it("takes any text, salt and n", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string(),
        fc.integer({ min: 1, max: 2 ** 31 }),
        (text, salt, n) => {
          const expected = Number(md5(salt + text) % BigInt(n));
          expect(hashBucketMd5(text, n, salt)).toBe(expected);
          expect(Number(hashNumber(salt + text, "md5") % BigInt(n))).toBe(expected);
        },
      ),
    );
  });
});

describe("murmur3", () => {
  // Published for MurmurHash3_x86_32 with seed 0; the lengths leave 0, 1 and 3 bytes for the tail.
  it.each([
    ["", 0],
    ["test", 0xba6bd213],
    ["Hello, world!", 0xc0363e43],
    ["The quick brown fox jumps over the lazy dog", 0x2e4ff723],
  ])("of %j", (text, hash) => {
    expect(hashNumber(text, "murmur3")).toBe(BigInt(hash));
    for (const n of [1, 97, 1000, 2 ** 31]) {
      expect(hashBucketMurmur3(text, n, "")).toBe(hash % n);
      expect(hashBucketMurmur3(text.slice(2), n, text.slice(0, 2))).toBe(hash % n);
    }
  });

  it("is the same in both implementations", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(BigInt(hashBucketMurmur3(text, 2 ** 31, ""))).toBe(
          hashNumber(text, "murmur3") % 2n ** 31n,
        );
      }),
    );
  });
});
