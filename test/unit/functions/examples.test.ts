import { describe, expect, it } from "vitest";
import { functionNames, functionRegistry } from "../../../compiler/src/functions/registry.js";
import type { FunctionName } from "../../../compiler/src/functions/registry.js";
import type { PresentValue, Value } from "../../../compiler/src/types/value.js";

const maxInt = 9007199254740991;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const at = (text: string): number => Date.parse(text);

type Example = readonly [name: FunctionName, args: readonly PresentValue[], expected: Value];

const examples: readonly Example[] = [
  ["split", ["a,b,,c", ","], ["a", "b", "", "c"]],
  ["split", ["", ","], [""]],
  ["abs", [-2.5], 2.5],
  ["sign", [-7], -1],
  ["sign", [0], 0],
  ["least", [3, 1, 2], 1],
  ["greatest", [3, 1, 4, 2], 4],
  ["clip", [7, 0, 5], 5],
  ["clip", [-7, 0, 5], 0],
  ["clip", [3, 0, 5], 3],
  ["mod", [-7, 3], 2],
  ["mod", [7, -3], -2],
  ["mod", [-7, -3], -1],
  ["mod", [5.5, 2], 1.5],
  ["mod", [-7.5, 2], 0.5],
  ["mod", [1, 0], null],
  ["sqrt", [2], 1.4142135623730951],
  ["sqrt", [-1], null],
  ["hypot", [3, 4], 5],
  ["floor", [-0.5], -1],
  ["ceil", [0.5], 1],
  ["trunc", [-2.7], -2],
  ["round", [2.5], 3],
  ["round", [-2.5], -3],
  ["round", [0.49999999999999994], 0],
  ["round", [2.675, 2], 2.68],
  ["round", [1.005, 2], 1],
  ["round", [1250, -2], 1300],
  ["round_half_even", [2.5], 2],
  ["round_half_even", [3.5], 4],
  ["round_half_even", [-2.5], -2],
  ["round_half_even", [4503599627370495.5], 4503599627370496],
  ["to_number", [3], 3],
  ["to_int", [4], 4],
  ["to_int", [4.5], null],
  ["float32", [0.1], 0.10000000149011612],
  ["exp", [1], 2.7182818284590455],
  ["ln", [0], null],
  ["log10", [1000], 3],
  ["log2", [536870912], 29.000000000000004],
  ["log1p", [-1], null],
  ["pow", [2, 10], 1024],
  ["pow", [9, 0.5], 3],
  ["pow", [-8, 3], -512],
  ["pow", [0, 0], 1],
  ["tanh", [0], 0],
  ["sigmoid", [0], 0.5],
  ["logit", [0.5], 0],
  ["logit", [1], null],
  ["sinpi", [0.5], 1],
  ["sinpi", [1], 0],
  ["cospi", [1], -1],
  ["cyclic_sin", [6, 24], 1],
  ["cyclic_cos", [12, 24], -1],
  ["asin", [2], null],
  ["asin", [1], 1.5707963267948966],
  ["atan2", [0, 0], 0],
  ["atan2", [0, -1], 3.141592653589793],
  ["atan2", [-1, 0], -1.5707963267948966],
  ["radians", [180], 3.141592653589793],
  ["degrees", [3.141592653589793], 180],
  ["haversine_km", [10, 20, 10, 20], 0],
  [
    "interpolate",
    [
      5,
      [
        [0, 0],
        [10, 1],
      ],
    ],
    0.5,
  ],
  [
    "interpolate",
    [
      -5,
      [
        [0, 0],
        [10, 1],
      ],
    ],
    0,
  ],
  [
    "interpolate",
    [
      15,
      [
        [0, 0],
        [10, 1],
      ],
    ],
    1,
  ],
  [
    "interpolate",
    [
      10,
      [
        [0, 0],
        [10, 1],
        [20, 5],
      ],
    ],
    1,
  ],
  [
    "interpolate",
    [
      15,
      [
        [0, 0],
        [10, 1],
        [20, 5],
      ],
    ],
    3,
  ],
  ["xor", [true, false], true],
  ["xor", [true, true], false],
  ["bucketize", [10, [0, 10, 100]], 2],
  ["bucketize", [10, [0, 10, 100], "left"], 2],
  ["bucketize", [10, [0, 10, 100], "right"], 1],
  ["bucketize", [-1, [0, 10, 100]], 0],
  ["bucketize", [1000, [0, 10, 100]], 3],
  ["index_in", ["b", ["a", "b"]], 1],
  ["index_in", ["z", ["a", "b"]], 2],
  ["index_in", ["z", ["a", "b"], -1], -1],
  ["index_in", [7, [5, 7]], 1],
  ["standardize", [10, 4, 3], 2],
  ["min_max_scale", [5, 0, 10], 0.5],
  // sha256("abc") is ba7816bf8f01cfea…
  ["hash_bucket", ["abc", 1000], 0xba7816bf8f01c % 1000],
  ["hash_bucket", ["bc", 1000, "a"], 0xba7816bf8f01c % 1000],
  ["hash_bucket", [12, 97], 0x6b51d431df5d7 % 97],
  ["length", ["a😀b"], 3],
  ["lower", ["ÀBC"], "Àbc"],
  ["upper", ["straße"], "STRAßE"],
  ["trim", ["\t a b\u00a0\n"], "a b\u00a0"],
  ["substr", ["a😀bcd", 2, 2], "😀b"],
  ["substr", ["abc", 3, 9], "c"],
  ["substr", ["abc", 0, 2], null],
  ["substr", ["abc", 9, 2], ""],
  ["left", ["😀ab", 1], "😀"],
  ["left", ["ab", -1], null],
  ["right", ["ab😀", 2], "b😀"],
  ["right", ["ab", 0], ""],
  ["starts_with", ["abc", "ab"], true],
  ["ends_with", ["abc", "ab"], false],
  ["contains", ["abc", ""], true],
  ["index_of", ["😀b", "b"], 2],
  ["index_of", ["abc", "z"], null],
  ["index_of", ["abc", ""], 1],
  ["index_of", ["aab", "ab"], 2],
  ["concat", ["a", "b", "c"], "abc"],
  ["replace", ["a.b.c", ".", "-"], "a-b-c"],
  ["replace", ["aaa", "aa", "$&"], "$&a"],
  ["part", ["a,b,,c", ",", 3], ""],
  ["part", ["a,b", ",", 3], null],
  ["part", ["a,b", ",", 0], null],
  ["count_words", ["  a bc\td "], 3],
  ["count_words", [""], 0],
  ["collapse_spaces", ["  a \n b\u00a0"], " a b\u00a0"],
  ["matches", ["ab12", "[0-9]+$"], true],
  ["matches", ["ab", "^[0-9]+$"], false],
  ["parse_number", ["-12.5e3"], -12500],
  ["parse_number", [".5"], 0.5],
  ["parse_number", ["0x10"], null],
  ["parse_number", [""], null],
  ["parse_number", [" 1"], null],
  ["parse_number", ["1e400"], null],
  ["parse_number", ["1_000"], null],
  ["parse_int", ["+0042"], 42],
  ["parse_int", ["9007199254740992"], null],
  ["parse_int", ["1.0"], null],
  ["parse_date", ["2024-02-29"], day("2024-02-29")],
  ["parse_date", ["2023-02-29"], null],
  ["parse_date", ["0000-01-01"], null],
  ["parse_date", ["0001-01-01"], -719162],
  ["parse_timestamp", ["2024-01-15T12:00:00.1239+02:00"], at("2024-01-15T10:00:00.123Z")],
  ["parse_timestamp", ["2024-01-15T12:00:00"], null],
  ["parse_timestamp", ["2024-01-15T24:00:00Z"], null],
  ["parse_timestamp", ["2016-12-31T23:59:60Z"], null],
  ["date_text", [day("2024-02-29")], "2024-02-29"],
  ["date_text", [-719162], "0001-01-01"],
  ["int_text", [-12], "-12"],
  ["year", [day("1969-12-31")], 1969],
  ["month", [day("2024-12-31")], 12],
  ["day", [day("2024-02-29")], 29],
  ["quarter", [day("2024-04-01")], 2],
  ["day_of_year", [day("2024-12-31")], 366],
  ["day_of_week", [day("2024-01-15")], 1],
  ["day_of_week", [day("2024-01-14")], 7],
  ["iso_week", [day("2021-01-03")], 53],
  ["iso_year", [day("2018-12-31")], 2019],
  ["is_weekend", [day("2024-01-13")], true],
  ["is_weekend", [day("2024-01-15")], false],
  ["hour", [at("2024-01-15T23:59:58.999Z")], 23],
  ["minute", [at("2024-01-15T23:59:58.999Z")], 59],
  ["second", [at("1960-01-15T23:59:58.999Z")], 58],
  ["seconds_of_day", [at("1960-01-15T00:01:00.500Z")], 60.5],
  ["date", [-1], -1],
  ["date_trunc", ["week", day("2024-01-14")], day("2024-01-08")],
  ["date_trunc", ["quarter", day("2024-06-30")], day("2024-04-01")],
  ["date_trunc", ["month", day("2024-06-30")], day("2024-06-01")],
  ["date_trunc", ["year", day("2024-06-30")], day("2024-01-01")],
  ["ts_trunc", ["hour", at("1969-12-31T23:59:00Z")], at("1969-12-31T23:00:00Z")],
  ["add_months", [day("2020-01-31"), 1], day("2020-02-29")],
  ["add_months", [day("2020-03-31"), -1], day("2020-02-29")],
  ["add_months", [day("9999-12-31"), 1], null],
  ["days_between", [day("2024-01-01"), day("2024-03-01")], 60],
  ["months_between", [day("1951-10-30"), day("2003-02-28")], 615],
  ["months_between", [day("2003-02-28"), day("1951-10-30")], -615],
  ["years_between", [day("2000-02-29"), day("2001-02-28")], 0],
  ["years_between", [day("2000-02-29"), day("2001-03-01")], 1],
  ["epoch_ms", [at("2024-01-15T12:00:00Z")], 1705320000000],
  ["keep", ["+1 (555) 010-99", "\\d"], "155501099"],
  ["keep", ["Ünïcode 😀", "[^a-z ]"], "Üï😀"],
  ["remove", ["$1,234.50", "[$,]"], "1234.50"],
  ["remove", ["😀a😁", "[\\u{1F600}-\\u{1F64F}]"], "a"],
  ["extract", ["Braund, Mr. Owen", ", ([A-Za-z]+)\\."], "Mr"],
  ["extract", ["Cabin C85 E12", "([A-Z])\\d"], "C"],
  ["extract", ["abc", "(a|ab)(?:c|bcd)?"], "a"],
  ["extract", ["abc", "(ab|a)"], "ab"],
  ["extract", ["<b><i>", "<(.+?)>"], "b"],
  ["extract", ["<b><i>", "<(.+)>"], "b><i"],
  ["extract", ["no digits", "(\\d+)"], null],
  ["extract", ["x", "x(?:-(\\d))?"], null],
  ["extract", ["x=", "x=(\\d*)"], ""],
  ["extract", ["é😀b", "^.(.)"], "😀"],
  ["first_match", ["Futrelle, Mrs. Jacques", ["Mrs", "Mr", "Miss"]], "Mrs"],
  ["first_match", ["b then a", ["a", "b"]], "a"],
  ["first_match", ["none", ["x", "y"]], null],
  ["cross", ["paris", "basic"], "paris|basic"],
  ["cross", [-3, "a"], "-3|a"],
  ["lower_unicode", ["ÀÉΣ İ"], "àéσ i\u0307"],
  ["upper_unicode", ["straße ǆ ﬁ"], "STRASSE Ǆ FI"],
  ["normalize_nfkd", ["ﬁ ½ Å"], "fi 1\u20442 A\u030a"],
  ["normalize_nfkd", ["a\u0301\u0323"], "a\u0323\u0301"],
  ["normalize_nfkd", ["각"], "\u1100\u1161\u11a8"],
  ["strip_accents", ["Crème Brûlée, Łódź"], "Creme Brulee, Łodz"],
  // hashlib.md5(b"user_1").hexdigest(), as an int, modulo 1000.
  ["hash_bucket", ["user_1", 1000, "", "md5"], 753],
  ["hash_bucket", [42, 2147483648, "salt", "md5"], 1968517331],
  ["hash_bucket", ["Hello, world!", 2147483648, "", "murmur3"], 0xc0363e43 % 2147483648],
];

const only = new Set<FunctionName>(["expm1", "sin", "cos"]);

describe("examples from the language", () => {
  it.each(examples)("%s(%j) is %j", (name, args, expected) => {
    const value = functionRegistry[name].evaluate(args);
    const isMissing = typeof value === "number" && !Number.isFinite(value);
    expect(typeof value === "number" ? (isMissing ? null : value + 0) : value).toEqual(expected);
  });

  it("has one for every function that no vector covers", () => {
    const shown = new Set(examples.map(([name]) => name));
    expect(functionNames.filter((name) => !shown.has(name) && !only.has(name))).toEqual([]);
  });

  it("knows the distance from Paris to New York", () => {
    const km = functionRegistry.haversine_km.evaluate([48.8566, 2.3522, 40.7128, -74.006]);
    expect(km).toBeCloseTo(5837.24, 1);
  });

  it("overflows where the largest number ends", () => {
    expect(functionRegistry.exp.evaluate([709.782712893385])).toBe(Infinity);
    expect(functionRegistry.floor.evaluate([maxInt + 3])).toBeGreaterThan(maxInt);
  });
});

type Wrong = readonly [
  name: FunctionName,
  constants: readonly unknown[],
  argument: number,
  words: RegExp,
];

const wrongConstants: readonly Wrong[] = [
  ["clip", [undefined, 5, 0], 1, /greater/],
  ["bucketize", [undefined, [0, 10, 10]], 1, /increase: 10 comes after 10/],
  ["bucketize", [undefined, []], 1, /at least one/],
  ["bucketize", [undefined, [0], "both"], 2, /"left" or "right"/],
  ["index_in", [undefined, []], 1, /at least one/],
  ["index_in", [undefined, ["a", "a"]], 1, /twice/],
  ["hash_bucket", [undefined, 0], 1, /1 and 2147483648/],
  ["hash_bucket", [undefined, 2 ** 31 + 1], 1, /1 and 2147483648/],
  ["standardize", [undefined, 0, 0], 2, /sd is 0/],
  ["min_max_scale", [undefined, 1, 1], 1, /not less/],
  ["min_max_scale", [undefined, -1e308, 1e308], 2, /beyond/],
  ["round", [undefined, 16], 1, /-15 and 15/],
  ["round", [undefined, -16], 1, /-15 and 15/],
  ["cyclic_sin", [undefined, 0], 1, /not positive/],
  ["interpolate", [undefined, [[0, 1]]], 1, /two points/],
  [
    "interpolate",
    [
      undefined,
      [
        [0, 1],
        [0, 2],
      ],
    ],
    1,
    /increase/,
  ],
  [
    "interpolate",
    [
      undefined,
      [
        [0, 1e301],
        [1, 2],
      ],
    ],
    1,
    /1e300/,
  ],
  ["substr", [undefined, 0, 1], 1, /less than 1/],
  ["substr", [undefined, 1, -1], 2, /negative/],
  ["left", [undefined, -1], 1, /negative/],
  ["right", [undefined, -1], 1, /negative/],
  ["replace", [undefined, "", "x"], 1, /empty/],
  ["part", [undefined, "", 1], 1, /empty/],
  ["part", [undefined, ",", 0], 2, /less than 1/],
  ["matches", [undefined, "(a"], 1, /./],
  ["date_trunc", ["decade", undefined], 0, /"decade"/],
  ["ts_trunc", ["week", undefined], 0, /"week"/],
  ["ts_trunc", ["toString", undefined], 0, /"toString"/],
];

describe("constants that make a call meaningless", () => {
  it.each(wrongConstants)("%s(%j)", (name, constants, argument, words) => {
    const found = functionRegistry[name].checkConstants?.(constants as never);
    expect(found?.argument).toBe(argument);
    expect(found?.problem).toMatch(words);
  });
});

describe("signatures", () => {
  it("have optional parameters last and `rest` only at the end", () => {
    for (const name of functionNames) {
      const { params } = functionRegistry[name];
      const firstOptional = params.findIndex((param) => param.optional === true);
      const tail = firstOptional === -1 ? [] : params.slice(firstOptional);
      expect(
        tail.every((param) => param.optional === true),
        name,
      ).toBe(true);
      expect(
        params.slice(0, -1).some((param) => param.rest === true),
        name,
      ).toBe(false);
    }
  });

  it("say in words when a result is missing, exactly where it can be", () => {
    const unknown = {
      kind: "number",
      low: -Number.MAX_VALUE,
      high: Number.MAX_VALUE,
      integral: false,
      zero: true,
      floor: 0,
    } as const;
    for (const name of functionNames) {
      const definition = functionRegistry[name];
      if (definition.params.some((param) => param.constant === true)) continue;
      const facts = definition.params.map((param) => ({
        domain: param.type === "string" ? ({ kind: "text", values: null } as const) : unknown,
        type: { kind: param.type === "string" ? "string" : "number" } as const,
      }));
      expect(definition.partial(facts) !== undefined, name).toBe(definition.missingWhen !== "");
    }
  });
});
