import type { Stage, StepStage } from "../../stages/infer-stages.js";
import { table } from "../table.js";

/** The stages of one spec; none where it could not be read. */
export interface SpecStages {
  readonly spec: string;
  readonly stages: readonly StepStage[];
}

/** What `check --stages --json` prints. */
export function stagesJson(specs: readonly SpecStages[]): string {
  return `${JSON.stringify({ specs: specs.map((one) => ({ ...one, totals: totals(one.stages) })) }, null, 2)}\n`;
}

/** A table for each spec, and how many steps there are of each stage. */
export function printStages(specs: readonly SpecStages[]): string {
  return specs.map((one) => `${specText(one)}\n`).join("\n");
}

function specText({ spec, stages }: SpecStages): string {
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
  return [spec, ...table([head, ...rows], []), summary].join("\n");
}

function totals(stages: readonly StepStage[]): Readonly<Record<Stage, number>> {
  const count = (stage: Stage): number => stages.filter((one) => one.stage === stage).length;
  return { batch: count("batch"), request: count("request"), mixed: count("mixed") };
}
