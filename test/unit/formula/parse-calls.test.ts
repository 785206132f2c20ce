import { describe, expect, test } from "vitest";
import { parseFormulaText } from "../../../compiler/src/formula/parse.js";
import { showFormula } from "./show-formula.js";

describe("calls", () => {
  test.each([
    ["f()", "(call f)"],
    ["f(a, -1)", "(call f a (neg 1))"],
    ['bucketize(x, [0, 1], closed: "left")', '(call bucketize x (list 0 1) closed:"left")'],
    ["top(xs, n: a + b)", "(call top xs n:(+ a b))"],
    ["f(g(h(x)))", "(call f (call g (call h x)))"],
    ["count(payments within 30d)", "(call count payments within (duration 30 d 2592000000))"],
    [
      "sum(payments.amount * 0.01 where payments.late within 1d)",
      "(call sum (* (member payments amount) 0.01f) where (member payments late) within (duration 1 d 86400000))",
    ],
    ["mean(p.amount latest 5)", "(call mean (member p amount) latest 5)"],
    ["max([a, b] skip missing)", "(call max (list a b) skip)"],
    [
      "count(p during (as_of - 2s, as_of - 1s])",
      "(call count p during ((- as_of (duration 2 s 2000)), (- as_of (duration 1 s 1000))])",
    ],
    ["count(p during [a, b))", "(call count p during [a, b))"],
    ["count(p during [a, b])", "(call count p during [a, b])"],
    ["count(p during (a, b))", "(call count p during (a, b))"],
    [
      "quantile(p.amount where p.a or p.b latest n skip missing, 0.5)",
      "(call quantile (member p amount) 0.5f where (or (member p a) (member p b)) latest n skip)",
    ],
  ])("%s", (text, expected) => {
    const { ast, diagnostics } = parseFormulaText(text);
    expect(diagnostics).toEqual([]);
    expect(showFormula(ast)).toBe(expected);
  });
});

describe("misplaced clauses", () => {
  test.each([
    ["sum(x within 1d where y)", "formula/selection-order", "where y", "`where` stands too late"],
    ["sum(x where y where z)", "formula/selection-order", "where z", "`where` is said twice"],
    [
      "sum(x within 1d during [a, b))",
      "formula/selection-order",
      "during [a, b)",
      "an aggregate has one window, `within` or `during`",
    ],
    [
      "quantile(x, 0.5 within 1d)",
      "formula/selection-place",
      "within 1d",
      "`within` stands after the first argument only",
    ],
  ])("%s", (text, code, place, message) => {
    const { diagnostics } = parseFormulaText(text);
    expect(
      diagnostics.map((found) => [
        found.code,
        text.slice(found.span.start, found.span.end),
        found.message,
      ]),
    ).toEqual([[code, place, message]]);
  });
});
