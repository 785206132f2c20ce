/** One generated file. */
export interface EmittedFile {
  /** Relative to `generated/<name>/`, with `/`. */
  readonly path: string;
  readonly text: string;
}
