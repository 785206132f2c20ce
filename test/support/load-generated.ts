import { build } from "esbuild";
import type { Plugin } from "esbuild";
import { fileURLToPath } from "node:url";
import type { EmittedFile } from "../../compiler/src/emit/text/emitted-file.js";

const runtime = fileURLToPath(new URL("../../runtime/src/index.ts", import.meta.url));

/** What a generated module exports, run as it is; it imports the other files and the runtime's source. */
export async function loadGenerated<Exports>(
  files: readonly EmittedFile[],
  entry: string,
): Promise<Exports> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const generated: Plugin = {
    name: "generated",
    setup(setup) {
      setup.onResolve({ filter: /^@featc\/runtime$/ }, () => ({ path: runtime }));
      setup.onResolve({ filter: /^(entry|\.\/.*\.js)$/, namespace: "generated" }, ({ path }) => ({
        path: path.replace(/^\.\//, "").replace(/\.js$/, ".ts"),
        namespace: "generated",
      }));
      setup.onResolve({ filter: /^entry$/ }, () => ({ path: entry, namespace: "generated" }));
      setup.onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => {
        const contents = texts.get(path);
        return contents === undefined
          ? { errors: [{ text: `no ${path}` }] }
          : { contents, loader: "ts" };
      });
    },
  };
  const result = await build({
    entryPoints: ["entry"],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    plugins: [generated],
  });
  const code = result.outputFiles[0]?.text ?? "";
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  return (await import(/* @vite-ignore */ url)) as Exports;
}
