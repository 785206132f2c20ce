import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../file-host.js";
import { byCodeUnit } from "../paths.js";
import { requireFolder } from "./guard-path.js";
import { isInterrupted } from "./journal.js";
import { filesOfManifest } from "./listed-files.js";
import { changedZones } from "./kept-tzdata.js";
import { manifestName, workFolderName } from "./planned-spec.js";
import type { PlannedSpec } from "./planned-spec.js";

/** One way in which the output folder is not what the specs say. `path` is relative to it. */
export type Finding =
  | { readonly kind: "missing"; readonly path: string; readonly expected: string }
  | {
      /** `edited`: the manifest is up to date, so only a person can have changed the file. */
      readonly kind: "stale" | "edited";
      readonly path: string;
      readonly expected: string;
      readonly actual: string;
    }
  /** A file in the folder of a spec that the spec does not generate. */
  | { readonly kind: "extra"; readonly path: string; readonly actual: string }
  /** A generated folder whose spec does not exist any more. */
  | { readonly kind: "orphan"; readonly path: string }
  /** The tables of its zones are of another version of the time zone database. */
  | {
      readonly kind: "tzdata";
      readonly path: string;
      readonly zones: readonly string[];
      readonly recorded: string;
      readonly current: string;
    }
  /** A build was killed while it moved files. */
  | { readonly kind: "interrupted"; readonly path: string };

/** `allSpecs`: the specs given are all that write to the folder, so that other folders are orphans. */
export function compareOutput(
  output: string,
  specs: readonly PlannedSpec[],
  options: { readonly allSpecs: boolean },
): readonly Finding[] {
  requireFolder(output);
  const found = specs.flatMap((spec) => compareSpec(output, spec));
  const orphans = options.allSpecs ? orphanFolders(output, specs) : [];
  const interrupted: readonly Finding[] = isInterrupted(output)
    ? [{ kind: "interrupted", path: workFolderName }]
    : [];
  const zones = changedZones(output, specs).map(({ name, ...changed }): Finding => ({
    kind: "tzdata",
    path: `${name}/${manifestName}`,
    ...changed,
  }));
  return [...interrupted, ...zones, ...found, ...orphans];
}

function compareSpec(output: string, spec: PlannedSpec): readonly Finding[] {
  const folder = join(output, spec.name);
  requireFolder(folder);
  const manifest = spec.files.find((file) => file.path === manifestName);
  const upToDate = readText(join(folder, manifestName), manifestName) === manifest?.text;
  const findings: Finding[] = [];
  for (const file of [...spec.files].sort((a, b) => byCodeUnit(a.path, b.path))) {
    const path = `${spec.name}/${file.path}`;
    const actual = readText(join(folder, file.path), path);
    if (actual === undefined) findings.push({ kind: "missing", path, expected: file.text });
    else if (actual !== file.text) {
      const kind = upToDate && file.path !== manifestName ? "edited" : "stale";
      findings.push({ kind, path, expected: file.text, actual });
    }
  }
  const wanted = new Set(spec.files.map((file) => file.path));
  for (const inner of filesBelow(folder)) {
    if (wanted.has(inner)) continue;
    const path = `${spec.name}/${inner}`;
    findings.push({ kind: "extra", path, actual: readText(join(output, path), path) ?? "" });
  }
  return findings;
}

function orphanFolders(output: string, specs: readonly PlannedSpec[]): readonly Finding[] {
  if (!existsSync(output)) return [];
  const names = new Set(specs.map((spec) => spec.name));
  return readdirSync(output, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !names.has(entry.name))
    .filter((entry) => {
      const manifest = readText(join(output, entry.name, manifestName), entry.name);
      return manifest !== undefined && filesOfManifest(manifest).length > 0;
    })
    .map((entry): Finding => ({ kind: "orphan", path: entry.name }))
    .sort((a, b) => byCodeUnit(a.path, b.path));
}

/** Relative paths of all files, with `/`, in order. Symbolic links count as files. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      found.push(...filesBelow(join(folder, entry.name)).map((path) => `${entry.name}/${path}`));
    } else found.push(entry.name);
  }
  return found.sort(byCodeUnit);
}
