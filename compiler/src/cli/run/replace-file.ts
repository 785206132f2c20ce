import { lstatSync, mkdirSync, realpathSync, statSync, writeSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../failures.js";
import { describeSystemError, systemErrorCode } from "../system-error.js";

/** A file that gets its name when it is whole; until then nothing of it is seen under that name. */
export class ReplacedFile {
  readonly #shown: string;
  readonly #target: string;
  readonly #draft: string;
  readonly #handle: FileHandle;
  #open = true;

  private constructor(shown: string, target: string, draft: string, handle: FileHandle) {
    this.#shown = shown;
    this.#target = target;
    this.#draft = draft;
    this.#handle = handle;
  }

  /** Makes the folder where there is none. Throws a UsageError where the file cannot be written. */
  static async create(absolute: string, shown: string): Promise<ReplacedFile> {
    try {
      const target = targetOf(absolute, shown);
      const draft = join(dirname(target), `.${basename(target)}.${process.pid}.featc-partial`);
      mkdirSync(dirname(target), { recursive: true });
      return new ReplacedFile(shown, target, draft, await open(draft, "w"));
    } catch (error) {
      throw unwritable(shown, error);
    }
  }

  /** Where the file is until it is whole, for an engine that writes it itself. */
  get draft(): string {
    return this.#draft;
  }

  /** Throws a UsageError where the disk is full. */
  write(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
    try {
      for (let done = 0; done < bytes.length;) {
        done += writeSync(this.#handle.fd, bytes, done, bytes.length - done);
      }
    } catch (error) {
      throw unwritable(this.#shown, error);
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

function unwritable(shown: string, error: unknown): unknown {
  if (systemErrorCode(error) === undefined) return error;
  return new UsageError(`${shown} cannot be written: ${describeSystemError(error)}`);
}

/** A link is followed, so that it stays a link; a device or a folder is never replaced. */
function targetOf(absolute: string, shown: string): string {
  if (lstatSync(absolute, { throwIfNoEntry: false }) === undefined) return absolute;
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`${shown} is a link that leads nowhere`);
  if (!stats.isFile()) throw new UsageError(`${shown} is not a file`);
  return realpathSync(absolute);
}
