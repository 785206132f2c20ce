import type { FitStage } from "../../compile-fit.js";
import { createDiagnostic } from "../../diagnostics/registry.js";
import { Column, ColumnTooLarge } from "../../fit/column.js";
import { evaluateStatistic } from "../../fit/evaluate-statistic.js";
import { statistics } from "../../fit/statistics.table.js";
import type { FittedConstant } from "../../ir/program.js";
import { cacheFolder } from "../cache/cache-folder.js";
import { DataError, Interrupted } from "../failures.js";
import type { FitFlags } from "../program.js";
import { loadSpecModule } from "../run/load-module.js";
import { momentOf } from "../run/moment.js";
import { computeRows, parseRows } from "../run/pipeline.js";
import { createProgress } from "../run/progress.js";
import { RejectCounts } from "../run/reject-counts.js";
import type { ComputedRow, RejectedRow } from "../run/row.js";
import type { World } from "../world.js";
import type { DataSummary, Fitted, HeldColumn } from "./fitted.js";
import type { TrainingData } from "./training-data.js";

export interface StageResult {
  readonly fitted: readonly Fitted[];
  readonly data: DataSummary;
  readonly held: readonly HeldColumn[];
}

/** One pass over the data: every column of the stage, row after row. */
export async function fitColumns(
  world: World,
  stage: FitStage,
  data: TrainingData,
  flags: FitFlags,
): Promise<StageResult> {
  const { program, constants, columnOf } = stage;
  const asOf = momentOf(program, flags.asOf);
  const input = await data.pass(program);
  const module = await loadSpecModule(stage.files, cacheFolder(world.cwd, flags.cacheDir));
  const columns = columnsOf(stage);
  const rejects = new RejectCounts();
  const moments = new Moments(program.asOf, asOf);
  const progress = createProgress(world, input.share);
  let rows = 0;
  try {
    for await (const batch of input.batches) {
      if (world.interrupted.aborted) throw new Interrupted();
      const rejected: RejectedRow[] = [];
      const parsed = parseRows(batch, module, rejected);
      const computed = computeRows(parsed.rows, { module, asOf, related: [] }, rejected);
      addRows(columns, computed, stage);
      for (const row of computed) moments.add(row);
      for (const row of rejected) rejects.add(row);
      rows += batch.length;
      progress.show(rows);
    }
  } finally {
    progress.end();
  }
  return {
    fitted: constants.map((constant) =>
      fittedOf(constant, columns.get(columnOf.get(constant.name) ?? "")),
    ),
    data: {
      rows,
      rejected: rejects.rows,
      rejectReasons: rejects.top(10),
      sha256: input.sha256(),
      from: moments.first,
      to: moments.last,
    },
    held: heldBy(stage, columns),
  };
}

function columnsOf({ constants, columnOf }: FitStage): ReadonlyMap<string, Column> {
  const names = [...new Set(columnOf.values())];
  return new Map(
    names.map((name) => {
      const readers = constants.filter((one) => columnOf.get(one.name) === name);
      return [name, new Column(readers.map((one) => one.statistic))];
    }),
  );
}

function addRows(
  columns: ReadonlyMap<string, Column>,
  rows: readonly ComputedRow[],
  { constants, columnOf }: FitStage,
): void {
  for (const [name, column] of columns) {
    try {
      for (const row of rows) column.add(row.features[name] ?? null);
    } catch (error) {
      if (!(error instanceof ColumnTooLarge)) throw error;
      const constant = constants.find((one) => {
        const { holds } = statistics[one.statistic];
        return columnOf.get(one.name) === name && holds !== "nothing";
      });
      if (constant === undefined) throw error;
      const { holds, limit } = error;
      const params = { name: `fit.${constant.name}`, holds, limit };
      throw new DataError([createDiagnostic("fit/too-many-values", constant.span, params)]);
    }
  }
}

function fittedOf(constant: FittedConstant, column: Column | undefined): Fitted {
  const { count = 0, missing = 0 } = column ?? {};
  const enough = column !== undefined && count >= statistics[constant.statistic].least;
  const value = enough ? evaluateStatistic(constant.statistic, constant.parameter, column) : null;
  return { constant, value, count, missing };
}

function heldBy(
  { constants, columnOf }: FitStage,
  columns: ReadonlyMap<string, Column>,
): readonly HeldColumn[] {
  return [...columns].flatMap(([name, { values, distinct }]): readonly HeldColumn[] => {
    const span = constants.find((one) => columnOf.get(one.name) === name)?.argument.span;
    if (span === undefined || (values === null && distinct === null)) return [];
    const text = span.file.text.slice(span.start, span.end).replace(/\s+/g, " ");
    return [{ column: text, numbers: values?.length ?? 0, distinct: distinct?.size ?? 0 }];
  });
}

/** The stretch of time that the rows are from. */
class Moments {
  first: number | null;
  last: number | null;
  readonly #field: string | null;

  /** `given` is the moment of all rows, where the spec has no field for it. */
  constructor(field: string | null, given: number | undefined) {
    this.#field = field;
    this.first = given ?? null;
    this.last = given ?? null;
  }

  add(row: ComputedRow): void {
    const moment = this.#field === null ? undefined : row.input[this.#field];
    if (typeof moment !== "number") return;
    if (this.first === null || moment < this.first) this.first = moment;
    if (this.last === null || moment > this.last) this.last = moment;
  }
}
