import { builtinModules } from "node:module";
import { describe, expect, it } from "vitest";
import { dispatchers, doors, layers, packages, placed } from "./layers.table.js";
import type { Layer } from "./layers.table.js";
import { filesBelow, readProjectFile } from "./project-files.js";
import { globalsRead, importsOf, shown } from "./source-imports.js";
import type { SourceImport } from "./source-imports.js";

const compilerRoot = "compiler/src/";
const compilerFiles = filesBelow("compiler/src").filter((path) => path.endsWith(".ts"));
const compilerImports = compilerFiles.flatMap((path) => importsOf(path));
const runtimeFiles = filesBelow("runtime/src").filter((path) => path.endsWith(".ts"));
const runtimeImports = runtimeFiles.flatMap((path) => importsOf(path));

const builtins = new Set(builtinModules);
const isBuiltin = (name: string): boolean => name.startsWith("node:") || builtins.has(name);

/** The row of the table that a file of the compiler belongs to. */
function layerOf(path: string): Layer | undefined {
  const inside = path.slice(compilerRoot.length);
  if (placed[inside] !== undefined) return placed[inside];
  const folders = inside.split("/").slice(0, -1);
  for (const name of [inside, folders.slice(0, 2).join("/"), folders[0] ?? ""]) {
    if (Object.hasOwn(layers, name)) return name as Layer;
  }
  return undefined;
}

function brokenRule(one: SourceImport): string | undefined {
  if (one.to === undefined) return undefined;
  const from = layerOf(one.from);
  const to = layerOf(one.to);
  if (from === undefined || to === undefined) return `${one.from} is in no layer of the table`;
  if (from === to) return undefined;
  if (!(layers[from] as readonly string[]).includes(to)) return `${from} may not import ${to}`;
  const door = doors.find((each) => each.from === from && each.to === to);
  const name = one.to.split("/").at(-1) ?? "";
  if (door !== undefined && !(door.files as readonly string[]).includes(name)) {
    return `${from} may import only ${door.files.join(", ")} of ${to}`;
  }
  return undefined;
}

/** `@scope/name` or `name` of a specifier with a path behind it. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Circles of files that need each other to run; importing a type alone needs nothing. */
function cyclesOf(imports: readonly SourceImport[]): readonly string[] {
  const targets = new Map<string, SourceImport[]>();
  const needed = imports.filter(({ to, typeOnly }) => !typeOnly && !dispatchers.includes(to ?? ""));
  for (const one of needed) targets.set(one.from, [...(targets.get(one.from) ?? []), one]);
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly SourceImport[]): void => {
    const start = way.findIndex((one) => one.from === path);
    if (start !== -1) cycles.push(way.slice(start).map(shown).join("\n"));
    if (start !== -1 || done.has(path)) return;
    for (const one of targets.get(path) ?? []) {
      if (one.to !== undefined) visit(one.to, [...way, one]);
    }
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

describe("the compiler's folders", () => {
  it("are all in the table, and the table names no others", () => {
    const gone = [...Object.keys(placed).map((path) => compilerRoot + path), ...dispatchers];
    expect(gone.filter((path) => !compilerFiles.includes(path))).toEqual([]);
    const found = new Set(compilerFiles.map((path) => layerOf(path) ?? `none for ${path}`));
    expect([...found].sort()).toEqual(Object.keys(layers).sort());
  });

  it("are listed from the bottom up", () => {
    const seen = new Set<string>();
    for (const [layer, below] of Object.entries(layers)) {
      expect(
        below.filter((name) => !seen.has(name)),
        `below ${layer}`,
      ).toEqual([]);
      seen.add(layer);
    }
  });

  it("import only what the table lets them", () => {
    const broken = compilerImports.flatMap((one) => {
      const rule = brokenRule(one);
      return rule === undefined ? [] : [`${shown(one)}\n  ${rule}`];
    });
    expect(broken).toEqual([]);
  });

  it("import everything that the table and its doors let them", () => {
    const used = new Set<string>();
    for (const { from, to } of compilerImports) {
      if (to === undefined) continue;
      used.add(`${layerOf(from)} ${layerOf(to)}`);
      used.add(`${layerOf(from)} ${layerOf(to)} ${to.split("/").at(-1)}`);
    }
    const allowed = [
      ...Object.entries(layers).flatMap(([from, below]) => below.map((to) => `${from} ${to}`)),
      ...doors.flatMap(({ from, to, files }) => files.map((name) => `${from} ${to} ${name}`)),
    ];
    expect(allowed.filter((one) => !used.has(one))).toEqual([]);
  });

  it("have no cycles between files", () => {
    expect(cyclesOf(compilerImports)).toEqual([]);
  });

  it("are printed in ARCHITECTURE.md as they are here", () => {
    const rows = Object.entries(layers).map(
      ([layer, below]) => `| \`${layer}\` | ${below.map((name) => `\`${name}\``).join(" ")} |`,
    );
    const text = readProjectFile("compiler/ARCHITECTURE.md").replaceAll(/ +\|/g, " |");
    expect(rows.filter((row) => !text.includes(row.replaceAll(/ +\|/g, " |")))).toEqual([]);
  });
});

describe("what comes from outside", () => {
  const outside = compilerImports.filter(({ to }) => to === undefined);

  it("is imported by the files that the table names, types apart", () => {
    const broken = outside.filter(({ from, specifier, typeOnly }) => {
      if (isBuiltin(specifier) || typeOnly) return false;
      return packages[packageOf(specifier)]?.test(from.slice(compilerRoot.length)) !== true;
    });
    expect(broken.map(shown)).toEqual([]);
  });

  it("is no package that the table does not know", () => {
    const names = outside.map(({ specifier }) => specifier).filter((name) => !isBuiltin(name));
    expect([...new Set(names.map(packageOf))].sort()).toEqual(Object.keys(packages).sort());
  });

  it("is Node in the command line alone", () => {
    const inCore = (path: string): boolean => !path.startsWith(`${compilerRoot}cli/`);
    const imports = outside.filter(({ from, specifier }) => inCore(from) && isBuiltin(specifier));
    expect(imports.map(shown)).toEqual([]);
    const globals = new Set(["process", "Buffer", "require", "__dirname", "__filename", "console"]);
    expect(compilerFiles.filter(inCore).flatMap((path) => globalsRead(path, globals))).toEqual([]);
  });
});

describe("the runtime", () => {
  it("imports nothing but itself", () => {
    const broken = runtimeImports.filter(({ to }) => to?.startsWith("runtime/src/") !== true);
    expect(broken.map(shown)).toEqual([]);
  });

  it("reads no global that a browser or an edge worker lacks", () => {
    const globals = new Set(["process", "Buffer", "global", "require", "__dirname", "console"]);
    expect(runtimeFiles.flatMap((path) => globalsRead(path, globals))).toEqual([]);
  });

  it("has no cycles between files", () => {
    expect(cyclesOf(runtimeImports)).toEqual([]);
  });
});
