/** What the pure core needs from outside: the text of imported specs. Paths are as diagnostics show them. */
export interface Host {
  /** The text of a file, or undefined where there is none. */
  readonly readFile: (path: string) => string | undefined;
}
