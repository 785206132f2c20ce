import type { Declaration, TsModule } from "../text/declarations.js";
import { countIdentifiers, identifierCounts } from "./identifiers.js";
import { Imports } from "../text/imports.js";

/** The module without the imports and constants that code needed which has been dropped since. */
export function pruneModule(module: TsModule): TsModule {
  let { declarations } = module;
  for (;;) {
    const counts = countsOf(declarations);
    const kept = declarations.filter(
      (one) => one.kind !== "const" || one.exported || (counts.get(one.name) ?? 0) > 0,
    );
    if (kept.length === declarations.length) {
      return { ...module, declarations, imports: usedImports(module.imports, counts) };
    }
    declarations = kept;
  }
}

function usedImports(imports: Imports, counts: ReadonlyMap<string, number>): Imports {
  const used = new Imports();
  for (const { from, names } of imports.list()) {
    for (const { name, isType } of names) {
      if (!counts.has(name)) continue;
      if (isType) used.type(from, name);
      else used.value(from, name);
    }
  }
  return used;
}

function countsOf(declarations: readonly Declaration[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const declaration of declarations) {
    for (const text of textsOf(declaration)) countIdentifiers(text, counts);
    if (declaration.kind !== "function") continue;
    for (const [name, count] of identifierCounts(declaration.body.parts)) {
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  return counts;
}

/** Code and types of a declaration, without its own name. */
function textsOf(declaration: Declaration): readonly string[] {
  switch (declaration.kind) {
    case "interface":
      return declaration.members.map(({ type }) => type);
    case "type":
      return [declaration.type];
    case "const":
      return [declaration.type ?? "", declaration.value];
    case "function":
      return [declaration.returns, ...declaration.parameters.map(({ type }) => type)];
    case "reExport":
    case "statements":
      return [];
  }
}
