/** A text that diagnostics point into. `path` is what the user is shown: relative, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Half-open range of UTF-16 offsets in a source file. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A value of the spec together with where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** One-based line and column; the column counts code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function spanOf(file: SourceFile, start: number, end: number): Span {
  return { file, start, end };
}

/** The smallest span that covers both; they must lie in one file. */
export function coverSpans(first: Span, last: Span): Span {
  return {
    file: first.file,
    start: Math.min(first.start, last.start),
    end: Math.max(first.end, last.end),
  };
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

export function lineStarts(file: SourceFile): readonly number[] {
  let starts = lineStartsOf.get(file);
  if (starts === undefined) {
    const found = [0];
    for (let i = file.text.indexOf("\n"); i !== -1; i = file.text.indexOf("\n", i + 1)) {
      found.push(i + 1);
    }
    starts = found;
    lineStartsOf.set(file, starts);
  }
  return starts;
}

export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const lineStart = starts[low] ?? 0;
  let column = 1;
  for (let i = lineStart; i < offset; i += 1) {
    // The second half of a surrogate pair is not a character of its own.
    const unit = file.text.charCodeAt(i);
    if (unit < 0xdc00 || unit > 0xdfff) column += 1;
  }
  return { line: low + 1, column };
}
