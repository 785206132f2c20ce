import { recordLimit } from "./raw-row.js";

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const newline = 10;

/** What the splitter expects outside of an element. */
type Place = "start" | "first element" | "element" | "after element" | "end" | "sequence";

/**
 * Cuts a stream of JSON text into the elements of its outermost array (or into its values, where it is a
 * sequence of them) without building anything: it follows brackets and strings alone. Whether an
 * element is JSON is for its reader to say.
 */
export class JsonSplitter {
  readonly #take: (bytes: Buffer, line: number) => void;
  readonly #fail: (line: number, problem: string) => never;
  #place: Place = "start";
  #line = 1;
  #startLine = 1;
  /** Depth of brackets inside the element; -1: a number, true, false or null; 0 with a string: a text. */
  #depth = 0;
  #inElement = false;
  #isWord = false;
  #inString = false;
  #escaped = false;
  #held: Buffer[] = [];
  #heldLength = 0;

  constructor(
    take: (bytes: Buffer, line: number) => void,
    fail: (line: number, problem: string) => never,
  ) {
    this.#take = take;
    this.#fail = fail;
  }

  push(chunk: Buffer): void {
    let start = 0;
    let i = 0;
    while (i < chunk.length) {
      if (!this.#inElement) {
        i = this.#between(chunk, i);
        start = i;
        continue;
      }
      const end = this.#isWord ? this.#endOfWord(chunk, i) : this.#endOfNested(chunk, i);
      if (end === -1) break;
      this.#finish(chunk.subarray(start, end));
      i = end;
    }
    if (this.#inElement) this.#hold(chunk.subarray(start));
  }

  end(): void {
    if (this.#inElement && this.#isWord && this.#place === "sequence") {
      this.#finish(Buffer.alloc(0));
    }
    if (this.#inElement)
      this.#fail(this.#startLine, "the file ends inside the value that begins here");
    if (this.#place !== "end" && this.#place !== "sequence" && this.#place !== "start") {
      this.#fail(this.#line, "the file ends before its array does");
    }
  }

  /** Skips to the first byte of the next element and enters it. */
  #between(chunk: Buffer, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (byte === newline) this.#line++;
      if (byte === 32 || byte === newline || byte === 13 || byte === 9) continue;
      if (this.#punctuation(byte)) continue;
      this.#inElement = true;
      this.#startLine = this.#line;
      this.#depth = 0;
      this.#isWord = byte !== quote && byte !== openBrace && byte !== openBracket;
      return i;
    }
    return chunk.length;
  }

  /** True where the byte belongs to the array itself; false where it begins an element. */
  #punctuation(byte: number): boolean {
    switch (this.#place) {
      case "start":
        this.#place = byte === openBracket ? "first element" : "sequence";
        return byte === openBracket;
      case "first element":
      case "element":
        if (byte === closeBracket && this.#place === "first element") {
          this.#place = "end";
          return true;
        }
        if (byte === comma || byte === closeBracket) {
          this.#fail(this.#line, "a value is missing in the array");
        }
        return false;
      case "after element":
        if (byte === comma) this.#place = "element";
        else if (byte === closeBracket) this.#place = "end";
        else this.#fail(this.#line, "a comma is missing between two elements of the array");
        return true;
      case "end":
        return this.#fail(this.#line, "there is more text after the end of the array");
      case "sequence":
        return false;
    }
  }

  #endOfWord(chunk: Buffer, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (byte <= 32 || byte === comma || byte === closeBracket) return i;
    }
    return -1;
  }

  #endOfNested(chunk: Buffer, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (byte === newline) this.#line++;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === backslash) this.#escaped = true;
        else if (byte === quote) {
          this.#inString = false;
          if (this.#depth === 0) return i + 1;
        }
      } else if (byte === quote) this.#inString = true;
      else if (byte === openBrace || byte === openBracket) this.#depth++;
      else if (byte === closeBrace || byte === closeBracket) {
        this.#depth--;
        if (this.#depth === 0) return i + 1;
      }
    }
    return -1;
  }

  #finish(last: Buffer): void {
    const bytes = this.#heldLength === 0 ? last : Buffer.concat([...this.#held, last]);
    this.#held = [];
    this.#heldLength = 0;
    this.#inElement = false;
    if (this.#place !== "sequence") this.#place = "after element";
    this.#take(bytes, this.#startLine);
  }

  #hold(part: Buffer): void {
    this.#held.push(part);
    this.#heldLength += part.length;
    if (this.#heldLength > recordLimit) {
      this.#fail(
        this.#startLine,
        `the value that begins here is longer than ${recordLimit >> 20} MB`,
      );
    }
  }
}
