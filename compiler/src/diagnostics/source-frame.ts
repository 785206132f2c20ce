import { lineStarts, positionAt } from "../base/source.js";
import type { SourceFile, Span } from "../base/source.js";
import { cellsOf } from "./display-text.js";

/** A stretch of the source to underline, with words beside it. */
export interface Mark {
  readonly span: Span;
  readonly sign: "^" | "-";
  readonly text: string | undefined;
}

/** A printed line of the source with what stands under it. */
export interface FrameLine {
  readonly line: number;
  readonly source: string;
  readonly underlines: readonly { readonly sign: "^" | "-"; readonly text: string }[];
}

/** Lines that have marks, in order; of a mark of several lines the first and the last. `width` is in cells. */
export function frameLines(
  file: SourceFile,
  marks: readonly Mark[],
  width: number,
): readonly FrameLine[] {
  const byLine = new Map<number, LineMark[]>();
  for (const mark of marks) {
    for (const lineMark of lineMarks(file, mark)) {
      const others = byLine.get(lineMark.line) ?? [];
      others.push(lineMark);
      byLine.set(lineMark.line, others);
    }
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, onLine]) => frameLine(file, line, onLine, width));
}

interface LineMark {
  readonly line: number;
  /** Offsets in the line. */
  readonly start: number;
  readonly end: number;
  readonly sign: "^" | "-";
  readonly text: string | undefined;
}

/** The line and place that are shown for an offset; behind the last line break it is the end of the text. */
export function shownOffset(file: SourceFile, offset: number): number {
  if (offset < file.text.length) return offset;
  return Math.min(offset, file.text.trimEnd().length);
}

function lineMarks(file: SourceFile, mark: Mark): readonly LineMark[] {
  const start = shownOffset(file, mark.span.start);
  const end = Math.max(start, Math.min(mark.span.end, file.text.trimEnd().length));
  const first = positionAt(file, start).line;
  const last = positionAt(file, Math.max(start, end - 1)).line;
  const { sign, text } = mark;
  const firstStart = lineStarts(file)[first - 1] ?? 0;
  if (first === last) {
    return [{ line: first, start: start - firstStart, end: end - firstStart, sign, text }];
  }
  const firstLine = lineText(file, first);
  const lastLine = lineText(file, last);
  const lastStart = lineStarts(file)[last - 1] ?? 0;
  const indent = lastLine.length - lastLine.trimStart().length;
  return [
    { line: first, start: start - firstStart, end: firstLine.length, sign, text: undefined },
    { line: last, start: Math.min(indent, end - lastStart), end: end - lastStart, sign, text },
  ];
}

function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const text = file.text.slice(starts[line - 1] ?? 0, starts[line] ?? file.text.length);
  return text.replace(/\r?\n$/, "").replace(line === 1 ? /^\ufeff/ : /(?!)/, " ");
}

function frameLine(
  file: SourceFile,
  line: number,
  marks: readonly LineMark[],
  width: number,
): FrameLine {
  const inOrder = [...marks].sort(
    (a, b) => b.start - a.start || Number(a.sign === "^") - Number(b.sign === "^"),
  );
  const focus = inOrder.find((mark) => mark.sign === "^") ?? inOrder[0];
  const near = partNear(lineText(file, line), focus?.start ?? 0);
  const cells = cellsOf(near.text).map((cell) => ({ ...cell, offset: cell.offset + near.start }));
  const window = windowAround(cells, focus?.start ?? 0, focus?.end ?? 0, width);
  const columnOf = (offset: number): number => {
    let column = window.lead.length;
    for (const cell of window.cells) {
      if (cell.offset >= offset) return column;
      column += cell.width;
    }
    return column;
  };
  const source = window.lead + window.cells.map((cell) => cell.text).join("") + window.trail;
  const underlines = inOrder.map(({ start, end, sign, text }) => {
    const from = columnOf(start);
    const to = Math.max(columnOf(end), from + 1);
    const words = text === undefined || text === "" ? "" : ` ${text}`;
    return { sign, text: " ".repeat(from) + sign.repeat(to - from) + words };
  });
  return { line, source: source.trimEnd(), underlines };
}

/** Lines that are longer than this are laid out around the place alone. */
const longLine = 4_000;

function partNear(line: string, place: number): { readonly text: string; readonly start: number } {
  if (line.length <= longLine) return { text: line, start: 0 };
  const start = Math.max(0, place - longLine / 4);
  return { text: line.slice(start, start + longLine), start };
}

interface Window {
  readonly lead: string;
  readonly cells: ReturnType<typeof cellsOf>;
  readonly trail: string;
}

/** The part of a long line around what is marked. */
function windowAround(
  cells: ReturnType<typeof cellsOf>,
  start: number,
  end: number,
  width: number,
): Window {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= width) return { lead: "", cells, trail: "" };
  const widthBetween = (from: number, to: number): number =>
    cells.reduce((sum, { offset, width: w }) => (offset >= from && offset < to ? sum + w : sum), 0);
  const spare = Math.max(width - 2 - widthBetween(start, end), Math.floor(width / 3));
  const before = Math.min(Math.floor(spare / 2), widthBetween(0, start));
  let skip = widthBetween(0, start) - before;
  const fromStart = total - skip <= width - 1;
  if (skip > 0 && fromStart) skip = Math.max(0, total - (width - 1));
  let room = width - (skip > 0 ? 1 : 0);
  const shown: ReturnType<typeof cellsOf>[number][] = [];
  let passed = 0;
  let cut = false;
  for (const cell of cells) {
    passed += cell.width;
    if (passed <= skip) continue;
    if (cell.width > room - 1 && passed < total) {
      cut = true;
      break;
    }
    if (cell.width > room) {
      cut = true;
      break;
    }
    room -= cell.width;
    shown.push(cell);
  }
  return { lead: skip > 0 ? "…" : "", cells: shown, trail: cut ? "…" : "" };
}
