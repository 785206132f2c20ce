import { table } from "../table.js";
import { memoryText, timeText } from "./amounts.js";
import type { BudgetResult } from "./budget-check.js";
import type { ColdCost } from "./cold-process.js";
import type { FeatureCost } from "./feature-cost.js";
import type { RequestMemory } from "./request-memory.js";
import type { RowCost } from "./row-cost.js";

/** Everything that `featc bench` measured; times in nanoseconds, memory in bytes. */
export interface BenchResult {
  readonly spec: string;
  readonly rows: number;
  readonly refused: number;
  /** The file of the rows; null where they were made up by the contract. */
  readonly input: string | null;
  readonly matrix: string | null;
  readonly warm: RowCost;
  readonly rowsPerSecond: number;
  readonly cold: ColdCost;
  readonly features: readonly FeatureCost[];
  readonly memory: RequestMemory;
  readonly budget: readonly BudgetResult[];
}

const shownFeatures = 10;

export function benchText(result: BenchResult): string {
  const { spec, rows, refused, input, matrix, warm, cold } = result;
  const from = input === null ? "made up by the contract" : `of ${input}`;
  const left = refused === 0 ? "" : `, ${refused} refused and left out`;
  const target = matrix === null ? "features" : `a row of ${matrix}`;
  return (
    [
      `${spec}: ${rows} rows ${from}${left}; medians`,
      section("a row, in a warm process", [
        ["parse", timeText(warm.parse)],
        ["features", timeText(warm.features)],
        ...(warm.encode === null ? [] : [["encode", timeText(warm.encode)]]),
        [
          `record to ${target}`,
          timeText(warm.row),
          `${Math.round(result.rowsPerSecond).toLocaleString("en")} a second on one core`,
        ],
        ["allocated for it", memoryText(warm.bytes)],
      ]),
      section("a single row", [
        ["", "p50", "p99", "max"],
        ["warm process", ...[warm.latency.p50, warm.latency.p99, warm.latency.max].map(timeText)],
        ["first 200 rows", ...[cold.latency.p50, cold.latency.p99, cold.latency.max].map(timeText)],
        [
          "first row",
          timeText(cold.firstRow),
          `after ${timeText(cold.importMillis * 1e6)} of import`,
        ],
      ]),
      section(
        "features that cost most, each computed alone with all that it reads",
        result.features
          .slice(0, shownFeatures)
          .map(({ feature, nanoseconds }) => [feature, timeText(nanoseconds)]),
      ),
      memorySection(result.memory),
      ...(result.budget.length === 0 ? [] : [budgetSection(result.budget)]),
    ].join("\n\n") + "\n"
  );
}

function memorySection(memory: RequestMemory): string {
  const sources = memory.sources.map(({ source, records, isBounded, bytesPerRecord }) => [
    `${records} of ${source}`,
    memoryText(records * bytesPerRecord),
    isBounded ? `${memoryText(bytesPerRecord)} each` : "no `max_count`: as many as were seen",
  ]);
  return section("memory, records both as sent and as read", [
    ["the record", memoryText(memory.record)],
    ...sources,
    ["computing it", memoryText(memory.computed)],
    ["a request at most", memoryText(memory.request)],
    [
      `${memory.concurrency} at a time`,
      memoryText(memory.server),
      `with ${memoryText(memory.process)} of the process itself`,
    ],
  ]);
}

function budgetSection(results: readonly BudgetResult[]): string {
  return section(
    "budget",
    results.map(({ what, allowed, measured, isKept }) => {
      const text = what === "row" ? timeText : memoryText;
      return [what, text(measured), `of ${text(allowed)}`, isKept ? "kept" : "exceeded"];
    }),
  );
}

function section(title: string, rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length), 0);
  const full = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
  return [title, ...table(full, []).map((line) => `  ${line}`)].join("\n");
}
