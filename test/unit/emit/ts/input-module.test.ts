import * as prettier from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { inputModule } from "../../../../compiler/src/emit/ts/input-module.js";
import { buildTsFile } from "../../../../compiler/src/emit/text/ts-file.js";
import type { Program } from "../../../../compiler/src/ir/program.js";
import { intType, numberType, stringType } from "../../../../compiler/src/types/type.js";
import { loadGenerated } from "../../../support/load-generated.js";
import {
  bounds,
  field,
  list,
  noFacts,
  nowhere,
  program,
  record,
} from "../../../support/program.js";
import { typeErrors } from "../../../support/type-errors.js";
import { enumOf, everything, validInput, validRow } from "./input-program.js";

interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly received: string;
  readonly message: string;
}

interface Generated {
  readonly isInput: (value: unknown) => boolean;
  readonly parseInput: (value: unknown) => Record<string, unknown>;
  readonly safeParseInput: (
    value: unknown,
  ) =>
    | { ok: true; value: unknown; warnings: readonly Issue[] }
    | { ok: false; issues: readonly Issue[] };
  readonly keysOf: (input: unknown) => unknown;
  readonly inputSchema: {
    readonly "~standard": {
      readonly version: number;
      readonly vendor: string;
      readonly validate: (value: unknown) => { value?: unknown; issues?: readonly Issue[] };
    };
  };
}

async function generate(of: Program): Promise<{ text: string; module: Generated }> {
  const file = await buildTsFile(inputModule(of, noFacts));
  return { text: file.text, module: await loadGenerated<Generated>([file], "input.ts") };
}

let text: string;
let generated: Generated;
beforeAll(async () => {
  ({ text, module: generated } = await generate(everything));
});

function issuesOf(value: unknown, module = generated): readonly Issue[] {
  const outcome = module.safeParseInput(value);
  expect(module.isInput(value)).toBe(outcome.ok);
  return outcome.ok ? [] : outcome.issues;
}

const placesOf = (value: unknown, module = generated): readonly string[] =>
  issuesOf(value, module).map(({ code, path }) => `${code} ${path.join("/")}`);

const withField = (changes: Record<string, unknown>): Record<string, unknown> => ({
  ...validRow,
  ...changes,
});

describe("the text of input.ts", () => {
  it("is what prettier gives", async () => {
    expect(await prettier.format(text, { parser: "babel-ts" })).toBe(text);
    expect(await prettier.format(text, { parser: "typescript" })).toBe(text);
  });

  it("compiles under the strictest settings, whatever the fields", async () => {
    const programs: readonly Program[] = [
      everything,
      program(),
      program({ unknownFields: "ignore", input: [field("a", numberType)] }),
      program({ input: [field("a", enumOf("x"), { optional: true, invalid: "missing" })] }),
      program({
        input: [list("l", field("items", intType, { optional: true, invalid: "missing" }))],
      }),
      program({
        input: [record("r", []), record("s", [field("t", numberType)], { invalid: "missing" })],
      }),
      program({ input: Array.from({ length: 60 }, (_, i) => field(`f${i}`, numberType)) }),
      program({
        input: [
          "value",
          "row",
          "key",
          "issue",
          "length",
          "class",
          "input",
          "constructor",
          "report",
          "is_plain_object",
        ].map((name) => field(name, stringType)),
      }),
      program({
        input: [list("m", list("items", field("items", numberType, { range: bounds(0, 1) })))],
      }),
    ];
    const files = await Promise.all(
      programs.map(async (one, i) => ({
        ...(await buildTsFile(inputModule(one, noFacts))),
        path: `input${i}.ts`,
      })),
    );
    expect(typeErrors(files)).toEqual([]);
  });

  it("says nothing in comments that a tool obeys, and imports nothing but the runtime", () => {
    expect(text).toContain("Every kind of field * / @ ts-nocheck");
    expect([...text.matchAll(/from "(.*)"/g)].map(([, from]) => from)).toEqual(["@featc/runtime"]);
  });
});

describe("a valid row", () => {
  it("is read as formulas need it, in the order of the spec", () => {
    const input = generated.parseInput(validRow);
    expect(input).toEqual(validInput);
    expect(Object.keys(input)).toEqual(Object.keys(validInput));
    expect(generated.isInput(validRow)).toBe(true);
    expect(generated.safeParseInput(validRow)).toEqual({
      ok: true,
      value: validInput,
      warnings: [],
    });
    expect(generated.keysOf(input)).toEqual({ applicant_id: "17" });
  });

  it.each<[string, unknown, string, unknown]>([
    ["applicant_id", "", "applicant_id", ""],
    ["applicant_id", -0, "applicant_id", "0"],
    ["age", 120, "age", 120],
    ["income", 0, "income", 0],
    ["income", -1e-101, "income", 0],
    ["income", null, "income", null],
    ["debt", -5, "debt", 0],
    ["ratio", -999, "ratio", null],
    ["ratio", 0.5, "ratio", 0.5],
    ["score", 1, "score", 1],
    ["share", 1e-100, "share", 1e-100],
    ["employment", "salaried", "employment", "salaried"],
    ["status", "a", "status", "a"],
    ["letter", "l", "letter", "l"],
    [
      "name",
      "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
      "name",
      "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
    ],
    ["born", "1970-01-02", "born", 1],
    ["seen", "2024-02-29 12:34:56", "seen", Date.UTC(2024, 1, 29, 12, 34, 56)],
    ["day", "02.01.1970", "day", 1],
    ["cell", "-9", "cell", null],
    ["cell", -9, "cell", null],
    ["cell", "-0", "cell", 0],
    ["amount", "1e-200", "amount", 0],
    ["amount", "-12.5e1", "amount", -125],
    ["flag", "false", "flag", false],
    ["Total.Amount", -0, "total", 0],
    ["constructor", 3, "ctor", 3],
    ["address", { geo: 1 }, "address", { zip: null, geo: 1 }],
    ["tags", ["x", "y"], "tags", ["x", "y"]],
    ["tags", "x", "tags", null],
    ["defaulted", true, "defaulted", true],
  ])("with %s %j has %s %j", (key, value, name, expected) => {
    const input = generated.parseInput(withField({ [key]: value }));
    expect(input[name]).toEqual(expected);
    expect(Object.is(input[name], -0)).toBe(false);
    expect(generated.isInput(withField({ [key]: value }))).toBe(true);
  });

  it("may have no prototype, and __proto__ as a field of its own", () => {
    const row = JSON.parse(JSON.stringify(validRow).replace("{", '{"__proto__": 4,')) as object;
    expect(generated.parseInput(row)["proto"]).toBe(4);
    const bare = Object.assign(Object.create(null) as object, validRow);
    expect(generated.parseInput(bare)["proto"]).toBeNull();
  });
});

describe("a row that is refused", () => {
  it.each<[Record<string, unknown>, readonly string[]]>([
    [{ applicant_id: 1.5 }, ["type applicant_id"]],
    [{ applicant_id: "\ud800" }, ["type applicant_id"]],
    [{ requested_at: "2024-02-30T10:00:00Z" }, ["type requested_at"]],
    [{ requested_at: "2024-02-29 10:00:00Z" }, ["type requested_at"]],
    [{ requested_at: new Date(0) }, ["type requested_at"]],
    [{ age: undefined }, ["missing age"]],
    [{ age: null }, ["missing age"]],
    [{ age: 30.5 }, ["type age"]],
    [{ age: 17 }, ["range age"]],
    [{ age: "30" }, ["type age"]],
    [{ age: NaN }, ["type age"]],
    [{ age: new Number(30) }, ["type age"]],
    [{ age: BigInt(30) }, ["type age"]],
    [{ income: -1e-99 }, ["range income"]],
    [{ income: Infinity }, ["type income"]],
    [{ debt: Infinity }, ["type debt"]],
    [{ debt: null }, ["missing debt"]],
    [{ ratio: null }, ["missing ratio"]],
    [{ ratio: "N/A" }, ["type ratio"]],
    [{ ratio: -1 }, ["range ratio"]],
    [{ share: 0 }, ["range share"]],
    [{ share: 1e-150 }, ["range share"]],
    [{ employment: null }, ["missing employment"]],
    [{ status: undefined }, ["missing status"]],
    [{ state: "old" }, ["enum state"]],
    [{ state: 1 }, ["type state"]],
    [{ letter: "z" }, ["enum letter"]],
    [{ letter: [] }, ["type letter"]],
    [{ code: "AB-1" }, ["pattern code"]],
    [{ code: "\ud800" }, ["type code"]],
    [{ name: "" }, ["length name"]],
    [{ name: "\ud83d\ude00\ud83d\ude00\ud83d\ude00a" }, ["length name"]],
    [{ note: "a\udc00" }, ["type note"]],
    [{ born: "1969-12-31" }, ["range born"]],
    [{ born: "1970-13-01" }, ["type born"]],
    [{ seen: "29.02.2024" }, ["type seen"]],
    [{ day: "2.1.1970" }, ["type day"]],
    [{ epoch: 1e15 }, ["type epoch"]],
    [{ epoch: "1" }, ["type epoch"]],
    [{ cell: "1.5" }, ["type cell"]],
    [{ cell: 260 }, ["type cell"]],
    [{ cell: "1001" }, ["range cell"]],
    [{ amount: "1e999" }, ["type amount"]],
    [{ amount: " 1" }, ["type amount"]],
    [{ flag: true }, ["type flag"]],
    [{ active: 0 }, ["type active"]],
    [{ constructor: "x" }, ["type constructor"]],
    [{ address: [] }, ["not_an_object address"]],
    [
      { address: { zip: 1, other: 2 } },
      ["type address/zip", "missing address/geo", "unknown address/other"],
    ],
    [{ scores: [] }, ["length scores"]],
    [{ scores: [1, "2", 3, NaN] }, ["length scores", "type scores/1", "type scores/3"]],
    [{ scores: { length: 1, 0: 1 } }, ["type scores"]],
    [{ tags: ["x", "z", null] }, ["enum tags/1", "missing tags/2"]],
    [
      { lines: [{ price: 11 }, null, { cost: 1 }] },
      ["range lines/0/price", "missing lines/1", "missing lines/2/price", "unknown lines/2/cost"],
    ],
    [{ extra: 1, age: 0, toString: 1 }, ["range age", "unknown extra", "unknown toString"]],
    [{ defaulted: "no" }, ["type defaulted"]],
  ])("%s", (changes, expected) => {
    expect(placesOf(withField(changes))).toEqual(expected);
  });

  it.each([null, undefined, 1, "text", [], () => 1, new Map(), new Date(0)])(
    "%s as a whole",
    (value) => {
      expect(placesOf(value)).toEqual(["not_an_object "]);
    },
  );

  it("is described in words, all of it, and personal data never", () => {
    const issues = issuesOf(withField({ age: 7, code: "secret", state: "old" }));
    expect(issues.map(({ message }) => message)).toEqual([
      "age: expected an int from 18 to 120, received a number",
      'state: expected one of "new", "paid", received the text "old"',
      "code: expected a text matching /^[A-Z]{2}-\\d{2}$/, received a text",
    ]);
    expect(() => generated.parseInput(withField({ state: "old" }))).toThrow(
      'state: expected one of "new", "paid", received the text "old"',
    );
  });

  it("has at most a hundred issues and one that says so", () => {
    const issues = issuesOf(
      withField({ lines: Array.from({ length: 5000 }, () => ({ price: "x" })) }),
    );
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)?.code).toBe("limit");
    const many = Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`k${i}`, i]));
    expect(issuesOf(withField(many))).toHaveLength(101);
  });

  it("does not borrow fields from a polluted Object.prototype", () => {
    const { age: _, ...rest } = validRow;
    Object.defineProperty(Object.prototype, "age", {
      value: 30,
      writable: true,
      enumerable: true,
      configurable: true,
    });
    try {
      expect(generated.isInput(rest)).toBe(false);
      expect(generated.safeParseInput(rest).ok).toBe(false);
    } finally {
      delete (Object.prototype as { age?: number }).age;
    }
    expect(placesOf(rest)).toEqual(["missing age"]);
  });

  it("is refused too when it changes while it is read", () => {
    let reads = 0;
    const row = withField({});
    Object.defineProperty(row, "age", { enumerable: true, get: () => (reads++ === 0 ? "x" : 30) });
    const outcome = generated.safeParseInput(row);
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: "not_an_object", path: [] }] });
  });
});

describe("text of a spec", () => {
  const payloads = [
    "*/ process.exit(1) /*",
    "`${process.exit(1)}`",
    '"); process.exit(1); ("',
    "'\\\"\n} process.exit(1) {",
    "\u2028process.exit(1)\u2029",
    "// $$\nprocess.exit(1)",
    "$$$$",
    "// $$",
    "<!-- </script> -->",
    "\ud800 \u202e \u0000 \r",
    "// @ts-nocheck",
  ];

  it.each(payloads)("%j never becomes code", async (payload) => {
    const file = await buildTsFile(
      inputModule(
        program({
          path: payload,
          name: "example",
          description: payload,
          input: [
            field("a", numberType, {
              key: payload,
              description: payload,
              unit: { value: payload, span: nowhere },
              tags: [payload],
              deprecated: payload,
              missingValues: [payload],
            }),
            field("b", enumOf(payload, "b"), { optional: true }),
            field("c", enumOf(payload, ..."abcdefghij"), { optional: true }),
            record("r", [field("d", numberType, { key: payload })], { key: `${payload}r` }),
            field("e", enumOf("x", "y"), { invalid: { value: payload }, optional: true }),
          ],
        }),
        noFacts,
      ),
    );
    expect(await prettier.format(file.text, { parser: "babel-ts" })).toBe(file.text);
    const module = await loadGenerated<Generated>([file], "input.ts");
    const row = { [payload]: 1, b: payload, c: payload, [`${payload}r`]: { [payload]: 2 }, e: 0 };
    expect(module.parseInput(row)).toEqual({
      a: 1,
      b: payload,
      c: payload,
      r: { d: 2 },
      e: payload,
    });
    expect(module.parseInput({ ...row, [payload]: payload })["a"]).toBeNull();
  });
});

describe("settings", () => {
  it("passes over unknown fields where the spec says so, in records too", async () => {
    const { module } = await generate(
      program({
        unknownFields: "ignore",
        input: [record("r", [field("a", numberType)]), field("b", numberType)],
      }),
    );
    expect(module.parseInput({ b: 1, c: 2, r: { a: 3, d: 4 } })).toEqual({ r: { a: 3 }, b: 1 });
    expect(placesOf({ b: 1, r: { d: 4 } }, module)).toEqual(["missing r/a"]);
  });

  it("finds unknown keys among many fields", async () => {
    const fields = Array.from({ length: 60 }, (_, i) =>
      field(`f${i}`, numberType, { optional: true }),
    );
    const { module } = await generate(program({ input: fields }));
    expect(placesOf({ f3: 1 }, module)).toEqual([]);
    expect(placesOf({ f3: 1, f60: 1, hasOwnProperty: 2 }, module)).toEqual([
      "unknown f60",
      "unknown hasOwnProperty",
    ]);
  });

  it("has the interface of Standard Schema", () => {
    const { version, vendor, validate } = generated.inputSchema["~standard"];
    expect([version, vendor]).toEqual([1, "featc"]);
    expect(validate(validRow)).toEqual({ value: validInput });
    expect(validate(withField({ active: 1 }))).toMatchObject({
      issues: [{ path: ["active"], message: "active: expected true or false, received 1" }],
    });
  });
});
