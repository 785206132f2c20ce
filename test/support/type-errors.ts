import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { EmittedFile } from "../../compiler/src/emit/text/emitted-file.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The strictest settings that generated code promises to compile under. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts"],
  types: [],
  noEmit: true,
  declaration: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  paths: { "@featc/runtime": [`${root}runtime/src/index.ts`] },
};

/**
 * What TypeScript says of generated files, `input.ts:12 message`; the runtime itself is not checked, nor are files
 * that `isChecked` leaves out because others only import them.
 */
export function typeErrors(
  files: readonly EmittedFile[],
  isChecked: (path: string) => boolean = () => true,
): readonly string[] {
  const folder = `${root}generated/checked/`;
  const texts = new Map(
    files.filter(({ path }) => path.endsWith(".ts")).map(({ path, text }) => [folder + path, text]),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  const { directoryExists } = host;
  const folders = new Set([...texts.keys()].map((path) => path.slice(0, path.lastIndexOf("/"))));
  host.directoryExists = (path) =>
    folder.startsWith(path) || folders.has(path) || directoryExists?.(path) === true;
  host.getSourceFile = (path, settings, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, settings, ...rest)
      : ts.createSourceFile(path, text, settings);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const checked = [...texts.keys()].filter((path) => isChecked(path.slice(folder.length)));
  return checked.flatMap((path) => {
    const source = program.getSourceFile(path);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
      ...program.getDeclarationDiagnostics(source),
    ].map(({ messageText, start, file }) => {
      const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      return `${path.slice(folder.length)}:${line} ${text}`;
    });
  });
}
