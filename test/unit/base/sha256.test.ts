import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex, sha256Words } from "../../../compiler/src/base/sha256.js";

const reference = (data: string | Uint8Array): string =>
  createHash("sha256").update(data).digest("hex");

describe("sha256Hex", () => {
  it("gives the digests of the standard's examples", () => {
    expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256Hex("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
  });

  it("agrees with another implementation for every length around a block", () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 0xff);
      expect(sha256Hex(bytes)).toBe(reference(bytes));
    }
  });

  it("hashes any text as UTF-8, a lone surrogate as U+FFFD", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(sha256Hex(text)).toBe(reference(text));
      }),
    );
    expect(sha256Hex("a\ud800b")).toBe(reference("a\ufffdb"));
  });

  it("gives the digest as words, the first bytes first", () => {
    expect(sha256Words("abc")[0]).toBe(0xba7816bf);
  });
});
