import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { check, mutate } from "../../compiler/src/compile.js";
import type { JudgedMutant } from "../../compiler/src/compile.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { survivors } from "./survivors.table.js";

const root = fileURLToPath(new URL("../../specs", import.meta.url));

/** The specs of `specs` and `specs/published`, by their path without the ending. */
export const specNames = [".", "published"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".feat.yaml"))
    .map((name) => join(folder, name.slice(0, -".feat.yaml".length))),
);

export interface MeasuredSpec {
  readonly spec: string;
  readonly program: Program;
  readonly score: number;
  readonly mutants: readonly JudgedMutant[];
}

export async function measureSpec(spec: string): Promise<MeasuredSpec> {
  const readFile = (path: string): string | undefined => {
    const file = join(root, "..", path);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
  const checked = check(join("specs", `${spec}.feat.yaml`), { readFile });
  const result = await mutate(checked);
  if (result === undefined || checked.program === undefined) throw new Error(`${spec} is wrong`);
  return { spec, program: checked.program, ...result };
}

/** `part: mistake` of each survivor, and of each for which the table has a reason. */
export function unexplained({ spec, mutants }: MeasuredSpec): {
  readonly found: readonly string[];
  readonly explained: readonly string[];
} {
  const found = mutants
    .filter(({ verdict }) => verdict === "survived")
    .map(({ part, words }) => `${part.name}: ${words}`);
  const explained = survivors
    .filter((one) => one.spec === spec)
    .flatMap(({ part, mistakes }) => mistakes.map((words) => `${part}: ${words}`));
  return { found, explained };
}
