import { defineFunctions } from "./definition.js";
import { arithmeticFunctions } from "./arithmetic.table.js";
import { roundingFunctions } from "./rounding.table.js";
import { softFunctions } from "./soft.table.js";
import { angleFunctions } from "./angle.table.js";

export const mathFunctions = defineFunctions({
  ...arithmeticFunctions,
  ...roundingFunctions,
  ...softFunctions,
  ...angleFunctions,
});
