import type { TokenType } from "chevrotain";
import type { WrongOperatorParams } from "../diagnostics/formula.table.js";
import * as t from "./tokens.js";

export interface OperatorTypo {
  /** What the text is read as, once it has been reported. */
  readonly readAs: TokenType;
  readonly write: WrongOperatorParams["write"];
  readonly note?: string;
}

const and = { readAs: t.And, write: "`and`" };
const not = { readAs: t.Not, write: "`not`" };
const notEqual = { readAs: t.NotEqual, write: "`!=`" };
const minus = { readAs: t.Minus, write: "`-`, the minus of the keyboard" };
const arrow = { readAs: t.Arrow, write: "`=>`" };
const range = { readAs: t.Range, write: "`..`", note: "a range includes both ends: `18..65`" };

/** Every text that the token OperatorTypo matches. */
export const operatorTypos: Readonly<Record<string, OperatorTypo>> = {
  "===": { readAs: t.Equal, write: "`==`" },
  "=": { readAs: t.Equal, write: "`==`" },
  "=<": { readAs: t.LessEqual, write: "`<=`" },
  "\u2264": { readAs: t.LessEqual, write: "`<=`" },
  "\u2265": { readAs: t.GreaterEqual, write: "`>=`" },
  "!==": notEqual,
  "<>": notEqual,
  "\u2260": notEqual,
  "!": not,
  "\u00ac": not,
  "&": and,
  "&&": and,
  "||": {
    readAs: t.Or,
    write: "`or`",
    note: "texts are joined with `concat`; patterns in an arm of `match` with `|`",
  },
  "**": { readAs: t.Power, write: "`x ^ 2`, or `pow(x, y)` where the exponent is computed" },
  "%": {
    readAs: t.Modulo,
    write: "`mod(a, b)`",
    note: "the result of `mod` has the sign of the divisor",
  },
  "\u00d7": { readAs: t.Times, write: "`*`" },
  "\u00f7": { readAs: t.Divide, write: "`/`" },
  "\u2212": minus,
  "\u2013": minus,
  "\u2014": minus,
  "->": arrow,
  "\u2192": arrow,
  "?.": {
    readAs: t.Dot,
    write: "`.`",
    note: "a field of a missing record is missing by itself",
  },
  "...": range,
  "\u2026": range,
};

/** Words of other languages that have exactly one counterpart here. */
export const wordTypos: Readonly<Record<string, TokenType>> = {
  null: t.Missing,
  Null: t.Missing,
  NULL: t.Missing,
  None: t.Missing,
  NaN: t.Missing,
  undefined: t.Missing,
};

/** Characters whose meaning elsewhere suggests what was wanted. */
export const characterHints: Readonly<Record<string, string>> = {
  "#": "formulas have no comments; put the text under `description`",
  ";": "a formula is one expression; name intermediate steps under `let`",
  "@": "write the name of the field alone",
  "~": "`not` negates a condition; `matches` tests a text against a pattern",
  "\\": "a backslash stands only inside strings",
  "\u00b2": "write `^ 2`",
  "\u00b3": "write `^ 3`",
  "\u221a": "write `sqrt(x)`",
  "\u20ac": "units stand under `unit`, not in the formula",
};
