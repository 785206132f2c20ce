import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { exitCode } from "./exit-codes.js";
import type { ExitCode } from "./exit-codes.js";
import { UsageError } from "./failures.js";
import { readText } from "./file-host.js";
import { addScript, hasScript } from "./init/add-script.js";
import {
  attributesLine,
  attributesPath,
  scriptCommand,
  scriptName,
  starterConfig,
  starterConfigPath,
} from "./init/starter-config.js";
import { starterSpec, starterSpecPath } from "./init/starter-spec.js";
import { describeSystemError, systemErrorCode } from "./system-error.js";
import type { World } from "./world.js";

export interface InitFlags {
  readonly dir: string;
  /** Data that the starter spec is inferred from. */
  readonly from?: string;
  readonly name?: string;
}

/** `featc init`. Adds to a project and never overwrites a file of it. */
export async function init(world: World, flags: InitFlags): Promise<ExitCode> {
  const folder = resolve(world.cwd, flags.dir);
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new UsageError(`${flags.dir} is not a folder`);
  }
  const spec = await specOf(world, flags);
  const say = (line: string): void => world.stderr.write(`${line}\n`);
  try {
    say(writeNew(folder, spec.path, spec.text));
    say(addConfig(folder));
    say(addToPackage(folder));
    say(addAttributes(folder));
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    throw new UsageError(`${flags.dir} cannot be written to: ${describeSystemError(error)}`);
  }
  say("Next: npx featc build");
  return exitCode.fine;
}

async function specOf(
  world: World,
  { from, name }: InitFlags,
): Promise<{ readonly path: string; readonly text: string }> {
  if (from === undefined) {
    if (name === undefined) return { path: starterSpecPath, text: starterSpec };
    throw new UsageError(
      "--name goes with --from",
      "it names the spec that is inferred from data.",
    );
  }
  const [{ inferFromFile }, { printSpec }] = await Promise.all([
    import("./infer/infer-from-file.js"),
    import("./infer/print-spec.js"),
  ]);
  const inferred = await inferFromFile(world, from, name);
  return { path: `specs/${inferred.name}.feat.yaml`, text: printSpec(inferred) };
}

function writeNew(folder: string, path: string, text: string): string {
  const absolute = join(folder, path);
  mkdirSync(dirname(absolute), { recursive: true });
  try {
    writeFileSync(absolute, text, { flag: "wx" });
    return `wrote ${path}`;
  } catch (error) {
    if (systemErrorCode(error) !== "EEXIST") throw error;
    return `left ${path} as it is`;
  }
}

function addConfig(folder: string): string {
  const others = ["json", "yml", "ts", "js", "mjs"].map((extension) => `featc.config.${extension}`);
  const found = others.find((name) => existsSync(join(folder, name)));
  return found === undefined
    ? writeNew(folder, starterConfigPath, starterConfig)
    : `left ${found} as it is`;
}

function addToPackage(folder: string): string {
  const text = readText(join(folder, "package.json"), "package.json");
  if (text === undefined) return "found no package.json: call featc with npx featc";
  if (hasScript(text, scriptName)) {
    return `left the script ${scriptName} of package.json as it is`;
  }
  const added = addScript(text, scriptName, scriptCommand);
  if (added === undefined) {
    return `package.json was left alone; add the script "${scriptName}": "${scriptCommand}" yourself`;
  }
  writeFileSync(join(folder, "package.json"), added);
  return `added the script ${scriptName} to package.json`;
}

function addAttributes(folder: string): string {
  const text = readText(join(folder, attributesPath), attributesPath);
  if (text === undefined) return writeNew(folder, attributesPath, `${attributesLine}\n`);
  if (text.split(/\r?\n/).includes(attributesLine)) return `left ${attributesPath} as it is`;
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  writeFileSync(join(folder, attributesPath), `${text}${gap}${attributesLine}\n`);
  return `added generated/** to ${attributesPath}`;
}
