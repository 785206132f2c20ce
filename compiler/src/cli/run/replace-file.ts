import { lstatSync, realpathSync, statSync, writeSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../failures.js";
import { describeSystemError } from "../system-error.js";

/** A file that gets its name when it is whole; until then nothing of it is seen under that name. */
export class ReplacedFile {
  readonly #target: string;
  readonly #draft: string;
  readonly #handle: FileHandle;
  #open = true;

  private constructor(target: string, draft: string, handle: FileHandle) {
    this.#target = target;
    this.#draft = draft;
    this.#handle = handle;
  }

  /** Throws a UsageError where the file cannot be written. */
  static async create(absolute: string, shown: string): Promise<ReplacedFile> {
    const target = targetOf(absolute, shown);
    const draft = join(dirname(target), `.${basename(target)}.${process.pid}.featc-partial`);
    try {
      return new ReplacedFile(target, draft, await open(draft, "w"));
    } catch (error) {
      throw new UsageError(`${shown} cannot be written: ${describeSystemError(error)}`);
    }
  }

  async write(data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done);
      done += bytesWritten;
    }
  }

  /** Overwrites bytes that have been written before. */
  writeAt(data: Uint8Array, position: number): void {
    writeSync(this.#handle.fd, data, 0, data.length, position);
  }

  async commit(): Promise<void> {
    await this.#handle.sync();
    await this.#close();
    await rename(this.#draft, this.#target);
  }

  /** Leaves what was there before. Does nothing after `commit`. */
  async discard(): Promise<void> {
    if (!this.#open) return;
    await this.#close();
    await rm(this.#draft, { force: true });
  }

  async #close(): Promise<void> {
    this.#open = false;
    await this.#handle.close();
  }
}

/** A link is followed, so that it stays a link; a device or a folder is never replaced. */
function targetOf(absolute: string, shown: string): string {
  if (lstatSync(absolute, { throwIfNoEntry: false }) === undefined) {
    if (statSync(dirname(absolute), { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new UsageError(`${shown} cannot be written: there is no folder ${dirname(shown)}`);
    }
    return absolute;
  }
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`${shown} is a link that leads nowhere`);
  if (!stats.isFile()) throw new UsageError(`${shown} is not a file`);
  return realpathSync(absolute);
}
