import { utf8Decoder } from "./utf8-decoder.js";

/**
 * A line of JSON while it is read byte by byte.
 *
 * Functions that read a part of it begin at `at` and leave `at` behind what they read. What they do not
 * understand they leave to `JSON.parse`: they call `leave`, and whoever reads on finds that `at` is negative.
 * Every line of `bytes` ends in a line feed, which no part of a record goes past.
 */
export class ScannedLine {
  bytes: Uint8Array = new Uint8Array(0);
  /** The same bytes, for words of four. */
  view: DataView = new DataView(this.bytes.buffer);
  at = 0;
  /** The bytes from `#from` to `#to` as text; decoded when the first text of them is asked for. */
  #text: string | null = null;
  #from = 0;
  #to = 0;
  /** How many bytes more than UTF-16 units stand before the present line. */
  #shift = 0;
  readonly #decoder = utf8Decoder(false);

  /** Lines that are read together. */
  open(bytes: Uint8Array, from: number, to: number): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#text = null;
    this.#from = from;
    this.#to = to;
    this.#shift = from;
  }

  /** A part of the present line before which all is ASCII. */
  textBetween(from: number, to: number): string {
    return this.text().slice(from - this.#shift, to - this.#shift);
  }

  /** As `textBetween` of a text with its quotes, but a string of its own: reading it does not go through another. */
  ownText(from: number, to: number): string {
    return JSON.parse(this.textBetween(from, to)) as string;
  }

  /** The line from `from` to `to`, whatever stands in it; the next line is the present one from now on. */
  wholeText(from: number, to: number): string {
    const text = this.text();
    const start = from - this.#shift;
    const end = text.indexOf("\n", start);
    this.#shift = to - end;
    return text.slice(start, end);
  }

  text(): string {
    this.#text ??= this.#decoder.decode(this.bytes.subarray(this.#from, this.#to));
    return this.#text;
  }

  /** The line is for `JSON.parse`. */
  leave(): null {
    this.at = -1;
    return null;
  }
}

/** Where something other than white space stands, from `at` on; a line feed is none. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let i = at;
  for (let byte = bytes[i]; byte === 32 || byte === 9 || byte === 13; byte = bytes[i]) i++;
  return i;
}
