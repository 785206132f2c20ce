import type { CheckResult } from "../../compile.js";
import { inferStages } from "../../stages/infer-stages.js";
import type { Stage, StepStage } from "../../stages/infer-stages.js";
import { splitProgram } from "../../stages/split-program.js";
import { hasErrors } from "../report-diagnostics.js";
import { table } from "../table.js";
import { printable } from "../terminal-text.js";

/** The stages of one spec; none where it could not be read. */
export interface SpecStages {
  readonly spec: string;
  readonly stages: readonly StepStage[];
  /** What a batch would compute: features, lets that others read, and parts of mixed formulas. */
  readonly stored: readonly { readonly name: string; readonly formula: string }[];
  /** Events and tables that the request needs nevertheless. */
  readonly readByRequest: readonly string[];
}

/** A spec with errors is not split. */
export function specStages(
  spec: string,
  { program, facts, diagnostics }: Pick<CheckResult, "program" | "facts" | "diagnostics">,
): SpecStages {
  const stages = program === undefined ? [] : inferStages(program);
  const isWhole = program !== undefined && facts !== undefined && !hasErrors(diagnostics);
  const split = isWhole ? splitProgram(program, facts) : undefined;
  if (split === undefined) return { spec, stages, stored: [], readByRequest: [] };
  const names = new Set(split.batch.features);
  const { events, tables } = split.remainder;
  return {
    spec,
    stages,
    stored: split.batch.steps
      .filter(({ name }) => names.has(name))
      .map(({ name, text }) => ({ name, formula: text.replace(/\s+/g, " ") })),
    readByRequest: [...events, ...tables].map(({ name }) => name),
  };
}

/** What `check --stages --json` prints. */
export function stagesJson(specs: readonly SpecStages[]): string {
  return `${JSON.stringify({ specs: specs.map((one) => ({ ...one, totals: totals(one.stages) })) }, null, 2)}\n`;
}

/** A table for each spec, and how many steps there are of each stage. */
export function printStages(specs: readonly SpecStages[]): string {
  return specs.map((one) => `${specText(one)}\n`).join("\n");
}

function specText({ spec, stages, stored, readByRequest }: SpecStages): string {
  const head = ["step", "role", "stage", "sources", "entity", "other fields"];
  const rows = stages.map((one) => [
    one.step,
    one.role,
    one.stage,
    one.sources.join(", "),
    one.entity.join(", "),
    one.fields.join(", "),
  ]);
  const { batch, request, mixed } = totals(stages);
  const summary = `${batch} batch, ${request} request, ${mixed} mixed`;
  const split = stored.map(({ name, formula }) => [`  ${name}`, printable(formula)]);
  return [
    spec,
    ...table([head, ...rows], []),
    summary,
    ...(stored.length === 0 ? [] : ["computed before the request:", ...table(split, [])]),
    ...(readByRequest.length === 0 || stored.length === 0
      ? []
      : [`still read by the request: ${readByRequest.join(", ")}`]),
  ].join("\n");
}

function totals(stages: readonly StepStage[]): Readonly<Record<Stage, number>> {
  const count = (stage: Stage): number => stages.filter((one) => one.stage === stage).length;
  return { batch: count("batch"), request: count("request"), mixed: count("mixed") };
}
