import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EmittedFile } from "../../emit/text/emitted-file.js";
import { readText } from "../file-host.js";
import { guardedPath, requireFolder } from "./guard-path.js";
import { applyJournal, journalName, recover } from "./journal.js";
import type { Journal } from "./journal.js";
import { listedFiles } from "./listed-files.js";
import { withLock } from "./lock.js";
import { manifestName, workFolderName } from "./planned-spec.js";
import type { PlannedSpec } from "./planned-spec.js";

export interface Published {
  readonly name: string;
  /** Relative to the output folder. */
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
}

/**
 * Brings the output folder (absolute) to what the specs want. Each spec changes as a whole or not at
 * all: its new files are staged beside the old ones, the change is written down, then the files are
 * renamed one by one, the manifest last. A build that is killed on the way is completed by the next one.
 * Files that are as they should be keep their modification time; files that no manifest lists stay.
 */
export async function publish(
  output: string,
  specs: readonly PlannedSpec[],
): Promise<readonly Published[]> {
  requireFolder(output);
  mkdirSync(output, { recursive: true });
  return withLock(output, () => {
    recover(output);
    return specs.map((spec, index) => publishSpec(output, spec, index));
  });
}

function publishSpec(output: string, spec: PlannedSpec, index: number): Published {
  const wanted = new Set(spec.files.map((file) => file.path));
  const changed = manifestLast(spec.files).filter((file) => {
    const path = guardedPath(output, `${spec.name}/${file.path}`);
    return readText(path, path) !== file.text;
  });
  const deletes = listedFiles(output, spec.name)
    .filter((path) => !wanted.has(path))
    .map((path) => `${spec.name}/${path}`)
    .filter((path) => readText(guardedPath(output, path), path) !== undefined);
  const journal: Journal = {
    moves: changed.map((file, at) => ({ from: String(at), to: `${spec.name}/${file.path}` })),
    deletes,
  };
  if (changed.length > 0 || deletes.length > 0) {
    const stage = join(output, workFolderName, `stage-${process.pid}-${index}`);
    stageFiles(stage, changed, journal);
    applyJournal(output, stage, journal);
  }
  return { name: spec.name, changed: journal.moves.map((move) => move.to), deleted: deletes };
}

function stageFiles(stage: string, files: readonly EmittedFile[], journal: Journal): void {
  mkdirSync(stage, { recursive: true });
  files.forEach((file, at) => writeFileSync(join(stage, String(at)), file.text));
  // The change is decided when the journal has its name, which it gets when it is whole.
  const draft = join(stage, `${journalName}.new`);
  writeFileSync(draft, JSON.stringify(journal));
  renameSync(draft, join(stage, journalName));
}

function manifestLast(files: readonly EmittedFile[]): readonly EmittedFile[] {
  const isManifest = (file: EmittedFile): boolean => file.path === manifestName;
  return [...files.filter((file) => !isManifest(file)), ...files.filter(isManifest)];
}
