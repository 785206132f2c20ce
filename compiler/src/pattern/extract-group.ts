import type { ExtractProgram } from "@featc/runtime";

interface Attempt {
  readonly step: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The text of the group in the leftmost match; null where nothing matches or the match passes the
 * group by. Tries one way after the other, the preferred first, and no way twice from one place: what
 * failed there once fails again, wherever the group begins.
 */
export function extractGroup({ steps, start }: ExtractProgram, text: string): string | null {
  const points = [...text];
  const failed = new Set<number>();
  for (let first = 0; first <= points.length; first += 1) {
    const open: Attempt[] = [{ step: start, at: first, from: -1, to: -1 }];
    for (let attempt = open.pop(); attempt !== undefined; attempt = open.pop()) {
      const { at, from, to } = attempt;
      const key = attempt.step * (points.length + 1) + at;
      if (failed.has(key)) continue;
      failed.add(key);
      const step = steps[attempt.step];
      switch (step?.kind) {
        case "end":
          return to < 0 ? null : points.slice(from, to).join("");
        case "read": {
          const point = points[at]?.codePointAt(0);
          if (point !== undefined && isWithin(step.ranges, point)) {
            open.push({ step: step.next, at: at + 1, from, to });
          }
          break;
        }
        case "try":
          open.push({ step: step.otherwise, at, from, to });
          open.push({ step: step.first, at, from, to });
          break;
        case "open":
          open.push({ step: step.next, at, from: at, to });
          break;
        case "close":
          open.push({ step: step.next, at, from, to: at });
          break;
        case "text_start":
          if (at === 0) open.push({ step: step.next, at, from, to });
          break;
        case "text_end":
          if (at === points.length) open.push({ step: step.next, at, from, to });
          break;
        case undefined:
          break;
      }
    }
  }
  return null;
}

/** Whether the code point lies in one of the ranges, given by their first and last. */
export function isWithin(ranges: readonly number[], point: number): boolean {
  return ranges.some((low, i) => i % 2 === 0 && low <= point && point <= (ranges[i + 1] ?? -1));
}
