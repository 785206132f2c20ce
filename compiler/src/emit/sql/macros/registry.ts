import type { Dialect } from "../dialect.js";
import { angleMacros } from "./angle-macros.js";
import { exponentialMacros } from "./exponential-macros.js";
import { logarithmMacros } from "./logarithm-macros.js";
import type { Macro } from "./macro.js";
import { numberMacros } from "./number-macros.js";
import { powerMacros } from "./power-macros.js";
import { textMacros } from "./text-macros.js";
import { timeMacros } from "./time-macros.js";

const macros = {
  ...numberMacros,
  ...exponentialMacros,
  ...logarithmMacros,
  ...powerMacros,
  ...angleMacros,
  ...textMacros,
  ...timeMacros,
};

export type MacroName = keyof typeof macros;

const isMacroName = (name: string): name is MacroName => Object.hasOwn(macros, name);

/** Texts, names and comments, in which the name of a macro calls nothing. */
const notCode = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*/g;

/** The statements that define what the texts call, each after what it calls itself. */
export function macroStatements(texts: Iterable<string>, dialect: Dialect): readonly string[] {
  const statements = new Map<MacroName, string>();
  const visit = (text: string): void => {
    for (const [name] of text.replace(notCode, "").matchAll(/featc_[a-z0-9_]+(?=\()/g)) {
      if (!isMacroName(name) || statements.has(name)) continue;
      const { parameters, body }: Macro = macros[name];
      const written = body(dialect);
      visit(written);
      statements.set(name, dialect.macro(name, parameters, written));
    }
  };
  for (const text of texts) visit(text);
  return [...statements.values()];
}

/** Whether a statement carries the algorithms of fdlibm, whose notice goes with them. */
export function isOfFdlibm(statement: string): boolean {
  const names = Object.keys({
    ...exponentialMacros,
    ...logarithmMacros,
    ...powerMacros,
    ...angleMacros,
  });
  return names.some((name) => name !== "featc_finite" && statement.includes(` ${name}(`));
}
