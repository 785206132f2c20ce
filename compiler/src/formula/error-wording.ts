import type { IRecognitionException, IToken, TokenType } from "chevrotain";
import type { FormulaReport } from "./formula-report.js";
import { isFormulaKeyword } from "./keywords.js";
import { beginsValue, endsValue } from "./lexer.js";
import { durationUnitOf } from "./read-number.js";
import { tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";

interface Wording {
  readonly problem: string;
  readonly hint?: string;
}

/** Says in words of the language what the parser met at `tokens[at]`, or behind the last token. */
export function reportSyntaxError(
  tokens: readonly IToken[],
  at: number,
  error: IRecognitionException,
  reported: Set<IToken>,
  report: FormulaReport,
): void {
  if (reportHalfTernary(tokens, at, error, report)) return;
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (token === undefined) {
    const end = previous === undefined ? 0 : tokenEnd(previous);
    report.report("formula/unexpected-end", end, end, {
      after: previous === undefined ? "" : shorten(previous.image),
      expected: expectedWords(error) ?? "a value",
    });
    return;
  }
  const start = token.startOffset;
  const end = tokenEnd(token);
  if (standsForName(token, previous, tokens[at + 1])) {
    report.report("formula/keyword-as-name", start, end, { word: token.image });
    reported.add(token);
    return;
  }
  report.report("formula/unexpected-token", start, end, describe(tokens, at, token, error, report));
}

/** `a ? b` without its `:`. */
function reportHalfTernary(
  tokens: readonly IToken[],
  at: number,
  error: IRecognitionException,
  report: FormulaReport,
): boolean {
  if (error.context.ruleStack.at(-1) !== "ternary" || error.message !== "Colon") return false;
  const question = tokens.slice(0, at).findLast((token) => token.tokenType === t.Question);
  if (question === undefined) return false;
  report.report("formula/ternary", question.startOffset, tokenEnd(question), {
    rewrite: "if a then b else c",
  });
  return true;
}

/** What the grammar waits for, where that is one thing; the parser hands out the name of the token. */
const expectedByToken: Readonly<Record<string, string>> = {
  Then: "`then`",
  Else: "`else`",
  In: "`in`",
  Word: "a name",
  Colon: "`:`",
  Comma: "`,`",
  Arrow: "`=>`",
  OpenBrace: "`{`",
  CloseBrace: "`,` or `}`",
  CloseParen: "`,` or `)`",
  CloseBracket: "`,` or `]`",
  IntervalOpen: "`[` or `(`",
  IntervalClose: "`]` or `)`",
  Missing: "`missing`",
};

function expectedWords(error: IRecognitionException): string | undefined {
  if (error.name === "NoViableAltException") {
    return error.context.ruleStack.at(-1) === "tail" ? "`missing` or `present`" : "a value";
  }
  return Object.hasOwn(expectedByToken, error.message) ? expectedByToken[error.message] : undefined;
}

/** Words that begin nothing, standing where only a name can. */
function standsForName(
  token: IToken,
  previous: IToken | undefined,
  next: IToken | undefined,
): boolean {
  if (!isFormulaKeyword(token.image)) return false;
  if (previous?.tokenType === t.Dot) return true;
  if (previous !== undefined && endsValue(previous.tokenType)) return false;
  return clauseWords.has(token.tokenType) && !(next !== undefined && beginsValue(next.tokenType));
}

const clauseWords: ReadonlySet<TokenType> = new Set([
  t.Where,
  t.Within,
  t.During,
  t.Latest,
  t.Skip,
  t.Present,
]);

function describe(
  tokens: readonly IToken[],
  at: number,
  token: IToken,
  error: IRecognitionException,
  report: FormulaReport,
): Wording {
  const previous = tokens[at - 1];
  const found = `\`${shorten(token.image)}\``;
  const complete = previous !== undefined && endsValue(previous.tokenType);
  if (complete && previous !== undefined && beginsValue(token.tokenType)) {
    return describeSecondValue(token, previous, error, report);
  }
  const expected = expectedWords(error);
  if (!complete && !beginsValue(token.tokenType)) {
    return describeLackingValue(token, previous, expected);
  }
  if (token.tokenType === t.Arrow) {
    return { problem: `${found} stands only in the arms of a \`match\``, hint: "at least is `>=`" };
  }
  if (token.tokenType === t.Comma && expected !== undefined) {
    return error.context.ruleStack.at(-1) === "group"
      ? describeCommaInGroup(tokens, at)
      : { problem: `${found} stands where ${expected} must follow` };
  }
  if (token.tokenType === t.Else) {
    return { problem: "`else` without an `if`", hint: "each `if` has one `else`" };
  }
  if (token.tokenType === t.Then) {
    return { problem: "`then` without an `if`", hint: "write `if … then … else …`" };
  }
  if (isClause(token.tokenType)) {
    return {
      problem: `${found} stands only inside the parentheses of an aggregate`,
      hint: "write it behind the first argument, `count(payments within 30d)`",
    };
  }
  return expected === undefined
    ? { problem: `${found} does not belong here` }
    : { problem: `${found} stands where ${expected} must follow` };
}

function isClause(type: TokenType): boolean {
  return clauseWords.has(type) && type !== t.Present;
}

/** `x in (1, 2)`, and the `if(c, a, b)` of spreadsheets. */
function describeCommaInGroup(tokens: readonly IToken[], at: number): Wording {
  let depth = 0;
  let open = at - 1;
  for (; open >= 0; open--) {
    const type = tokens[open]?.tokenType;
    if (type === t.CloseParen) depth++;
    else if (type === t.OpenParen && depth-- === 0) break;
  }
  return {
    problem: "`,` in parentheses that are no call",
    hint:
      tokens[open - 1]?.tokenType === t.If
        ? "write `if c then a else b`"
        : "a list stands in square brackets",
  };
}

/** `a b`: two values side by side, or a word that other languages have as an operator. */
function describeSecondValue(
  token: IToken,
  previous: IToken,
  error: IRecognitionException,
  report: FormulaReport,
): Wording {
  const found = shorten(token.image);
  const expected = error.name === "MismatchedTokenException" ? expectedWords(error) : undefined;
  const unit =
    previous.tokenType === t.NumberText && token.tokenType === t.Word
      ? durationUnitOf(token.image)
      : undefined;
  if (unit !== undefined) {
    return unit === "calendar"
      ? {
          problem: `\`${previous.image} ${found}\` is not a duration`,
          hint: "months and years differ in length: write days, or use `add_months` on a date",
        }
      : {
          problem: `\`${previous.image} ${found}\` is not a duration`,
          hint: `write \`${previous.image}${unit}\`, without a space`,
        };
  }
  const wordHint = Object.hasOwn(otherOperators, token.image)
    ? otherOperators[token.image]
    : undefined;
  if (wordHint !== undefined) {
    return { problem: `\`${found}\` is not an operator`, hint: wordHint };
  }
  if (expected !== undefined && !isBracketed(expected)) {
    return { problem: `${expected} is missing before \`${found}\`` };
  }
  const before = report.quote(previous.startOffset, tokenEnd(previous));
  return {
    problem: `no operator stands between \`${before}\` and \`${found}\``,
    hint: hasCommas(error)
      ? "write an operator or a comma between them"
      : "two values are joined by an operator; a product needs its `*`",
  };
}

function isBracketed(expected: string): boolean {
  return expected.startsWith("`,` or");
}

function hasCommas(error: IRecognitionException): boolean {
  const rule = error.context.ruleStack.at(-1);
  return error.name === "MismatchedTokenException" && (rule === "suffix" || rule === "list");
}

/** Operators of other languages that are spelled as a word. */
const otherOperators: Readonly<Record<string, string>> = {
  between: "both ends included, a range is `x in low..high`",
  like: "test a text with `matches`, `contains`, `starts_with` or `ends_with`",
  mod: "write `mod(a, b)`",
  div: "the whole quotient is `a // b`",
  xor: "of two conditions exactly one: `a != b`",
  when: "several cases are `if … then … else if …`, or `match`",
  contains: "write `contains(text, part)`",
};

function describeLackingValue(
  token: IToken,
  previous: IToken | undefined,
  expected: string | undefined,
): Wording {
  const found = `\`${shorten(token.image)}\``;
  if (previous?.tokenType === t.Dot) return { problem: `a name must follow \`.\`, not ${found}` };
  if (token.tokenType === t.OpenBrace) {
    return { problem: `${found} does not belong here`, hint: "braces hold the arms of a `match`" };
  }
  if (expected !== undefined && expected !== "a value" && !isBracketed(expected)) {
    return { problem: `${found} stands where ${expected} must follow` };
  }
  if (token.tokenType === t.Plus && (previous === undefined || !endsValue(previous.tokenType))) {
    return {
      problem: "a value is missing before `+`",
      hint: "a number is positive without a sign",
    };
  }
  return previous === undefined
    ? { problem: `a value is missing before ${found}` }
    : { problem: `a value is missing between \`${shorten(previous.image)}\` and ${found}` };
}

function shorten(image: string): string {
  return image.length <= 40 ? image : `${image.slice(0, 37)}…`;
}
