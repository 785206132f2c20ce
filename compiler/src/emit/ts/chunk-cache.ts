import { walk } from "../../ir/children.js";
import { formulasOf } from "../../ir/dependencies.js";
import { stepKey } from "../../ir/step-key.js";
import type { Step } from "../../ir/program.js";
import type { BodyPart } from "../text/block.js";
import type { Reference } from "./expression-scope.js";
import type { FusePlan, ModuleScope } from "./fuse.js";
import type { Imports } from "../text/imports.js";

/** The code of some steps as it was emitted, before the module adds to it. */
export interface CachedChunk {
  readonly imports: Imports;
  readonly parts: readonly BodyPart[];
  readonly results: readonly {
    readonly name: string;
    readonly code: string;
    readonly nullable: boolean;
  }[];
}

/** By everything that decides the code. */
export type ChunkCache = Map<string, CachedChunk>;

export function chunkKey(
  steps: readonly Step[],
  plan: FusePlan,
  earlier: ReadonlyMap<string, Reference>,
  { program, facts }: ModuleScope,
): string {
  const read = new Set<string>();
  for (const formula of steps.flatMap(formulasOf)) {
    walk(formula, (expr) => {
      if (expr.kind === "FeatureRef" && earlier.has(expr.name)) read.add(expr.name);
    });
  }
  const before = [...read].map((name) => [name, earlier.get(name), facts.step(name).final]);
  return JSON.stringify([
    plan.key,
    program.contractHash,
    steps.map((step) => [stepKey(step), plan.behindKey?.(step)]),
    before,
  ]);
}
