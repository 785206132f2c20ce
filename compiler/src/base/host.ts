/** What the pure core needs from outside: the text of imported specs. Paths are as diagnostics show them. */
export interface Host {
  /** The text of a file, or undefined where there is none. */
  readonly readFile: (path: string) => string | undefined;
  /** Version of the platform's time zone database, such as `2025c`: tables of zones are computed from it. */
  readonly tzdata?: string;
  /** SHA-256 in hex of a text as UTF-8, where the platform has a faster one than the core's own. */
  readonly sha256?: (text: string) => string;
}
