import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UsageError } from "../failures.js";
import { systemErrorCode } from "../system-error.js";
import { guardedPath, requireFolder } from "./guard-path.js";
import { workFolderName } from "./planned-spec.js";

const lockName = "lock";
const pauseMilliseconds = 20;
/** After that time a lock of another machine is taken for left behind; a build holds it for less than a second. */
const abandonedMilliseconds = 20_000;

export interface LockOptions {
  /** Milliseconds to wait for another build. */
  readonly patience: number;
}

/**
 * Runs `work` while no other featc writes to the output folder, which must exist. The lock of a build
 * that was killed is taken over.
 */
export async function withLock<T>(
  output: string,
  work: () => T,
  options: LockOptions = { patience: 30_000 },
): Promise<T> {
  const folder = join(output, workFolderName);
  const path = join(folder, lockName);
  const until = Date.now() + options.patience;
  while (!acquire(output, folder, path)) {
    if (Date.now() > until) {
      throw new UsageError(
        `another build is writing to ${output}`,
        `if there is none, delete ${path}.`,
      );
    }
    removeStale(path);
    await sleep(pauseMilliseconds);
  }
  try {
    return work();
  } finally {
    unlinkSync(path);
    removeIfEmpty(folder);
  }
}

function acquire(output: string, folder: string, path: string): boolean {
  requireFolder(output);
  requireFolder(folder);
  try {
    mkdirSync(folder, { recursive: true });
    guardedPath(output, `${workFolderName}/${lockName}`);
    writeLock(path);
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    // ENOENT: the holder of the lock removed the empty folder in between.
    if (code === "EEXIST" || code === "ENOENT") return false;
    throw error;
  }
}

/** What file systems say that have no links. */
const withoutLinks: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/** By a link, so that a lock has its owner's name from the first moment on. */
function writeLock(path: string): void {
  const draft = `${path}-${process.pid}`;
  writeFileSync(draft, `${process.pid} ${hostname()}`);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!withoutLinks.has(systemErrorCode(error) ?? "")) throw error;
    writeFileSync(path, `${process.pid} ${hostname()}`, { flag: "wx" });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two builds that find the same stale lock take turns, so that neither removes the other's fresh one. */
function removeStale(path: string): void {
  if (!isStale(path)) return;
  const turn = `${path}.takeover`;
  try {
    mkdirSync(turn);
  } catch {
    if (ageOf(turn) > abandonedMilliseconds) rmdirSync(turn);
    return;
  }
  try {
    if (isStale(path)) unlinkSync(path);
  } finally {
    rmdirSync(turn);
  }
}

function isStale(path: string): boolean {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return false;
  }
  const [pid, host] = text.split(" ");
  if (pid === undefined || host !== hostname()) return ageOf(path) > abandonedMilliseconds;
  return !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return systemErrorCode(error) !== "ESRCH";
  }
}

function ageOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs;
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // A waiting build has its lock there already, or a killed one left something for `recover`.
  }
}
