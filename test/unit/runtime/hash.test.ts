import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashBucket, sha256Hex } from "../../../runtime/src/index.js";

const reference = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

describe("sha256Hex", () => {
  it("agrees with node:crypto around every block length", () => {
    for (let n = 0; n < 200; n++) {
      for (const s of ["a".repeat(n), "é".repeat(n), "\u0000".repeat(n) + "€😀"]) {
        expect(sha256Hex(s)).toBe(reference(s));
      }
    }
  });

  it("agrees with node:crypto on any text, lone surrogates included", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.integer({ min: 0xd800, max: 0xdfff }),
        (s, unit) => {
          expect(sha256Hex(s)).toBe(reference(s));
          const broken = s + String.fromCharCode(unit) + s;
          expect(sha256Hex(broken)).toBe(reference(broken));
        },
      ),
    );
  });

  it("agrees with node:crypto on a long text", () => {
    const long = "0123456789".repeat(100000);
    expect(sha256Hex(long)).toBe(reference(long));
  });
});

describe("hashBucket", () => {
  it("is the first 13 hexadecimal digits modulo n", () => {
    expect(hashBucket("é", 2 ** 31, "")).toBe(1312358796624700 % 2 ** 31);
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 2 ** 31 }), (s, salt, n) => {
        const first = BigInt(`0x${reference(salt + s).slice(0, 13)}`);
        expect(hashBucket(s, n, salt)).toBe(Number(first % BigInt(n)));
      }),
    );
  });
});
