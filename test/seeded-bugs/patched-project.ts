import { filesBelow, readProjectFile } from "../architecture/project-files.js";
import { loadScript, scriptsOf } from "../support/script-modules.js";
import type { Loaded, Texts } from "../support/script-modules.js";
import type * as emitter from "./emitted-modules.js";
import type { Patch } from "./seeded-bug.js";

/** The emitter and the runtime, in memory, with or without a patch. */
export interface PatchedProject {
  readonly emitter: (patch?: Patch) => Promise<typeof emitter>;
  readonly runtime: (patch?: Patch) => Promise<object>;
}

const emitterEntry = "test/seeded-bugs/emitted-modules.ts";
const runtimeEntry = "runtime/src/index.ts";

/** Reads the sources of the project once; nothing is written. */
export async function patchedProject(): Promise<PatchedProject> {
  const paths = [...filesBelow("compiler/src"), ...filesBelow("runtime/src"), emitterEntry];
  const sources = new Map(
    paths
      .filter((path) => path.endsWith(".ts") && !path.startsWith("compiler/src/cli/"))
      .map((path) => [path, readProjectFile(path)]),
  );
  const plain = await scriptsOf(sources);
  const runtime = loadScript(runtimeEntry, plain, new Map());
  // Nothing below the emitter imports it, so what lies below is the same for all patches.
  const below: Loaded = new Map([["@featc/runtime", runtime]]);
  loadScript(emitterEntry, plain, below);
  for (const path of below.keys()) {
    if (path === emitterEntry || path.startsWith("compiler/src/emit/")) below.delete(path);
  }
  const load = async (entry: string, patch: Patch | undefined, loaded: Loaded): Promise<object> => {
    const scripts = patch === undefined ? plain : await scriptsOf(patched(sources, patch));
    return loadScript(entry, scripts, loaded);
  };
  return {
    emitter: async (patch) => (await load(emitterEntry, patch, new Map(below))) as typeof emitter,
    runtime: async (patch) => load(runtimeEntry, patch, new Map()),
  };
}

function patched(sources: Texts, { file, find, replace }: Patch): Texts {
  const text = sources.get(file);
  if (text?.split(find).length !== 2) throw new Error(`${file} does not have this once: ${find}`);
  return new Map([...sources, [file, text.split(find).join(replace)]]);
}
