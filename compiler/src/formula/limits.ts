import type { IToken, TokenType } from "chevrotain";
import type { FormulaReport } from "./formula-report.js";
import { tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";

/** Of brackets, branches and prefix operators. The parser recurses that deep. */
export const nestingLimit = 64;
/** Of names and literals in one formula. */
export const termLimit = 1000;

/** `if` frames are left at their bracket's end; an `else` belongs to the nearest `if` without one. */
type Frame = "bracket" | "then" | "else";

const openers: ReadonlySet<TokenType> = new Set([t.OpenParen, t.OpenBracket, t.OpenBrace]);
const closers: ReadonlySet<TokenType> = new Set([t.CloseParen, t.CloseBracket, t.CloseBrace]);
const prefixes: ReadonlySet<TokenType> = new Set([t.Minus, t.Not, t.Match]);

/** Reports a formula that is too deep or too long to be parsed; false then. Needs paired brackets. */
export function withinLimits(tokens: readonly IToken[], report: FormulaReport): boolean {
  const frames: Frame[] = [];
  let prefixRun = 0;
  let terms = 0;
  let previous: TokenType | undefined;

  for (const token of tokens) {
    const type = token.tokenType;
    if (isTerm(type, previous)) terms++;
    if (openers.has(type)) frames.push("bracket");
    else if (closers.has(type)) {
      dropBranches(frames);
      frames.pop();
    } else if (type === t.Comma) dropBranches(frames);
    else if (type === t.If && previous !== t.Else) frames.push("then");
    else if (type === t.Question) frames.push("else");
    else if (type === t.Else) {
      while (frames.at(-1) === "else") frames.pop();
      if (frames.at(-1) === "then") frames[frames.length - 1] = "else";
    } else if (type === t.If && frames.at(-1) === "else") frames[frames.length - 1] = "then";
    prefixRun = prefixes.has(type) ? prefixRun + 1 : 0;
    if (frames.length + Math.max(0, prefixRun - 1) > nestingLimit) {
      report.report("formula/too-deep", token.startOffset, tokenEnd(token), {
        limit: nestingLimit,
      });
      return false;
    }
    previous = type;
  }
  if (terms > termLimit) {
    report.report("formula/too-many-terms", 0, report.formula.text.length, {
      limit: termLimit,
      terms,
    });
    return false;
  }
  return true;
}

function dropBranches(frames: Frame[]): void {
  while (frames.length > 0 && frames.at(-1) !== "bracket") frames.pop();
}

/** An empty list is a value without any name or literal in it. */
function isTerm(type: TokenType, previous: TokenType | undefined): boolean {
  return (
    (type.CATEGORIES ?? []).includes(t.Simple) ||
    (type === t.CloseBracket && previous === t.OpenBracket)
  );
}
