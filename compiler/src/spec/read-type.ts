import { nearest } from "../diagnostics/suggest.js";
import { scalarTypeNames } from "./ast.js";
import type { FormulaText, TypeAst } from "./ast.js";
import type { Reading } from "./reading.js";

const depthLimit = 8;

/** `number?`, `list<list<int?>>`: a type as written under `type` or in place of a field. */
export function readType(text: FormulaText, reading: Reading): TypeAst {
  return new TypeReader(text, reading).whole();
}

/** What other languages call our types. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["float", "number"],
  ["double", "number"],
  ["decimal", "number"],
  ["real", "number"],
  ["float64", "number"],
  ["float32", "number"],
  ["integer", "int"],
  ["long", "int"],
  ["int32", "int"],
  ["int64", "int"],
  ["boolean", "bool"],
  ["text", "string"],
  ["str", "string"],
  ["varchar", "string"],
  ["datetime", "timestamp"],
  ["time", "timestamp"],
  ["instant", "timestamp"],
  ["category", "enum"],
  ["categorical", "enum"],
  ["uuid", "id"],
  ["object", "record"],
  ["struct", "record"],
  ["map", "record"],
  ["array", "list<number>"],
  ["list", "list<number>"],
]);

class TypeReader {
  private at = 0;

  constructor(
    private readonly text: FormulaText,
    private readonly reading: Reading,
  ) {}

  whole(): TypeAst {
    const type = this.type(0);
    if (type === undefined) return this.invalid();
    this.skipSpace();
    if (this.at === this.text.text.length) return type;
    const rest = this.text.text.slice(this.at);
    const problem = rest.startsWith("?")
      ? "one `?` is enough"
      : /^[[(]/.test(rest)
        ? "lists are written `list<number>`"
        : "the type ends before this";
    return this.problem(problem, this.at, this.text.text.length);
  }

  private type(depth: number): TypeAst | undefined {
    this.skipSpace();
    const start = this.at;
    const word = /^[^\s<>?()[\],]*/.exec(this.text.text.slice(start))?.[0] ?? "";
    if (word === "") {
      this.problem("a type is missing here", start, Math.max(start + 1, this.text.text.length));
      return undefined;
    }
    this.at += word.length;
    const scalar = scalarTypeNames.find((name) => name === word);
    if (scalar !== undefined) {
      const optional = this.optional();
      return { kind: scalar, optional, span: this.text.at(start, this.at) };
    }
    if (word === "list" && this.accept("<")) return this.list(start, depth);
    const suggestion = otherNames.get(word.toLowerCase()) ?? nearest(word, scalarTypeNames);
    this.reading.report("spec/unknown-type", this.text.at(start, this.at), {
      type: word,
      suggestion,
      known: [...scalarTypeNames, "list<T>"],
    });
    return undefined;
  }

  private list(start: number, depth: number): TypeAst | undefined {
    if (depth >= depthLimit) {
      this.problem(`lists can be nested ${depthLimit} deep`, start, this.at);
      return undefined;
    }
    const element = this.type(depth + 1);
    if (element === undefined) return undefined;
    if (!this.accept(">")) {
      this.problem("`>` is missing here", start, this.at);
      return undefined;
    }
    const optional = this.optional();
    return { kind: "list", element, optional, span: this.text.at(start, this.at) };
  }

  private optional(): boolean {
    return this.accept("?");
  }

  private accept(character: string): boolean {
    const before = this.at;
    this.skipSpace();
    if (this.text.text[this.at] === character) {
      this.at++;
      return true;
    }
    this.at = before;
    return false;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text.text.charAt(this.at))) this.at++;
  }

  private problem(problem: string, start: number, end: number): TypeAst {
    const { text } = this.text;
    this.reading.report("spec/bad-type", this.text.at(start, end), { type: text, problem });
    return this.invalid();
  }

  private invalid(): TypeAst {
    return { kind: "invalid", optional: false, span: this.text.span };
  }
}
