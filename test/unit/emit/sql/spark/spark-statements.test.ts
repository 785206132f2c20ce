import { describe, expect, it } from "vitest";
import { sparkStatements } from "../../../../../compiler/src/emit/sql/spark/spark-statements.js";

const macros: Readonly<
  Record<string, { readonly parameters: readonly string[]; readonly body: string }>
> = {
  featc_double: { parameters: ["x"], body: "x + x" },
  featc_kept: { parameters: ["x"], body: "transform(array(x), v -> v * 2e0)[0]" },
  featc_both: { parameters: ["x"], body: "featc_double(featc_kept(x))" },
  featc_field: { parameters: ["x"], body: "transform(array(named_struct('x', x)), v -> v.x)[0]" },
};

function written(sql: string): string {
  let count = 0;
  return sparkStatements(
    sql,
    (name) => macros[name],
    () => `n${String((count += 1))}`,
  );
}

describe("the notation of Spark", () => {
  it.each([
    ['SELECT "a ""b""` c"', 'SELECT `a "b"`` c`'],
    ["'it''s'", "'it\\'s'"],
    ["'back\\slash'", "'back\\\\slash'"],
    ["'${spark.app.name}'", "'\\u0024{spark.app.name}'"],
    ["concat('a', chr(10), chr(8238))", "concat('a', '\\u000a', '\\u202e')"],
    ["CAST(chr(128512) AS VARCHAR)", "CAST('😀' AS STRING)"],
    ["a // 2", "a div 2"],
    ["* EXCLUDE (a)", "* EXCEPT (a)"],
    ["'VARCHAR // EXCLUDE'", "'VARCHAR // EXCLUDE'"],
  ])("of %s is %s", (sql, spark) => {
    expect(written(sql)).toBe(spark);
  });

  it.each([
    ["-- ends in a backslash\\\nSELECT 1", "-- ends in a backslash\\ .\nSELECT 1"],
    ["-- ends in a semicolon;\nSELECT 1", "-- ends in a semicolon; .\nSELECT 1"],
    ["-- ${spark.app.name}\nSELECT 1", "-- $ {spark.app.name}\nSELECT 1"],
    ["-- floor('x\nSELECT 1", "-- floor('x\nSELECT 1"],
  ])("of a comment leaves what follows it alone: %j", (sql, spark) => {
    expect(written(sql)).toBe(spark);
  });
});

describe("a quotient in Spark", () => {
  it.each([
    ["a / b", "a / nullif(b, 0e0)"],
    ["a / 2e0", "a / 2e0"],
    ["a / 0e0", "a / nullif(0e0, 0e0)"],
    ["a / (b - c) + d", "a / nullif((b - c), 0e0) + d"],
    ["a / v.b * c", "a / nullif(v.b, 0e0) * c"],
    ["a / f(b)[0] - c", "a / nullif(f(b)[0], 0e0) - c"],
    [
      "a / CASE WHEN b THEN CASE WHEN c THEN 1e0 END END / d",
      "a / nullif(CASE WHEN b THEN CASE WHEN c THEN 1e0 END END, 0e0) / nullif(d, 0e0)",
    ],
  ])("%s is NULL where it divides by 0", (sql, spark) => {
    expect(written(sql)).toBe(spark);
  });
});

describe("functions in Spark", () => {
  it("are written out where they are called", () => {
    expect(written("featc_double(a) * 3e0")).toBe("(a + a) * 3e0");
  });

  it("compute an argument once that costs something", () => {
    expect(written("featc_double(f(a))")).toBe("transform(array(f(a)), n1 -> (n1 + n1))[0]");
  });

  it("take no name of an argument for one of their own", () => {
    expect(written("transform(array(1e0), v -> featc_kept(v))[0]")).toBe(
      "transform(array(1e0), v -> (transform(array(v), n1 -> n1 * 2e0)[0]))[0]",
    );
  });

  it("take no field for a parameter", () => {
    expect(written("featc_field(a)")).toBe(
      "(transform(array(named_struct('x', a)), n1 -> n1.x)[0])",
    );
  });

  it("call each other", () => {
    expect(written("featc_both(a)")).toBe(
      "(transform(array((transform(array(a), n3 -> n3 * 2e0)[0])), n2 -> (n2 + n2))[0])",
    );
  });

  it("have Spark's meaning where it is the wanted one", () => {
    expect(written("floor(a)")).toBe(
      "(CASE WHEN abs(a) < 4503599627370496e0 THEN CAST(floor(a) AS DOUBLE) ELSE a END)",
    );
    expect(written("'floor(a)'")).toBe("'floor(a)'");
    expect(written('"floor"')).toBe("`floor`");
  });
});
