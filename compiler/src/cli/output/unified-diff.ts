const context = 3;
/** Work is bounded: past this many differing lines the middle is shown as replaced at one go. */
const editLimit = 400;

interface Edit {
  readonly kind: " " | "-" | "+";
  readonly line: string;
}

export interface DiffOptions {
  readonly oldName: string;
  readonly newName: string;
  /** Lines of output after which the rest is only counted. */
  readonly maxLines: number;
}

/** A unified diff of two texts; empty where they are equal. */
export function unifiedDiff(before: string, after: string, options: DiffOptions): string {
  if (before === after) return "";
  const edits = diffLines(splitLines(before), splitLines(after));
  const lines = [`--- ${options.oldName}`, `+++ ${options.newName}`, ...hunks(edits)];
  if (lines.length <= options.maxLines) return `${lines.join("\n")}\n`;
  const left = lines.length - options.maxLines;
  return `${lines.slice(0, options.maxLines).join("\n")}\n… ${left} more lines\n`;
}

function splitLines(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  else lines[lines.length - 1] += " (no newline at the end)";
  return lines;
}

function diffLines(before: readonly string[], after: readonly string[]): readonly Edit[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  const same = (line: string): Edit => ({ kind: " ", line });
  return [
    ...before.slice(0, start).map(same),
    ...shortestEdits(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...before.slice(before.length - end).map(same),
  ];
}

/** Myers' greedy algorithm, "An O(ND) Difference Algorithm" (1986). */
function shortestEdits(before: readonly string[], after: readonly string[]): readonly Edit[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  const limit = Math.min(before.length + after.length, editLimit);
  for (let edits = 0; edits <= limit; edits++) {
    history.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(furthest, diagonal, edits);
      while (
        x < before.length &&
        x - diagonal < after.length &&
        before[x] === after[x - diagonal]
      ) {
        x++;
      }
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) {
        return traceBack(before, after, history);
      }
    }
  }
  return [
    ...before.map((line): Edit => ({ kind: "-", line })),
    ...after.map((line): Edit => ({ kind: "+", line })),
  ];
}

/** Whether the path to a diagonal comes from the one above it: a line of `after` was inserted. */
function movesDown(
  furthest: ReadonlyMap<number, number>,
  diagonal: number,
  edits: number,
): boolean {
  const above = furthest.get(diagonal + 1) ?? -1;
  const left = furthest.get(diagonal - 1) ?? -1;
  return diagonal === -edits || (diagonal !== edits && left < above);
}

function startOn(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  return movesDown(furthest, diagonal, edits)
    ? (furthest.get(diagonal + 1) ?? 0)
    : (furthest.get(diagonal - 1) ?? -1) + 1;
}

function traceBack(
  before: readonly string[],
  after: readonly string[],
  history: readonly ReadonlyMap<number, number>[],
): readonly Edit[] {
  const edits: Edit[] = [];
  let x = before.length;
  let y = after.length;
  for (let step = history.length - 1; step >= 0; step--) {
    const furthest = history[step] ?? new Map<number, number>();
    const diagonal = x - y;
    const start = startOn(furthest, diagonal, step);
    while (x > start) {
      edits.push({ kind: " ", line: before[--x] ?? "" });
      y--;
    }
    if (step === 0) break;
    if (movesDown(furthest, diagonal, step)) edits.push({ kind: "+", line: after[--y] ?? "" });
    else edits.push({ kind: "-", line: before[--x] ?? "" });
  }
  return edits.reverse();
}

function hunks(edits: readonly Edit[]): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  let oldLine = 1;
  let newLine = 1;
  while (at < edits.length) {
    if (edits[at]?.kind === " ") {
      at++;
      oldLine++;
      newLine++;
      continue;
    }
    const first = Math.max(0, at - context);
    const end = endOfHunk(edits, at);
    const part = edits.slice(first, end);
    const leading = at - first;
    const olds = part.filter((edit) => edit.kind !== "+").length;
    const news = part.filter((edit) => edit.kind !== "-").length;
    const oldStart = olds === 0 ? oldLine - leading - 1 : oldLine - leading;
    const newStart = news === 0 ? newLine - leading - 1 : newLine - leading;
    lines.push(`@@ -${oldStart},${olds} +${newStart},${news} @@`);
    lines.push(...part.map((edit) => edit.kind + edit.line));
    oldLine += olds - leading;
    newLine += news - leading;
    at = end;
  }
  return lines;
}

/** Changes with at most two contexts of equal lines between them stand in one hunk. */
function endOfHunk(edits: readonly Edit[], start: number): number {
  let end = start;
  let equal = 0;
  for (let i = start; i < edits.length && equal <= 2 * context; i++) {
    if (edits[i]?.kind === " ") equal++;
    else {
      equal = 0;
      end = i + 1;
    }
  }
  return Math.min(edits.length, end + context);
}
