import { compiledSpecs, modulesOf } from "./compiled-specs.js";
import type { CompiledSpec } from "./compiled-specs.js";
import { patchedProject } from "./patched-project.js";
import type { PatchedProject } from "./patched-project.js";
import { firstFailure } from "./run-suite.js";
import type { SeededBug } from "./seeded-bug.js";

/** Which generated test fails on a program with a mistake. */
export interface Catch {
  readonly spec: string;
  readonly test: string;
  /** Of the spec, as the patched emitter writes them. */
  readonly modules: ReadonlyMap<string, string>;
  /** Those of them that the patch changes. */
  readonly changed: ReadonlySet<string>;
}

/** What became of a bug. */
export interface Outcome {
  readonly bug: SeededBug;
  /** Specs for which it makes a difference to what is generated, as far as they were looked at. */
  readonly changes: readonly string[];
  readonly caught: Catch | undefined;
}

/** Looks for bugs with the generated suites of the specs. */
export class Hunt {
  readonly #specs: readonly CompiledSpec[];
  readonly #project: PatchedProject;
  readonly #runtime: object;
  /** By the name of the spec. */
  readonly #plain: ReadonlyMap<string, ReadonlyMap<string, string>>;

  private constructor(
    specs: readonly CompiledSpec[],
    project: PatchedProject,
    runtime: object,
    plain: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ) {
    this.#specs = specs;
    this.#project = project;
    this.#runtime = runtime;
    this.#plain = plain;
  }

  static async begin(): Promise<Hunt> {
    const specs = await compiledSpecs();
    const project = await patchedProject();
    const emitter = await project.emitter();
    const plain = new Map(specs.map((spec) => [spec.name, modulesOf(spec, emitter)]));
    return new Hunt(specs, project, await project.runtime(), plain);
  }

  /** The first test of each spec that fails without any bug: there should be none. */
  async withoutBug(): Promise<ReadonlyMap<string, string | undefined>> {
    const outcomes = new Map<string, string | undefined>();
    for (const spec of this.#specs) {
      const files = new Map([...this.#modulesOf(spec), ...spec.suites]);
      outcomes.set(spec.name, await firstFailure(files, this.#runtime));
    }
    return outcomes;
  }

  /** Ends at the first test that fails. */
  async for(bug: SeededBug): Promise<Outcome> {
    const isOfRuntime = bug.file.startsWith("runtime/");
    const emitter = isOfRuntime ? undefined : await this.#project.emitter(bug);
    const runtime = isOfRuntime ? await this.#project.runtime(bug) : this.#runtime;
    const changes: string[] = [];
    for (const spec of this.#specs) {
      const plain = this.#modulesOf(spec);
      const modules = emitter === undefined ? plain : modulesOf(spec, emitter);
      const paths = [...modules.keys()].filter((path) => plain.get(path) !== modules.get(path));
      if (!isOfRuntime && paths.length === 0) continue;
      changes.push(spec.name);
      const test = await firstFailure(new Map([...modules, ...spec.suites]), runtime);
      if (test === undefined) continue;
      const changed = new Set(paths);
      return { bug, changes, caught: { spec: spec.name, test, modules, changed } };
    }
    return { bug, changes, caught: undefined };
  }

  #modulesOf(spec: CompiledSpec): ReadonlyMap<string, string> {
    return this.#plain.get(spec.name) ?? new Map();
  }
}
