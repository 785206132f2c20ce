import type { CompilerApi } from "./compiler-api.js";

/** Where text goes. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Width of the terminal, 80 where there is none. */
  readonly columns: number;
}

/** Everything of the process that a command may touch; a test brings its own. */
export interface World {
  /** Absolute; paths in messages are relative to it. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Aborted when the user interrupts the command. */
  readonly interrupted: AbortSignal;
  readonly loadCompiler: () => Promise<CompilerApi>;
  /** Changes with the compiler's code; undefined: not known, so nothing is cached on disk. */
  readonly buildId: string | undefined;
  readonly version: string;
}
