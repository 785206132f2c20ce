import { encodeMatrix } from "../interpret/encode-matrix.js";
import { evaluatePolicy } from "../interpret/evaluate-policy.js";
import { evaluateProgram, momentOf } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import type { Program } from "../ir/program.js";
import { readRelated, unrelated } from "../prove/related.js";
import type { RelatedChanges } from "../prove/related.js";
import type { Value } from "../types/value.js";
import { BranchMarks, stepMark } from "./branch-marks.js";
import { absent } from "./contract-cases.js";
import type { TestSuite } from "./test-suite.js";

type Changes = Readonly<Record<string, unknown>>;

/** A row and everything that the interpreter says of it. */
export interface GoldenRow {
  /** What differs from the default record. */
  readonly changes: Changes;
  readonly related: RelatedChanges;
  readonly asOf: number;
  readonly outcome: GoldenOutcome;
}

export type GoldenOutcome =
  /** `code path` of each issue of the contract. */
  | { readonly kind: "refused"; readonly issues: readonly string[] }
  /** By the feature with `outside: reject`. */
  | { readonly kind: "rejected"; readonly feature: string }
  | {
      readonly kind: "computed";
      readonly features: ReadonlyMap<string, Value>;
      /** By matrix; null where the matrix cannot hold the row. */
      readonly cells: ReadonlyMap<string, readonly number[] | null>;
      /** Null where there is no policy. */
      readonly decided: {
        readonly outputs: Readonly<Record<string, Value>>;
        readonly decisions: ReadonlyMap<string, Value>;
      } | null;
    };

interface Candidate {
  readonly row: GoldenRow;
  readonly marks: readonly string[];
  /** Those of the policy alone. */
  readonly decided: readonly string[];
}

const most = { decided: 3, computed: 10, rejected: 1, refused: 2 };
/** Of a spec with so many features each row is long. */
const manyFeatures = 200;
const mostOfMany = 3;
/** Steps evaluated to choose by, all rows together. */
const evaluations = 5_000;
/** Characters of a row as JSON: longer ones are left to the tests. */
const longestRow = 1_000;

/**
 * About a dozen rows of the generated tests that together take as many branches, aggregates, functions and
 * cells as that many rows can: each time the row that adds most, the first of equals.
 */
export function goldenRows(suite: TestSuite): readonly GoldenRow[] {
  const { program } = suite.source;
  const many = program.features.length > manyFeatures;
  const candidates = candidateRows(suite);
  const computed = candidates.filter(({ row }) => row.outcome.kind === "computed");
  const rejected = candidates.filter(({ row }) => row.outcome.kind === "rejected");
  // A policy is a small part of a row, and no row would be taken for its sake.
  const deciding = chosen(computed, [], most.decided, ({ decided }) => decided);
  return [
    ...chosen(computed, deciding, many ? mostOfMany : most.computed, ({ marks }) => marks),
    ...chosen(rejected, [], most.rejected, ({ marks }) => marks),
    ...chosen(refusedRows(suite), [], most.refused, ({ marks }) => marks),
  ].map(({ row }) => row);
}

/** Greedily, beginning with the rows of `first`, until nothing is added. */
function chosen(
  candidates: readonly Candidate[],
  first: readonly Candidate[],
  limit: number,
  marksOf: (candidate: Candidate) => readonly string[],
): readonly Candidate[] {
  const rows = [...first];
  const covered = new Set<string>(first.flatMap(marksOf));
  while (rows.length < limit) {
    let best: Candidate | undefined;
    let mostAdded = 0;
    for (const candidate of candidates) {
      const added = marksOf(candidate).reduce(
        (sum, mark) => sum + (covered.has(mark) ? 0 : weightOf(mark)),
        0,
      );
      if (added > mostAdded) [best, mostAdded] = [candidate, added];
    }
    if (best === undefined) break;
    for (const mark of marksOf(best)) covered.add(mark);
    rows.push(best);
  }
  return rows;
}

/** What becomes of a whole step counts for more than how one of its parts came out. */
function weightOf(mark: string): number {
  return mark.startsWith(stepMark) ? 5 : 1;
}

interface SampleRow {
  readonly changes: Changes;
  readonly related: RelatedChanges;
  readonly asOf: number;
  readonly outputs: Readonly<Record<string, Value>> | null;
}

/** The default row, rows that test decisions, and those that test features, one of each feature in turn. */
function* sampleRows(suite: TestSuite): Generator<SampleRow> {
  const { asOf } = suite.source.defaults;
  const decisions = [...suite.decisions.values()];
  const outputs = decisions[0]?.[0]?.outputs ?? null;
  yield { changes: {}, related: unrelated, asOf, outputs };
  const features = [...suite.features.values()];
  const longest = Math.max(0, ...[...features, ...decisions].map((rows) => rows.length));
  for (let turn = 0; turn < longest; turn += 1) {
    for (const rows of decisions) {
      const row = rows[turn];
      if (row !== undefined) yield { ...row, related: unrelated, asOf };
    }
    for (const rows of features) {
      const row = rows[turn];
      if (row !== undefined) yield { ...row, outputs };
    }
  }
}

function candidateRows(suite: TestSuite): readonly Candidate[] {
  const { program } = suite.source;
  const marks = new BranchMarks(program);
  const limit = Math.max(mostOfMany, Math.floor(evaluations / Math.max(1, program.steps.length)));
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const sample of sampleRows(suite)) {
    if (seen.size >= limit) break;
    const { changes, related, asOf, outputs } = sample;
    const id = JSON.stringify([changes, related, asOf, outputs]);
    if (id.length > longestRow || seen.has(id) || isUnwritable(changes)) continue;
    seen.add(id);
    const candidate = evaluated(sample, suite, marks);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return candidates;
}

/** A key that is absent is not a change of its value. */
function isUnwritable(changes: Changes): boolean {
  return Object.values(changes).includes(absent);
}

function evaluated(
  { changes, related, asOf, outputs }: SampleRow,
  { source }: TestSuite,
  marks: BranchMarks,
): Candidate | undefined {
  const { program, defaults } = source;
  const read = readInput(program, { ...defaults.json, ...changes }, asOf);
  const sources = readRelated(program, related, source.usual);
  if ("issues" in read || sources === undefined) return undefined;
  const result = evaluateProgram(program, read.input, asOf, sources);
  const row = { changes, related, asOf };
  if (result.rejected !== null) {
    const { feature } = result.rejected;
    return {
      row: { ...row, outcome: { kind: "rejected", feature } },
      marks: [feature],
      decided: [],
    };
  }
  const moment = momentOf(program, read.input, asOf);
  const policyRow = { input: read.input, asOf: moment, steps: result.steps };
  const decided =
    program.policy.length === 0 || outputs === null
      ? null
      : { outputs, decisions: evaluatePolicy(program, policyRow, outputs) };
  const outcome: GoldenOutcome = {
    kind: "computed",
    features: new Map(program.features.map((name) => [name, result.steps.get(name) ?? null])),
    cells: new Map(
      program.matrices.map((matrix) => [
        matrix.name,
        encodeMatrix(program, matrix, result) ?? null,
      ]),
    ),
    decided,
  };
  const evaluation = { ...policyRow, sources, outputs: outputs ?? {}, locals: new Map() };
  const policy = decided === null ? [] : marks.ofPolicy(evaluation, decided.decisions);
  return {
    row: { ...row, outcome },
    marks: [...marks.ofSteps(evaluation, result), ...policy, ...cellMarks(outcome.cells)],
    decided: policy,
  };
}

/** Which cells are not 0, and which of them are missing. */
function cellMarks(cells: ReadonlyMap<string, readonly number[] | null>): readonly string[] {
  return [...cells].flatMap(([matrix, row]) =>
    row === null
      ? [`${matrix} refuses`]
      : row.flatMap((cell, at) =>
          cell === 0 ? [] : [`${matrix} ${at} ${Number.isNaN(cell) ? "?" : "set"}`],
        ),
  );
}

/** Records with one thing wrong, one of each code. */
function refusedRows({ source, contract }: TestSuite): readonly Candidate[] {
  const { asOf } = source.defaults;
  return contract
    .filter(({ changes, issues }) => issues.length === 1 && !isUnwritable(changes))
    .filter(({ changes }) => isJson(changes) && JSON.stringify(changes).length <= longestRow)
    .map(({ changes, issues }) => ({
      row: { changes, related: unrelated, asOf, outcome: { kind: "refused", issues } },
      marks: issues.map((issue) => issue.split(" ")[0] ?? ""),
      decided: [],
    }));
}

function isJson(changes: Changes): boolean {
  return Object.values(changes).every(
    (value) => typeof value !== "number" || Number.isFinite(value),
  );
}

/** Names of what is made from personal data: features, decisions and the cells of columns. */
export function personalNames(program: Program): readonly string[] {
  const personal = new Set(
    [...program.steps, ...program.policy].filter(({ pii }) => pii === true).map(({ name }) => name),
  );
  const cells = program.matrices.flatMap(({ columns }) =>
    columns.filter(({ feature }) => personal.has(feature)).flatMap((column) => column.cells),
  );
  const shown = new Set([...program.features, ...program.policy.map(({ name }) => name)]);
  return [...new Set([...[...personal].filter((name) => shown.has(name)), ...cells])];
}
