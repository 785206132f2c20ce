import { describe, expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import { isUsableName } from "../../../../compiler/src/emit/sql/sql-text.js";
import { openDuckDB } from "../../../support/duckdb.js";
import { memoryHost } from "../../../support/memory-host.js";
import { duckdbEngine } from "../../../parity/duckdb-engine.js";
import { compareRows } from "../../../parity/compare-rows.js";
import { rowsOfSpec } from "../../../parity/spec-rows.js";
import { payloads } from "../../security/payloads.table.js";
import { specWith } from "../../security/text-places.js";

const path = "example.feat.yaml";

async function compiled(text: string) {
  const result = await compile(path, memoryHost({ [path]: text }));
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  const { program, facts, files } = result;
  if (program === undefined || facts === undefined) throw new Error("no program");
  const sql = files.find((file) => file.path === "duckdb.sql")?.text ?? "";
  return { program, facts, sql };
}

const acting: Readonly<Record<string, string>> = {
  "a statement behind a text": "'; DROP TABLE precious; --",
  "a statement behind a name": '"; DROP TABLE precious; --',
  "a query inside a text": "' || (SELECT count(*) FROM precious) || '",
  "a statement behind a backslash": "\\'); DELETE FROM precious; --",
  "a statement on a line of its own": "line\nDROP TABLE precious;",
  "the name of a macro": "featc_finite(",
};

describe("hostile texts in a spec", () => {
  it.each(Object.entries({ ...payloads, ...acting }))(
    "%s stays a text in the SQL",
    async (_, text) => {
      const { program, facts, sql } = await compiled(specWith(text));
      if (!isUsableName(text)) {
        expect(sql).toContain("-- - the name of a column has characters that are not to be seen");
        expect(sql.split("\n").every((line) => line === "" || line.startsWith("--"))).toBe(true);
        return;
      }
      const connection = await openDuckDB();
      await connection.run("CREATE TABLE precious AS SELECT 42 AS answer");
      const rows = rowsOfSpec(program, 60, 3);
      const agreement = await compareRows(
        duckdbEngine(connection),
        program,
        facts,
        rows,
        undefined,
      );
      expect(agreement.differences).toEqual([]);
      expect(agreement.rows - agreement.rejected).toBeGreaterThan(5);
      const precious = await connection.runAndReadAll("SELECT * FROM precious");
      expect(precious.getRowsJS()).toEqual([[42]]);
      const tame = await compiled(specWith("tame"));
      const count = async (statements: string) =>
        (await connection.extractStatements(statements)).count;
      expect(await count(sql)).toBe(await count(tame.sql));
    },
  );
});

const spec = (formula: string, rest = ""): string => `featc: 1
name: example
input:
  s: string
  x: { type: number, range: [-10, 10] }
${rest}features:
  f: { formula: '${formula}', impute: ${formula.startsWith("hash") ? "0" : `'"none"'`} }
`;

describe("what SQL cannot say with the same bits", () => {
  it.each([
    ["normalize_nfkd(s)", "normalize_nfkd: no engine has the normalization form NFKD"],
    [
      'hash_bucket(s, 8, algorithm: "murmur3")',
      'hash_bucket with "murmur3": no function of the engine computes it',
    ],
    [
      'extract(s, "(?:(a*)|b)c")',
      "extract: a group that may be empty and may take no part in the match",
    ],
  ])("%s is refused by name", async (formula, reason) => {
    const { sql } = await compiled(spec(formula));
    expect(sql).toContain("-- There is no SQL of this spec for DuckDB");
    expect(sql).toContain(`-- - ${reason}`);
    expect(sql.split("\n").every((line) => line === "" || line.startsWith("--"))).toBe(true);
  });

  it.each([
    [
      "{ a: { type: number, name: Size }, b: { type: number, name: SIZE } }",
      "columns that differ in the case of letters alone: Size and SIZE",
    ],
    [
      "{ a: number, b: { type: record, fields: { c: { type: int, name: X }, d: { type: int, name: x } } } }",
      "columns that differ in the case of letters alone: X and x",
    ],
    ["{ a: number, row: number }", "two columns with the name row"],
    [
      '{ a: { type: number, name: "\\u202e" } }',
      "the name of a column has characters that are not to be seen",
    ],
  ])("are the names of %s", async (input, reason) => {
    const { sql } = await compiled(`featc: 1
name: example
input: ${input}
features: { f: a }
`);
    expect(sql).toContain(`-- - ${reason}\n`);
  });

  it("is a matrix with the name of another view", async () => {
    const { sql } = await compiled(`featc: 1
name: example
input: { a: number }
features: { f: a }
matrix: { rejects: { dtype: float64, columns: [f] } }
`);
    expect(sql).toContain("-- - a matrix with the name rejects, which a view has\n");
  });
});

describe("the SQL of a spec", () => {
  it("leaves out guards that analysis shows to be needless", async () => {
    const { sql } = await compiled(`featc: 1
name: example
input:
  x: { type: number, range: [1, 10] }
  y: number
features:
  sure: { formula: x / (x + 1), range: [0, 1] }
  unsure: { formula: x / y, impute: 0 }
`);
    expect(sql).toContain('"x" / ("x" + 1e0) AS "sure"');
    expect(sql).toContain('coalesce(featc_finite("x" / "y"), 0e0) AS "unsure"');
  });

  it("defines the macros that it calls, and no others", async () => {
    const { sql } = await compiled(`featc: 1
name: example
input: { x: { type: number, range: [0.5, 10] } }
features: { f: { formula: logit(x / 20), range: [-10, 10] } }
`);
    const defined = [...sql.matchAll(/TEMP MACRO (\w+)/g)].map(([, name]) => name);
    expect(defined).toEqual(["featc_measured", "featc_ln", "featc_logit"]);
    expect(sql).toContain("-- Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.");
  });
});
