import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACCESSOR,
  InputError,
  RejectedRowError,
  describeReceived,
  issue,
  pathText,
} from "../../../runtime/src/index.js";

describe("describeReceived", () => {
  it("names values of JSON", () => {
    const values = [
      null,
      undefined,
      true,
      0,
      -0,
      1.5,
      NaN,
      -Infinity,
      "",
      "abc",
      [],
      [1],
      {},
      new Date(),
    ];
    expect(values.map((value) => describeReceived(value))).toEqual([
      "null",
      "nothing",
      "true",
      "0",
      "-0",
      "1.5",
      "NaN",
      "-Infinity",
      'the text ""',
      'the text "abc"',
      "a list",
      "a list",
      "an object",
      "an object",
    ]);
  });

  it("names values that JSON does not have", () => {
    const values = [12n, -(10n ** 40n), Symbol("secret"), () => "secret", ACCESSOR];
    expect(values.map((value) => describeReceived(value))).toEqual([
      "the bigint 12",
      "a large bigint",
      "a symbol",
      "a function",
      "a getter",
    ]);
  });

  it("runs no code of the value", () => {
    const refuse = (): never => {
      throw new Error("called");
    };
    const handler = new Proxy({}, { get: refuse });
    const hostile = {
      toString: refuse,
      toJSON: refuse,
      valueOf: refuse,
      [Symbol.toPrimitive]: refuse,
      get length() {
        return refuse();
      },
    };
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const values = [hostile, new Proxy({}, handler), new Proxy([], handler), cyclic, revoked.proxy];
    expect(values.map((value) => describeReceived(value))).toEqual([
      "an object",
      "an object",
      "a list",
      "a list",
      "an object",
    ]);
  });

  it("keeps text on one line, visible and within 80 characters", () => {
    expect(describeReceived('a"b\\c')).toBe('the text "a\\"b\\\\c"');
    expect(describeReceived("a\nb\u0000\u2028\ud83d\u202e")).toBe(
      'the text "a\\u000ab\\u0000\\u2028\\ud83d\\u202e"',
    );
    const long = describeReceived("x".repeat(1e6));
    expect(long).toMatch(/^the text "x+…"$/);
    expect(long).toHaveLength(80);
    expect(describeReceived("x".repeat(68))).toMatch(/x"$/);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (s) => {
        const text = describeReceived(s);
        expect(text.length).toBeLessThanOrEqual(80);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });

  it("shows the type alone of personal data", () => {
    const values = ["secret", 42, true, 42n, null, undefined, [1], { a: 1 }, Symbol("secret")];
    expect(values.map((value) => describeReceived(value, true))).toEqual([
      "a text",
      "a number",
      "a bool",
      "a bigint",
      "null",
      "nothing",
      "a list",
      "an object",
      "a symbol",
    ]);
  });
});

describe("issues", () => {
  it("read as sentences", () => {
    const range = issue("range", ["items", 2, "price"], "a number from 0 to 10", "11");
    expect(range.text).toBe("expected a number from 0 to 10, received 11");
    expect(range.message).toBe("items[2].price: expected a number from 0 to 10, received 11");
    const received = describeReceived(undefined);
    expect(issue("missing", ["age"], "an int", received).message).toBe(
      "age: expected an int, but it is nothing",
    );
    expect(issue("unknown", ["agee"], "", "").message).toBe("agee: is not a field of this input");
    expect(issue("not_an_object", [], "a record", "a list").message).toBe(
      "expected a record, received a list",
    );
    expect(issue("constraint", [], "debt <= 1e6", "").message).toBe("must hold: debt <= 1e6");
    expect(issue("limit", [], "100 issues", "").message).toBe("there are more than 100 issues");
  });

  it("quotes names in paths that are not words", () => {
    expect(pathText(["Total.Amount", 0, "ds ID", "ok_1"])).toBe(
      '["Total.Amount"][0]["ds ID"].ok_1',
    );
    expect(pathText(["a\nb"])).toBe('["a\\nb"]');
    expect(pathText(["x-".repeat(500)]).length).toBeLessThan(100);
  });
});

describe("errors", () => {
  it("InputError lists the messages", () => {
    const issues = [issue("type", ["a"], "an int", "true"), issue("unknown", ["b"], "", "")];
    const error = new InputError(issues);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("InputError");
    expect(error.issues).toBe(issues);
    expect(error.message).toBe(
      "a: expected an int, received true\nb: is not a field of this input",
    );
  });

  it("RejectedRowError names feature, value and range", () => {
    const error = new RejectedRowError("debt_to_income", 7.5, "[0, 5]");
    expect(error.message).toBe("feature debt_to_income is 7.5, outside its range [0, 5]");
    expect(new RejectedRowError("salary_band", undefined, "[0, 5]").message).toBe(
      "feature salary_band is outside its range [0, 5]",
    );
    expect([error.feature, error.value, error.range]).toEqual(["debt_to_income", 7.5, "[0, 5]"]);
  });
});
