import { statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { FSWatcher } from "chokidar";

/** Editors write a file in several steps; a change counts when nothing more has come for that long. */
const quietMilliseconds = 50;
/** What the system needs to watch a path that was added later. */
const settleMilliseconds = 100;
/** The clock of a file system may run that much behind. */
const clockMilliseconds = 20;

/** Waits for changes of files, also of those that happen while it is getting ready. */
export class FileWatcher {
  readonly #onError: (message: string) => void;
  readonly #paths = new Set<string>();
  readonly #knownTimes = new Set<string>();
  #watcher: FSWatcher | undefined;
  #changed = false;
  #wake: () => void = () => undefined;

  constructor(onError: (message: string) => void) {
    this.#onError = onError;
  }

  /** Watches files and folders (absolute) from now on; `since`: changes after that moment count already. */
  async follow(paths: readonly string[], since: number): Promise<void> {
    const added = paths.filter((path) => !this.#paths.has(path));
    for (const path of added) this.#paths.add(path);
    if (this.#watcher === undefined) await this.#start();
    else if (added.length > 0) {
      this.#watcher.add([...added]);
      await sleep(settleMilliseconds);
    }
    if ([...this.#paths].some((path) => this.#changedSince(path, since))) this.#notice();
  }

  /** Ends with the next change, at once where there has been one since the last call. */
  async nextChange(ended: Promise<"ended">): Promise<"changed" | "ended"> {
    const changed = new Promise<"changed">((resolve) => {
      this.#wake = () => resolve("changed");
      if (this.#changed) resolve("changed");
    });
    const result = await Promise.race([changed, ended]);
    if (result === "changed") await sleep(quietMilliseconds);
    this.#changed = false;
    return result;
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
  }

  async #start(): Promise<void> {
    const { watch } = await import("chokidar");
    const watcher = watch([...this.#paths], {
      ignoreInitial: true,
      atomic: quietMilliseconds,
      ignored: (path) => /[\\/](?:node_modules|\.git)(?:[\\/]|$)/.test(path),
    });
    this.#watcher = watcher;
    watcher.on("all", (_event, path) => {
      if (isSource(path)) this.#notice();
    });
    // Without a listener an error of the operating system would end the process.
    watcher.on("error", (error) =>
      this.#onError(error instanceof Error ? error.message : String(error)),
    );
    await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  }

  #notice(): void {
    this.#changed = true;
    this.#wake();
  }

  /** Each time of a file counts once, so that one from the future does not wake the watcher for ever. */
  #changedSince(path: string, since: number): boolean {
    const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (time < since - clockMilliseconds) return false;
    const key = `${path}\0${time}`;
    if (this.#knownTimes.has(key)) return false;
    this.#knownTimes.add(key);
    return true;
  }
}

function isSource(path: string): boolean {
  return /\.ya?ml$|featc\.config\.[a-z]+$|package\.json$/.test(path);
}
