import { readFileSync } from "node:fs";
import { Lexer } from "chevrotain";
import { expect, test } from "vitest";
import { cstTypesSource } from "../../../compiler/scripts/cst-types-source.js";
import { FormulaParser } from "../../../compiler/src/formula/grammar.js";
import { formulaKeywords } from "../../../compiler/src/formula/keywords.js";
import { allTokens, OperatorTypo } from "../../../compiler/src/formula/tokens.js";
import { operatorTypos } from "../../../compiler/src/formula/typos.table.js";

test("the types of the syntax tree are those of the grammar", async () => {
  const path = new URL("../../../compiler/src/formula/formula-cst.ts", import.meta.url);
  expect(readFileSync(path, "utf8")).toBe(await cstTypesSource());
});

test("the grammar has no ambiguity and no unreachable part", () => {
  expect(() => new FormulaParser({ validate: true })).not.toThrow();
});

test("the tokens are well defined, and the lexer can dispatch on the first character", () => {
  const lexer = new Lexer(allTokens, {
    ensureOptimizations: true,
    positionTracking: "onlyOffset",
  });
  expect(lexer.lexerDefinitionErrors).toEqual([]);
});

test("every typo of an operator is one token", () => {
  const lexer = new Lexer(allTokens, { positionTracking: "onlyOffset" });
  for (const typo of Object.keys(operatorTypos)) {
    const [token] = lexer.tokenize(`${typo} a`).tokens;
    expect([token?.tokenType.name, token?.image]).toEqual([OperatorTypo.name, typo]);
  }
});

test("every keyword is a token, and its continuation a name", () => {
  const lexer = new Lexer(allTokens, { positionTracking: "onlyOffset" });
  for (const keyword of formulaKeywords) {
    const names = lexer.tokenize(`${keyword} ${keyword}_x`).tokens.map((t) => t.tokenType.name);
    expect(names[0]?.toLowerCase()).toBe(keyword);
    expect(names.slice(1)).toEqual(["Word"]);
  }
});
