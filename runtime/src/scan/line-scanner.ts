import { MatrixError, RejectedRowError } from "../errors.js";
import { issue } from "../issues.js";
import type { Issue } from "../issues.js";
import { describeReceived } from "../received.js";
import { ScannedLine } from "./scanned-line.js";
import { utf8Decoder } from "./utf8-decoder.js";

/** A line without a row in the matrix. */
export interface RejectedLine {
  /** From 1; blank lines count. */
  readonly line: number;
  readonly issues: readonly Issue[];
}

export interface ScanOptions {
  /** False: every line goes through `JSON.parse`. The results are the same. */
  readonly fast?: boolean;
  /** The rows that stand in the array, from its start: when it is full, and at the end. Then they are overwritten. */
  readonly onRows?: (rows: number) => void;
  readonly onReject?: (rejected: RejectedLine) => void;
  /** A line with a row that violates a constraint which only warns. */
  readonly onWarning?: (warned: RejectedLine) => void;
}

/** What became of the lines. */
export interface ScanCounts {
  /** Without blank ones. */
  readonly lines: number;
  readonly rows: number;
  readonly rejected: number;
  readonly warned: number;
  /** Lines that the scanner left to `JSON.parse`. */
  readonly left: number;
}

/** What generated code knows of its records. */
export interface LineReader<Input> {
  /** The record that stands at the line's `at`; undefined where `parse` has to look at it. */
  readonly scan: (line: ScannedLine) => Input | undefined;
  readonly parse: (
    value: unknown,
  ) =>
    | { readonly ok: true; readonly value: Input; readonly warnings: readonly Issue[] }
    | { readonly ok: false; readonly issues: readonly Issue[] };
  /** @throws RejectedRowError or MatrixError for a row that the matrix does not take. */
  readonly write: (input: Input, row: number) => void;
}

const lineFeed = 10;
/** Lines are decoded in blocks of this many bytes, if at all: they stay in the processor's cache. */
const blockSize = 1 << 16;
/** A longer line is taken for a file that is no JSON lines. */
const longestLine = 1 << 26;

/**
 * JSON lines in chunks of any size: `push` each, then `end`.
 *
 * A line that `scan` does not understand, or whose row is refused, goes through `JSON.parse` and `parse`, so
 * that what is accepted, and what is said of the rest, has one definition.
 */
export class LineScanner<Input> {
  readonly #reader: LineReader<Input>;
  /** Rows that the array holds. */
  readonly #capacity: number;
  readonly #options: ScanOptions;
  readonly #line = new ScannedLine();
  /** The beginning of a line whose end has not come yet. */
  #rest: Uint8Array[] = [];
  #restLength = 0;
  #lineNumber = 0;
  /** Rows that stand in the array. */
  #held = 0;
  #lines = 0;
  #rows = 0;
  #rejected = 0;
  #warned = 0;
  #left = 0;

  constructor(reader: LineReader<Input>, capacity: number, options: ScanOptions) {
    if (capacity < 1) throw new RangeError("the array holds no row");
    this.#reader = reader;
    this.#capacity = capacity;
    this.#options = options;
  }

  /** Reads every line that ends in the chunk, which may be changed afterwards. */
  push(chunk: Uint8Array): void {
    // A Buffer is read as what it is a view of: one kind of array is faster to read than several.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    if (this.#restLength > 0) {
      const end = bytes.indexOf(lineFeed);
      from = end + 1;
      this.#keep(end < 0 ? bytes : bytes.subarray(0, from));
      if (end < 0) return;
      this.#readRest();
    }
    const to = bytes.lastIndexOf(lineFeed) + 1;
    while (from < to) {
      let end = to;
      if (to - from > blockSize) {
        end = bytes.lastIndexOf(lineFeed, from + blockSize - 1) + 1;
        if (end <= from) end = bytes.indexOf(lineFeed, from) + 1;
      }
      this.#readLines(bytes, from, end);
      from = end;
    }
    if (from < bytes.length) this.#keep(bytes.subarray(from));
  }

  /** The last line need not end in a line feed. */
  end(): ScanCounts {
    if (this.#restLength > 0) {
      this.#keep(Uint8Array.of(lineFeed));
      this.#readRest();
    }
    this.#handOver();
    const [lines, rows, rejected] = [this.#lines, this.#rows, this.#rejected];
    return { lines, rows, rejected, warned: this.#warned, left: this.#left };
  }

  #keep(part: Uint8Array): void {
    this.#rest.push(part.slice());
    this.#restLength += part.length;
    if (this.#restLength > longestLine) this.#refuseLength();
  }

  #readRest(): void {
    const whole = new Uint8Array(this.#restLength);
    let at = 0;
    for (const part of this.#rest) {
      whole.set(part, at);
      at += part.length;
    }
    this.#rest = [];
    this.#restLength = 0;
    this.#readLines(whole, 0, whole.length);
  }

  /** `to` stands behind a line feed. */
  #readLines(bytes: Uint8Array, from: number, to: number): void {
    const line = this.#line;
    const isFast = this.#options.fast !== false;
    line.open(bytes, from, to);
    let at = from;
    while (at < to) {
      this.#lineNumber++;
      const start = at;
      line.at = this.#lineNumber === 1 ? behindByteOrderMark(bytes, at) : at;
      if (line.at === start && isFast && this.#scanLine()) {
        at = line.at + 1;
      } else {
        const end = bytes.indexOf(lineFeed, start);
        if (end - start > longestLine) this.#refuseLength();
        this.#parseLine(start, end);
        at = end + 1;
      }
    }
  }

  /** Whether the line has become a row; then it is all ASCII. */
  #scanLine(): boolean {
    const input = this.#reader.scan(this.#line);
    if (input === undefined) return false;
    try {
      this.#write(input);
    } catch (error) {
      if (error instanceof RejectedRowError || error instanceof MatrixError) return false;
      throw error;
    }
    this.#lines++;
    this.#addRow();
    return true;
  }

  #parseLine(start: number, end: number): void {
    const { bytes } = this.#line;
    const whole = this.#line.wholeText(start, end);
    const text = this.#lineNumber === 1 && whole.startsWith("\ufeff") ? whole.slice(1) : whole;
    if (isBlank(text)) return;
    this.#lines++;
    this.#left++;
    // Only a text with the replacement character can come from bytes that are not UTF-8.
    if (text.includes("\ufffd") && !isUtf8(bytes.subarray(start, end))) {
      return this.#reject([issue("malformed", [], "JSON in UTF-8", "bytes that are not UTF-8")]);
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return this.#reject([issue("malformed", [], "a line of JSON", "a text that is not JSON")]);
    }
    const outcome = this.#reader.parse(value);
    if (!outcome.ok) return this.#reject(outcome.issues);
    try {
      this.#write(outcome.value);
    } catch (error) {
      return this.#reject([issueOf(error)]);
    }
    if (outcome.warnings.length > 0) {
      this.#warned++;
      this.#options.onWarning?.({ line: this.#lineNumber, issues: outcome.warnings });
    }
    this.#addRow();
  }

  #write(input: Input): void {
    if (this.#held === this.#capacity)
      throw new RangeError("the array has no place for another row");
    this.#reader.write(input, this.#held);
  }

  #addRow(): void {
    this.#rows++;
    this.#held++;
    if (this.#held < this.#capacity) return;
    if (this.#options.onRows !== undefined) this.#handOver();
  }

  #handOver(): void {
    if (this.#held > 0) this.#options.onRows?.(this.#held);
    this.#held = 0;
  }

  #reject(issues: readonly Issue[]): void {
    this.#rejected++;
    this.#options.onReject?.({ line: this.#lineNumber, issues });
  }

  #refuseLength(): never {
    throw new RangeError(`a line is longer than ${longestLine >> 20} MB`);
  }
}

function behindByteOrderMark(bytes: Uint8Array, at: number): number {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf ? at + 3 : at;
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 32 && unit !== 9 && unit !== 13) return false;
  }
  return true;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8Decoder(true).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Why a row is not in the matrix; throws what is no such reason. */
function issueOf(error: unknown): Issue {
  if (error instanceof RejectedRowError) {
    const received = error.value === undefined ? "another" : describeReceived(error.value);
    return issue("outside", [error.feature], `a value in ${error.range}`, received);
  }
  if (error instanceof MatrixError) {
    const received = `${describeReceived(error.value)}, which ${error.reason}`;
    return issue("cell", [error.feature], "a value that the matrix can hold", received);
  }
  throw error;
}
