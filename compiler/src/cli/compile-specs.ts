import type { CompileResult, CompilerCaches } from "../compile.js";
import { createDiagnostic } from "../diagnostics/registry.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { EmittedFile } from "../emit/text/emitted-file.js";
import type { BuildCache } from "./cache/build-cache.js";
import type { CompilerApi } from "./compiler-api.js";
import { CompilerBug, Interrupted, UsageError } from "./failures.js";
import { createFileHost } from "./file-host.js";
import { spanOfName } from "./name-span.js";
import { hasErrors } from "./report-diagnostics.js";
import type { World } from "./world.js";

/** One spec of a build. */
export interface CompiledSpec {
  readonly path: string;
  /** Undefined where the spec could not be read as far as its name. */
  readonly name: string | undefined;
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** The spec and what it imports, as paths that messages show. */
  readonly reads: readonly string[];
  readonly milliseconds: number;
}

/** Keeps the compiler's caches of each spec between the cycles of `--watch`. */
export interface CompileSession {
  readonly cache: BuildCache;
  readonly cachesOf: Map<string, CompilerCaches>;
}

/** Compiles the specs one after the other; problems of all of them are in the result. */
export async function compileSpecs(
  world: World,
  paths: readonly string[],
  session: CompileSession,
): Promise<readonly CompiledSpec[]> {
  const compiled: CompiledSpec[] = [];
  for (const path of paths) {
    if (world.interrupted.aborted) throw new Interrupted();
    compiled.push(await compileSpec(world, path, session));
  }
  return refuseEqualNames(world.cwd, compiled);
}

async function compileSpec(
  world: World,
  path: string,
  session: CompileSession,
): Promise<CompiledSpec> {
  const start = performance.now();
  const host = createFileHost(world.cwd);
  if (host.readFile(path) === undefined) throw new UsageError(`there is no spec ${path}`);
  const known = session.cache.find(path, host.readFile);
  if (known !== undefined) {
    const reads = [...host.reads.keys()];
    return { path, ...known, reads, milliseconds: performance.now() - start };
  }
  const compiler = await world.loadCompiler();
  const caches = session.cachesOf.get(path) ?? compiler.createCaches();
  session.cachesOf.set(path, caches);
  const result = await guarded(path, () => compiler.compile(path, host, caches));
  const name = result.program?.name;
  if (!hasErrors(result.diagnostics) && name !== undefined) {
    const { files, diagnostics } = result;
    session.cache.keep(path, { name, files, diagnostics }, host.reads);
  }
  return {
    path,
    name,
    files: result.files,
    diagnostics: result.diagnostics,
    reads: [...host.reads.keys()],
    milliseconds: performance.now() - start,
  };
}

/** What the compiler throws is a bug of featc; the message says which spec it was working on. */
export async function guarded(
  path: string,
  compile: () => Promise<CompileResult>,
): Promise<CompileResult> {
  try {
    return await compile();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new CompilerBug(path, error);
  }
}

export function checkSpec(
  compiler: CompilerApi,
  world: World,
  path: string,
  caches?: CompilerCaches,
): ReturnType<CompilerApi["check"]> & { readonly reads: readonly string[] } {
  const host = createFileHost(world.cwd);
  if (host.readFile(path) === undefined) throw new UsageError(`there is no spec ${path}`);
  try {
    return { ...compiler.check(path, host, caches), reads: [...host.reads.keys()] };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new CompilerBug(path, error);
  }
}

/** Names that differ only by case are one folder on some systems: they count as equal. */
function refuseEqualNames(cwd: string, specs: readonly CompiledSpec[]): readonly CompiledSpec[] {
  const firstOf = new Map<string, CompiledSpec>();
  return specs.map((spec) => {
    if (spec.name === undefined) return spec;
    const first = firstOf.get(spec.name.toLowerCase());
    if (first === undefined) {
      firstOf.set(spec.name.toLowerCase(), spec);
      return spec;
    }
    const other = { span: spanOfName(cwd, first.path), text: "the first one" };
    const clash = createDiagnostic(
      "emit/duplicate-name",
      spanOfName(cwd, spec.path),
      { name: spec.name, otherPath: first.path },
      { related: [other] },
    );
    return { ...spec, files: [], diagnostics: [...spec.diagnostics, clash] };
  });
}
