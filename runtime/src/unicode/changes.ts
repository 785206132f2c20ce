/** What code points become, as the tables write it: runs of single results, and the longer ones. */
export function changesOf(runs: string, longer: string): ReadonlyMap<number, string> {
  const changes = new Map<number, string>();
  let start = 0;
  for (const run of runs.split(",")) {
    const [gap, count, step, change] = numbersOf(run) as [number, number, number, number];
    start += gap;
    for (let i = 0; i < count; i++) {
      const code = start + i * step;
      changes.set(code, String.fromCodePoint(code + change));
    }
  }
  for (const entry of longer.split(",")) {
    const [code, ...to] = numbersOf(entry) as [number, ...number[]];
    changes.set(code, String.fromCodePoint(...to));
  }
  return changes;
}

/** Numbers in base 36 with a space between them. */
export function numbersOf(text: string): number[] {
  return text.split(" ").map((digits) => Number.parseInt(digits, 36));
}

/** `s` with each code point as the map has it, or as it is. */
export function changed(s: string, changes: ReadonlyMap<number, string>): string {
  let text = "";
  let kept = 0;
  for (let i = 0; i < s.length;) {
    const code = s.codePointAt(i) as number;
    const after = i + (code > 0xffff ? 2 : 1);
    const to = changes.get(code);
    if (to !== undefined) {
      text += s.slice(kept, i) + to;
      kept = after;
    }
    i = after;
  }
  return kept === 0 ? s : text + s.slice(kept);
}
