import type { BodyPart } from "../../compiler/src/emit/text/block.js";
import type { Declaration, TsModule } from "../../compiler/src/emit/text/declarations.js";
import { memberName } from "../../compiler/src/emit/text/literal.js";

/** The text of a module that nobody lays out: the same program as the file that is generated, in a fraction of the time. */
export function plainModule({ imports, declarations }: TsModule): string {
  const lines = imports.list().map(({ from, names }) => {
    const listed = names.map(({ name, isType }) => (isType ? `type ${name}` : name));
    return `import { ${listed.join(", ")} } from "${from}";`;
  });
  return [...lines, ...declarations.map(declarationText)].join("\n");
}

function declarationText(declaration: Declaration): string {
  switch (declaration.kind) {
    case "statements":
      return bodyText(declaration.body.parts);
    case "reExport": {
      const { from, names, types } = declaration;
      return `export { ${[...names, ...types.map((name) => `type ${name}`)].join(", ")} } from "${from}";`;
    }
    case "interface": {
      const members = declaration.members.map(
        ({ name, optional, type }) =>
          `readonly ${memberName(name)}${optional === true ? "?" : ""}: ${type};`,
      );
      return `${start(declaration)}interface ${declaration.name} { ${members.join(" ")} }`;
    }
    case "type":
      return `${start(declaration)}type ${declaration.name}${parametersOf(declaration)} = ${declaration.type};`;
    case "const": {
      const type = declaration.type === undefined ? "" : `: ${declaration.type}`;
      return `${start(declaration)}const ${declaration.name}${type} = ${declaration.value};`;
    }
    case "function": {
      const parameters = declaration.parameters.map(({ name, optional, type, initial }) => {
        const value = initial === undefined ? "" : ` = ${initial}`;
        return `${name}${optional === true ? "?" : ""}: ${type}${value}`;
      });
      const signature = `${declaration.name}${parametersOf(declaration)}(${parameters.join(", ")})`;
      const body = bodyText(declaration.body.parts);
      return `${start(declaration)}function ${signature}: ${declaration.returns} {\n${body}\n}`;
    }
  }
}

function start({ exported }: { readonly exported: boolean }): string {
  return exported ? "export " : "";
}

function parametersOf({
  typeParameters = [],
}: {
  readonly typeParameters?: readonly string[];
}): string {
  return typeParameters.length === 0 ? "" : `<${typeParameters.join(", ")}>`;
}

function bodyText(parts: readonly BodyPart[]): string {
  return parts.map((part) => (part.kind === "blank" ? "" : part.text)).join("\n");
}
