import { resolve } from "node:path";
import { readInput } from "../../interpret/read-input.js";
import { readEvents, readTableRecord } from "../../interpret/read-source.js";
import type { SourceData } from "../../interpret/source-data.js";
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
  const json = readRow(world, row);
  const parts = hasParts(json, program) ? json : { input: json };
  const read = readInput(program, parts.input, asOf);
  if ("issues" in read) {
    world.stderr.write(`${row} is not an input of ${program.name}:\n`);
    for (const issue of read.issues) world.stderr.write(`  ${issueText(issue)}\n`);
    return exitCode.dataRejected;
  }
  const sources = readSources(program, parts);
  if ("issues" in sources) {
    world.stderr.write(`${row} has records that ${program.name} does not admit:\n`);
    for (const issue of sources.issues) world.stderr.write(`  ${issueText(issue)}\n`);
    return exitCode.dataRejected;
  }
  const { input, reasons } = read;
  const steps = rowReport(program, step, { input, reasons, asOf, sources: sources.data });
  const text = flags.json === true ? JSON.stringify(steps, null, 2) : printSteps(steps);
  world.stdout.write(`${text}\n`);
  return exitCode.fine;
}

interface RowParts {
  readonly input: unknown;
  readonly events?: unknown;
  readonly tables?: unknown;
}

/** `{ "input": …, "events": { "payments": […] }, "tables": { "bureau": … } }`, or the input alone. */
function hasParts(json: unknown, { events, tables, input }: Program): json is RowParts {
  if (events.length + tables.length === 0 || typeof json !== "object" || json === null)
    return false;
  const isField = input.some(({ key }) => key === "input");
  const keys = Object.keys(json);
  return !isField && keys.includes("input") && keys.every((key) => parts.has(key));
}

const parts: ReadonlySet<string> = new Set(["input", "events", "tables"]);

/** The records of each source; of one that is not given there are none. */
function readSources(
  program: Program,
  given: RowParts,
): { readonly data: SourceData } | { readonly issues: readonly ReferenceIssue[] } {
  const events: Record<string, SourceData["events"][string]> = {};
  const tables: Record<string, SourceData["tables"][string]> = {};
  for (const source of program.events) {
    const read = readEvents(program, source, memberOf(given.events, source.name) ?? []);
    if ("issues" in read) return { issues: within(source.name, read.issues) };
    events[source.name] = read.events;
  }
  for (const source of program.tables) {
    const read = readTableRecord(program, source, memberOf(given.tables, source.name));
    if ("issues" in read) return { issues: within(source.name, read.issues) };
    tables[source.name] = read.record;
  }
  return { data: { events, tables } };
}

function memberOf(json: unknown, name: string): unknown {
  if (typeof json !== "object" || json === null || !Object.hasOwn(json, name)) return undefined;
  return (json as Readonly<Record<string, unknown>>)[name];
}

function within(name: string, issues: readonly ReferenceIssue[]): readonly ReferenceIssue[] {
  return issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }));
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
  const missing = part.missing === null ? "" : `   (${part.missing.text}: ${part.missing.reason})`;
  const counted = part.elements === undefined ? "" : `   (of ${part.elements})`;
  const why = `${counted}${missing}`;
  return [
    printable(`${indent}${part.text} = ${valueText(part.value)}${why}`),
    ...part.parts.flatMap((inner) => printPart(inner, `${indent}  `)),
  ];
}

function valueText(value: Value): string {
  return value === null ? "missing" : JSON.stringify(value);
}
