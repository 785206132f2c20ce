import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { usesColour } from "./colours.js";
import type { World } from "./world.js";

/** Prints diagnostics on standard error, as annotations too where GitHub Actions shows them. */
export async function reportDiagnostics(
  world: World,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  if (diagnostics.length === 0) return;
  const { renderDiagnostics } = await import("../diagnostics/render-text.js");
  const text = renderDiagnostics(diagnostics, { colour: usesColour(world.env, world.stderr) });
  world.stderr.write(text.endsWith("\n") ? text : `${text}\n`);
  if (world.env["GITHUB_ACTIONS"] === "true") {
    const { renderGithub } = await import("../diagnostics/render-github.js");
    const annotations = renderGithub(diagnostics);
    // Workflow commands are read from standard output and error alike.
    world.stderr.write(annotations.endsWith("\n") ? annotations : `${annotations}\n`);
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
