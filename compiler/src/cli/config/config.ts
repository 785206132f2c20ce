/** What `featc.config.*` or `package.json#featc` says, with the defaults filled in. */
export interface Config {
  /** Globs and paths, relative to `folder`. */
  readonly specs: readonly string[];
  /** Relative to `folder`. */
  readonly output: string;
  /** The folder of the configuration file, or the working folder. Absolute. */
  readonly folder: string;
  /** Absolute path of the file, null where there is none. */
  readonly path: string | null;
}

export const defaultSpecs: readonly string[] = ["specs/*.feat.yaml"];
export const defaultOutput = "generated";
