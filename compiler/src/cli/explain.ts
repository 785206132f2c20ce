import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Facts } from "../ir/facts.js";
import type { Program, Step } from "../ir/program.js";
import { nearest } from "../diagnostics/suggest.js";
import { coloursFor } from "./colours.js";
import { checkSpec } from "./compile-specs.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { codePage, printCodePage } from "./explain/code-page.js";
import { featureReport, printFeatureReport } from "./explain/feature-report.js";
import type { FeatureReport } from "./explain/feature-report.js";
import { explainRow } from "./explain/explain-row.js";
import { UsageError } from "./failures.js";
import { shownPath } from "./paths.js";
import type { ExplainFlags } from "./program.js";
import { hasErrors, reportDiagnostics } from "./report-diagnostics.js";
import type { World } from "./world.js";

/** `featc explain`. */
export async function explain(
  world: World,
  subject: string,
  feature: string | undefined,
  flags: ExplainFlags,
): Promise<ExitCode> {
  const isSpec = /\.ya?ml$/.test(subject) || existsSync(resolve(world.cwd, subject));
  if (!isSpec) {
    if (feature !== undefined) throw new UsageError(`there is no spec ${subject}`);
    return explainCode(world, subject, flags);
  }
  const path = shownPath(world.cwd, subject);
  const { program, facts, units, diagnostics } = checkSpec(await world.loadCompiler(), world, path);
  if (hasErrors(diagnostics) || program === undefined || facts === undefined) {
    await reportDiagnostics(world, diagnostics);
    return exitCode.specWrong;
  }
  const step = stepNamed(program, feature);
  if (flags.row !== undefined)
    return explainRow(world, { program, facts, step, flags, row: flags.row });
  return explainFeature(world, { program, facts, step, unit: units.get(step.name) ?? null }, flags);
}

function explainCode(world: World, code: string, flags: ExplainFlags): ExitCode {
  const page = codePage(code);
  world.stdout.write(
    flags.json === true
      ? `${JSON.stringify(page, null, 2)}\n`
      : printCodePage(page, coloursFor(world, world.stdout)),
  );
  return exitCode.fine;
}

function explainFeature(
  world: World,
  subject: {
    readonly program: Program;
    readonly facts: Facts;
    readonly step: Step;
    readonly unit: FeatureReport["unit"];
  },
  flags: ExplainFlags,
): ExitCode {
  const report = featureReport(subject.program, subject.facts, subject.step, subject.unit);
  const json = flags.json === true;
  world.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : printFeatureReport(report));
  return exitCode.fine;
}

function stepNamed(program: Program, name: string | undefined): Step {
  const steps = [...program.steps, ...program.policy];
  const known = steps.map((step) => step.name);
  if (name === undefined) {
    throw new UsageError(`which feature of ${program.name}?`, `it has ${known.join(", ")}.`);
  }
  const step = steps.find((one) => one.name === name);
  if (step !== undefined) return step;
  const suggestion = nearest(name, known);
  throw new UsageError(
    `${program.name} has no feature ${name}`,
    suggestion === undefined ? `it has ${known.join(", ")}.` : `did you mean ${suggestion}?`,
  );
}
