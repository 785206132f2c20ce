import * as runtime from "../../runtime/src/index.js";
import { transformSync } from "esbuild";
import type { BodyPart } from "../../compiler/src/emit/text/block.js";
import type { Declaration, TsModule } from "../../compiler/src/emit/text/declarations.js";

/** What a module exports, run without being laid out or bundled; it may import from the runtime alone. */
export function runModule(module: TsModule): Readonly<Record<string, unknown>> {
  const exported: string[] = [];
  const source = module.declarations.map((declaration) => {
    if (declaration.kind === "function" || declaration.kind === "const") {
      exported.push(declaration.name);
    }
    return sourceOf(declaration);
  });
  const { code: script } = transformSync(source.join("\n"), { loader: "ts", target: "es2022" });
  const names = Object.keys(runtime);
  const code = `"use strict"; const { ${names.join(", ")} } = runtime; ${script}`;
  const load = new Function("runtime", `${code}; return { ${exported.join(", ")} };`);
  return load(runtime) as Readonly<Record<string, unknown>>;
}

function sourceOf(declaration: Declaration): string {
  switch (declaration.kind) {
    case "const":
      return `const ${declaration.name} = ${declaration.value};`;
    case "function": {
      const parameters = declaration.parameters.map(({ name, initial }) =>
        initial === undefined ? `${name}: any` : `${name}: any = ${initial}`,
      );
      return `function ${declaration.name}(${parameters.join(", ")}) {\n${bodyText(declaration.body.parts)}\n}`;
    }
    default:
      return "";
  }
}

export function bodyText(parts: readonly BodyPart[]): string {
  return parts.map((part) => (part.kind === "blank" ? "" : part.text)).join("\n");
}
