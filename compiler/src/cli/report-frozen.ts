import { join } from "node:path";
import { assertNever } from "../base/assert.js";
import { spanOf } from "../base/source.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { createDiagnostic } from "../diagnostics/registry.js";
import { coloursFor } from "./colours.js";
import type { Finding } from "./output/compare.js";
import { unifiedDiff } from "./output/unified-diff.js";
import { shownPath } from "./paths.js";
import { reportDiagnostics } from "./report-diagnostics.js";
import type { BuildFlags } from "./program.js";
import type { World } from "./world.js";

/** Lines of diff for one file; CI logs are read by people. */
const diffLinesPerFile = 40;
const filesWithDiff = 10;

/** Prints what `build --frozen` found, with diffs and the command that repairs it. */
export async function reportFrozen(
  world: World,
  output: string,
  findings: readonly Finding[],
  flags: BuildFlags,
): Promise<void> {
  const folder = shownPath(world.cwd, output);
  const diagnostics = findings.map((finding) => diagnosticOf(finding, folder));
  if (flags.json === true) {
    const { jsonDiagnostic } = await import("../diagnostics/render-json.js");
    const upToDate = findings.length === 0;
    const result = { output: folder, upToDate, diagnostics: diagnostics.map(jsonDiagnostic) };
    world.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  }
  if (findings.length === 0) {
    world.stderr.write(`${folder} is up to date\n`);
    return;
  }
  await reportDiagnostics(world, diagnostics);
  printDiffs(world, folder, findings);
  const out = flags.out === undefined ? "" : ` --out ${flags.out}`;
  const orphans = findings.filter((finding) => finding.kind === "orphan");
  const removals = orphans.map((orphan) => ` && rm -r ${join(folder, orphan.path)}`).join("");
  world.stderr.write(`To repair: npx featc build${out}${removals}\n`);
}

function printDiffs(world: World, folder: string, findings: readonly Finding[]): void {
  const colours = coloursFor(world, world.stderr);
  const different = findings.flatMap((finding) =>
    finding.kind === "stale" || finding.kind === "edited" ? [finding] : [],
  );
  for (const { path, actual, expected } of different.slice(0, filesWithDiff)) {
    const shown = `${folder}/${path}`;
    const diff = unifiedDiff(actual, expected, {
      oldName: `${shown} (on disk)`,
      newName: `${shown} (generated)`,
      maxLines: diffLinesPerFile,
    });
    const painted = diff.split("\n").map((line) => {
      if (line.startsWith("+")) return colours.green(line);
      if (line.startsWith("-")) return colours.red(line);
      return line;
    });
    world.stderr.write(painted.join("\n"));
  }
  const left = different.length - filesWithDiff;
  if (left > 0) world.stderr.write(`… and ${left} more files differ\n`);
}

function diagnosticOf(finding: Finding, folder: string): Diagnostic {
  const path = `${folder}/${finding.path}`;
  const span = spanOf({ path, text: "" }, 0, 0);
  switch (finding.kind) {
    case "missing":
      return createDiagnostic("emit/not-generated", span, { path });
    case "stale":
      return createDiagnostic("emit/stale", span, { path });
    case "edited":
      return createDiagnostic("emit/edited", span, { path });
    case "extra":
      return createDiagnostic("emit/extra-file", span, { path });
    case "orphan":
      return createDiagnostic("emit/orphan-folder", span, { path });
    case "tzdata":
      return createDiagnostic("emit/other-tzdata", span, {
        path,
        zones: finding.zones,
        recorded: finding.recorded,
        current: finding.current,
      });
    case "interrupted":
      return createDiagnostic("emit/interrupted", span, { path: folder });
    default:
      return assertNever(finding);
  }
}
