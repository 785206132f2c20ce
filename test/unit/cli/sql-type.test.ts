import { describe, expect, it } from "vitest";
import { asWritten, parseSqlType } from "../../../compiler/src/cli/engine/sql-type.js";

describe("parseSqlType", () => {
  it.each([
    ["VARCHAR", { kind: "text" }],
    ["ENUM('a', 'b)')", { kind: "text" }],
    ["UBIGINT", { kind: "integer" }],
    ["HUGEINT", { kind: "decimal", isWhole: true }],
    ["DECIMAL(18,3)", { kind: "decimal", isWhole: false }],
    ["TIMESTAMP WITH TIME ZONE", { kind: "timestamp" }],
    ["TIMESTAMP_NS", { kind: "timestamp" }],
    ["MAP(VARCHAR, INTEGER)", { kind: "other", printed: "MAP(VARCHAR, INTEGER)" }],
    ["DOUBLE[3]", { kind: "list", items: { kind: "number" } }],
    [
      'STRUCT(a DECIMAL(4,1), "b ""c, d" STRUCT(e BOOLEAN)[])',
      {
        kind: "record",
        fields: [
          { name: "a", type: { kind: "decimal", isWhole: false } },
          {
            name: 'b "c, d',
            type: {
              kind: "list",
              items: { kind: "record", fields: [{ name: "e", type: { kind: "bool" } }] },
            },
          },
        ],
      },
    ],
  ])("reads %s", (printed, type) => {
    expect(parseSqlType(printed)).toEqual(type);
  });

  it("asks for the texts of JSON where the engine saw dates", () => {
    expect(asWritten(parseSqlType('STRUCT("a b" DATE, c TIMESTAMP[], d BIGINT)'))).toBe(
      'STRUCT("a b" VARCHAR, "c" VARCHAR[], "d" BIGINT)',
    );
  });
});
