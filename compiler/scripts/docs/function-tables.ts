import { angleFunctions } from "../../src/functions/angle.table.js";
import { arithmeticFunctions } from "../../src/functions/arithmetic.table.js";
import type { FunctionDefinition } from "../../src/functions/definition.js";
import { encodeFunctions } from "../../src/functions/encode.table.js";
import { logicFunctions } from "../../src/functions/logic.table.js";
import { functionNames } from "../../src/functions/registry.js";
import { pieceFunctions } from "../../src/functions/piece.table.js";
import { roundingFunctions } from "../../src/functions/rounding.table.js";
import { softFunctions } from "../../src/functions/soft.table.js";
import { textFunctions } from "../../src/functions/text.table.js";
import { timeFunctions } from "../../src/functions/time.table.js";
import { unicodeFunctions } from "../../src/functions/unicode.table.js";
import { intType, numberType, printType } from "../../src/types/type.js";
import { code, table } from "./markdown.js";

interface Family {
  readonly title: string;
  readonly functions: Readonly<Record<string, FunctionDefinition>>;
}

const families: readonly Family[] = [
  { title: "Arithmetic and scaling", functions: arithmeticFunctions },
  { title: "Rounding", functions: roundingFunctions },
  { title: "Exponentials, logarithms and cycles", functions: softFunctions },
  { title: "Angles and distances", functions: angleFunctions },
  { title: "Buckets, positions and hashes", functions: encodeFunctions },
  { title: "Conditions", functions: logicFunctions },
  { title: "Texts", functions: { ...textFunctions, ...pieceFunctions } },
  { title: "Unicode texts", functions: unicodeFunctions },
  { title: "Dates and times", functions: timeFunctions },
];

/** Every built-in function, a table for each family. Throws where a function belongs to none. */
export function functionTables(): string {
  const listed = new Set(families.flatMap(({ functions }) => Object.keys(functions)));
  const left = functionNames.filter((name) => !listed.has(name));
  if (left.length > 0) throw new Error(`no family for ${left.join(", ")}`);
  return families
    .map(({ title, functions }) => {
      const rows = Object.entries(functions).map(([name, definition]) => [
        code(signature(name, definition)),
        resultType(definition),
        definition.missingWhen === "" ? "never" : prose(definition.missingWhen),
        prose(definition.summary),
      ]);
      return `### ${title}\n\n${table(["function", "result", "missing when", "what it gives"], rows)}`;
    })
    .join("\n\n");
}

/** `clip(x: number, lo: constant number, hi: constant number)`. */
function signature(name: string, { params, zoned }: FunctionDefinition): string {
  const written = params.map((param) => {
    const type = `${param.constant === true ? "constant " : ""}${param.type}`;
    if (param.rest === true) return "…";
    return `${param.name}${param.optional === true ? "?" : ""}: ${type}`;
  });
  if (zoned === true) written.push("zone?: constant string");
  return `${name}(${written.join(", ")})`;
}

/** The type of the result; where it depends on the arguments, both. */
function resultType({ params, result }: FunctionDefinition): string {
  const required = params.filter((param) => param.optional !== true);
  const ofNumbers = printType(result(required.map(() => numberType)));
  const ofInts = printType(result(required.map(() => intType)));
  if (ofInts !== ofNumbers) return `${ofNumbers}; ${ofInts} of ints`;
  const optional = params.filter((param) => param.optional === true && param.rest !== true);
  const ofAll = printType(result(params.map(() => numberType)));
  const names = optional.map((param) => param.name).join(", ");
  return optional.length > 0 && ofAll !== ofNumbers
    ? `${ofNumbers}; ${ofAll} with ${names}`
    : ofNumbers;
}

/** A summary is plain text: what Markdown would take for emphasis is escaped. */
function prose(text: string): string {
  return text.replace(/[*_<[\]]/g, "\\$&");
}
