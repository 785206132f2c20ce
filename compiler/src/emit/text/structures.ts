import type { OptionalKind, ParameterDeclarationStructure, StatementStructures } from "ts-morph";
import type * as morph from "ts-morph";
import { assertNever } from "../../base/assert.js";
import type { Declaration, Doc, Parameter } from "./declarations.js";
import type { ImportedModule } from "./imports.js";
import { docLines } from "./doc-text.js";

/**
 * Stands for the body of a function, the value of a constant and the members of an interface, of which there
 * can be thousands: they are text already, and not ts-morph's to print and to parse.
 */
export const placeholder = "$$$$";

type Kinds = typeof morph.StructureKind;

export function importStructure(module: ImportedModule, kinds: Kinds): StatementStructures {
  const isTypeOnly = module.names.every(({ isType }) => isType);
  return {
    kind: kinds.ImportDeclaration,
    moduleSpecifier: module.from,
    isTypeOnly,
    namedImports: module.names.map(({ name, isType }) => ({
      name,
      isTypeOnly: isType && !isTypeOnly,
    })),
  };
}

/** The structure of a declaration; null for statements, of which nothing is ts-morph's. */
export function declarationStructure(
  declaration: Declaration,
  kinds: Kinds,
): StatementStructures | null {
  switch (declaration.kind) {
    case "interface":
      return {
        kind: kinds.Interface,
        ...nameAndDoc(declaration),
        properties: [{ name: placeholder, type: "never" }],
      };
    case "type":
      return {
        kind: kinds.TypeAlias,
        ...nameAndDoc(declaration),
        typeParameters: [...(declaration.typeParameters ?? [])],
        type: declaration.type,
      };
    case "function":
      return {
        kind: kinds.Function,
        ...nameAndDoc(declaration),
        typeParameters: [...(declaration.typeParameters ?? [])],
        parameters: declaration.parameters.map(parameterStructure),
        returnType: declaration.returns,
        statements: [`${placeholder};`],
      };
    case "const":
      return {
        kind: kinds.VariableStatement,
        isExported: declaration.exported,
        docs: docStructures(declaration.doc),
        declarationKind: "const" as morph.VariableDeclarationKind, // its enum is a value of the lazy import
        declarations: [
          {
            name: declaration.name,
            initializer: placeholder,
            ...(declaration.type === undefined ? {} : { type: declaration.type }),
          },
        ],
      };
    case "reExport":
      return reExportStructure(declaration.from, declaration.names, declaration.types, kinds);
    case "statements":
      return null;
    default:
      return assertNever(declaration);
  }
}

function nameAndDoc(declaration: {
  readonly name: string;
  readonly exported: boolean;
  readonly doc?: Doc;
}): { name: string; isExported: boolean; docs: string[] } {
  return {
    name: declaration.name,
    isExported: declaration.exported,
    docs: docStructures(declaration.doc),
  };
}

function parameterStructure(parameter: Parameter): OptionalKind<ParameterDeclarationStructure> {
  return {
    name: parameter.name,
    type: parameter.type,
    hasQuestionToken: parameter.optional ?? false,
    ...(parameter.initial === undefined ? {} : { initializer: parameter.initial }),
  };
}

function reExportStructure(
  from: string,
  names: readonly string[],
  types: readonly string[],
  kinds: Kinds,
): StatementStructures {
  const isTypeOnly = names.length === 0;
  const all = [
    ...names.map((name) => ({ name, isTypeOnly: false })),
    ...types.map((name) => ({ name, isTypeOnly: !isTypeOnly })),
  ];
  return {
    kind: kinds.ExportDeclaration,
    moduleSpecifier: from,
    isTypeOnly,
    namedExports: all.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function docStructures(doc: Doc | undefined): string[] {
  const lines = docLines(doc);
  return lines.length === 0 ? [] : [lines.join("\n")];
}
