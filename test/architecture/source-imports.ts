import { posix } from "node:path";
import ts from "typescript";
import { readProjectFile } from "./project-files.js";

export interface SourceImport {
  /** Relative to the project. */
  readonly from: string;
  readonly line: number;
  /** The line as it is written, for the message. */
  readonly text: string;
  readonly specifier: string;
  /** Erased when the file is compiled. */
  readonly typeOnly: boolean;
  /** The file of the project that a relative specifier means. */
  readonly to: string | undefined;
}

/** Imports, re-exports and `import()` with a literal, read with TypeScript's own parser. */
export function importsOf(path: string): readonly SourceImport[] {
  const text = readProjectFile(path);
  const lines = text.split("\n");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: SourceImport[] = [];
  const add = (node: ts.Node, specifier: ts.Expression | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
    const name = specifier.text;
    found.push({
      from: path,
      line: line + 1,
      text: (lines[line] ?? "").trim(),
      specifier: name,
      typeOnly,
      to: name.startsWith(".")
        ? posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts")
        : undefined,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(
        node,
        node.moduleSpecifier,
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      );
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** As a compiler would print it, so that an editor can jump there. */
export function shown(one: SourceImport): string {
  return `${one.from}:${one.line}: ${one.text}`;
}

/** Names of globals that a file reads, of those asked for: `process` in `process.env`, not in `a.process`. */
export function globalsRead(path: string, names: ReadonlySet<string>): readonly string[] {
  const text = readProjectFile(path);
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.has(node.text) && isRead(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push(`${path}:${line}: ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  const isName = "name" in parent && parent.name === node;
  return !isName;
}
