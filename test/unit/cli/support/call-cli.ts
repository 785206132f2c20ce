import type { CompilerApi } from "../../../../compiler/src/cli/compiler-api.js";
import { runCli } from "../../../../compiler/src/cli/main.js";
import type { World } from "../../../../compiler/src/cli/world.js";

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  /** Default: the real one. */
  readonly compiler?: CompilerApi;
  readonly env?: World["env"];
  readonly isTerminal?: boolean;
  readonly buildId?: string;
  readonly interrupted?: AbortSignal;
  readonly onStderr?: (text: string) => void;
}

/** Runs a command line in this process and gathers what it prints. */
export async function callCli(argv: readonly string[], options: CliOptions): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  const isTerminal = options.isTerminal ?? false;
  const code = await runCli(argv, {
    cwd: options.cwd,
    env: options.env ?? {},
    stdout: { write: (text) => void (stdout += text), isTerminal, columns: 80 },
    stderr: {
      write: (text) => {
        stderr += text;
        options.onStderr?.(text);
      },
      isTerminal,
      columns: 80,
    },
    interrupted: options.interrupted ?? new AbortController().signal,
    loadCompiler: () =>
      options.compiler === undefined
        ? import("../../../../compiler/src/compile.js")
        : Promise.resolve(options.compiler),
    buildId: options.buildId,
    version: "1.2.3",
  });
  return { code, stdout, stderr };
}
