import { describe, expect, expectTypeOf, it } from "vitest";
import {
  issue,
  standardSchema,
  type ParseOutcome,
  type StandardSchemaV1,
} from "../../../runtime/src/index.js";

const bad = [issue("type", [], "an int", "true")];

function safeParse(value: unknown): ParseOutcome<number> {
  return typeof value === "number" ? { value: value + 1 } : { issues: bad };
}

describe("standardSchema", () => {
  const schema: StandardSchemaV1<unknown, number> = {
    "~standard": standardSchema("featc", safeParse),
  };

  it("has version and vendor", () => {
    expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "featc" });
  });

  it("gives a value or issues, at once", () => {
    const { validate } = schema["~standard"];
    expect(validate(1)).toEqual({ value: 2 });
    expect(validate("x")).toEqual({ issues: bad });
  });

  it("carries the output type", () => {
    const result = schema["~standard"].validate(1);
    if (result.issues === undefined) expectTypeOf(result.value).toEqualTypeOf<number>();
    expect(result.issues).toBeUndefined();
  });
});
