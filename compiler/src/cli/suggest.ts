import type { RangeSuggestion } from "../compile.js";
import { checkSpec } from "./compile-specs.js";
import { findSpecs } from "./config/find-specs.js";
import { loadConfig } from "./config/load-config.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import type { ConfigFlag } from "./program.js";
import { hasErrors, reportDiagnostics } from "./report-diagnostics.js";
import { table } from "./table.js";
import type { World } from "./world.js";

interface SpecSuggestions {
  readonly spec: string;
  readonly suggestions: readonly RangeSuggestion[];
}

/** `featc suggest`. */
export async function suggest(
  world: World,
  given: readonly string[],
  flags: ConfigFlag & { readonly json?: true },
): Promise<ExitCode> {
  const paths = await findSpecs(world, given, await loadConfig(world, flags.config));
  const compiler = await world.loadCompiler();
  const results = paths.map((path) => checkSpec(compiler, world, path, compiler.createCaches()));
  const diagnostics = results.flatMap((result) => result.diagnostics);
  const specs = results.map((result, i) => ({
    spec: paths[i] ?? "",
    suggestions: compiler.suggest(result),
  }));
  await reportDiagnostics(world, diagnostics);
  world.stdout.write(
    flags.json === true ? `${JSON.stringify({ specs }, null, 2)}\n` : specs.map(print).join("\n"),
  );
  return hasErrors(diagnostics) ? exitCode.specWrong : exitCode.fine;
}

function print({ spec, suggestions }: SpecSuggestions): string {
  if (suggestions.length === 0) return `${spec}: every feature that is a number has a range\n`;
  const rows = suggestions.map(({ feature, range }) => [
    feature,
    range === null
      ? "can be as large as its type: declare ranges of the fields that it reads"
      : `range: ${range}`,
  ]);
  return [spec, ...table(rows, []).map((line) => `  ${line}`), ""].join("\n");
}
