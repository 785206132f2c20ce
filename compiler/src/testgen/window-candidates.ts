import { evaluateExpr } from "../interpret/evaluate-expr.js";
import type { EvaluationRow } from "../interpret/evaluation-row.js";
import type { Landmarks } from "../ir/landmarks.js";
import type { Aggregate, Expr, WindowEnd } from "../ir/nodes.js";
import type { EventSource, Program } from "../ir/program.js";
import { momentChange } from "../prove/related.js";
import { fieldsOf, readsOf, spanWords, variations } from "../prove/related-candidates.js";
import type { RelatedCandidate } from "../prove/related-candidates.js";

type Json = Readonly<Record<string, unknown>>;

const mostEdges = 6;
const millisPerHour = 3_600_000;

/** Which of the values of a field the event at the edge has, and which the others. */
const pairs = [
  [0, 1],
  [1, 0],
  [1, 2],
  [2, 1],
] as const;

/**
 * An event at each edge of each window and a millisecond beside it, alone and with one or two others inside
 * that have other values: what an aggregate over several events does at the edge.
 */
export function* windowCandidates(
  program: Program,
  formulas: readonly Expr[],
  landmarks: Landmarks,
  row: EvaluationRow,
): Generator<Pick<RelatedCandidate, "words" | "changes">> {
  const reads = readsOf(formulas);
  const read = program.events.filter(({ name }) => reads.events.has(name));
  for (const source of read) {
    const others = read.filter((other) => other !== source);
    for (const candidate of candidatesOf(
      source,
      reads.events.get(source.name) ?? [],
      landmarks,
      row,
    )) {
      yield candidate;
      if (others.length === 0) continue;
      // What sources come to together shows where the others have events too, and not one each.
      const beside = others.map(({ name }) => [name, [{}, {}]] as const);
      const events = { ...Object.fromEntries(beside), ...candidate.changes.events };
      const words = `${candidate.words} and ${beside.map(([name]) => name).join(" and ")} two`;
      yield { words, changes: { events, tables: {} } };
    }
  }
}

function* candidatesOf(
  source: EventSource,
  aggregates: readonly Aggregate[],
  landmarks: Landmarks,
  row: EvaluationRow,
): Generator<Pick<RelatedCandidate, "words" | "changes">> {
  const { name } = source;
  const { edges, inside } = placesOf(aggregates, row);
  const values = variations(source, fieldsOf(source, aggregates), landmarks);
  const valueOf = (i: number): Json => values[i]?.change ?? {};
  const at = (moment: number, change: Json, known = moment): Json => ({
    ...momentChange(source, source.time, moment),
    ...(source.known === null ? {} : momentChange(source, source.known, known)),
    ...change,
  });
  const counts = countsFor(aggregates);
  const insideWith = (i: number, count: number): readonly Json[] =>
    Array.from({ length: count }, (_, k) => at(inside - k * 1_000, valueOf(i + k)));
  const one = (
    words: string,
    events: readonly Json[],
  ): Pick<RelatedCandidate, "words" | "changes"> => {
    const more = events.length === 1 ? "" : ` and ${events.length - 1} inside the window`;
    return { words: `${words}${more}`, changes: { events: { [name]: events }, tables: {} } };
  };
  if (source.known !== null) {
    for (const [i, j] of pairs) {
      for (const count of counts) {
        const late = at(inside + 1_000, valueOf(j), row.asOf);
        yield one(`${name} has an event known only at as_of`, [...insideWith(i, count), late]);
      }
    }
  }
  for (const edge of edges) {
    for (const beside of [0, -1, 1]) {
      const moment = edge + beside;
      const words = `${name} has an event ${placeOf(edge, beside, row.asOf)}`;
      for (const [i, j] of pairs.slice(0, Math.max(1, values.length))) {
        const event = at(moment, valueOf(j), Math.min(moment, inside));
        for (const count of counts) yield one(words, [...insideWith(i, count), event]);
      }
    }
  }
}

const mostInside = 20;

/** How many events stand inside the window: none, one, two, and as many as the aggregates speak of. */
function countsFor(aggregates: readonly Aggregate[]): readonly number[] {
  const spokenOf = aggregates.flatMap(({ args, latest }) =>
    [...args, latest].filter((arg) => typeof arg === "number" && Number.isInteger(arg)),
  );
  const more = spokenOf.flatMap((count) => [Number(count) - 1, Number(count)]);
  return [...new Set([0, 1, 2, ...more])].filter((count) => count >= 0 && count <= mostInside);
}

/** The ends of all windows, and a moment inside as many of them as possible. */
function placesOf(
  aggregates: readonly Aggregate[],
  row: EvaluationRow,
): { readonly edges: readonly number[]; readonly inside: number } {
  const lows: number[] = [];
  const highs: number[] = [row.asOf];
  for (const { collection } of aggregates) {
    if (collection.kind !== "events") continue;
    lows.push(...momentsOf(collection.window.lows, row));
    highs.push(...momentsOf(collection.window.highs, row));
  }
  const first = Math.max(...lows, Math.min(...highs) - 24 * millisPerHour);
  const last = Math.min(...highs.filter((high) => high > first), row.asOf);
  const inside = last - Math.min(millisPerHour, Math.max(2_000, Math.floor((last - first) / 2)));
  return { edges: [...new Set([...lows, ...highs])].slice(0, mostEdges), inside };
}

function momentsOf(ends: readonly WindowEnd[], row: EvaluationRow): readonly number[] {
  return ends.flatMap(({ base, offset }) => {
    const moment = evaluateExpr(base, row);
    return typeof moment === "number" ? [moment + offset] : [];
  });
}

function placeOf(edge: number, beside: number, asOf: number): string {
  const span = spanWords(Math.abs(edge - asOf));
  const place = edge === asOf ? "as_of" : `${span} ${edge < asOf ? "before" : "after"} as_of`;
  if (beside === 0) return `at ${place}`;
  return `1 ms ${beside < 0 ? "before" : "after"} ${place}`;
}
