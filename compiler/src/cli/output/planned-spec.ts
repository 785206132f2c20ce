import type { EmittedFile } from "../../emit/text/emitted-file.js";

/** What one spec wants to have in the output folder. */
export interface PlannedSpec {
  /** Name of the spec and of its folder. */
  readonly name: string;
  readonly files: readonly EmittedFile[];
}

/** Written last: a manifest tells that all the files that it lists are there. */
export const manifestName = "manifest.json";

/** The folder inside the output folder for the lock and for files that are on their way. */
export const workFolderName = ".featc";
