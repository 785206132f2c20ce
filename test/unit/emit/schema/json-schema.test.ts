import { Ajv2020 } from "ajv/dist/2020.js";
import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { emitJsonSchema } from "../../../../compiler/src/emit/schema/json-schema.js";
import { intType } from "../../../../compiler/src/types/type.js";
import { field, program } from "../../../support/program.js";
import { everything, validRow } from "../ts/input-program.js";

const file = emitJsonSchema(everything);
const schema = JSON.parse(file.text) as Record<string, unknown>;
// Without `ownProperties` every object would have the property `constructor`.
const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  validateFormats: false,
  ownProperties: true,
});
const accepts = ajv.compile(schema);

describe("schema.json", () => {
  it("is valid JSON Schema 2020-12, laid out as prettier does", async () => {
    expect(file.path).toBe("schema.json");
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(await prettier.format(file.text, { parser: "json" })).toBe(file.text);
  });

  it("documents fields", () => {
    const properties = schema["properties"] as Record<string, unknown>;
    expect(properties["income"]).toEqual({
      title: "income",
      description: "Unit: usd",
      type: ["number", "null"],
      minimum: 0,
      maximum: 1e7,
    });
    expect(properties["share"]).toMatchObject({ exclusiveMinimum: 0, maximum: 1 });
    expect(properties["state"]).toEqual({ title: "state", enum: ["new", "paid", null] });
    expect(Object.keys(properties)).toContain("__proto__");
    expect(schema["additionalProperties"]).toBe(false);
    expect(schema["required"]).not.toContain("defaulted");
  });

  it.each<[Record<string, unknown>, boolean]>([
    [{}, true],
    [{ applicant_id: "x" }, true],
    [{ applicant_id: 1.5 }, false],
    [{ age: 17 }, false],
    [{ age: 18.5 }, false],
    [{ age: null }, false],
    [{ income: null }, true],
    [{ income: -1 }, false],
    [{ debt: -1 }, true],
    [{ debt: null }, false],
    [{ ratio: "NA" }, true],
    [{ ratio: -999 }, true],
    [{ ratio: -998 }, false],
    [{ ratio: "N/A" }, false],
    [{ share: 0 }, false],
    [{ share: 0.5 }, true],
    [{ employment: 7 }, true],
    [{ employment: null }, false],
    [{ state: null }, true],
    [{ state: "old" }, false],
    [{ letter: "l" }, true],
    [{ code: "AB-1" }, false],
    [{ name: "\ud83d\ude00\ud83d\ude00\ud83d\ude00" }, true],
    [{ name: "abcd" }, false],
    [{ requested_at: "2024-02-29" }, false],
    [{ requested_at: "2024-02-29t10:00:00.123456z" }, true],
    [{ born: "2024-2-1" }, false],
    [{ cell: "12" }, true],
    [{ cell: "x" }, false],
    [{ cell: -9 }, true],
    [{ flag: true }, false],
    [{ address: { geo: 1 } }, true],
    [{ address: { zip: "1" } }, false],
    [{ address: { geo: 1, x: 1 } }, false],
    [{ scores: [] }, false],
    [{ scores: [null] }, true],
    [{ lines: [{ price: 11 }] }, false],
    [{ constructor: 1.5 }, false],
    [{ defaulted: null }, true],
    [{ unknown: 1 }, false],
  ])("with %s: %s", (changes, expected) => {
    expect(accepts({ ...validRow, ...changes })).toBe(expected);
  });

  it("admits unknown fields where the spec does, and a sentinel of an enum once", () => {
    const open = emitJsonSchema(program({ unknownFields: "ignore", input: [field("a", intType)] }));
    expect(JSON.parse(open.text)).toMatchObject({ additionalProperties: true, required: ["a"] });
    const type = { kind: "enum", values: ["x", "y"] } as const;
    const sentinel = emitJsonSchema(
      program({ input: [field("e", type, { missingValues: ["", "x"], optional: true })] }),
    );
    expect(JSON.parse(sentinel.text)).toMatchObject({
      properties: { e: { enum: ["x", "y", "", null] } },
    });
  });
});
