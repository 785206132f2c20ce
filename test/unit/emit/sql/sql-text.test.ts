import { describe, expect, it } from "vitest";
import { comment } from "../../../../compiler/src/emit/sql/stage.js";
import {
  identifier,
  numberLiteral,
  textLiteral,
} from "../../../../compiler/src/emit/sql/sql-text.js";
import { openDuckDB } from "../../../support/duckdb.js";
import { Random } from "../../../support/random.js";

const hostile = [
  "",
  "'",
  "''",
  "\\'",
  "' || (SELECT 1) || '",
  "'; DROP TABLE precious; --",
  '"; DROP TABLE precious; --',
  '"',
  '""',
  "/* */ --",
  "$$",
  "E'\\x41'",
  "a\nb\r\n\tc",
  "a\0b",
  "\u{1F600}",
  "\ufeffmark",
  "\u202eturned",
  "{}[]()%_?:$1",
];

describe("texts in SQL", () => {
  it("are in DuckDB what they are in the spec", async () => {
    const connection = await openDuckDB();
    for (const text of hostile) {
      // The client drops a byte order mark that stands first.
      const result = await connection.runAndReadAll(`SELECT '.' || (${textLiteral(text).text})`);
      expect(result.getRowsJS()).toEqual([[`.${text}`]]);
    }
  });

  it("show what is not to be seen", () => {
    expect(textLiteral("a\n\u202eb'").text).toBe("concat('a', chr(10), chr(8238), 'b''')");
    expect(textLiteral("").text).toBe("''");
  });

  it("are names of columns, whatever their characters", async () => {
    const connection = await openDuckDB();
    for (const text of hostile.filter((one) => one !== "" && !one.includes("\0"))) {
      const result = await connection.runAndReadAll(`SELECT 1 AS ${identifier(`.${text}`)}`);
      expect(result.columnNames()).toEqual([`.${text}`]);
    }
  });

  it("do not end a comment", () => {
    for (const text of hostile) expect(comment(text)).toMatch(/^--[^\n\r\u2028\u2029]*$/);
  });
});

describe("numbers in SQL", () => {
  it("have all their bits", async () => {
    const random = new Random(5);
    const bits = new DataView(new ArrayBuffer(8));
    const numbers = [0, 0.1, -0.1, 5e-324, 1.7976931348623157e308, 2 ** 53, -(2 ** 63), 1e21, 1e-7];
    while (numbers.length < 2000) {
      bits.setUint32(0, random.int(0, 2 ** 32 - 1));
      bits.setUint32(4, random.int(0, 2 ** 32 - 1));
      const number = bits.getFloat64(0);
      if (Number.isFinite(number)) numbers.push(number);
    }
    const connection = await openDuckDB();
    const values = numbers.map((number) => `(${numberLiteral(number).text})`).join(", ");
    const result = await connection.runAndReadAll(`SELECT * FROM (VALUES ${values})`);
    expect(result.getColumnsJS()[0]).toEqual(numbers);
    expect(result.columnTypes().map(String)).toEqual(["DOUBLE"]);
  });

  it("are not written where they are none", () => {
    expect(() => numberLiteral(Number.NaN)).toThrow("NaN is not a constant of the language");
  });
});
