import { resolve } from "node:path";
import { readInput } from "../../interpret/read-input.js";
import type { ReferenceIssue } from "../../interpret/read-input.js";
import type { Facts } from "../../ir/facts.js";
import type { Program, Step } from "../../ir/program.js";
import type { Value } from "../../types/value.js";
import { pathText } from "@featc/runtime";
import { exitCode } from "../exit-codes.js";
import type { ExitCode } from "../exit-codes.js";
import { UsageError } from "../failures.js";
import { readText } from "../file-host.js";
import type { ExplainFlags } from "../program.js";
import { momentOf } from "../run/moment.js";
import { printable } from "../terminal-text.js";
import type { World } from "../world.js";
import { policyReads } from "./policy-reads.js";
import { rowReport } from "./row-report.js";
import type { TracedPart, TracedStep } from "./row-report.js";

export interface RowSubject {
  readonly program: Program;
  readonly facts: Facts;
  readonly step: Step;
  readonly flags: ExplainFlags;
  /** A JSON file with one input. */
  readonly row: string;
}

/** `featc explain SPEC FEATURE --row FILE`: every step with its value, and where a missing one came from. */
export function explainRow(world: World, subject: RowSubject): ExitCode {
  const { program, step, flags, row } = subject;
  const [output] = policyReads(program, step).outputs;
  if (output !== undefined) {
    throw new UsageError(
      `${step.name} reads ${output}, an output of the model, which --row does not have`,
    );
  }
  const asOf = momentOf(program, flags.asOf) ?? 0;
  const read = readInput(program, readRow(world, row), asOf);
  if ("issues" in read) {
    world.stderr.write(`${row} is not an input of ${program.name}:\n`);
    for (const issue of read.issues) world.stderr.write(`  ${issueText(issue)}\n`);
    return exitCode.dataRejected;
  }
  const steps = rowReport(program, step, { input: read.input, reasons: read.reasons, asOf });
  const text = flags.json === true ? JSON.stringify(steps, null, 2) : printSteps(steps);
  world.stdout.write(`${text}\n`);
  return exitCode.fine;
}

function readRow(world: World, row: string): unknown {
  const text = readText(resolve(world.cwd, row), row);
  if (text === undefined) throw new UsageError(`there is no file ${row}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${row} is not JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

function issueText(issue: ReferenceIssue): string {
  const place = pathText(issue.path);
  return printable(`${place === "" ? "the row" : place}: ${issue.code}`);
}

export function printSteps(steps: readonly TracedStep[]): string {
  return steps
    .map((step) => {
      const treatment = step.treatment === null ? "" : `   (${step.treatment})`;
      const head = `${step.name} = ${valueText(step.value)}${treatment}`;
      return [head, ...printPart(step.formula, "  ")].join("\n");
    })
    .join("\n\n");
}

function printPart(part: TracedPart, indent: string): readonly string[] {
  // A literal says what it is.
  if (part.parts.length === 0 && part.missing === null && part.text === valueText(part.value)) {
    return [];
  }
  const why = part.missing === null ? "" : `   (${part.missing.text}: ${part.missing.reason})`;
  return [
    printable(`${indent}${part.text} = ${valueText(part.value)}${why}`),
    ...part.parts.flatMap((inner) => printPart(inner, `${indent}  `)),
  ];
}

function valueText(value: Value): string {
  return value === null ? "missing" : JSON.stringify(value);
}
