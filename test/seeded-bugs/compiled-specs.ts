import { compile } from "../../compiler/src/compile.js";
import type { Facts } from "../../compiler/src/ir/facts.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { existsInProject, filesBelow, readProjectFile } from "../architecture/project-files.js";
import { plainModule } from "../support/plain-module.js";
import type * as emitter from "./emitted-modules.js";

/** A spec of `specs/` as the compiler of the project sees it. */
export interface CompiledSpec {
  readonly name: string;
  readonly program: Program;
  readonly facts: Facts;
  /** The generated tests. Their expected values are the interpreter's: no patch of the emitter reaches them. */
  readonly suites: ReadonlyMap<string, string>;
}

/** All specs that generate something, first the one that has all of the language. */
export async function compiledSpecs(): Promise<readonly CompiledSpec[]> {
  const paths = filesBelow("specs").filter((path) => /^specs\/[^/]+\.feat\.yaml$/.test(path));
  const specs: CompiledSpec[] = [];
  for (const path of paths) specs.push(await compiled(path));
  return specs.toSorted((a, b) => b.program.steps.length - a.program.steps.length);
}

async function compiled(path: string): Promise<CompiledSpec> {
  const { program, facts, files } = await compile(path, {
    readFile: (one) => (existsInProject(one) ? readProjectFile(one) : undefined),
  });
  if (program === undefined || facts === undefined || files.length === 0) {
    throw new Error(`${path} does not compile`);
  }
  const suites = files.filter((file) => file.path.endsWith(".test.ts"));
  return {
    name: program.name,
    program,
    facts,
    suites: new Map(suites.map((file) => [file.path, file.text])),
  };
}

/** The modules of a spec as an emitter writes them. */
export function modulesOf(
  { program, facts }: CompiledSpec,
  { emittedModules }: typeof emitter,
): ReadonlyMap<string, string> {
  const modules = emittedModules(program, facts);
  return new Map(modules.map((module) => [module.path, plainModule(module)]));
}
