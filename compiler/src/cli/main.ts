import { CommanderError } from "commander";
import { coloursFor } from "./colours.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { CompilerBug, DataError, Interrupted, UsageError } from "./failures.js";
import { createProgram } from "./program.js";
import { reportDiagnostics } from "./report-diagnostics.js";
import type { World } from "./world.js";

/** Runs one command line (without `node featc`) and says how it ended. Never throws. */
export async function runCli(argv: readonly string[], world: World): Promise<ExitCode> {
  let result: ExitCode = exitCode.fine;
  const program = createProgram(world, (code) => {
    result = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return result;
  } catch (error) {
    return reportFailure(world, error, argv.includes("--debug"));
  }
}

async function reportFailure(world: World, error: unknown, debug: boolean): Promise<ExitCode> {
  const colours = coloursFor(world, world.stderr);
  if (error instanceof CommanderError) {
    // commander has printed its message already; help and version are no mistakes.
    return error.exitCode === 0 ? exitCode.fine : exitCode.callWrong;
  }
  if (error instanceof UsageError) {
    world.stderr.write(`${colours.red(colours.bold("error"))}: ${error.message}\n`);
    if (error.hint !== undefined) world.stderr.write(`Hint: ${error.hint}\n`);
    return exitCode.callWrong;
  }
  if (error instanceof DataError) {
    await reportDiagnostics(world, error.diagnostics);
    return exitCode.dataRejected;
  }
  if (error instanceof Interrupted) return exitCode.interrupted;
  reportBug(world, error, debug);
  return exitCode.bug;
}

function reportBug(world: World, error: unknown, debug: boolean): void {
  const colours = coloursFor(world, world.stderr);
  const message = error instanceof Error ? error.message : String(error);
  const place = error instanceof CompilerBug ? ` while working on ${error.specPath}` : "";
  const cause = error instanceof CompilerBug ? error.cause : error;
  const stack = cause instanceof Error ? (cause.stack ?? message) : message;
  world.stderr.write(
    `${colours.red(colours.bold("bug in featc"))}: ${message}\n` +
      `featc ${world.version} failed${place}; that is not your mistake.\n` +
      `Please report it, with the spec if you can share it${debug ? "" : " and what --debug prints"}.\n`,
  );
  if (debug) world.stderr.write(`${stack}\n`);
}
