import type { PatternError } from "./pattern-node.js";

/** Ends parsing; `parsePattern` turns it into its result. */
export class PatternRefusal extends Error {
  override readonly name = "PatternRefusal";
  readonly error: PatternError;

  constructor(error: PatternError) {
    super(error.reason);
    this.error = error;
  }
}

export function refuse(start: number, end: number, reason: string, hint?: string): never {
  throw new PatternRefusal(
    hint === undefined ? { start, end, reason } : { start, end, reason, hint },
  );
}

/** Reads a pattern one code point at a time. */
export class PatternCursor {
  readonly text: string;
  /** Whether groups and lazy quantifiers leave their mark in the tree. */
  readonly capturing: boolean;
  offset = 0;

  constructor(text: string, capturing = false) {
    this.text = text;
    this.capturing = capturing;
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** The next UTF-16 unit as text, `""` at the end. */
  get next(): string {
    return this.text.charAt(this.offset);
  }

  looksAt(expected: string): boolean {
    return this.text.startsWith(expected, this.offset);
  }

  skip(expected: string): boolean {
    if (!this.looksAt(expected)) return false;
    this.offset += expected.length;
    return true;
  }

  /** The match of a sticky regular expression at the current place; does not move. */
  peek(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.offset;
    return expression.exec(this.text);
  }

  /** Reads one character as itself. */
  takeCodePoint(): number {
    const codePoint = this.text.codePointAt(this.offset) ?? 0;
    const start = this.offset;
    this.offset += codePoint > 0xffff ? 2 : 1;
    if (isSurrogate(codePoint)) {
      refuse(
        start,
        this.offset,
        `${nameOf(codePoint)} is half of a surrogate pair, not a character`,
      );
    }
    return codePoint;
  }
}

export function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

/** A character as messages show it: itself in backquotes if it prints, else `U+…`. */
export function nameOf(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(text)) return `\`${text}\``;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}
