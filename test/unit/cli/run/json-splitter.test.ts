import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../../../../compiler/src/cli/failures.js";
import { jsonArray } from "../../../../compiler/src/cli/run/json-array.js";
import { jsonLines } from "../../../../compiler/src/cli/run/json-lines.js";
import type { RawRow } from "../../../../compiler/src/cli/run/raw-row.js";

type Reader = typeof jsonArray;

/** The rows of a text that arrives in chunks of a few bytes. */
async function read(reader: Reader, text: string | Buffer, chunkSize = 3): Promise<RawRow[]> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let i = 0; i < bytes.length; i += chunkSize) yield bytes.subarray(i, i + chunkSize);
  }
  const rows: RawRow[] = [];
  for await (const batch of reader(chunks(), "data.json")) rows.push(...batch);
  return rows;
}

const values = (rows: readonly RawRow[]): unknown[] =>
  rows.map((row) => ("value" in row ? row.value : row.problem));

describe("jsonArray", () => {
  it("finds the elements of any array, however it is cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(undefined, 2),
        async (array, chunkSize, indent) => {
          const text = JSON.stringify(array, null, indent);
          expect(values(await read(jsonArray, text, chunkSize))).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it("reads values one after the other", async () => {
    const rows = await read(jsonArray, '{"a":1}\n{"a":"}"} 3\n"x" null');
    expect(values(rows)).toEqual([{ a: 1 }, { a: "}" }, 3, "x", null]);
    expect(rows.map((row) => row.line)).toEqual([1, 2, 2, 3, 3]);
  });

  it("tells the line on which an element begins", async () => {
    const rows = await read(jsonArray, '\ufeff[\n  {"a":\n 1},\n\n  2\n]\n');
    expect(rows.map((row) => row.line)).toEqual([2, 5]);
  });

  it("rejects one element that is not JSON and goes on", async () => {
    const rows = await read(jsonArray, '[{"a": 1}, {"a": oops}, {"a": 3}]');
    expect(rows.length).toBe(3);
    expect(rows[1]).toMatchObject({ line: 1, text: '{"a": oops}' });
    expect(values([...rows.slice(0, 1), ...rows.slice(2)])).toEqual([{ a: 1 }, { a: 3 }]);
  });

  it.each([
    ['[{"a": 1}', "before its array does"],
    ['[{"a": 1', "inside the value"],
    ['["abc', "inside the value"],
    ["[1 2]", "a comma is missing"],
    ["[1,]", "a value is missing"],
    ["[,1]", "a value is missing"],
    ["[1] 2", "more text after the end"],
    ["[", "before its array does"],
  ])("refuses %s", async (text, problem) => {
    await expect(read(jsonArray, text)).rejects.toThrow(DataError);
    await expect(read(jsonArray, text)).rejects.toThrow(problem);
  });

  it.each(["", " \n", "[]", " [ ] "])("finds nothing in %j", async (text) => {
    expect(await read(jsonArray, text)).toEqual([]);
  });
});

describe("jsonLines", () => {
  it("reads one value a line, skips blank lines and counts all of them", async () => {
    const rows = await read(jsonLines, '\ufeff{"a":1}\r\n\n  \n[2]\n"ü"');
    expect(values(rows)).toEqual([{ a: 1 }, [2], "ü"]);
    expect(rows.map((row) => row.line)).toEqual([1, 4, 5]);
  });

  it("rejects a line that is not JSON or not UTF-8 and goes on", async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":\n"'),
      Buffer.from([0xe4]),
      Buffer.from('"\n"\ufffd"\n1\n'),
    ]);
    const rows = await read(jsonLines, bytes);
    expect(rows[0]).toMatchObject({
      line: 1,
      problem: expect.stringMatching(/^not JSON: /) as string,
    });
    expect(rows[1]).toMatchObject({ line: 2, problem: "the text is not UTF-8" });
    expect(values(rows.slice(2))).toEqual(["\ufffd", 1]);
  });
});
