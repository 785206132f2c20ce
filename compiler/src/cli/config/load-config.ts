import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../failures.js";
import { readText } from "../file-host.js";
import { shownPath } from "../paths.js";
import type { World } from "../world.js";
import type { Config } from "./config.js";
import { readConfig } from "./read-config.js";

const fileNames = [
  "featc.config.json",
  "featc.config.yaml",
  "featc.config.yml",
  "featc.config.ts",
  "featc.config.js",
  "featc.config.mjs",
];

/** The configuration of the working folder, or of the file that `--config` names. */
export async function loadConfig(world: World, explicit?: string): Promise<Config> {
  const path = explicit === undefined ? findConfig(world) : resolve(world.cwd, explicit);
  if (path !== null) {
    const shown = shownPath(world.cwd, path);
    return { ...readConfig(await readData(path, shown), shown), folder: dirname(path), path };
  }
  const packagePath = join(world.cwd, "package.json");
  const section = packageSection(packagePath);
  const shown = section === undefined ? "featc.config" : "package.json#featc";
  const values = readConfig(section, shown);
  return { ...values, folder: world.cwd, path: section === undefined ? null : packagePath };
}

function findConfig(world: World): string | null {
  const found = fileNames.map((name) => join(world.cwd, name)).filter((path) => existsSync(path));
  if (found.length > 1) {
    const names = found.map((path) => shownPath(world.cwd, path)).join(" and ");
    throw new UsageError(`there are ${names}; keep one of them`);
  }
  return found[0] ?? null;
}

async function readData(path: string, shown: string): Promise<unknown> {
  const text = readText(path, shown);
  if (text === undefined) throw new UsageError(`there is no configuration file ${shown}`);
  if (path.endsWith(".json")) return parseJson(text, shown);
  if (path.endsWith(".yaml") || path.endsWith(".yml")) return parseYaml(text, shown);
  return importModule(path, shown);
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${shown} is not JSON: ${messageOf(error)}`);
  }
}

async function parseYaml(text: string, shown: string): Promise<unknown> {
  const { parseYamlConfig } = await import("./parse-yaml.js");
  try {
    return parseYamlConfig(text);
  } catch (error) {
    throw new UsageError(`${shown} is not YAML: ${messageOf(error)}`);
  }
}

/** A fresh copy each time, so that `--watch` sees a changed configuration. */
async function importModule(path: string, shown: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  try {
    const jiti = createJiti(path, { moduleCache: false, interopDefault: false });
    const module = await jiti.import(path);
    if (typeof module === "object" && module !== null && "default" in module) return module.default;
    throw new Error("it has no default export");
  } catch (error) {
    throw new UsageError(`${shown} could not be loaded: ${messageOf(error)}`);
  }
}

function packageSection(path: string): unknown {
  const text = readText(path, "package.json");
  if (text === undefined) return undefined;
  const data = parseJson(text, "package.json");
  return typeof data === "object" && data !== null && "featc" in data ? data.featc : undefined;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
