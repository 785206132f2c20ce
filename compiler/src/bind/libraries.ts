import type { Host } from "../base/host.js";
import type { Located, SourceFile } from "../base/source.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { EnumAst, FunctionAst, MapAst } from "../spec/ast.js";
import { parseLibrary } from "../spec/parse-library.js";

/** Functions, maps and enums of the imported files, of all depths. */
export interface Library {
  readonly functions: readonly FunctionAst[];
  readonly maps: readonly MapAst[];
  readonly enums: readonly EnumAst[];
  /** Every file read, for caches and watching. */
  readonly files: readonly SourceFile[];
}

interface Importer {
  readonly file: SourceFile;
  readonly imports: readonly Located<string>[];
}

/** Reads the imports of a spec, depth first, each file once. */
export function loadLibraries(root: Importer, host: Host, collector: DiagnosticCollector): Library {
  const functions: FunctionAst[] = [];
  const maps: MapAst[] = [];
  const enums: EnumAst[] = [];
  const files: SourceFile[] = [];
  const done = new Set<string>();

  const load = (importer: Importer, chain: readonly string[]): void => {
    for (const imported of importer.imports) {
      const path = resolvePath(importer.file.path, imported.value);
      if (chain.includes(path)) {
        collector.report("name/import-cycle", imported.span, {
          cycle: [...chain.slice(chain.indexOf(path)), path],
        });
        continue;
      }
      if (done.has(path)) continue;
      done.add(path);
      const text = host.readFile(path);
      if (text === undefined) {
        collector.report("name/import-not-found", imported.span, { path });
        continue;
      }
      const file: SourceFile = { path, text };
      files.push(file);
      const { library, diagnostics } = parseLibrary(file);
      collector.add(diagnostics);
      if (library === undefined) continue;
      load({ file, imports: library.imports }, [...chain, path]);
      functions.push(...library.functions);
      maps.push(...library.maps);
      enums.push(...library.enums);
    }
  };
  load(root, [root.file.path]);
  return { functions, maps, enums, files };
}

/** A path as written in a spec, relative to the file that names it; with `/` and without `.` and inner `..`. */
function resolvePath(from: string, relative: string): string {
  const absolute = relative.startsWith("/");
  const parts = absolute ? [] : from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}
