import { buildId, packageVersion } from "./build-info.js";
import { runCli } from "./main.js";
import type { ExitCode } from "./exit-codes.js";
import type { Output } from "./world.js";

/** Runs one command with the streams and the environment of this process. */
export async function runProcess(argv: readonly string[]): Promise<ExitCode> {
  const controller = new AbortController();
  const interrupt = (): void => {
    // A second Ctrl+C ends the process as it would without this handler.
    process.removeListener("SIGINT", interrupt);
    process.removeListener("SIGTERM", interrupt);
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  // `featc … | head` closes the pipe early; that is no failure of featc.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  try {
    return await runCli(argv, {
      cwd: process.cwd(),
      env: process.env,
      stdout: outputTo(process.stdout),
      stderr: outputTo(process.stderr),
      interrupted: controller.signal,
      loadCompiler: () => import("../compile.js"),
      buildId,
      version: packageVersion(),
    });
  } finally {
    process.removeListener("SIGINT", interrupt);
    process.removeListener("SIGTERM", interrupt);
  }
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
  };
}
