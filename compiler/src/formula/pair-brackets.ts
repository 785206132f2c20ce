import type { IToken, TokenType } from "chevrotain";
import { internalError } from "../base/assert.js";
import type { FormulaReport } from "./formula-report.js";
import { makeToken, readAs, tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";

interface OpenBracketPlace {
  readonly token: IToken;
  /** `during (a, b]`: either bracket may close it. */
  readonly interval: boolean;
}

export interface PairedTokens {
  readonly tokens: readonly IToken[];
  /** True where a bracket had to be added, left out or exchanged. */
  readonly repaired: boolean;
}

const closerOf = new Map<TokenType, readonly [TokenType, string]>([
  [t.OpenParen, [t.CloseParen, ")"]],
  [t.OpenBracket, [t.CloseBracket, "]"]],
  [t.OpenBrace, [t.CloseBrace, "}"]],
]);
const closers: ReadonlySet<TokenType> = new Set([t.CloseParen, t.CloseBracket, t.CloseBrace]);

/** Reports brackets without partner and gives each one, so that the parser sees pairs only; drops trailing commas. */
export function pairBrackets(tokens: readonly IToken[], report: FormulaReport): PairedTokens {
  const paired: IToken[] = [];
  const open: OpenBracketPlace[] = [];
  let repaired = false;

  const closeUnclosed = (place: OpenBracketPlace, offset: number): void => {
    const [type, close] = partner(place.token);
    report.report("formula/unclosed-bracket", place.token.startOffset, tokenEnd(place.token), {
      open: place.token.image,
      close,
    });
    paired.push(makeToken(type, "", offset));
    repaired = true;
  };

  for (const token of tokens) {
    if (closerOf.has(token.tokenType)) {
      open.push({ token, interval: paired.at(-1)?.tokenType === t.During });
      paired.push(token);
      continue;
    }
    if (!closers.has(token.tokenType)) {
      paired.push(token);
      continue;
    }
    const previous = paired.at(-1);
    if (previous?.tokenType === t.Comma) {
      report.report("formula/trailing-comma", previous.startOffset, tokenEnd(previous), {
        close: token.image,
      });
      paired.pop();
    }
    let partnerAt = open.length - 1;
    while (partnerAt >= 0 && !closes(token, open[partnerAt])) partnerAt--;
    if (partnerAt >= 0) {
      while (open.length - 1 > partnerAt) {
        const unclosed = open.pop();
        if (unclosed !== undefined) closeUnclosed(unclosed, token.startOffset);
      }
      open.pop();
      paired.push(token);
      continue;
    }
    const wrong = open.pop();
    report.report("formula/unmatched-bracket", token.startOffset, tokenEnd(token), {
      close: token.image,
      open: wrong?.token.image,
    });
    repaired = true;
    if (wrong !== undefined) paired.push(readAs(token, partner(wrong.token)[0]));
  }
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    closeUnclosed(place, report.formula.text.length);
  }
  return { tokens: paired, repaired };
}

function closes(closer: IToken, place: OpenBracketPlace | undefined): boolean {
  if (place === undefined) return false;
  if (place.interval) return closer.tokenType !== t.CloseBrace;
  return partner(place.token)[0] === closer.tokenType;
}

function partner(opener: IToken): readonly [TokenType, string] {
  return closerOf.get(opener.tokenType) ?? internalError(`${opener.image} opens nothing`);
}
