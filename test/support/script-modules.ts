import { transform } from "esbuild";
import { posix } from "node:path";

/** TypeScript by path, and the same as CommonJS. */
export type Texts = ReadonlyMap<string, string>;

/** By its text: most files of two programs that differ by a line are the same. */
const known = new Map<string, Promise<string>>();

/** CommonJS of each file; a text that was seen before is not compiled again. */
export async function scriptsOf(texts: Texts): Promise<Texts> {
  const scripts = [...texts].map(async ([path, text]): Promise<[string, string]> => {
    const script = known.get(text) ?? scriptOf(text);
    known.set(text, script);
    return [path, await script];
  });
  return new Map(await Promise.all(scripts));
}

async function scriptOf(text: string): Promise<string> {
  const { code } = await transform(text, { loader: "ts", format: "cjs", target: "es2022" });
  return code;
}

/** What modules export, by path; packages by name. */
export type Loaded = Map<string, object>;

/** What the module at `path` exports. `loaded` has what is there already, and gets what is loaded on the way. */
export function loadScript(path: string, scripts: Texts, loaded: Loaded): object {
  const before = loaded.get(path);
  if (before !== undefined) return before;
  const script = scripts.get(path);
  if (script === undefined) throw new Error(`there is no module ${path}`);
  const module = { exports: {} };
  const require = (name: string): object => {
    const from = posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts");
    return loadScript(name.startsWith(".") ? from : name, scripts, loaded);
  };
  new Function("module", "exports", "require", script)(module, module.exports, require);
  loaded.set(path, module.exports);
  return module.exports;
}
