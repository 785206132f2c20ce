/** The type of a present value; whether it may be missing is a separate fact. */
export type Type =
  | { readonly kind: "number" }
  | { readonly kind: "int" }
  | { readonly kind: "bool" }
  | { readonly kind: "string" }
  | { readonly kind: "timestamp" }
  | { readonly kind: "date" }
  | { readonly kind: "duration" }
  | { readonly kind: "id" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly element: DeclaredType }
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, DeclaredType> }
  | { readonly kind: "vector"; readonly length: number }
  /** Of the bare `missing`: joins with every other type. */
  | { readonly kind: "missing" }
  /** Poison: of an expression that has been reported already. */
  | { readonly kind: "invalid" };

export type TypeKind = Type["kind"];

/** A type as a spec declares it: with `?` or without. */
export interface DeclaredType {
  readonly type: Type;
  readonly optional: boolean;
}

export const numberType: Type = { kind: "number" };
export const intType: Type = { kind: "int" };
export const boolType: Type = { kind: "bool" };
export const stringType: Type = { kind: "string" };
export const timestampType: Type = { kind: "timestamp" };
export const dateType: Type = { kind: "date" };
export const durationType: Type = { kind: "duration" };
export const idType: Type = { kind: "id" };
export const missingType: Type = { kind: "missing" };
export const invalidType: Type = { kind: "invalid" };

export function recordTypeOf(fields: Iterable<readonly [string, DeclaredType]>): Type {
  return { kind: "record", fields: new Map(fields) };
}

/** Values of these types are JavaScript numbers in the interpreter and in generated code. */
export function isNumeric(type: Type): boolean {
  switch (type.kind) {
    case "number":
    case "int":
    case "timestamp":
    case "date":
    case "duration":
      return true;
    default:
      return false;
  }
}

/** Values of these types are JavaScript strings. */
export function isText(type: Type): boolean {
  return type.kind === "string" || type.kind === "enum" || type.kind === "id";
}

export function printType(type: Type): string {
  switch (type.kind) {
    case "enum":
      return `enum of ${type.values.map((value) => JSON.stringify(value)).join(", ")}`;
    case "list":
      return `list<${printDeclaredType(type.element)}>`;
    case "vector":
      return `vector<${type.length}>`;
    default:
      return type.kind;
  }
}

export function printDeclaredType(declared: DeclaredType): string {
  return declared.optional ? `${printType(declared.type)}?` : printType(declared.type);
}

export function equalTypes(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === "enum" && b.kind === "enum") {
    return a.values.length === b.values.length && a.values.every((v, i) => v === b.values[i]);
  }
  if (a.kind === "list" && b.kind === "list") {
    return a.element.optional === b.element.optional && equalTypes(a.element.type, b.element.type);
  }
  if (a.kind === "vector" && b.kind === "vector") return a.length === b.length;
  return true;
}
