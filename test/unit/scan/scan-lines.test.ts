import { describe, expect, it } from "vitest";
import { cellsFor, difference, expectedOutcome, scanned } from "../../support/compare-scanners.js";
import { fuzzLines, joined } from "../../support/fuzz-lines.js";
import { RandomLines } from "../../support/random-lines.js";
import { Random } from "../../support/random.js";
import { scannedSpec, scannedSpecs } from "../../support/scanned-specs.js";

/** `npm run fuzz:lines` compares a million. */
const linesPerSpec = 8000;

describe("lines that are scanned become what JSON.parse and the parser make of them", () => {
  it.each([...scannedSpecs, "every_field"])("%s", async (name) => {
    const rules = ["reject", "ignore"] as const;
    for (const [i, rule] of rules.entries()) {
      const { program, module } = await scannedSpec(name, rule);
      const { rows, scanned: understood } = fuzzLines(
        name,
        program,
        module,
        linesPerSpec / 2,
        7 + i,
      );
      expect(rows).toBeGreaterThan(50);
      expect(understood).toBeGreaterThan(20);
    }
  });
});

const penguin = (extra: string): Buffer =>
  Buffer.from(`{"Species":"Adelie","Island":"Biscoe","Sex":null,${extra}}`);

describe("a scanner", async () => {
  const { program, module } = await scannedSpec("penguins", "reject");

  it("gives the same wherever a chunk ends", () => {
    const source = new RandomLines(program, new Random(3));
    const lines = [
      Buffer.from('\ufeff{"Species":"Adelie","Island":"Biscoe"}\r'),
      Buffer.from(" \r"),
      ...Array.from({ length: 6 }, () => source.next()),
      penguin('"Body Mass (g)":3750.5'),
    ];
    const expected = expectedOutcome(module, lines);
    expect(expected.rows).toBeGreaterThan(1);
    for (const ends of [true, false]) {
      const bytes = joined(lines, ends);
      for (let at = 0; at <= bytes.length; at++) {
        const chunks = [bytes.subarray(0, at), bytes.subarray(at)];
        expect(difference(scanned(module, chunks, lines.length, true), expected)).toBeUndefined();
      }
      const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
      expect(difference(scanned(module, single, lines.length, true), expected)).toBeUndefined();
    }
  });

  it("reads numbers as Number does", () => {
    const random = new Random(11);
    const lines = Array.from({ length: 3000 }, () => {
      const digits = String(random.int(1, 9_999_999)) + String(random.int(0, 999_999_999));
      const point = random.int(0, 4);
      const text = `${digits.slice(0, 4)}${point === 0 ? "" : `.${digits.slice(4, 4 + point * 4)}1`}`;
      return penguin(`"Body Mass (g)":${text}`);
    });
    const expected = expectedOutcome(module, lines);
    expect(expected.rows).toBeGreaterThan(2000);
    const actual = scanned(module, [joined(lines, true)], lines.length, true);
    expect(actual.left).toBeLessThan(1000);
    expect(difference(actual, expected)).toBeUndefined();
  });

  it("scans usual lines, in any order of keys", () => {
    const lines = [
      penguin('"Body Mass (g)":3750'),
      Buffer.from('{ "Island" : "Dream", "Body Mass (g)" : 3e3, "Species":"Gentoo"}'),
    ];
    expect(scanned(module, [joined(lines, true)], 2, true)).toMatchObject({ rows: 2, left: 0 });
    expect(scanned(module, [joined(lines, true)], 2, false)).toMatchObject({ rows: 2, left: 2 });
  });

  it("reads a line of many megabytes, and names the lines that it rejects", () => {
    const huge = penguin(`"other":"${"x".repeat(5_000_000)}"`);
    const lines = [huge, Buffer.from(""), Buffer.from("{"), penguin('"Body Mass (g)":1')];
    const { rejected } = scanned(module, [joined(lines, true)], 4, true);
    expect(rejected.map(({ line, issues }) => [line, issues.map(({ code }) => code)])).toEqual([
      [1, ["unknown"]],
      [3, ["malformed"]],
      [4, ["range"]],
    ]);
  });

  it("hands rows over when the array is full, and refuses more rows than it holds", () => {
    const line = joined([penguin('"Body Mass (g)":3750')], true);
    const out = cellsFor(module, 2);
    const handed: number[] = [];
    const scanner = module.scanModelInput(out, { onRows: (rows) => handed.push(rows) });
    for (let i = 0; i < 5; i++) scanner.push(line);
    expect(scanner.end().rows).toBe(5);
    expect(handed).toEqual([2, 2, 1]);
    const full = module.scanModelInput(out, {});
    full.push(line);
    full.push(line);
    expect(() => full.push(line)).toThrow(RangeError);
  });
});
