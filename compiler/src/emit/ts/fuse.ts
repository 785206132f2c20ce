import { internalError } from "../../base/assert.js";
import type { Facts } from "../../ir/facts.js";
import type { Expr, TableRef } from "../../ir/nodes.js";
import type { Program, Step } from "../../ir/program.js";
import { NameScope } from "../names.js";
import { Block } from "../text/block.js";
import { fieldReference } from "./expression-scope.js";
import type { ExpressionScope, Reference } from "./expression-scope.js";
import { dropUnused, identifierCounts } from "./identifiers.js";
import { chunkKey } from "./chunk-cache.js";
import type { ChunkCache } from "./chunk-cache.js";
import { emitPasses, orderedEvents } from "./aggregates/emit-passes.js";
import { schedule } from "./aggregates/schedule.js";
import type { Schedule } from "./aggregates/schedule.js";
import type { Value } from "./emission.js";
import { sourceNames } from "./source-parameters.js";
import { Imports } from "../text/imports.js";
import type { ModuleConstants } from "./module-constants.js";
import { stepComment } from "./step-words.js";
import { emitStep } from "./step-value.js";

/** Features of one function: V8 optimises functions of this size best, and none that are very large. */
export const chunkSize = 64;

/** What the code of a module is made with. */
export interface ModuleScope {
  readonly program: Program;
  readonly facts: Facts;
  readonly imports: Imports;
  readonly constants: ModuleConstants;
  /** Left out: every chunk is emitted anew. */
  readonly chunks?: ChunkCache;
}

/** The value of a step inside its function, and whether TypeScript takes it for nullable. */
export interface StepResult {
  readonly step: Step;
  readonly code: string;
  readonly nullable: boolean;
}

export interface FusedFunction {
  readonly steps: readonly StepResult[];
  readonly block: Block;
  /** Of the parameters and other names that its code may use, those that it does. */
  readonly uses: (name: string) => boolean;
}

export interface FusePlan {
  /** Tells the functions of one module from those of another. */
  readonly key: string;
  /** What `behind` adds for a step; part of what its code depends on. */
  readonly behindKey?: (step: Step) => string;
  /** In dependency order; an indicator stands behind its feature. */
  readonly steps: readonly Step[];
  /** Names that the functions' parameters have. */
  readonly parameters: readonly string[];
  /** Where a function finds the value of a step that an earlier one computed. */
  readonly earlier: (result: StepResult) => Reference;
  /** More statements behind a step's; the scope finds every value so far. */
  readonly behind?: (result: StepResult, scope: ExpressionScope, block: Block) => void;
}

/** The steps as the bodies of functions, each a sequence of constants that share what they compute. */
export function fuse(plan: FusePlan, module: ModuleScope): readonly FusedFunction[] {
  const earlier = new Map<string, Reference>();
  const timetable = schedule(plan.steps, module.program, module.facts);
  return chunksOf(timetable.steps).map((steps) => {
    const fused = cachedChunk(steps, plan, earlier, module, timetable);
    for (const result of fused.steps) earlier.set(result.step.name, plan.earlier(result));
    return fused;
  });
}

/** Runs of steps with at most `chunkSize` features. */
export function chunksOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const chunks: Step[][] = [];
  let features = chunkSize;
  for (const step of steps) {
    const isLed = step.role === "indicator";
    if (!isLed && features >= chunkSize) {
      chunks.push([]);
      features = 0;
    }
    chunks.at(-1)?.push(step);
    features++;
  }
  return chunks;
}

/** As `fuseChunk`, but once for the same steps, contract and facts. */
function cachedChunk(
  steps: readonly Step[],
  plan: FusePlan,
  earlier: ReadonlyMap<string, Reference>,
  module: ModuleScope,
  timetable: Schedule,
): FusedFunction {
  if (module.chunks === undefined) return fuseChunk(steps, plan, earlier, module, timetable);
  const key = chunkKey(steps, plan, earlier, module);
  const known = module.chunks.get(key);
  if (known !== undefined) {
    module.imports.add(known.imports);
    const block = Block.of(known.parts);
    const byName = new Map(steps.map((step) => [step.name, step]));
    const results = known.results.map(({ name, code, nullable }): StepResult => {
      const step = byName.get(name) ?? internalError(`a chunk without ${name}`);
      return { step, code, nullable };
    });
    return { steps: results, block, uses: usage(block) };
  }
  const imports = new Imports();
  const asked = module.constants.asked;
  const fused = fuseChunk(steps, plan, earlier, { ...module, imports }, timetable);
  module.imports.add(imports);
  // Constants of a module are named in the order in which its code asks for them.
  if (module.constants.asked === asked) {
    module.chunks.set(key, {
      imports,
      parts: [...fused.block.parts],
      results: fused.steps.map(({ step, code, nullable }) => ({ name: step.name, code, nullable })),
    });
  }
  return fused;
}

function fuseChunk(
  steps: readonly Step[],
  plan: FusePlan,
  earlier: ReadonlyMap<string, Reference>,
  module: ModuleScope,
  timetable: Schedule,
): FusedFunction {
  const { program } = module;
  const names = new NameScope([...plan.parameters, ...sourceNames(program)]);
  const locals = new Map(steps.map((step) => [step.name, names.take(step.name)]));
  const known = new Map<string, Reference>(earlier);
  const results: StepResult[] = [];
  const block = new Block();
  const resolve = resolver(program, (name) => known.get(name));
  const computed = new Map<Expr, Value>();
  const shared = {
    facts: module.facts,
    program,
    math: program.math,
    computed,
    ordered: orderedEvents(names, block, module.imports),
    imports: module.imports,
    constants: module.constants,
    names,
    resolve,
  };
  const localOf = (step: Step): string =>
    locals.get(step.name) ?? internalError(`no local for ${step.name}`);
  let depth = 0;
  for (const [i, step] of steps.entries()) {
    if (step.indicatorOf !== null) continue;
    for (; depth < timetable.depthOf(step); depth++) {
      emitPasses(steps, depth + 1, timetable, { ...shared, subject: step.name }, block);
    }
    const next = steps[i + 1];
    const indicator = next?.indicatorOf === step.name ? next : undefined;
    const scope: ExpressionScope = { ...shared, subject: step.name };
    const value = localOf(step);
    block.blank().comment(stepComment(step));
    const nullable = emitStep(
      step,
      { value, indicator: indicator === undefined ? null : localOf(indicator) },
      scope,
      block,
    );
    const done: StepResult[] = [{ step, code: value, nullable }];
    if (indicator !== undefined) {
      done.push({ step: indicator, code: localOf(indicator), nullable: false });
    }
    for (const result of done) {
      known.set(result.step.name, { text: result.code, nullable: result.nullable });
      results.push(result);
    }
    for (const result of done) plan.behind?.(result, scope, block);
  }
  return { steps: results, block, uses: usage(block) };
}

/** Finds fields in `input`, the moment in `options` or in its field, and steps where `stepNamed` has them. */
export function resolver(
  program: Program,
  stepNamed: (name: string) => Reference | undefined,
): ExpressionScope["resolve"] {
  return (ref) => {
    switch (ref.kind) {
      case "FieldRef":
        return fieldReference(program.input, "input", ref.path);
      case "AsOf":
        return program.asOf === null
          ? { text: "options.asOf", nullable: false }
          : fieldReference(program.input, "input", [program.asOf]);
      case "FeatureRef":
        return stepNamed(ref.name) ?? internalError(`${ref.name} is not computed yet`);
      case "TableRef":
        return tableReference(program, ref);
      case "OutputRef":
        return internalError("an output of the model is read outside the policy");
    }
  };
}

/** A field of the record, which is null where the table has none. */
function tableReference(program: Program, { table: name, path }: TableRef): Reference {
  if (path.length === 0) return { text: name, nullable: true };
  const table = program.tables.find((candidate) => candidate.name === name);
  const inside = fieldReference(table?.fields ?? [], name, path);
  return { ...inside, requires: [name, ...(inside.requires ?? [])] };
}

/** Which names a body reads; what nothing reads is dropped when it is complete. */
export function usage(block: Block): (name: string) => boolean {
  let counts: Map<string, number> | undefined;
  return (name) => {
    if (counts === undefined) {
      dropUnused(block);
      counts = identifierCounts(block.parts);
    }
    return counts.has(name);
  };
}
