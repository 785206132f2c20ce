import { formulaKeywords, suggestSnakeCase } from "../formula/keywords.js";

export const longestName = 64;

const nameShape = /^[a-z][a-z0-9_]*$/;

/** Words that mean something to JavaScript, to a tool that loads the module, or to a formula. */
const reservedNames: ReadonlySet<string> = new Set([
  ...formulaKeywords,
  "arguments",
  "as_of",
  "async",
  "await",
  "break",
  "case",
  "catch",
  "class",
  "const",
  "constructor",
  "continue",
  "debugger",
  "default",
  "delete",
  "do",
  "enum",
  "eval",
  "export",
  "extends",
  "finally",
  "fit",
  "for",
  "function",
  "globalThis",
  "hasOwnProperty",
  "implements",
  "import",
  "Infinity",
  "instanceof",
  "interface",
  "isPrototypeOf",
  "let",
  "NaN",
  "new",
  "null",
  "package",
  "private",
  "propertyIsEnumerable",
  "protected",
  "prototype",
  "public",
  "return",
  "static",
  "super",
  "switch",
  "this",
  "throw",
  "toJSON",
  "toLocaleString",
  "toString",
  "try",
  "typeof",
  "undefined",
  "valueOf",
  "var",
  "void",
  "while",
  "with",
  "yield",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
  "__proto__",
]);

/** The name of a spec becomes a folder; Windows keeps these for its devices. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|node_modules)$/;

export function isReservedName(word: string): boolean {
  return reservedNames.has(word);
}

export type NameProblem =
  | { readonly kind: "reserved" }
  | { readonly kind: "long" }
  | { readonly kind: "shape"; readonly suggestion: string | undefined };

/** What is wrong with a name; undefined where it can be used. */
export function problemOfName(word: string, becomesFolder = false): NameProblem | undefined {
  if (reservedNames.has(word)) return { kind: "reserved" };
  if (becomesFolder && deviceName.test(word)) return { kind: "reserved" };
  if (!nameShape.test(word)) {
    const suggestion = word.length > 200 ? undefined : suggestSnakeCase(word);
    const usable =
      suggestion !== undefined && problemOfName(suggestion, becomesFolder) === undefined;
    return { kind: "shape", suggestion: usable ? suggestion : undefined };
  }
  return word.length > longestName ? { kind: "long" } : undefined;
}
