import ts from "typescript";

/**
 * The kinds of all nodes of a file, outer before inner, without the texts of names and literals. How a
 * property is named counts as one kind: `a.b` and `a["b c"]` are the same act. Braces around
 * one statement and parentheses, which long lines have, do not count. Which rows test a feature depends on the
 * texts of its spec: of the tables of `it.each` the shape tells what kinds of nodes they are made of.
 */
export function syntaxShape(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const shape: string[] = [];
  const visit = (node: ts.Node, depth: number): void => {
    if (isMemberName(node)) {
      shape.push(`${depth} ${setsPrototype(node) ? "prototype" : "name"}`);
      return;
    }
    if (ts.isPropertyAccessExpression(node) || isLiteralAccess(node)) {
      shape.push(`${depth} access`);
      visit(node.expression, depth + 1);
      return;
    }
    if (isBlockOfOne(node) || ts.isParenthesizedExpression(node)) {
      ts.forEachChild(node, (child) => visit(child, depth));
      return;
    }
    shape.push(`${depth} ${ts.SyntaxKind[node.kind]}`);
    if (isTableOfTests(node)) {
      shape.push(...kindsWithin(node).map((kind) => `${depth} holds ${kind}`));
      return;
    }
    ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(file, 0);
  return shape;
}

function isTableOfTests(node: ts.Node): boolean {
  return (
    ts.isArrayLiteralExpression(node) &&
    ts.isCallExpression(node.parent) &&
    ts.isPropertyAccessExpression(node.parent.expression) &&
    node.parent.expression.name.text === "each"
  );
}

/** Each once, in the order of their names. */
function kindsWithin(node: ts.Node): readonly string[] {
  const kinds = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (isMemberName(child)) {
      if (setsPrototype(child)) kinds.add("prototype");
      return;
    }
    kinds.add(ts.SyntaxKind[child.kind] ?? "");
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return [...kinds].sort();
}

/** The comments of a file, JSDoc too. */
export function commentsOf(text: string): readonly string[] {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true);
  const places = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const at = node.getFullStart();
    for (const range of [
      ...(ts.getLeadingCommentRanges(text, at) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ]) {
      places.set(range.pos, text.slice(range.pos, range.end));
    }
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return [...places.values()];
}

/** Syntax errors, as messages. */
export function syntaxErrors(name: string, text: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

function isMemberName(node: ts.Node): boolean {
  const { parent } = node;
  const named =
    ts.isPropertyAssignment(parent ?? node) ||
    ts.isPropertySignature(parent ?? node) ||
    ts.isShorthandPropertyAssignment(parent ?? node);
  return named && "name" in parent && parent.name === node;
}

/** In an object literal `__proto__: x` is no key, quoted or not; `["__proto__"]: x` is one. */
function setsPrototype(node: ts.Node): boolean {
  const isPlain = ts.isIdentifier(node) || ts.isStringLiteral(node);
  return isPlain && ts.isPropertyAssignment(node.parent) && node.text === "__proto__";
}

function isBlockOfOne(node: ts.Node): boolean {
  return ts.isBlock(node) && ts.isIfStatement(node.parent) && node.statements.length === 1;
}

function isLiteralAccess(node: ts.Node): node is ts.ElementAccessExpression {
  return ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression);
}
