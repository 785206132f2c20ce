import type { FieldContract, Program } from "../../compiler/src/ir/program.js";
import type { Random } from "./random.js";
import { RandomRows } from "./random-json.js";

/** Numbers at the edges of JSON's grammar and of doubles, and texts that are no numbers of JSON. */
const numberTexts = (
  "0 -0 0.0 -0.0 1 -1 10 0.1 0.1e1 1e0 1E0 1e+2 1e-2 1E400 -1e400 1e-400 5e-324 4.9e-324 2.4e-324 2e-324 " +
  "2.2250738585072014e-308 2.2250738585072011e-308 1.7976931348623157e308 1.7976931348623159e308 " +
  "9007199254740991 9007199254740992 9007199254740993 -9007199254740993 12345678901234567 123456789012345678 " +
  "1234567890123456789 999999999999999 1000000000000000 0.000000000000001 0.1234567890123456 " +
  "0.30000000000000004 179.99999999999999 1e-100 9.9e-101 1e-101 -1e-101 123456.789012345 1e22 1e23 " +
  "8.5e22 00 01 -01 1. .5 +1 - -. 1e 1e+ 1.e1 0x1 1_0 1,5 NaN Infinity -Infinity 1d -NaN 0e0 0E-0 " +
  "10000000000000000000000 1.0000000000000000000000000000001 4.35 0.57 1.005 12.5 37.3 181 3750"
).split(" ");

const texts = [
  "",
  "a",
  "red",
  "free",
  "MALE",
  ".",
  "NA",
  "Dream",
  "a b  c?",
  "2024-02-29",
  "2023-02-29",
  "2012-01-01T10:00:00Z",
  "2012-01-01t10:00:00.123456+02:00",
  "2024-07-15 07:30:00",
  "2024-03-31 02:30:00",
  "15/07/2024 07:30",
  "Dec 31 1999",
  "\u00e9t\u00e9",
  "\u{1f600}",
  "\u2028",
  "\u007f",
  "\ufffd",
  "constructor",
  "__proto__",
  "x".repeat(300),
  "refund of AB-123456?",
  "true",
  "12",
];

const datedTexts = [
  "2024-07-15 07:30:00",
  "2024-03-31 02:30:00",
  "15/07/2024 07:30",
  "Dec 31 1999",
  "feb 29 2012",
  "2024-02-29",
  "29/02/24",
];

/** Texts between quotes that need decoding, or that JSON refuses. */
const rawTexts = [
  "\\u0041",
  "\\u00e9",
  "\\ud83d\\ude00",
  "\\ud83d",
  "\\ude00",
  "\\ude00\\ud83d",
  "a\\\\b",
  'a\\"b',
  "\\/",
  "\\b\\f\\n\\r\\t",
  "\\x41",
  "\\u12",
  "\\",
  "\t",
  "\u0001",
  "fr\\u0065e",
  "\\u0000",
  "\u0000",
];

const nested = [
  "[]",
  "{}",
  "[1,2]",
  '[{"name":"a","bytes":1}]',
  '[{"name":"a","bytes":null},{"name":"\\u0062"}]',
  '[{"name":"a]","bytes":1,"bytes":2}]',
  '[{"name":"","bytes":1}]',
  '["a","b"]',
  '["a",null]',
  '[ "a" , "}" ]',
  '{"a":{"b":[{}]}}',
  "[1,]",
  "[1 2]",
  "{]",
  "[}",
  "[[[[[[[[[[]]]]]]]]]]",
  '{"__proto__":{"a":1}}',
  "[\u00a0]",
];

const separators = [":", " : ", ":\t", ": \r ", ":\u00a0", "::", ""];
const wholeLines = [
  "",
  " ",
  "\t\r",
  "null",
  "true",
  "[]",
  "1",
  '"a"',
  "{}",
  " { } ",
  "{",
  "}",
  "{}}",
  "{}{}",
  "{,}",
  '{"a"}',
  "\ufeff{}",
  "// a",
  "undefined",
  "[".repeat(3000),
  "\u0000",
];

/** Lines for the scanner of a spec: most nearly right, with every oddity of JSON and of bytes among them. */
export class RandomLines {
  readonly #program: Program;
  readonly #random: Random;
  readonly #rows: RandomRows;
  #order: readonly FieldContract[];

  constructor(program: Program, random: Random) {
    this.#program = program;
    this.#random = random;
    this.#rows = new RandomRows(program, random);
    this.#order = program.input;
  }

  /** The bytes of a line, without its line feed. */
  next(): Uint8Array {
    const random = this.#random;
    if (random.chance(0.01)) return utf8(random.pick(wholeLines));
    const text = this.#record();
    const bytes = utf8(random.chance(0.05) ? `${text}\r` : text);
    return random.chance(0.06) ? this.#damaged(bytes) : bytes;
  }

  #record(): string {
    const random = this.#random;
    // The order stays for some lines, as it does in files, and changes then.
    if (random.chance(0.02)) this.#order = shuffled(this.#program.input, random);
    const row = this.#rows.next();
    const oddity = random.chance(0.6) ? 0 : random.pick([0.03, 0.2, 0.6]);
    const entries = this.#order.flatMap((field) => {
      if (random.chance(oddity / 8)) return [];
      const entry = `${this.#key(field.key, oddity)}${this.#value(field, row[field.key], oddity)}`;
      const twice = random.chance(oddity / 16)
        ? [`${this.#key(field.key, 0)}${this.#value(field, row[field.key], 1)}`]
        : [];
      return [entry, ...twice];
    });
    if (random.chance(0.04)) {
      const key = random.pick(["other", "__proto__", "constructor", "", "Ticket", "\u00e9", "a b"]);
      const odd = `${JSON.stringify(key)}:${random.chance(0.3) ? random.pick(nested) : this.#anything()}`;
      entries.splice(
        random.int(0, entries.length),
        0,
        ...(random.chance(0.2) ? [odd, odd] : [odd]),
      );
    }
    const space = random.chance(0.1) ? random.pick([" ", "  ", "\t", " \r"]) : "";
    const text = `${space}{${space}${entries.join(`${space},${space}`)}${space}}${space}`;
    return random.chance(0.01) ? text.replace(",", random.pick([",,", "", ";", "\u00a0,"])) : text;
  }

  #key(key: string, oddity: number): string {
    const random = this.#random;
    const separator = random.chance(oddity / 10) ? random.pick(separators) : ":";
    if (!random.chance(oddity / 20)) return `${JSON.stringify(key)}${separator}`;
    const escaped = `\\u${key.charCodeAt(0).toString(16).padStart(4, "0")}${key.slice(1)}`;
    const odd = random.pick([
      `"${escaped}"`,
      `"${key} "`,
      `'${key}'`,
      key,
      `"${key}`,
      `"${key.slice(1)}"`,
    ]);
    return `${odd}${separator}`;
  }

  #value(field: FieldContract, value: unknown, oddity: number): string {
    const random = this.#random;
    if (random.chance(oddity)) return this.#anything();
    if (field.missingValues.length > 0 && random.chance(0.1)) {
      return JSON.stringify(random.pick(field.missingValues));
    }
    if (random.chance(0.95)) {
      const usual = usualTexts(field);
      if (usual.length > 0) return random.pick(usual);
    }
    if (field.type.kind === "list" || field.type.kind === "record") return random.pick(nested);
    if (field.format.kind === "text") return JSON.stringify(String(value));
    if (typeof value === "number" && random.chance(0.5)) return this.#written(value);
    if (field.type.kind === "id") return random.chance(0.5) ? String(random.int(0, 1e6)) : '"a-17"';
    return JSON.stringify(value);
  }

  /** Another way to write nearly the same number. */
  #written(value: number): string {
    switch (this.#random.int(0, 4)) {
      case 0:
        return value.toFixed(this.#random.int(0, 20)).slice(0, 40);
      case 1:
        return value.toExponential(this.#random.int(0, 20));
      case 2:
        return value.toPrecision(this.#random.int(1, 20));
      case 3:
        return `${JSON.stringify(value)}0`;
      default:
        return `${Math.trunc(value)}.${this.#random.int(0, 999_999)}`.slice(0, 30);
    }
  }

  #anything(): string {
    const random = this.#random;
    switch (random.int(0, 7)) {
      case 0:
      case 1:
      case 2:
        return random.pick(numberTexts);
      case 3:
        return JSON.stringify(random.pick(texts));
      case 4:
        return `"${random.pick(rawTexts)}"`;
      case 5:
        return random.pick(nested);
      case 6:
        return random.pick([
          "null",
          "true",
          "false",
          "nul",
          "True",
          "truee",
          "undefined",
          "",
          "falsy",
        ]);
      default:
        return JSON.stringify(random.pick(texts) + random.pick(texts));
    }
  }

  /** Cut, or with a byte that is another one; never with a line feed. */
  #damaged(bytes: Uint8Array): Uint8Array {
    const random = this.#random;
    if (bytes.length === 0) return bytes;
    const at = random.int(0, bytes.length - 1);
    switch (random.int(0, 3)) {
      case 0:
        return bytes.slice(0, at);
      case 1:
        return bytes.slice(at);
      case 2: {
        const odd = random.pick([
          0, 0x80, 0xc0, 0xc3, 0xe2, 0xed, 0xf0, 0xf5, 0xff, 0x22, 0x5c, 0x7d, 0x2c,
        ]);
        return bytes.with(at, odd);
      }
      default: {
        const byte = random.int(0, 255);
        return bytes.with(at, byte === 10 ? 32 : byte);
      }
    }
  }
}

/** JSON of values that the contract most probably takes, where random ones seldom are. */
function usualTexts(field: FieldContract): readonly string[] {
  const { format, type, range, length } = field;
  switch (format.kind) {
    case "patterns":
      return datedTexts
        .filter((text) => format.patterns.some((one) => one.text.length === text.length))
        .map((text) => JSON.stringify(text));
    case "epoch_s":
      return ["0", "1709285400", "1709285400.25", "-1", "1.7092854e9", "-0"];
    case "epoch_ms":
      return ["0", "1709285400000", "1709285400000.75", "-62135596800000", "-62135596800001", "-0"];
    case "text":
      return type.kind === "bool" ? ['"true"', '"false"'] : [];
    case "json":
      break;
  }
  switch (type.kind) {
    case "timestamp":
      return ['"2024-03-01T09:30:00Z"', '"2015-01-01t22:00:00.5+01:00"'];
    case "date":
      return ["1985-03-07", "2012-02-29"]
        .filter((text) => {
          const day = Date.parse(text) / 86_400_000;
          return day >= (range?.low ?? day) && day <= (range?.high ?? day);
        })
        .map((text) => JSON.stringify(text));
    case "string":
      if (field.pattern !== null) return ['"AB12"', '"AB12"', '"ZZ99"', '"AB-12"'];
      return length !== null && (length.low ?? 0) <= 3
        ? ['"abc"', '"A b?"', '"refund"']
        : ['"AB12"', '"AB-12"', '"somebody@gmail.com"'];
    case "record":
      return ['{"lat":1.5,"name":"a"}', '{ "lat" : -90 }', '{"name":null,"lat":1e1}'];
    case "list":
      return field.items?.type.kind === "record"
        ? ["[]", '[{"name":"a","bytes":1}]', '[{"name":"a]","bytes":null},{"bytes":3,"name":"{"}]']
        : field.items?.type.kind === "number"
          ? ["[]", "[1,2.5]", "[ 1e2 , -0 ,3]"]
          : ["[]", '["a","b c"]', '["\u0041"]'];
    default:
      return [];
  }
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, at: random.unit() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
