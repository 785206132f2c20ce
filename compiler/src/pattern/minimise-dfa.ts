import type { Dfa } from "./build-dfa.js";

/**
 * Hopcroft's algorithm: the block of each state, where two states share a block if and only if
 * the same texts are accepted from both.
 */
export function equivalentStates({ width, next, accepting }: Dfa): Int32Array {
  const size = accepting.length;
  const sources = sourcesByTarget(width, next, size);
  // `order` lists the states block by block; block b is order[begin[b]] … order[end[b] - 1].
  const order = Int32Array.from({ length: size }, (_, state) => state).sort(
    (a, b) => Number(accepting[a]) - Number(accepting[b]) || a - b,
  );
  const place = new Int32Array(size);
  order.forEach((state, at) => (place[state] = at));
  const rejecting = accepting.filter((isAccepting) => !isAccepting).length;
  const begin = [0];
  const end = [size];
  const block = new Int32Array(size);
  const waiting: number[] = [];
  /** How many states of a block are marked; they are moved to its front. */
  const marked: number[] = [0];

  const splitAfter = (of: number, count: number): void => {
    const from = begin[of] ?? 0;
    const to = end[of] ?? 0;
    if (count === 0 || count === to - from) return;
    // The smaller half becomes the new block: that bounds how often a state changes blocks.
    const frontIsSmaller = count <= to - from - count;
    const created = begin.length;
    const middle = from + count;
    begin.push(frontIsSmaller ? from : middle);
    end.push(frontIsSmaller ? middle : to);
    if (frontIsSmaller) begin[of] = middle;
    else end[of] = middle;
    for (let at = begin[created] ?? 0; at < (end[created] ?? 0); at += 1) {
      block[order[at] ?? 0] = created;
    }
    marked.push(0);
    waiting.push(created);
  };

  splitAfter(0, rejecting);
  for (let splitter = waiting.pop(); splitter !== undefined; splitter = waiting.pop()) {
    const targets = order.slice(begin[splitter], end[splitter]);
    for (let c = 0; c < width; c += 1) {
      const touched: number[] = [];
      for (const target of targets) {
        const cell = c * size + target;
        for (let i = sources.begin[cell] ?? 0; i < (sources.begin[cell + 1] ?? 0); i += 1) {
          const source = sources.states[i] ?? 0;
          const of = block[source] ?? 0;
          const count = marked[of] ?? 0;
          if (count === 0) touched.push(of);
          const from = place[source] ?? 0;
          const to = (begin[of] ?? 0) + count;
          const moved = order[to] ?? 0;
          order[to] = source;
          place[source] = to;
          order[from] = moved;
          place[moved] = from;
          marked[of] = count + 1;
        }
      }
      for (const of of touched) {
        const count = marked[of] ?? 0;
        marked[of] = 0;
        splitAfter(of, count);
      }
    }
  }
  return block;
}

/** Which states lead to `target` on class c: `states[begin[c * size + target]]` and on. */
function sourcesByTarget(
  width: number,
  next: readonly number[],
  size: number,
): { readonly begin: Int32Array; readonly states: Int32Array } {
  const begin = new Int32Array(width * size + 1);
  for (let at = 0; at < next.length; at += 1) {
    const cell = (at % width) * size + (next[at] ?? 0);
    begin[cell + 1] = (begin[cell + 1] ?? 0) + 1;
  }
  for (let cell = 0; cell < width * size; cell += 1) {
    begin[cell + 1] = (begin[cell + 1] ?? 0) + (begin[cell] ?? 0);
  }
  const states = new Int32Array(next.length);
  const filled = begin.slice();
  for (let at = 0; at < next.length; at += 1) {
    const cell = (at % width) * size + (next[at] ?? 0);
    const slot = filled[cell] ?? 0;
    states[slot] = Math.floor(at / width);
    filled[cell] = slot + 1;
  }
  return { begin, states };
}
