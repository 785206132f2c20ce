import type { PatternTable } from "@featc/runtime";
import type { Dfa } from "./build-dfa.js";
import type { CodePointClasses } from "./code-point-classes.js";
import { equivalentStates } from "./minimise-dfa.js";

/**
 * The smallest table for an automaton, its states in the order in which a search from the start
 * meets them: patterns with the same meaning give the same table.
 */
export function buildTable(dfa: Dfa, { starts, classes }: CodePointClasses): PatternTable {
  const { states, nameOf } = nameStates(dfa);
  const rows = states.map((state) =>
    Array.from(
      { length: dfa.width },
      (_, c) => nameOf.get(dfa.next[state * dfa.width + c] ?? 0) ?? 0,
    ),
  );
  // Minimisation can make columns equal that the sets of the pattern told apart.
  const columnNames = new Map<string, number>();
  const columns: number[] = [];
  const tableStarts: number[] = [];
  const tableClasses: number[] = [];
  const columnOf = new Map<number, number>();
  starts.forEach((start, range) => {
    const c = classes[range] ?? 0;
    let column = columnOf.get(c);
    if (column === undefined) {
      const key = rows.map((row) => row[c]).join();
      column = columnNames.get(key);
      if (column === undefined) {
        column = columns.push(c) - 1;
        columnNames.set(key, column);
      }
      columnOf.set(c, column);
    }
    if (tableClasses.at(-1) === column) return;
    tableStarts.push(start);
    tableClasses.push(column);
  });
  return {
    starts: tableStarts,
    classes: tableClasses,
    width: columns.length,
    next: rows.flatMap((row) => columns.map((c) => row[c] ?? 0)),
    accepting: states.map((state) => dfa.accepting[state] ?? false),
  };
}

/** One state for each name that the table uses, and the name of every state that can be met. */
function nameStates(dfa: Dfa): {
  readonly states: readonly number[];
  readonly nameOf: ReadonlyMap<number, number>;
} {
  const block = equivalentStates(dfa);
  const deadBlock = block[0] ?? 0;
  const nameOfBlock = new Map([[deadBlock, 0]]);
  // The start keeps its own place even where the pattern matches nothing and it equals the dead state.
  const states = [0, 1];
  if (block[1] !== deadBlock) nameOfBlock.set(block[1] ?? 0, 1);
  for (let name = 1; name < states.length; name += 1) {
    const row = (states[name] ?? 0) * dfa.width;
    for (let c = 0; c < dfa.width; c += 1) {
      const target = dfa.next[row + c] ?? 0;
      const targetBlock = block[target] ?? 0;
      if (!nameOfBlock.has(targetBlock)) nameOfBlock.set(targetBlock, states.push(target) - 1);
    }
  }
  const nameOf = new Map<number, number>();
  block.forEach((of, state) => {
    const name = nameOfBlock.get(of);
    if (name !== undefined) nameOf.set(state, name);
  });
  return { states, nameOf };
}
