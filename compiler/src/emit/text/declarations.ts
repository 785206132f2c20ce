import type { Block } from "./block.js";
import type { Imports } from "./imports.js";

/** A line of JSDoc: any text, or one of the tags that generated code uses. */
export type DocLine =
  string | { readonly tag: "deprecated" | "throws" | "remarks"; readonly text: string };
export type Doc = readonly DocLine[];

interface DeclarationBase {
  readonly name: string;
  readonly exported: boolean;
  readonly doc?: Doc;
}

/** A read-only member of an interface. */
export interface Member {
  /** Any text; quoted where it is no identifier. */
  readonly name: string;
  /** `name?: type` */
  readonly optional?: boolean;
  readonly type: string;
  readonly doc?: Doc;
}

export interface InterfaceDeclaration extends DeclarationBase {
  readonly kind: "interface";
  readonly members: readonly Member[];
}

/** `type Name = type;` */
export interface TypeDeclaration extends DeclarationBase {
  readonly kind: "type";
  readonly typeParameters?: readonly string[];
  readonly type: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
  /** `name: type = initial` */
  readonly initial?: string;
}

export interface FunctionDeclaration extends DeclarationBase {
  readonly kind: "function";
  /** `<T extends string>` with the brackets left out, one text per parameter. */
  readonly typeParameters?: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Also `value is Name`. */
  readonly returns: string;
  /** Its outermost statements have depth 1. */
  readonly body: Block;
}

/** `const name: type = value;` An exported one needs its type. */
export interface ConstDeclaration extends DeclarationBase {
  readonly kind: "const";
  readonly type?: string;
  /** In prettier's form: one line, however long, or several that fit (`objectLiteral`). */
  readonly value: string;
}

/** `export { names, type types } from "../ts/input.js";` */
export interface ReExport {
  readonly kind: "reExport";
  readonly from: string;
  readonly names: readonly string[];
  readonly types: readonly string[];
}

/** Statements at the top of the file, in tests alone; the outermost have depth 0. */
export interface TopStatements {
  readonly kind: "statements";
  readonly body: Block;
}

export type Declaration =
  | InterfaceDeclaration
  | TypeDeclaration
  | FunctionDeclaration
  | ConstDeclaration
  | ReExport
  | TopStatements;

/** A TypeScript file before it is text. */
export interface TsModule {
  /** Relative to the spec's folder of generated files: `features.ts`. */
  readonly path: string;
  /** Line comments at the top, without `//`; safe as they stand (`headerOf`). */
  readonly header: readonly string[];
  readonly imports: Imports;
  readonly declarations: readonly Declaration[];
}
