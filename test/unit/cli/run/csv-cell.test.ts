import { describe, expect, it } from "vitest";
import { cellReader } from "../../../../compiler/src/cli/run/csv-cell.js";
import type { FieldContract, WireFormat } from "../../../../compiler/src/ir/program.js";
import type { Type } from "../../../../compiler/src/types/type.js";

function read(
  cell: string,
  type: Type,
  rest: {
    readonly format?: WireFormat;
    readonly missingValues?: FieldContract["missingValues"];
  } = {},
): unknown {
  const field = { type, format: { kind: "json" }, missingValues: [], ...rest } as unknown;
  // The reader looks at these three alone.
  return cellReader(field as FieldContract)(cell);
}

describe("a CSV cell", () => {
  it.each<[string, Type["kind"], unknown]>([
    ["1.5", "number", 1.5],
    ["1e3", "number", 1000],
    ["-0", "number", 0],
    ["abc", "number", "abc"],
    [" 1", "number", " 1"],
    ["1e999", "number", "1e999"],
    ["0x10", "number", "0x10"],
    ["NaN", "number", "NaN"],
    ["12", "int", 12],
    ["260.0", "int", 260],
    ["260.5", "int", "260.5"],
    ["9007199254740993", "int", "9007199254740993"],
    ["true", "bool", true],
    ["FALSE", "bool", false],
    ["1", "bool", true],
    ["yes", "bool", "yes"],
    ["12", "string", "12"],
    ["007", "id", "007"],
    ["2020-01-31", "date", "2020-01-31"],
    ["2020-01-31T00:00:00Z", "timestamp", "2020-01-31T00:00:00Z"],
    ['{"a":[1]}', "record", { a: [1] }],
    ["[1", "list", "[1"],
  ])("%j of a column of type %s", (cell, kind, expected) => {
    expect(read(cell, { kind } as Type)).toEqual(expected);
  });

  it.each<Type["kind"]>(["number", "int", "bool", "string", "id", "date", "timestamp", "list"])(
    "that is empty is missing in a column of type %s",
    (kind) => {
      expect(read("", { kind } as Type)).toBeNull();
    },
  );

  it("that is a sentinel stays as it is", () => {
    expect(read("", { kind: "number" }, { missingValues: [""] })).toBe("");
    expect(read("12", { kind: "number" }, { missingValues: ["12"] })).toBe("12");
    expect(read("-999", { kind: "number" }, { missingValues: [-999] })).toBe(-999);
  });

  it("of a field that is written as text stays text, and an epoch is a number", () => {
    expect(read("12.5", { kind: "number" }, { format: { kind: "text" } })).toBe("12.5");
    expect(read("1700000000", { kind: "timestamp" }, { format: { kind: "epoch_s" } })).toBe(1.7e9);
  });
});
