import { compileDatePattern } from "@featc/runtime";
import { describe, expect, it } from "vitest";
import { readInput } from "../../../compiler/src/interpret/read-input.js";
import { build } from "../../../compiler/src/ir/build.js";
import type { FieldContract, Program, WireFormat } from "../../../compiler/src/ir/program.js";
import { compilePattern } from "../../../compiler/src/pattern/compile-pattern.js";
import {
  boolType,
  dateType,
  idType,
  intType,
  numberType,
  stringType,
  timestampType,
} from "../../../compiler/src/types/type.js";
import type { Type } from "../../../compiler/src/types/type.js";
import { bounds, constraint, contract, field, number, program, span } from "./make-program.js";

/** The value that a field is read as, or the codes of its issues. */
function read(one: FieldContract, raw: unknown): unknown {
  const result = readInput(program([one]), { [one.key]: raw });
  return "issues" in result ? result.issues.map(({ code }) => code) : result.input[one.name];
}

function patterns(...texts: readonly string[]): WireFormat {
  return {
    kind: "patterns",
    pivot: 70,
    zone: null,
    patterns: texts.map((text) => {
      const steps = compileDatePattern(text);
      if (typeof steps === "string") throw new Error(steps);
      return { text, steps };
    }),
  };
}

function pattern(text: string): FieldContract["pattern"] {
  const compiled = compilePattern(text);
  if ("error" in compiled) throw new Error(compiled.error.reason);
  return { text, table: compiled.table, javaScript: "" };
}

const color: Type = { kind: "enum", values: ["red", "green"] };
const type = ["type"];

describe("types", () => {
  it.each<[Type, unknown, unknown]>([
    [numberType, 1.5, 1.5],
    [numberType, 1e-101, 0],
    [numberType, -1e-101, 0],
    [numberType, 1e-100, 1e-100],
    [numberType, -0, 0],
    [numberType, NaN, type],
    [numberType, Infinity, type],
    [numberType, "1", type],
    [numberType, true, type],
    [intType, 3, 3],
    [intType, 3.5, type],
    [intType, 2 ** 53, type],
    [intType, -(2 ** 53 - 1), -(2 ** 53 - 1)],
    [boolType, false, false],
    [boolType, 0, type],
    [stringType, "", ""],
    [stringType, "a\u0000b", "a\u0000b"],
    [stringType, "\ud800", type],
    [stringType, "x\udc00", type],
    [stringType, 1, type],
    [color, "green", "green"],
    [color, "blue", ["enum"]],
    [color, 1, type],
    [idType, 12, "12"],
    [idType, "012", "012"],
    [idType, 1.5, type],
    [dateType, "2024-02-29", 19_782],
    [dateType, "2023-02-29", type],
    [dateType, 19_782, type],
    [timestampType, "2024-01-15T12:00:00+01:00", 1_705_316_400_000],
    [timestampType, "2024-01-15T12:00:00", type],
    [numberType, [1], type],
    [numberType, {}, type],
    [stringType, new String("a"), type],
    [numberType, null, ["missing"]],
    [numberType, undefined, ["missing"]],
  ])("%j reads %j as %j", (of, raw, expected) => {
    expect(read(contract("x", of), raw)).toEqual(expected);
  });
});

describe("what JSON cannot say", () => {
  it("is of no type", () => {
    for (const raw of [1n, Symbol("a"), () => 1, new Date(0)]) {
      expect(read(contract("x", numberType), raw)).toEqual(type);
      expect(read(contract("x", stringType), raw)).toEqual(type);
    }
  });
});

describe("rules of a field", () => {
  it("go in the order sentinel, type, values, pattern and length, range", () => {
    const age = contract("age", intType, {
      missingValues: [-999, "NA"],
      range: bounds(18, 120),
      mayBeMissing: true,
    });
    expect(read(age, -999)).toBeNull();
    expect(read(age, "NA")).toBeNull();
    expect(read(age, 17)).toEqual(["range"]);
    expect(read(age, 18)).toBe(18);
    expect(read(age, "x")).toEqual(["type"]);
    expect(read({ ...age, invalid: "missing" }, "x")).toBeNull();
    expect(read({ ...age, outside: "missing" }, 17)).toBeNull();
    expect(read({ ...age, outside: "clamp" }, 17)).toBe(18);
    expect(read({ ...age, outside: "clamp" }, 500)).toBe(120);
    expect(read({ ...age, invalid: "missing" }, null)).toEqual(["missing"]);
    expect(read({ ...age, optional: true }, null)).toBeNull();
  });

  it("reads tiny numbers as 0 before the range is looked at", () => {
    const share = contract("share", numberType, { range: bounds(0, 1) });
    expect(read(share, -1e-200)).toBe(0);
    expect(read({ ...share, range: bounds(1e-50, 1) }, 1e-120)).toEqual(["range"]);
  });

  it("excuses an unknown enum value by another, but not a pattern", () => {
    expect(read(contract("c", color, { invalid: { value: "red" } }), "blue")).toBe("red");
    expect(read(contract("c", color, { invalid: { value: "red" } }), 7)).toBe("red");
    const code = contract("code", stringType, {
      invalid: "missing",
      pattern: pattern("^[a-z]+$"),
      length: bounds(2, 3),
    });
    expect(read(code, "abc")).toBe("abc");
    expect(read(code, "ABCD")).toEqual(["pattern", "length"]);
    expect(read(code, "a")).toEqual(["length"]);
    expect(read(code, 5)).toBeNull();
    expect(read(contract("s", stringType, { length: bounds(2, 2) }), "😀😀")).toBe("😀😀");
  });
});

describe("formats", () => {
  const text: WireFormat = { kind: "text" };

  it.each<[Type, WireFormat, unknown, unknown]>([
    [intType, text, "260.0", 260],
    [intType, text, "2.5", type],
    [intType, text, 260, type],
    [numberType, text, "1e-200", 0],
    [numberType, text, "", type],
    [boolType, text, "true", true],
    [boolType, text, "True", type],
    [timestampType, { kind: "epoch_s" }, 1.5, 1500],
    [timestampType, { kind: "epoch_s" }, -0.0001, -1],
    [timestampType, { kind: "epoch_s" }, "1", type],
    [timestampType, { kind: "epoch_ms" }, 12, 12],
    [timestampType, { kind: "epoch_ms" }, 1e15, type],
    [dateType, patterns("dd.MM.yyyy"), "15.01.2024", 19_737],
    [dateType, patterns("dd.MM.yyyy"), "31.02.2024", type],
    [dateType, patterns("dd.MM.yyyy", "yyyy-MM-dd"), "2024-01-15", 19_737],
    [timestampType, patterns("M/d/yy h:mm a"), "1/15/24 12:05 PM", Date.UTC(2024, 0, 15, 12, 5)],
    [timestampType, patterns("M/d/yy h:mm a"), "1/15/99 12:05 am", Date.UTC(1999, 0, 15, 0, 5)],
    [timestampType, patterns("M/d/yy h:mm a"), "1/15/24 13:05 PM", type],
    [dateType, patterns("d MMM yyyy"), "5 fEb 2024", 19_758],
    [
      timestampType,
      patterns("yyyy-MM-dd HH:mm:ss.SSS"),
      "2024-01-15 23:59:59.007",
      Date.UTC(2024, 0, 15, 23, 59, 59, 7),
    ],
    [timestampType, patterns("yyyy-MM-dd HH:mm"), "2024-01-15 24:00", type],
    [timestampType, patterns("yyyy-MM-dd"), "2024-01-15 ", type],
  ])("%j as %j reads %j as %j", (of, format, raw, expected) => {
    expect(read(contract("x", of, { format }), raw)).toEqual(expected);
  });

  it("takes a number among the sentinels for its text", () => {
    const one = contract("x", numberType, {
      format: text,
      missingValues: [-999],
      mayBeMissing: true,
    });
    expect(read(one, "-999")).toBeNull();
    expect(read(one, "-999.0")).toBe(-999);
  });
});

const address = contract(
  "address",
  { kind: "record", fields: new Map() },
  {
    key: "Address",
    fields: [contract("zip", stringType), contract("city", stringType, { optional: true })],
  },
);
const prices = contract(
  "prices",
  { kind: "list", element: { type: numberType, optional: false } },
  {
    items: contract("items", numberType, { range: bounds(0, 10) }),
    length: bounds(1, 3),
  },
);

describe("records and lists", () => {
  it("are read by their own contracts", () => {
    expect(read(address, { zip: "12" })).toEqual({ zip: "12", city: null });
    expect(read(prices, [1, 2])).toEqual([1, 2]);
    expect(read(prices, [])).toEqual(["length"]);
    expect(read(prices, "12")).toEqual(["type"]);
    expect(read(address, [])).toEqual(["not_an_object"]);
  });

  it("say where an issue is, by the producer's keys", () => {
    const spec = program([address, prices]);
    const result = readInput(spec, {
      Address: { zip: 5, street: "x" },
      prices: [1, "a", 11, null, 4],
      extra: 1,
    });
    expect("issues" in result && result.issues).toEqual([
      { code: "type", path: ["Address", "zip"] },
      { code: "unknown", path: ["Address", "street"] },
      { code: "length", path: ["prices"] },
      { code: "type", path: ["prices", 1] },
      { code: "range", path: ["prices", 2] },
      { code: "missing", path: ["prices", 3] },
      { code: "unknown", path: ["extra"] },
    ]);
  });

  it("stop after a hundred issues", () => {
    const long = { ...prices, length: null };
    const result = readInput(program([long]), { prices: Array.from({ length: 500 }, () => "x") });
    expect("issues" in result && result.issues.length).toBe(101);
    expect("issues" in result && result.issues.at(-1)?.code).toBe("limit");
  });
});

describe("the record", () => {
  const x = contract("x", numberType);
  const codes = (spec: Program, json: unknown): unknown => {
    const result = readInput(spec, json);
    return "issues" in result ? result.issues.map(({ code }) => code) : "admitted";
  };

  it("is a plain object with fields of its own", () => {
    const spec = program([x]);
    expect(codes(spec, { x: 1 })).toBe("admitted");
    expect(codes(spec, Object.assign(Object.create(null), { x: 1 }))).toBe("admitted");
    for (const other of [
      null,
      undefined,
      1,
      "x",
      [1],
      new Map(),
      new Date(0),
      Object.create({ x: 1 }),
    ]) {
      expect(codes(spec, other)).toEqual(["not_an_object"]);
    }
  });

  it("never runs a getter and never reads a prototype", () => {
    let runs = 0;
    const trap = Object.defineProperty({}, "x", {
      enumerable: true,
      get: () => {
        runs += 1;
        return 1;
      },
    });
    expect(codes(program([x]), trap)).toEqual(["type"]);
    expect(runs).toBe(0);
    const names = ["constructor", "toString", "__proto__"];
    const spec = program(names.map((name) => contract(name, stringType, { optional: true })));
    const result = readInput(spec, {});
    expect("input" in result && Object.entries(result.input)).toEqual(
      names.map((name) => [name, null]),
    );
    const own = JSON.parse('{"__proto__": "a"}') as unknown;
    expect(codes(program([x]), JSON.parse('{"x": 1, "__proto__": 1}'))).toEqual(["unknown"]);
    const readOwn = readInput(spec, own);
    expect(
      "input" in readOwn && Object.getOwnPropertyDescriptor(readOwn.input, "__proto__")?.value,
    ).toBe("a");
  });

  it("may have unknown fields where the spec ignores them, and may lack labels", () => {
    expect(codes(program([x], { unknownFields: "ignore" }), { x: 1, y: 2 })).toBe("admitted");
    expect(codes(program([x], { labels: ["x"] }), {})).toBe("admitted");
    expect(codes(program([x], { labels: ["x"] }), { x: "a" })).toEqual(["type"]);
  });

  it("is checked against constraints once all fields are well", () => {
    const small = constraint("small", build.compare("<", field("x"), number(10), span));
    const odd = constraint("positive", build.compare(">", field("x"), number(0), span), "warn");
    const spec = program([contract("x", numberType, { optional: true })], {
      constraints: [small, odd],
    });
    const result = readInput(spec, { x: 20 });
    expect("issues" in result && result.issues).toEqual([
      { code: "constraint", path: [], constraint: "small" },
    ]);
    expect(codes(spec, { x: "a" })).toEqual(["type"]);
    const warned = readInput(spec, { x: -1 });
    expect("warnings" in warned && warned.warnings.map((issue) => issue.constraint)).toEqual([
      "positive",
    ]);
    expect(codes(spec, {})).toBe("admitted");
  });

  it("tells why fields are missing", () => {
    const spec = program([
      contract("a", numberType, { optional: true }),
      contract("b", numberType, { optional: true }),
      contract("c", numberType, { missingValues: ["NA"] }),
      contract("d", numberType, { invalid: "missing" }),
      contract("e", numberType, { range: bounds(0, 1), outside: "missing" }),
      contract("f", numberType),
    ]);
    const result = readInput(spec, { b: null, c: "NA", d: "x", e: 2, f: 1 });
    expect("reasons" in result && [...result.reasons]).toEqual([
      ["a", "absent"],
      ["b", "null"],
      ["c", "sentinel"],
      ["d", "invalid"],
      ["e", "outside"],
    ]);
  });
});
