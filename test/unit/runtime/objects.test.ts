import { describe, expect, it } from "vitest";
import {
  ACCESSOR,
  isPlainObject,
  isPrototypeName,
  ownValue,
  prototypeIsClean,
} from "../../../runtime/src/index.js";

class Row {
  age = 3;
}

describe("isPlainObject", () => {
  it("takes what JSON.parse makes, whatever its keys", () => {
    const plain = [
      {},
      { a: 1 },
      Object.create(null),
      JSON.parse('{"__proto__": []}'),
      { toString: 1 },
    ];
    expect(plain.map(isPlainObject)).toEqual([true, true, true, true, true]);
  });

  it("refuses primitives, lists, instances and exotic objects", () => {
    const primitives = [undefined, null, 0, NaN, "", "{}", true, 1n, Symbol("s")];
    const lists = [
      [],
      Array.from({ length: 3 }),
      Object.setPrototypeOf([], null),
      Object.setPrototypeOf([], Object.prototype),
    ];
    const instances = [
      new Row(),
      new Date(),
      new Map(),
      new Set(),
      new Float64Array(1),
      /x/,
      new Error("x"),
    ];
    const others = [
      () => 0,
      Row,
      new Number(1),
      new String("x"),
      Promise.resolve(),
      Object.create({ age: 1 }),
    ];
    for (const value of [...primitives, ...lists, ...instances, ...others]) {
      expect(isPlainObject(value)).toBe(false);
    }
  });

  it("sees a proxy as its target", () => {
    expect(isPlainObject(new Proxy({}, {}))).toBe(true);
    expect(isPlainObject(new Proxy([], {}))).toBe(false);
    expect(isPlainObject(new Proxy(new Row(), {}))).toBe(false);
  });
});

describe("ownValue", () => {
  it("gives own data alone", () => {
    const object = JSON.parse('{"a": 1, "b": null, "__proto__": 2, "constructor": 3}');
    expect(["a", "b", "__proto__", "constructor"].map((key) => ownValue(object, key))).toEqual([
      1,
      null,
      2,
      3,
    ]);
    for (const key of ["__proto__", "constructor", "toString", "valueOf", "x"]) {
      expect(ownValue({ a: 1 }, key)).toBeUndefined();
    }
    expect(ownValue({ a: undefined }, "a")).toBeUndefined();
    expect(ownValue(Object.create({ a: 1 }), "a")).toBeUndefined();
  });

  it("reads properties that a loop does not see", () => {
    const object = Object.defineProperty({}, "a", { value: 1, enumerable: false });
    expect(ownValue(object, "a")).toBe(1);
    const sparse = ["x", "y"];
    sparse[3] = "z";
    expect([ownValue(sparse, "2"), ownValue(sparse, "3")]).toEqual([undefined, "z"]);
  });

  it("does not call getters", () => {
    let calls = 0;
    const object = {
      get a() {
        calls++;
        return 1;
      },
      set b(value: number) {
        calls += value;
      },
    };
    expect([ownValue(object, "a"), ownValue(object, "b")]).toEqual([ACCESSOR, ACCESSOR]);
    expect(calls).toBe(0);
  });
});

describe("prototypes", () => {
  it("isPrototypeName knows what every object has", () => {
    expect(["toString", "constructor", "__proto__", "hasOwnProperty"].every(isPrototypeName)).toBe(
      true,
    );
    expect(["age", "prototype", "then", ""].some(isPrototypeName)).toBe(false);
  });

  it("prototypeIsClean sees what was added", () => {
    expect(prototypeIsClean()).toBe(true);
    const prototype = Object.prototype as unknown as Record<string, unknown>; // the attack under test
    prototype["income"] = 1;
    try {
      expect(prototypeIsClean()).toBe(false);
    } finally {
      delete prototype["income"];
    }
    expect(prototypeIsClean()).toBe(true);
  });
});
