import { describe, expect, it } from "vitest";
import {
  describeReceived,
  isPlainObject,
  issue,
  ownValue,
  prototypeIsClean,
  safeInt,
  type Issue,
} from "../../../runtime/src/index.js";

// A validator of { age: int, toString?: string } by the two paths of runtime/README.md.
interface Row {
  readonly age: number;
  readonly text: string | null;
}

function parse(value: unknown): Row | readonly Issue[] {
  if (!isPlainObject(value) || !prototypeIsClean()) return parseExactly(value);
  const age = value["age"];
  if (!isInt(age)) return parseExactly(value);
  const text = ownValue(value, "toString");
  if (text !== undefined && typeof text !== "string") return parseExactly(value);
  for (const k in value) if (!(k === "age" || k === "toString")) return parseExactly(value);
  return { age, text: text ?? null };
}

function parseExactly(value: unknown): Row | readonly Issue[] {
  if (!isPlainObject(value))
    return [issue("not_an_object", [], "an object", describeReceived(value))];
  const issues: Issue[] = [];
  const age = ownValue(value, "age");
  if (age === undefined) issues.push(issue("missing", ["age"], "an int", "nothing"));
  else if (!isInt(age)) {
    issues.push(issue("type", ["age"], "an int", describeReceived(age)));
  }
  const text = ownValue(value, "toString");
  if (text !== undefined && typeof text !== "string") {
    issues.push(issue("type", ["toString"], "a text", describeReceived(text)));
  }
  for (const k in value) {
    if (k !== "age" && k !== "toString" && Object.hasOwn(value, k)) {
      issues.push(issue("unknown", [k], "", ""));
    }
  }
  return issues.length > 0
    ? issues
    : { age: age as number, text: (text as string | undefined) ?? null };
}

function isInt(value: unknown): value is number {
  return typeof value === "number" && Math.floor(value) === value && safeInt(value) !== null;
}

function isIssues(result: Row | readonly Issue[]): result is readonly Issue[] {
  return Array.isArray(result);
}

function messages(value: unknown): readonly string[] {
  const result = parse(value);
  return isIssues(result) ? result.map((one) => one.message) : [];
}

describe("the two paths of a validator", () => {
  it("take own values alone", () => {
    expect(parse({ age: 3 })).toEqual({ age: 3, text: null });
    expect(parse(JSON.parse('{"age": 3, "toString": "x"}'))).toEqual({ age: 3, text: "x" });
    expect(parse(Object.assign(Object.create(null), { age: 3 }))).toEqual({ age: 3, text: null });
    expect(messages({ toString: 1 })).toEqual([
      "age: expected an int, but it is nothing",
      "toString: expected a text, received 1",
    ]);
  });

  it("do not see a polluted prototype", () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>; // the attack under test
    prototype["age"] = 1;
    prototype["other"] = 1;
    try {
      expect(messages({})).toEqual(["age: expected an int, but it is nothing"]);
      expect(parse({ age: 3 })).toEqual({ age: 3, text: null });
    } finally {
      delete prototype["age"];
      delete prototype["other"];
    }
  });

  it("name unknown fields, __proto__ included", () => {
    expect(messages(JSON.parse('{"age": 3, "__proto__": {"age": 4}}'))).toEqual([
      "__proto__: is not a field of this input",
    ]);
    expect(messages({ age: 3, constructor: 1 })).toEqual([
      "constructor: is not a field of this input",
    ]);
  });

  it("pass over symbols and keys that are not enumerable", () => {
    const value = Object.defineProperty({ age: 3, [Symbol("x")]: 1 }, "hidden", { value: 1 });
    expect(parse(value)).toEqual({ age: 3, text: null });
    const hidden = Object.defineProperty({}, "age", { value: 3, enumerable: false });
    expect(parse(hidden)).toEqual({ age: 3, text: null });
  });

  it("call a getter once at most", () => {
    let calls = 0;
    const value = (result: unknown): unknown => ({
      get age() {
        calls++;
        return result;
      },
    });
    expect(parse(value(3))).toEqual({ age: 3, text: null });
    expect(calls).toBe(1);
    expect(messages(value("3"))).toEqual(["age: expected an int, received a getter"]);
    expect(calls).toBe(2);
  });

  it("use the value that was checked", () => {
    let reads = 0;
    const shifting = new Proxy({ age: 3 }, { get: () => (reads++ === 0 ? 3 : "other") });
    expect(parse(shifting)).toEqual({ age: 3, text: null });
  });

  it("refuse what is not a record", () => {
    class Instance {
      age = 3;
    }
    for (const value of [[], [1], new Instance(), new Date(), null, "x", new Map([["age", 3]])]) {
      expect(messages(value)).toEqual([`expected an object, received ${describeReceived(value)}`]);
    }
  });

  it("name numbers that are not ints", () => {
    const received = [NaN, Infinity, 1.5, 3n, new Number(3), "\ud800"];
    expect(received.flatMap((age) => messages({ age }))).toEqual([
      "age: expected an int, received NaN",
      "age: expected an int, received Infinity",
      "age: expected an int, received 1.5",
      "age: expected an int, received the bigint 3",
      "age: expected an int, received an object",
      'age: expected an int, received the text "\\ud800"',
    ]);
    expect(parse({ age: -0 })).toEqual({ age: -0, text: null });
  });
});
