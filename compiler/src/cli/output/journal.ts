import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { guardedPath, isInnerPath } from "./guard-path.js";
import { workFolderName } from "./planned-spec.js";

/**
 * A change to the output folder that has been decided. It exists on the disk before the first file is
 * moved; from then on the change is only ever completed, by this process or by the next build.
 */
export interface Journal {
  /** Staged files by name, in the order in which they are moved; `to` is relative to the output folder. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Relative to the output folder; deleted before the last move. */
  readonly deletes: readonly string[];
}

export const journalName = "journal.json";

/** Completes a change. May be called again for one that is half done. */
export function applyJournal(output: string, stage: string, journal: Journal): void {
  const lastMoves = journal.moves.slice(-1);
  for (const move of journal.moves.slice(0, -1)) moveStaged(output, stage, move);
  for (const path of journal.deletes) rmSync(guardedPath(output, path), { force: true });
  for (const move of lastMoves) moveStaged(output, stage, move);
  // Without its journal the folder means nothing any more, whatever else is still in it.
  rmSync(join(stage, journalName), { force: true });
  rmSync(stage, { recursive: true, force: true });
}

function moveStaged(output: string, stage: string, move: Journal["moves"][number]): void {
  const from = join(stage, move.from);
  if (!existsSync(from)) return;
  const target = guardedPath(output, move.to);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(from, target);
}

/** Completes what killed builds had decided and removes what they had only begun. Needs the lock. */
export function recover(output: string): void {
  removeLockDrafts(join(output, workFolderName));
  for (const stage of stageFolders(output)) {
    const journal = readJournal(stage);
    if (journal === undefined) rmSync(stage, { recursive: true, force: true });
    else applyJournal(output, stage, journal);
  }
}

/** A build was killed while it moved files: the output folder is complete only after the next one. */
export function isInterrupted(output: string): boolean {
  return stageFolders(output).some((stage) => existsSync(join(stage, journalName)));
}

/** Of builds that were killed, or that are trying to get the lock: those write theirs again. */
function removeLockDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^lock-\d+$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

function stageFolders(output: string): readonly string[] {
  const folder = join(output, workFolderName);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith("stage-"))
    .map((entry) => join(folder, entry.name))
    .sort();
}

function readJournal(stage: string): Journal | undefined {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(join(stage, journalName), "utf8"));
  } catch {
    return undefined;
  }
  return isJournal(data) ? data : undefined;
}

function isJournal(data: unknown): data is Journal {
  if (typeof data !== "object" || data === null) return false;
  if (!("moves" in data) || !("deletes" in data)) return false;
  const { moves, deletes } = data;
  return (
    Array.isArray(moves) &&
    moves.every((move: unknown) => isMove(move)) &&
    Array.isArray(deletes) &&
    deletes.every((path: unknown) => typeof path === "string" && isInnerPath(path))
  );
}

function isMove(move: unknown): boolean {
  if (typeof move !== "object" || move === null || !("from" in move) || !("to" in move))
    return false;
  const { from, to } = move;
  return (
    typeof from === "string" && /^\d+$/.test(from) && typeof to === "string" && isInnerPath(to)
  );
}
