import { readDate, readTimestamp } from "../formula/read-date.js";
import type { DefaultRow } from "../interpret/default-row.js";
import type { Program } from "../ir/program.js";
import type { DataAst, ExampleAst } from "../spec/ast.js";
import type { Type } from "../types/type.js";
import type { Value } from "../types/value.js";

/** A record in the producer's form, and the moment of the prediction. */
export interface TestRow {
  readonly json: Readonly<Record<string, unknown>>;
  readonly asOf: number;
}

/** The default row with the fields of `given` in place. */
export function exampleRow(program: Program, example: ExampleAst, defaults: DefaultRow): TestRow {
  const json: Record<string, unknown> = { ...defaults.json };
  let { asOf } = defaults;
  for (const { name, value } of example.given) {
    const given = jsonOfData(value);
    const field = program.input.find((candidate) => candidate.name === name.value);
    if (field !== undefined) json[field.key] = given;
    if (name.value === "as_of" || name.value === program.asOf) {
      const moment = typeof given === "string" ? readTimestamp(given) : undefined;
      if (moment !== undefined && "millis" in moment) asOf = moment.millis;
      if (program.asOf !== null && name.value === "as_of") {
        const asOfField = program.input.find((candidate) => candidate.name === program.asOf);
        if (asOfField !== undefined) json[asOfField.key] = given;
      }
    }
  }
  return { json, asOf };
}

/** YAML data as the JSON value that it stands for. */
export function jsonOfData(data: DataAst): unknown {
  switch (data.kind) {
    case "scalar":
      return data.value;
    case "list":
      return data.items.map(jsonOfData);
    case "map":
      return Object.fromEntries(
        data.entries.map(({ key, value }) => [key.value, jsonOfData(value)]),
      );
  }
}

/** An expected value as a value of the language: dates and timestamps are written as text. */
export function constantOfData(data: DataAst, type: Type): Value | undefined {
  if (data.kind === "list") {
    const items = data.items.map((item) => constantOfData(item, { kind: "number" }));
    return items.some((item) => item === undefined) ? undefined : (items as readonly Value[]);
  }
  if (data.kind !== "scalar") return undefined;
  const { value } = data;
  if (typeof value === "string" && type.kind === "date") {
    const reading = readDate(value);
    return "days" in reading ? reading.days : undefined;
  }
  if (typeof value === "string" && type.kind === "timestamp") {
    const reading = readTimestamp(value);
    return "millis" in reading ? reading.millis : undefined;
  }
  return typeof value === "number" ? value + 0 : value;
}
