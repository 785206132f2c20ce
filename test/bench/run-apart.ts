import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Below node_modules, so that what is measured finds its peers. */
export const workFolder = join(root, "node_modules/.cache/featc-bench");

/** Compiles a spec with the built compiler, and bundles its module and the runtime to `NAME.mjs`. */
export async function bundleSpec(
  name: string,
  text: string,
  options: { readonly minify?: boolean } = {},
): Promise<string> {
  const api: typeof import("featc") = await import(
    pathToFileURL(join(root, "compiler/dist/index.js")).href
  );
  const { files, diagnostics } = await api.compile(
    `${name}.feat.yaml`,
    { readFile: () => text },
    api.createCaches(),
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const folder = join(workFolder, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of files) {
    if (!file.path.endsWith(".test.ts")) writeFileSync(join(folder, file.path), file.text);
  }
  const outfile = join(workFolder, `${name}.mjs`);
  await bundle(join(folder, "index.ts"), outfile, options.minify === true);
  return outfile;
}

export async function bundleSpecFile(path: string): Promise<string> {
  const name = basename(path, ".feat.yaml");
  return bundleSpec(name, readFileSync(join(root, path), "utf8"));
}

/**
 * What the program `apart/NAME.ts` prints, run in a process of its own as plain JavaScript: what a loader adds
 * to each call would be measured as well.
 */
export async function runApart<Figures>(
  name: string,
  flags: readonly string[] = [],
): Promise<Figures> {
  const outfile = await bundleApart(name);
  const text = execFileSync(process.execPath, [...flags, outfile], {
    cwd: workFolder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(text) as Figures;
}

/** The program `apart/NAME.ts` as plain JavaScript. */
export async function bundleApart(name: string): Promise<string> {
  const outfile = join(workFolder, `run-${name}.mjs`);
  await bundle(join(root, "test/bench/apart", `${name}.ts`), outfile, false);
  return outfile;
}

async function bundle(entry: string, outfile: string, minify: boolean): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify,
    format: "esm",
    platform: "node",
    target: "es2022",
    // Peers are loaded as a user loads them; the runtime is part of the bundle.
    packages: "external",
    alias: { "@featc/runtime": join(root, "runtime/dist/index.js") },
    logLevel: "error",
  });
}
