import { nearest } from "../../diagnostics/suggest.js";
import { UsageError } from "../failures.js";
import { defaultOutput, defaultSpecs } from "./config.js";

const keys = ["specs", "output"];

export interface ConfigValues {
  readonly specs: readonly string[];
  readonly output: string;
}

/** Checks the data of a configuration; `shown` is the file that messages name. */
export function readConfig(data: unknown, shown: string): ConfigValues {
  if (data === null || data === undefined) return { specs: defaultSpecs, output: defaultOutput };
  if (typeof data !== "object" || Array.isArray(data)) {
    throw new UsageError(`${shown} must hold an object with the keys specs and output`);
  }
  const given = new Map<string, unknown>(Object.entries(data));
  for (const key of given.keys()) {
    if (keys.includes(key)) continue;
    const suggestion = nearest(key, keys);
    throw new UsageError(
      `${shown} has the key ${JSON.stringify(key)}, which featc does not know`,
      suggestion === undefined ? `the keys are ${keys.join(", ")}.` : `did you mean ${suggestion}?`,
    );
  }
  return {
    specs: readSpecs(given.get("specs"), shown),
    output: readOutput(given.get("output"), shown),
  };
}

function readSpecs(value: unknown, shown: string): readonly string[] {
  if (value === undefined) return defaultSpecs;
  const list: unknown = typeof value === "string" ? [value] : value;
  if (!Array.isArray(list) || list.length === 0 || !list.every(isFilledText)) {
    throw new UsageError(
      `${shown}: specs must be a list of paths or globs, such as ["specs/*.feat.yaml"]`,
    );
  }
  return list;
}

function readOutput(value: unknown, shown: string): string {
  if (value === undefined) return defaultOutput;
  if (!isFilledText(value)) throw new UsageError(`${shown}: output must be the path of a folder`);
  return value;
}

function isFilledText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && !value.includes("\0");
}
