import type { Project, StatementStructures } from "ts-morph";
import { internalError } from "../../base/assert.js";
import type { EmittedFile } from "./emitted-file.js";
import type { Declaration, Member, TsModule } from "./declarations.js";
import { docText } from "./doc-text.js";
import { layOut } from "./layout.js";
import type { LayoutCache, LayoutPart } from "./layout.js";
import { memberName } from "./literal.js";
import { declarationStructure, importStructure, placeholder } from "./structures.js";

/**
 * The text of a module, laid out as prettier would with its default options.
 *
 * ts-morph prints imports, types and signatures, all in one go: adding nodes one by one parses the
 * whole file each time. Bodies and values are text already and take the place of a placeholder.
 */
export async function buildTsFile(
  module: TsModule,
  cache: LayoutCache = new Map(),
): Promise<EmittedFile> {
  const shells = await printShells(module);
  const parts: LayoutPart[] = module.header.map((line) => ({
    kind: "settled",
    text: `// ${line}`,
  }));
  let previous: string | null = "";
  for (const { shell, declaration } of shells) {
    const group = groupOf(shell, declaration);
    if (parts.length > 0 && (group === null || group !== previous)) parts.push({ kind: "blank" });
    previous = group;
    parts.push(...partsOf(shell, declaration));
  }
  return { path: module.path, text: `${await layOut(parts, cache)}\n` };
}

interface Shell {
  readonly shell: string;
  /** Null for an import. */
  readonly declaration: Declaration | null;
}

/** Neighbours of one group stand without an empty line between them; null is a group of its own. */
function groupOf(shell: string, declaration: Declaration | null): string | null {
  if (declaration === null) return "import";
  const isOneLine = !shell.includes("\n");
  if (declaration.kind === "reExport") return "export";
  return declaration.kind === "const" && isOneLine && !declaration.exported ? "const" : null;
}

function partsOf(shell: string, declaration: Declaration | null): readonly LayoutPart[] {
  if (declaration === null) return [{ kind: "statement", depth: 0, text: shell }];
  const { doc, code } = withoutDoc(shell);
  switch (declaration.kind) {
    case "statements":
      return declaration.body.parts;
    case "reExport":
    case "type":
      return [...doc, { kind: "statement", depth: 0, text: code }];
    case "const": {
      const at = code.lastIndexOf(placeholder);
      const text = `${code.slice(0, at)}${declaration.value};`;
      return [...doc, { kind: "statement", depth: 0, text }];
    }
    case "interface":
      return [...doc, ...interfaceParts(code, declaration.members)];
    case "function": {
      const signature = code.slice(0, code.indexOf("\n"));
      if (declaration.body.isEmpty) internalError(`the body of ${declaration.name} is empty`);
      return [
        ...doc,
        { kind: "open", depth: 0, text: signature },
        ...declaration.body.parts,
        { kind: "close", depth: 0, text: "}" },
      ];
    }
  }
}

function interfaceParts(code: string, members: readonly Member[]): readonly LayoutPart[] {
  const open = code.slice(0, code.indexOf("{") + 1);
  if (members.length === 0) return [{ kind: "settled", text: `${open}}` }];
  return [
    { kind: "settled", text: open },
    ...members.flatMap(memberParts),
    { kind: "settled", text: "}" },
  ];
}

function memberParts(member: Member): readonly LayoutPart[] {
  const doc = docText(member.doc);
  const name = `readonly ${memberName(member.name)}${member.optional === true ? "?" : ""}`;
  return [
    ...(doc === undefined ? [] : [{ kind: "settled", text: doc.replace(/^/gm, "  ") } as const]),
    { kind: "member", depth: 1, text: `${name}: ${member.type};` },
  ];
}

/** The JSDoc in front of a declaration, and the declaration. */
function withoutDoc(shell: string): { readonly doc: readonly LayoutPart[]; readonly code: string } {
  if (!shell.startsWith("/**")) return { doc: [], code: shell };
  const end = shell.indexOf("*/\n") + 2;
  return { doc: [{ kind: "settled", text: shell.slice(0, end) }], code: shell.slice(end + 1) };
}

const separator = "// $$";
/** At the start of a line, where no text of a spec stands. */
const separatorLine = /^\/\/ \$\$\n/m;

async function printShells(module: TsModule): Promise<readonly Shell[]> {
  const { StructureKind } = await import("ts-morph");
  const imports = module.imports.list().map((from) => importStructure(from, StructureKind));
  const declarations = module.declarations.map((declaration) => ({
    declaration,
    structure: declarationStructure(declaration, StructureKind),
  }));
  const structures = [...imports, ...declarations.map(({ structure }) => structure)];
  const statements = structures.flatMap((structure): (StatementStructures | string)[] =>
    structure === null ? [separator] : [structure, separator],
  );
  const file = (await projectOf()).createSourceFile(
    module.path,
    { statements },
    { overwrite: true },
  );
  const printed = file.getFullText().split(separatorLine);
  file.forget();
  return structures.map((_, i) => ({
    shell: (printed[i] ?? internalError("ts-morph printed fewer declarations")).trim(),
    declaration:
      i < imports.length ? null : (declarations[i - imports.length]?.declaration ?? null),
  }));
}

let project: Promise<Project> | undefined;

function projectOf(): Promise<Project> {
  project ??= import("ts-morph").then(
    ({ IndentationText, Project, QuoteKind }) =>
      new Project({
        useInMemoryFileSystem: true,
        skipLoadingLibFiles: true,
        skipAddingFilesFromTsConfig: true,
        skipFileDependencyResolution: true,
        manipulationSettings: {
          indentationText: IndentationText.TwoSpaces,
          quoteKind: QuoteKind.Double,
          useTrailingCommas: true,
        },
      }),
  );
  return project;
}
