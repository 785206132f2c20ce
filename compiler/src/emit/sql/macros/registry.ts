import type { Dialect, MacroLookUp } from "../dialect.js";
import { angleMacros } from "./angle-macros.js";
import { exponentialMacros } from "./exponential-macros.js";
import { logarithmMacros } from "./logarithm-macros.js";
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

type MacroName = keyof typeof macros;

const isMacroName = (name: string): name is MacroName => Object.hasOwn(macros, name);

/** Texts, names and comments, in which the name of a macro calls nothing. */
const notCode = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*/g;

/** The functions of featc as an engine has them written. */
export function macrosFor(dialect: Dialect): MacroLookUp {
  return (name) => {
    const macro = Object.hasOwn(dialect.macros, name)
      ? dialect.macros[name]
      : isMacroName(name)
        ? macros[name]
        : undefined;
    return macro && { parameters: macro.parameters, body: macro.body(dialect) };
  };
}

/** The statements that define what the texts call, each after what it calls itself. */
export function macroStatements(
  texts: Iterable<string>,
  lookUp: MacroLookUp,
  define: NonNullable<Dialect["macro"]>,
): readonly string[] {
  const statements = new Map<string, string>();
  const visit = (text: string): void => {
    for (const [name] of text.replace(notCode, "").matchAll(/featc_[a-z0-9_]+(?=\()/g)) {
      if (statements.has(name)) continue;
      const macro = lookUp(name);
      if (macro === undefined) continue;
      visit(macro.body);
      statements.set(name, define(name, macro.parameters, macro.body));
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
