import type { Program, Step } from "../ir/program.js";
import { ReadsOfProgram } from "./reads.js";
import type { Reads } from "./reads.js";

/**
 * When a value can be computed. `batch`: before the request, from events and tables, the entity that they are of
 * and the moment. `request`: from the request alone. `mixed`: it needs both.
 */
export type Stage = "batch" | "request" | "mixed";

export interface StepStage {
  readonly step: string;
  readonly role: Step["role"];
  readonly stage: Stage;
  /** Events and tables that it reads, also through other steps. */
  readonly sources: readonly string[];
  /** The fields that say whose events and records they are: what a value computed in batch is stored by. */
  readonly entity: readonly string[];
  /** The other fields of the request that it reads, without the moment of the prediction. */
  readonly fields: readonly string[];
}

/** The stage of every let, feature and indicator, in dependency order. */
export function inferStages(program: Program): readonly StepStage[] {
  const reads = new ReadsOfProgram(program);
  return program.steps.map((step) => ({
    step: step.name,
    role: step.role,
    ...stageOf(program, reads.ofStep(step)),
  }));
}

/**
 * Reading the moment does not make a value one of the request: windows are always as of a moment, and a batch is
 * computed as of one too. A value that reads the moment alone needs no history, and is left to the request.
 */
export function stageOf(program: Program, reads: Reads): Omit<StepStage, "step" | "role"> {
  const entity = new Set(
    [...program.events, ...program.tables]
      .filter(({ name }) => reads.sources.has(name))
      .map(({ on }) => on),
  );
  const fields = [...reads.fields].filter((field) => !entity.has(field) && field !== program.asOf);
  const stage = reads.sources.size === 0 ? "request" : fields.length === 0 ? "batch" : "mixed";
  return { stage, sources: [...reads.sources], entity: [...entity], fields };
}
