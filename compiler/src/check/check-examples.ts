import { readInput } from "../interpret/read-input.js";
import type { ReferenceIssue } from "../interpret/read-input.js";
import { evaluateProgram } from "../interpret/evaluate-program.js";
import { nearest } from "../diagnostics/suggest.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import { printValue } from "../ir/print-value.js";
import type { Program, Step, TableSource } from "../ir/program.js";
import type { DataAst, ExampleAst } from "../spec/ast.js";
import { readRelated, usualRecords } from "../prove/related.js";
import { exampleRow } from "../testgen/example-row.js";
import type { DefaultRow } from "../interpret/default-row.js";
import { expectationHolds, printExpectation } from "./expectation.js";
import type { CheckContext } from "./context.js";

/** Runs every example through the interpreter. */
export function checkExamples(context: CheckContext, defaults: DefaultRow): void {
  for (const step of context.program.steps) {
    for (const example of step.examples) checkExample(step, example, context, defaults);
  }
}

function checkExample(
  step: Step,
  example: ExampleAst,
  context: CheckContext,
  defaults: DefaultRow,
): void {
  const { program, collector } = context;
  if (!givenNamesFields(example, context)) return;
  const row = exampleRow(program, example, defaults);
  const read = readInput(program, row.json);
  const expect = example.expect.value;
  if ("issues" in read) {
    if (expect.kind === "rejected") return;
    const first = read.issues[0];
    collector.report("example/rejected", example.span, {
      name: step.name,
      why: first === undefined ? "it is rejected" : whyRefused(first),
    });
    return;
  }
  const { steps } = dependenciesOf(program, formulasOf(step));
  const sources = readRelated(program, row.related, usualRecords(program, defaults));
  if (sources === undefined) {
    if (expect.kind === "rejected") return;
    collector.report("example/rejected", example.span, {
      name: step.name,
      why: "a record of its events or tables is refused by its contract",
    });
    return;
  }
  const result = evaluateProgram(
    { ...program, steps: [...steps, step] },
    read.input,
    row.asOf,
    sources,
  );
  const actual = result.rejected === null ? (result.steps.get(step.name) ?? null) : "rejected";
  if (expectationHolds(expect, result, step)) return;
  collector.report("example/fails", example.expect.span, {
    name: step.name,
    expected: printExpectation(expect),
    actual:
      result.rejected === null
        ? printValue(actual === "rejected" ? null : actual, step.type)
        : "rejected",
    steps: printSteps(program, step, read.input, result.steps),
  });
}

const whyOf: Readonly<Record<ReferenceIssue["code"], string>> = {
  missing: "is not there",
  unknown: "is no field of the input",
  type: "is of another type",
  range: "is outside its range",
  enum: "is none of the values",
  pattern: "does not fit the pattern",
  length: "has another length",
  constraint: "does not hold",
  outside: "is outside its range",
  cell: "does not fit the matrix",
  malformed: "is no JSON",
  not_an_object: "is no record",
  limit: "has too many problems",
};

function whyRefused({ code, path, constraint }: ReferenceIssue): string {
  return `${constraint === undefined ? path.join(".") : `the constraint ${constraint}`} ${whyOf[code]}`;
}

function givenNamesFields(example: ExampleAst, context: CheckContext): boolean {
  const { program, collector } = context;
  const known = program.input.map((field) => field.name);
  let valid = true;
  for (const { name, value } of example.given) {
    if (name.value === "as_of" || known.includes(name.value)) continue;
    if (name.value === "events" || name.value === "tables") {
      valid = givenRecords(name.value, value, context) && valid;
      continue;
    }
    valid = false;
    collector.report("name/not-a-field", name.span, {
      name: name.value,
      where: "`given`",
      suggestion: nearest(name.value, known),
    });
  }
  return valid;
}

/** Under `events` stands a list of maps for each source, under `tables` a map or null. */
function givenRecords(
  section: "events" | "tables",
  data: DataAst,
  { program, collector }: CheckContext,
): boolean {
  const wanted =
    section === "events"
      ? "a map of sources and lists of events, `{ payments: [{ amount: 1 }] }`"
      : "a map of tables and records, `{ bureau: { score: 1 } }`";
  const entries = data.kind === "map" ? data.entries : undefined;
  if (entries === undefined) {
    collector.report("example/records", data.span, { section, wanted });
    return false;
  }
  const sources: readonly TableSource[] = program[section];
  let valid = true;
  for (const { key, value } of entries) {
    const source = sources.find(({ name }) => name === key.value);
    const records = value.kind === "list" ? value.items : [value];
    const fits =
      section === "events"
        ? value.kind === "list" && records.every(({ kind }) => kind === "map")
        : value.kind === "map" || (value.kind === "scalar" && value.value === null);
    if (source === undefined) {
      const names = sources.map(({ name }) => name);
      const suggestion = nearest(key.value, names);
      const params = { name: key.value, suggestion, known: names.join(", ") };
      collector.report("name/unknown", key.span, params);
    } else if (!fits) collector.report("example/records", value.span, { section, wanted });
    else valid = records.every((record) => namesFields(record, source, collector)) && valid;
    if (source === undefined || !fits) valid = false;
  }
  return valid;
}

function namesFields(
  data: DataAst,
  source: TableSource,
  collector: CheckContext["collector"],
): boolean {
  const known = source.fields.map(({ name }) => name);
  const keys = data.kind === "map" ? data.entries.map(({ key }) => key) : [];
  const unknown = keys.filter((key) => !known.includes(key.value));
  for (const { value: name, span } of unknown) {
    const suggestion = nearest(name, known);
    collector.report("source/no-field", span, {
      name,
      owner: source.name,
      where: "`given`",
      suggestion,
    });
  }
  return unknown.length === 0;
}

/** What the formula was made from, so that a wrong example can be seen at once. */
function printSteps(
  program: Program,
  step: Step,
  input: Readonly<Record<string, unknown>>,
  values: ReadonlyMap<string, unknown>,
): string {
  const { fields, steps } = dependenciesOf(program, [step.formula]);
  const ofFields = fields.map((name) => `${name} ${JSON.stringify(input[name] ?? null)}`);
  const ofSteps = steps
    .filter(({ name }) => name !== step.name)
    .map(({ name }) => `${name} ${JSON.stringify(values.get(name) ?? null)}`);
  const made = [...ofFields, ...ofSteps];
  return made.length === 0 ? "the formula reads nothing" : `from ${made.slice(0, 6).join(", ")}`;
}
