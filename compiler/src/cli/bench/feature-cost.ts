import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EmittedFile } from "../../emit/text/emitted-file.js";
import { buildTsFile } from "../../emit/text/ts-file.js";
import { featuresModule } from "../../emit/ts/features-module.js";
import { dependenciesOf } from "../../ir/dependencies.js";
import type { Facts } from "../../ir/facts.js";
import type { Program } from "../../ir/program.js";
import { compiledFolder } from "../run/load-module.js";
import type { BenchRows } from "./bench-rows.js";
import { nanosecondsOf } from "./timing.js";
import type { Part } from "./timing.js";

/** What a feature costs where it is the only one, with everything that it reads. */
export interface FeatureCost {
  readonly feature: string;
  readonly nanoseconds: number;
}

/** Measured one by one; of more features, groups are measured first, and the dearest are taken apart. */
const mostAlone = 64;
const dearestGroups = 2;

/** The features that cost most, dearest first. */
export async function featureCosts(
  program: Program,
  facts: Facts,
  files: readonly EmittedFile[],
  rows: BenchRows,
  folder: string,
): Promise<readonly FeatureCost[]> {
  const measure = async (groups: readonly (readonly string[])[]) => {
    const others = files.filter(({ path }) => /^(input|sources)\.ts$/.test(path));
    const modules = await Promise.all(
      groups.map(async (group, i) => {
        const file = await buildTsFile(featuresModule(only(program, group), facts));
        return { path: `group_${i}.ts`, text: file.text };
      }),
    );
    const place = await compiledFolder([...others, ...modules], folder);
    const parts = await Promise.all(groups.map((_, i) => partOf(place, i, rows)));
    return nanosecondsOf(parts, rows.rows.length);
  };
  let features = program.features;
  while (features.length > mostAlone) {
    const size = Math.ceil(features.length / mostAlone);
    const groups = Array.from({ length: Math.ceil(features.length / size) }, (_, i) =>
      features.slice(i * size, (i + 1) * size),
    );
    const times = await measure(groups);
    features = groups
      .map((group, i) => ({ group, time: times.get(String(i)) ?? 0 }))
      .sort((a, b) => b.time - a.time)
      .slice(0, dearestGroups)
      .flatMap(({ group }) => group);
  }
  const times = await measure(features.map((feature) => [feature]));
  return features
    .map((feature, i) => ({ feature, nanoseconds: times.get(String(i)) ?? 0 }))
    .sort((a, b) => b.nanoseconds - a.nanoseconds);
}

async function partOf(place: string, i: number, { rows, asOf }: BenchRows): Promise<Part> {
  const { computeFeatures } = (await import(
    /* @vite-ignore */ pathToFileURL(join(place, `group_${i}.js`)).href
  )) as { readonly computeFeatures: (row: unknown, options?: object) => unknown };
  const moment = asOf === undefined ? undefined : { asOf };
  return { name: String(i), call: (row) => computeFeatures(rows[row]?.computed, moment) };
}

function only(program: Program, features: readonly string[]): Program {
  const wanted = new Set(features);
  const own = program.steps.filter(({ name }) => wanted.has(name));
  const formulas = own.flatMap(({ formula, impute }) =>
    impute === null ? [formula] : [formula, impute],
  );
  const indicated = new Set(own.map(({ indicatorOf }) => indicatorOf));
  const read = new Set(
    [...own, ...program.steps.filter(({ name }) => indicated.has(name))].flatMap((step) => [
      step,
      ...dependenciesOf(program, [step.formula, ...formulas]).steps,
    ]),
  );
  const needed = new Set(
    [...read].flatMap((step) => [
      step,
      ...dependenciesOf(
        program,
        step.impute === null ? [step.formula] : [step.formula, step.impute],
      ).steps,
    ]),
  );
  return { ...program, steps: program.steps.filter((step) => needed.has(step)), features };
}
