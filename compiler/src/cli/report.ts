import { join, resolve } from "node:path";
import type { CheckResult, Judgement, Totals } from "../compile.js";
import { checkSpec } from "./compile-specs.js";
import type { CompilerApi } from "./compiler-api.js";
import { findSpecs } from "./config/find-specs.js";
import { loadConfig } from "./config/load-config.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { UsageError } from "./failures.js";
import type { ConfigFlag } from "./program.js";
import { hasErrors, reportDiagnostics } from "./report-diagnostics.js";
import { ReplacedFile } from "./run/replace-file.js";
import type { World } from "./world.js";

export interface ReportFlags extends ConfigFlag {
  readonly out: string;
  readonly json?: true;
}

/** A page about one spec. */
interface Page {
  readonly spec: string;
  readonly name: string;
  readonly html: string;
  readonly checked: CheckResult;
  readonly judgements: readonly Judgement[];
  readonly totals: Totals;
  readonly errors: number;
}

/**
 * `featc report`: a page for each spec that can be read, also where it has errors, and a list of them where there
 * are several.
 */
export async function report(
  world: World,
  given: readonly string[],
  flags: ReportFlags,
): Promise<ExitCode> {
  const paths = await findSpecs(world, given, await loadConfig(world, flags.config));
  const compiler = await world.loadCompiler();
  const results = paths.map((path) => checkSpec(compiler, world, path, compiler.createCaches()));
  const pages = results.flatMap((checked, i) => pageOf(compiler, checked, paths[i] ?? ""));
  refuseEqualNames(pages);
  const files = pages.map(({ name, html }) => ({ file: join(flags.out, `${name}.html`), html }));
  if (pages.length > 1) {
    files.push({ file: join(flags.out, "index.html"), html: listOf(compiler, pages) });
  }
  for (const { file, html } of files) await write(world, file, html);
  const diagnostics = results.flatMap((result) => result.diagnostics);
  await reportDiagnostics(world, diagnostics);
  world.stdout.write(
    flags.json === true
      ? `${JSON.stringify({ specs: pages.map((page) => printed(page, flags.out)) }, null, 2)}\n`
      : files.map(({ file }) => `wrote ${file}\n`).join(""),
  );
  return hasErrors(diagnostics) ? exitCode.specWrong : exitCode.fine;
}

function pageOf(compiler: CompilerApi, checked: CheckResult, spec: string): readonly Page[] {
  // No time stands in a report, so that the same spec gives the same bytes.
  const judgements = compiler.judge(checked, () => 0);
  const html = compiler.report(checked, judgements);
  const { program, diagnostics } = checked;
  if (html === undefined || program === undefined) return [];
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const totals = compiler.totalsOf(judgements);
  return [{ spec, name: program.name, html, checked, judgements, totals, errors }];
}

/** Names of specs are checked to be names of files too. */
function refuseEqualNames(pages: readonly Page[]): void {
  const specs = new Map<string, string>([["index", "the list of reports"]]);
  for (const { name, spec } of pages) {
    const other = specs.get(name);
    if (other !== undefined) throw new UsageError(`${spec} and ${other} are both named ${name}`);
    specs.set(name, spec);
  }
}

function listOf(compiler: CompilerApi, pages: readonly Page[]): string {
  return compiler.indexPage(
    pages.map(({ name, checked, judgements, errors }) => ({
      name,
      description: checked.program?.description ?? null,
      file: `${name}.html`,
      judgements,
      errors,
    })),
  );
}

function printed({ spec, name, totals, errors }: Page, out: string) {
  return { spec, file: join(out, `${name}.html`), totals, errors };
}

async function write(world: World, shown: string, html: string): Promise<void> {
  const file = await ReplacedFile.create(resolve(world.cwd, shown), shown);
  try {
    file.write(html);
    await file.commit();
  } finally {
    await file.discard();
  }
}
