import type { FunctionDefinition } from "./definition.js";
import { encodeFunctions } from "./encode.table.js";
import { logicFunctions } from "./logic.table.js";
import { mathFunctions } from "./math.table.js";
import { textFunctions } from "./text.table.js";
import { timeFunctions } from "./time.table.js";

/** Every built-in function of the language that yields one value per row. */
export const functionRegistry = {
  ...mathFunctions,
  ...logicFunctions,
  ...encodeFunctions,
  ...textFunctions,
  ...timeFunctions,
};

export type FunctionName = keyof typeof functionRegistry;

export function functionNamed(name: FunctionName): FunctionDefinition {
  return functionRegistry[name];
}

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functionRegistry, name);
}

export const functionNames = Object.keys(functionRegistry) as readonly FunctionName[];
