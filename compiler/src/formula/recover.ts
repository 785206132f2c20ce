import type { IToken, TokenType } from "chevrotain";
import { makeToken, tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";

const openers: ReadonlySet<TokenType> = new Set([t.OpenParen, t.OpenBracket, t.OpenBrace]);
const closers: ReadonlySet<TokenType> = new Set([t.CloseParen, t.CloseBracket, t.CloseBrace]);
/** Between two of these stands a part of the formula that can be left out on its own. */
const separators: ReadonlySet<TokenType> = new Set([
  t.Comma,
  t.Arrow,
  t.Bar,
  t.Then,
  t.Else,
  t.And,
  t.Or,
  t.Coalesce,
  t.Where,
  t.Within,
  t.During,
  t.Latest,
  t.Skip,
  t.Question,
  t.Colon,
]);

/** True at, or right behind, a part that was left out: such an error is a consequence. */
export function besideLeftOut(tokens: readonly IToken[], at: number): boolean {
  if ([tokens[at - 1], tokens[at]].some((token) => token?.tokenType === t.LeftOut)) return true;
  return (
    tokens[at - 1]?.tokenType === t.CloseParen &&
    tokens[at - 2]?.tokenType === t.LeftOut &&
    tokens[at - 3]?.tokenType === t.OpenParen &&
    tokens[at - 4]?.tokenType !== t.Word
  );
}

/**
 * The tokens with the part around the error replaced by one LeftOut. A second error at the same part
 * widens it to all that its brackets hold, then to the brackets around those, so that every call comes
 * nearer to a single LeftOut, which parses. Needs paired brackets.
 */
export function leaveOutPart(tokens: readonly IToken[], at: number): readonly IToken[] {
  const [from, to] = besideLeftOut(tokens, at) ? widerPart(tokens, at) : smallestPart(tokens, at);
  const first = tokens[from];
  const last = tokens[to - 1];
  const place = first?.startOffset ?? (last === undefined ? 0 : tokenEnd(last));
  const end = to > from && last !== undefined ? tokenEnd(last) : place;
  // The image only has to have the length of the text that it stands for.
  const leftOut = makeToken(t.LeftOut, " ".repeat(Math.max(0, end - place)), place);
  return [...tokens.slice(0, from), leftOut, ...tokens.slice(to)];
}

type Part = readonly [from: number, to: number];

function smallestPart(tokens: readonly IToken[], at: number): Part {
  const stopsLeft = (type: TokenType): boolean => separators.has(type) || type === t.If;
  return [scanLeft(tokens, at, stopsLeft), scanRight(tokens, at, (type) => separators.has(type))];
}

function widerPart(tokens: readonly IToken[], at: number): Part {
  let from = scanLeft(tokens, at, () => false);
  let to = scanRight(tokens, at, () => false);
  while (to - from === 1 && tokens[from]?.tokenType === t.LeftOut && to < tokens.length) {
    from = scanLeft(tokens, from - 1, () => false);
    to = scanRight(tokens, to + 1, () => false);
  }
  return [from, to];
}

function scanLeft(
  tokens: readonly IToken[],
  at: number,
  stops: (type: TokenType) => boolean,
): number {
  let depth = 0;
  let from = at;
  for (; from > 0; from--) {
    const type = tokens[from - 1]?.tokenType;
    if (type === undefined) continue;
    if (closers.has(type)) depth++;
    else if (openers.has(type)) {
      if (depth === 0) return from;
      depth--;
    } else if (depth === 0 && stops(type)) return from;
  }
  return from;
}

function scanRight(
  tokens: readonly IToken[],
  at: number,
  stops: (type: TokenType) => boolean,
): number {
  let depth = 0;
  let to = at;
  for (; to < tokens.length; to++) {
    const type = tokens[to]?.tokenType;
    if (type === undefined) continue;
    if (openers.has(type)) depth++;
    else if (closers.has(type)) {
      if (depth === 0) return to;
      depth--;
    } else if (depth === 0 && stops(type)) return to;
  }
  return to;
}
