import { generateCstDts } from "chevrotain";
import { format } from "prettier";
import { FormulaParser } from "../src/formula/grammar.js";

/** The source of `compiler/src/formula/formula-cst.ts`: the types of the grammar's syntax tree. */
export async function cstTypesSource(): Promise<string> {
  const parser = new FormulaParser({ validate: true });
  const declarations = generateCstDts(parser.productions(), { includeVisitorInterface: true });
  const header =
    "// Generated from grammar.ts by `npx jiti compiler/scripts/generate-cst-types.ts`. Do not edit.\n";
  return format(header + declarations, { parser: "typescript", printWidth: 100 });
}
