import { totalsOf } from "../../../../compiler/src/check/judge-totals.js";
import { spanOf } from "../../../../compiler/src/base/source.js";
import type { CompilerApi } from "../../../../compiler/src/cli/compiler-api.js";
import type { CompileResult } from "../../../../compiler/src/compile.js";
import type { Host } from "../../../../compiler/src/base/host.js";
import type { Program } from "../../../../compiler/src/ir/program.js";

/**
 * A compiler of one-line contents: a spec with `name: x` and `says: y` gives two files and a manifest. `says: error`
 * is a mistake, `says: crash` a bug, `extra: true` gives one file more, `imports: path` reads another file.
 */
export function stubCompiler(calls: string[] = []): CompilerApi {
  const compile = (path: string, host: Host): CompileResult => {
    calls.push(path);
    const text = host.readFile(path) ?? "";
    const value = (key: string): string => new RegExp(`^${key}: (.*)$`, "m").exec(text)?.[1] ?? "";
    const imported = value("imports") === "" ? "" : (host.readFile(value("imports")) ?? "nothing");
    if (value("says") === "crash") throw new Error("the stub crashed");
    const file = { path, text };
    const failed = value("says") === "error";
    const names = ["features.ts", "input.ts", ...(value("extra") === "true" ? ["extra.ts"] : [])];
    const program = { name: value("name") } as Program;
    const content = `${value("says")}${imported}`;
    return {
      program,
      facts: undefined,
      units: new Map(),
      sources: [file],
      diagnostics: failed
        ? [
            {
              code: "spec/stub",
              severity: "error",
              message: "the stub found a mistake",
              span: spanOf(file, 0, 1),
              related: [],
              example: [],
            },
          ]
        : [],
      files: failed
        ? []
        : [
            { path: "manifest.json", text: JSON.stringify({ spec: text, files: names }) },
            ...names.map((path) => ({ path, text: `// ${value("name")} says ${content}\n` })),
          ],
    };
  };
  return {
    check: compile,
    compile: (path, host) => Promise.resolve().then(() => compile(path, host)),
    createCaches: () => ({}) as ReturnType<CompilerApi["createCaches"]>,
    emitMutants: async function* () {},
    mutate: async () => undefined,
    judge: () => [],
    report: () => undefined,
    sampleRows: () => Promise.reject(new Error("the stub samples no rows")),
    indexPage: () => "",
    totalsOf,
    suggest: () => [],
  };
}
