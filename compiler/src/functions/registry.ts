import type { FunctionDefinition } from "./definition.js";
import { encodeFunctions } from "./encode.table.js";
import { localFunctions } from "./local.table.js";
import { logicFunctions } from "./logic.table.js";
import { mathFunctions } from "./math.table.js";
import { pieceFunctions } from "./piece.table.js";
import { textFunctions } from "./text.table.js";
import { timeFunctions } from "./time.table.js";
import { unicodeFunctions } from "./unicode.table.js";

/** Every built-in function of the language that yields one value per row. */
export const functionRegistry = {
  ...mathFunctions,
  ...logicFunctions,
  ...encodeFunctions,
  ...textFunctions,
  ...pieceFunctions,
  ...unicodeFunctions,
  ...timeFunctions,
  ...localFunctions,
};

export type FunctionName = keyof typeof functionRegistry;

export function functionNamed(name: FunctionName): FunctionDefinition {
  return functionRegistry[name];
}

/** A function that formulas may call by its name. */
export type CallableName = Exclude<FunctionName, keyof typeof localFunctions>;

export function isFunctionName(name: string): name is CallableName {
  return Object.hasOwn(functionRegistry, name) && !Object.hasOwn(localFunctions, name);
}

/** All functions, also those that no formula calls by name. */
const registeredNames = Object.keys(functionRegistry) as readonly FunctionName[];

export const functionNames: readonly CallableName[] = registeredNames.filter(isFunctionName);
