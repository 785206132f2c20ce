/** The candidate that a mistyped word most likely means; undefined where none is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const wanted = fold(word);
  let best: string | undefined;
  // Of three letters one may be wrong: with two, `min` would be near `pii`.
  let bestDistance = Math.min(3, Math.floor(word.length / 3) + (word.length <= 3 ? 0 : 1)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    if (candidate === word) continue;
    const distance = editDistance(wanted, fold(candidate), bestDistance);
    if (distance < bestDistance && distance < candidate.length) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

const longest = 100;

function fold(word: string): string {
  return word.toLowerCase().replace(/[-. ]/g, "_");
}

/**
 * Damerau-Levenshtein distance (optimal string alignment): inserted, left out, changed and swapped letters.
 * Anything from `limit` on is given as `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? limit) + 1,
        (row[j - 1] ?? limit) + 1,
        (last[j - 1] ?? limit) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? limit) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows, so one row above the limit does not yet settle it.
    if (least > limit) return limit;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit, limit);
}
