import type { FitProvenance, Program, Step } from "../../ir/program.js";
import type { Value } from "../../types/value.js";
import { jsonForm } from "../run/output-value.js";

/** A fitted constant that a formula reads, with its value and where it comes from. */
export interface FittedReport {
  readonly name: string;
  readonly formula: string;
  readonly description: string | null;
  /** JSON form. */
  readonly value: Value;
  /** Rows whose value took part, and rows where it was missing. */
  readonly values: number | null;
  readonly missing: number | null;
  readonly from: FitProvenance | null;
}

/** The constants that the formulas of a step read, also through functions. */
export function fittedReports(program: Program, step: Step): readonly FittedReport[] {
  return program.fits
    .filter(({ readBy }) => readBy.includes(step.name))
    .map((constant) => ({
      name: `fit.${constant.name}`,
      formula: constant.text,
      description: constant.description ?? null,
      value: jsonForm(constant.value, constant.type),
      values: constant.counts?.present ?? null,
      missing: constant.counts?.missing ?? null,
      from: program.fitProvenance,
    }));
}

/** `fit.income_median = 42000, median(income) of 990 values (10 missing)`, and the data that they are of. */
export function printFittedReports(reports: readonly FittedReport[]): readonly string[] {
  const from = reports[0]?.from;
  if (reports.length === 0) return [];
  return [
    "  fitted",
    ...reports.map((one) => {
      const counts =
        one.values === null ? "" : ` of ${one.values} values (${one.missing ?? 0} missing)`;
      const formula = one.formula.replace(/\s+/g, " ");
      return `    ${one.name} = ${short(JSON.stringify(one.value))}, ${formula}${counts}`;
    }),
    ...(from === null || from === undefined ? [] : [`    ${provenanceText(from)}`]),
  ];
}

function provenanceText({ path, data }: FitProvenance): string {
  const time = data.from === null ? "" : `, ${data.from} to ${data.to ?? data.from}`;
  return `from ${data.file}, ${data.rows} rows (${data.rejected} rejected)${time}; kept in ${path}`;
}

const widest = 60;

function short(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest)}…`;
}
