import { randomUUID } from "node:crypto";
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { findSpecs } from "./config/find-specs.js";
import { loadConfig } from "./config/load-config.js";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { CompilerBug, UsageError } from "./failures.js";
import { readText } from "./file-host.js";
import { formatSpec } from "./fmt/format-spec.js";
import type { Formatted } from "./fmt/format-spec.js";
import type { ConfigFlag } from "./program.js";
import { describeSystemError } from "./system-error.js";
import type { World } from "./world.js";

/** `featc fmt`. */
export async function fmt(
  world: World,
  given: readonly string[],
  flags: ConfigFlag & { readonly check?: true },
): Promise<ExitCode> {
  const paths = await findSpecs(world, given, await loadConfig(world, flags.config));
  let wrong = false;
  for (const path of paths) {
    const absolute = resolve(world.cwd, path);
    const text = readText(absolute, path) ?? "";
    const formatted = format(path, text);
    if (formatted.kind === "unreadable") {
      world.stderr.write(`${path} has errors and was left alone; featc check shows them\n`);
      wrong = true;
    } else if (formatted.text !== text) {
      if (flags.check === true) {
        world.stderr.write(`${path} is not formatted\n`);
        wrong = true;
      } else {
        replace(absolute, path, formatted.text);
        world.stderr.write(`formatted ${path}\n`);
      }
    }
  }
  if (wrong && flags.check === true) world.stderr.write("To repair: npx featc fmt\n");
  return wrong ? exitCode.specWrong : exitCode.fine;
}

function format(path: string, text: string): Formatted {
  try {
    return formatSpec(path, text);
  } catch (error) {
    throw new CompilerBug(path, error);
  }
}

/** Whole or not at all, with the permissions that the file had; a link stays a link. */
function replace(absolute: string, path: string, text: string): void {
  const target = realpathSync(absolute);
  const draft = `${target}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: statSync(target).mode });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new UsageError(`${path} cannot be written: ${describeSystemError(error)}`);
  }
}
