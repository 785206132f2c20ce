/** A text of a source file that stands there once, and what a mistaken author would have written. */
export interface Patch {
  /** From the root of the project. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A plausible mistake of somebody who works on the emitter or on the runtime. */
export interface SeededBug extends Patch {
  /** What it does, in words. */
  readonly name: string;
}

/** A file of the emitter. */
export const ts = (path: string): string => `compiler/src/emit/ts/${path}`;

/** A file of the runtime. */
export const runtime = (path: string): string => `runtime/src/${path}`;
