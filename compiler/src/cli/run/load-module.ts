import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { EmittedFile } from "../../emit/text/emitted-file.js";
import type { SpecModule } from "./spec-module.js";

/**
 * Where generated TypeScript stands as JavaScript: its types are stripped, the runtime is the one that
 * belongs to this compiler, and the JavaScript is kept in `folder` under the hash of its text.
 */
export async function compiledFolder(
  files: readonly EmittedFile[],
  folder: string,
): Promise<string> {
  const runtime = pathToFileURL(createRequire(import.meta.url).resolve("@featc/runtime")).href;
  const sources = files.filter(({ path }) => path.endsWith(".ts") && !path.endsWith(".test.ts"));
  const hash = createHash("sha256")
    .update(JSON.stringify([runtime, sources.map(({ path, text }) => [path, text])]))
    .digest("hex");
  const place = join(folder, "run", hash);
  if (!existsSync(place)) await writeModules(place, sources, runtime);
  return place;
}

/** Imports generated TypeScript. */
export async function loadSpecModule(
  files: readonly EmittedFile[],
  folder: string,
): Promise<SpecModule> {
  const place = await compiledFolder(files, folder);
  const load = async (name: string): Promise<Readonly<Record<string, unknown>>> => {
    return (await import(/* @vite-ignore */ pathToFileURL(join(place, name)).href)) as Readonly<
      Record<string, unknown>
    >;
  };
  const { safeParseInput } = await load("input.js");
  const { computeFeatures } = await load("features.js");
  const has = (file: string): boolean => files.some(({ path }) => path === file);
  const matrices = has("matrix.ts") ? await load("matrix.js") : {};
  const related = has("sources.ts") ? await load("sources.js") : {};
  // The emitters give these modules exactly this shape.
  return { safeParseInput, computeFeatures, matrices, sources: related } as unknown as SpecModule;
}

async function writeModules(
  place: string,
  sources: readonly EmittedFile[],
  runtime: string,
): Promise<void> {
  const { ts } = await import("ts-morph");
  const draft = `${place}.${randomUUID()}`;
  mkdirSync(draft, { recursive: true });
  try {
    writeFileSync(join(draft, "package.json"), '{ "type": "module" }\n');
    for (const { path, text } of sources) {
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
        },
      });
      const linked = outputText.replaceAll(
        'from "@featc/runtime"',
        `from ${JSON.stringify(runtime)}`,
      );
      writeFileSync(join(draft, path.replace(/\.ts$/, ".js")), linked);
    }
    try {
      renameSync(draft, place);
    } catch (error) {
      // Another run was faster: its modules are the same.
      if (!existsSync(place)) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
