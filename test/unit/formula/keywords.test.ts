import { expect, test } from "vitest";
import { suggestSnakeCase } from "../../../compiler/src/formula/keywords.js";
import { parseFormulaText } from "../../../compiler/src/formula/parse.js";

test.each([
  ["DebtRatio", "debt_ratio"],
  ["debtRatio", "debt_ratio"],
  ["HTTPStatus", "http_status"],
  ["DEBT", "debt"],
  ["Total$Amount", "total_amount"],
  ["$x", "x"],
  ["_x_", "x"],
  ["Crédit", "credit"],
  ["If", "if_value"],
  ["年", undefined],
  ["__", undefined],
])("%s", (word, suggestion) => expect(suggestSnakeCase(word)).toBe(suggestion));

test("a suggested name is a name", () => {
  for (const word of ["DebtRatio", "Total$Amount", "If", "Where", "x9Y"]) {
    const { ast, diagnostics } = parseFormulaText(suggestSnakeCase(word) ?? "");
    expect([ast.kind, diagnostics]).toEqual(["NameAst", []]);
  }
});
