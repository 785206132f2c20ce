import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { Program } from "../../ir/program.js";
import type { FitFlags } from "../program.js";
import { readingEngine } from "../run/choose-engine.js";
import { openInput } from "../run/open-input.js";
import type { RawBatches } from "../run/raw-row.js";
import { inputShape } from "../run/record-shape.js";
import type { World } from "../world.js";

/** The records of a file of training data, as often as constants need a pass over them. */
export interface TrainingData {
  readonly pass: (program: Program) => Promise<Pass>;
  readonly end: () => void;
}

export interface Pass {
  /** In the order of the data. */
  readonly batches: RawBatches;
  /** How much has been read, from 0 to 1. */
  readonly share: () => number;
  /** Of the data; asked for when all have been read. */
  readonly sha256: () => string;
}

/** Opens nothing before the first pass: a spec with errors reads no data. */
export async function trainingData(world: World, flags: FitFlags): Promise<TrainingData> {
  if (readingEngine(world, flags.engine, flags.data) === "node") return nodeData(world, flags.data);
  return (await import("./duckdb-data.js")).duckdbData(world, flags.data);
}

function nodeData(world: World, shown: string): TrainingData {
  return {
    pass: (program) => {
      const hash = createHash("sha256");
      const absolute = resolve(world.cwd, shown);
      const input = openInput(absolute, shown, inputShape(program), (chunk) => hash.update(chunk));
      return Promise.resolve({
        batches: input.batches,
        share: () => input.bytesRead() / Math.max(1, input.bytes),
        sha256: () => hash.digest("hex"),
      });
    },
    end: () => undefined,
  };
}
