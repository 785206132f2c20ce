import { evaluateProgram } from "../interpret/evaluate-program.js";
import { readInput } from "../interpret/read-input.js";
import { defaultRow } from "../interpret/default-row.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import type { FieldContract, Program } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { sameValue } from "../types/same-value.js";

const mostRows = 4_000;

/**
 * Compares a step of two programs in every row of what it reads, where that are only so many: enums, bools and
 * ints of a small range. Undefined where there are more, or where some row tells them apart.
 */
export function sameInAllRows(a: Program, b: Program, name: string): string | undefined {
  const step = a.steps.find((one) => one.name === name);
  if (step === undefined) return undefined;
  const { fields, steps, usesAsOf, events, tables } = dependenciesOf(a, formulasOf(step));
  if (usesAsOf || events.size > 0 || tables.size > 0) return undefined;
  const contracts = fields.flatMap((field) => a.input.filter((one) => one.name === field));
  const choices = contracts.map(allValues);
  const rows = choices.reduce((count, values) => count * (values?.length ?? Infinity), 1);
  if (!(rows <= mostRows)) return undefined;
  const defaults = defaultRow(a);
  const read = readInput(a, defaults.json, defaults.asOf);
  if ("issues" in read) return undefined;
  const names = new Set([...steps.map((one) => one.name), name]);
  const [before, after] = [a, b].map((program) => ({
    ...program,
    steps: program.steps.filter((one) => names.has(one.name)),
  }));
  if (before === undefined || after === undefined) return undefined;
  for (let i = 0; i < rows; i += 1) {
    const input = { ...read.input, ...rowAt(i, contracts, choices) };
    const results = [before, after].map((program) => {
      const { rejected, steps: values } = evaluateProgram(program, input, defaults.asOf);
      return rejected === null ? (values.get(name) ?? null) : "rejected";
    });
    if (!sameValue(results[0], results[1], "strict")) return undefined;
  }
  return `the value is the same in all ${rows} rows of what it reads`;
}

/** Every value of a field; undefined where there are too many to list. */
function allValues(field: FieldContract): readonly Value[] | undefined {
  const missing: readonly Value[] = field.mayBeMissing ? [null] : [];
  switch (field.type.kind) {
    case "bool":
      return [true, false, ...missing];
    case "enum":
      return [...field.type.values, ...missing];
    case "int": {
      const { low, high } = field.range ?? { low: null, high: null };
      if (low === null || high === null || high - low > mostRows) return undefined;
      return [...Array.from({ length: high - low + 1 }, (_, i) => low + i), ...missing];
    }
    default:
      return undefined;
  }
}

function rowAt(
  index: number,
  fields: readonly FieldContract[],
  choices: readonly (readonly Value[] | undefined)[],
): Readonly<Record<string, Value>> {
  let left = index;
  return Object.fromEntries(
    fields.map(({ name }, i) => {
      const values = choices[i] ?? [null];
      const value = values[left % values.length] ?? null;
      left = Math.floor(left / values.length);
      return [name, value];
    }),
  );
}
