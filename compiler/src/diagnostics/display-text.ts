const tabStop = 4;

/** One character as a terminal shows it, and how many cells it takes. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** Offset of its first UTF-16 unit in the line. */
  readonly offset: number;
}

const segmenter = /* @__PURE__ */ new Intl.Segmenter("en", { granularity: "grapheme" });
const plain = /^[\x20-\x7e]*$/;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const invisible = /^(?:\p{Mn}|\p{Me}|\p{Cf})+$/u;
/** Control characters, and those that reverse or hide the text around them. */
const unprintable = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A line of source text: tabs become spaces, control characters visible. */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const parts = plain.test(line)
    ? Array.from(line, (segment, index) => ({ segment, index }))
    : segmenter.segment(line);
  for (const { segment, index } of parts) {
    const cell = cellOf(segment, column);
    cells.push({ ...cell, offset: index });
    column += cell.width;
  }
  return cells;
}

function cellOf(
  segment: string,
  column: number,
): { readonly text: string; readonly width: number } {
  if (segment === "\t") {
    const width = tabStop - (column % tabStop);
    return { text: " ".repeat(width), width };
  }
  if (segment.length === 1 && segment >= " " && segment <= "~") return { text: segment, width: 1 };
  const text = printable(segment);
  if (text !== segment) return { text, width: text.length };
  if (invisible.test(segment)) return { text, width: 0 };
  return { text, width: wide.test(segment) ? 2 : 1 };
}

/** Text in which nothing moves the cursor, changes colours or reverses the reading direction. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `\\u${code}`;
  });
}

/** As `printable`, on one line. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n\u2028\u2029]\s*/g, " "));
}
