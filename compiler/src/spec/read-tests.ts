import type { TestsAst } from "./ast.js";
import { testsKeys } from "./keys.table.js";
import { asMap, openKeyed } from "./open-map.js";
import { readBool, readNumber } from "./read-text.js";
import type { Reading } from "./reading.js";
import type { EntryNode } from "./yaml-tree.js";

/** `tests: { mutation_score: 0.95, properties: true }`. */
export function readTests(entry: EntryNode | undefined, reading: Reading): TestsAst {
  if (entry === undefined) return { properties: false };
  const node = asMap(entry, reading, "a map with `mutation_score` and `properties`");
  if (node === undefined) return { properties: false };
  const entries = openKeyed(node, testsKeys, "the tests", reading);
  const mutationScore = readScore(entries.get("mutation_score"), reading);
  return {
    properties: readBool(entries.get("properties"), reading),
    ...(mutationScore === undefined ? {} : { mutationScore }),
  };
}

/** A share of the mutants: above 0, at most 1. */
function readScore(entry: EntryNode | undefined, reading: Reading): TestsAst["mutationScore"] {
  if (entry === undefined) return undefined;
  const score = readNumber(entry.key.value, entry.value, reading);
  if (score === undefined || (score.value > 0 && score.value <= 1)) return score;
  reading.report("spec/bad-mutation-score", entry.value, { score: score.value });
  return undefined;
}
