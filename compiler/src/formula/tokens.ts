import { createToken, Lexer } from "chevrotain";
import type { ITokenConfig, TokenType } from "chevrotain";
import { formulaKeywords } from "./keywords.js";
import type { FormulaKeyword } from "./keywords.js";

/** Groups of tokens that the grammar treats alike; precedence is the business of the AST builder. */
export const BinaryOperator = createToken({ name: "BinaryOperator", pattern: Lexer.NA });
export const CompareOperator = category("CompareOperator", [BinaryOperator]);
export const PrefixOperator = createToken({ name: "PrefixOperator", pattern: Lexer.NA });
/** A value that is one token. */
export const Simple = createToken({ name: "Simple", pattern: Lexer.NA });
export const IntervalOpen = createToken({ name: "IntervalOpen", pattern: Lexer.NA });
export const IntervalClose = createToken({ name: "IntervalClose", pattern: Lexer.NA });

function category(name: string, categories: TokenType[]): TokenType {
  return createToken({ name, pattern: Lexer.NA, categories });
}

function token(
  name: string,
  pattern: ITokenConfig["pattern"],
  ...categories: TokenType[]
): TokenType {
  return createToken({
    name,
    categories,
    ...(pattern === undefined ? {} : { pattern }),
  });
}

// Letters outside ASCII are read as part of a word, so that the whole word gets one diagnostic.
const letter =
  "A-Za-z_$\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff" +
  "\\u3040-\\ud7ff\\uf900-\\ufdff\\uff21-\\uff3a\\uff41-\\uff5a";

export const Word = token("Word", new RegExp(`[${letter}][0-9${letter}]*`), Simple);

const keywordCategories: Partial<Record<FormulaKeyword, TokenType[]>> = {
  and: [BinaryOperator],
  or: [BinaryOperator],
  in: [BinaryOperator],
  not: [PrefixOperator],
  missing: [Simple],
  true: [Simple],
  false: [Simple],
};

function keywordToken(word: FormulaKeyword): TokenType {
  return createToken({
    name: word.charAt(0).toUpperCase() + word.slice(1),
    pattern: new RegExp(word),
    longer_alt: Word,
    categories: keywordCategories[word] ?? [],
  });
}

export const keywordTokens = Object.fromEntries(
  formulaKeywords.map((word) => [word, keywordToken(word)]),
) as Readonly<Record<FormulaKeyword, TokenType>>;

export const {
  and: And,
  during: During,
  else: Else,
  false: False,
  if: If,
  in: In,
  is: Is,
  latest: Latest,
  match: Match,
  missing: Missing,
  not: Not,
  or: Or,
  present: Present,
  skip: Skip,
  then: Then,
  true: True,
  where: Where,
  within: Within,
} = keywordTokens;

export const WhiteSpace = createToken({
  name: "WhiteSpace",
  pattern: /[ \t\r\n]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});

export const DateText = token("DateText", /d(?:"[^"\r\n]*"|'[^'\r\n]*')/, Simple);
export const TimestampText = token("TimestampText", /t(?:"[^"\r\n]*"|'[^'\r\n]*')/, Simple);
export const Text = token(
  "Text",
  /"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*'/,
  Simple,
);
/** Runs to the end of its line. */
export const UnclosedText = token("UnclosedText", /[dt]?(?:"[^\r\n]*|'[^\r\n]*)/, Simple);
export const QuotedOtherwise = token(
  "QuotedOtherwise",
  /[\u201c\u201d\u201e\u201f\u00ab\u00bb][^\u201c\u201d\u201e\u201f\u00ab\u00bb\r\n]*[\u201c\u201d\u201e\u201f\u00ab\u00bb]|[\u2018\u2019\u201a\u201b][^\u2018\u2019\u201a\u201b\r\n]*[\u2018\u2019\u201a\u201b]|`[^`\r\n]*`/,
  Simple,
);

export const Duration = token("Duration", /\d+(?:_\d+)*(?:ms|min|s|h|d|w)(?!\w|\.(?!\.))/, Simple);
// The lookahead keeps `18..65` apart from decimals and leaves `1.2.3`, `5.` and `0x1f` to MalformedNumber.
export const NumberText = token(
  "NumberText",
  /\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+)?(?!\w|\.(?!\.))/,
  Simple,
);
export const MalformedNumber = token("MalformedNumber", /\.?\d\w*(?:\.(?!\.)\w*)*/, Simple);

/** What other languages write; the lexer says so and puts the token of this language in its place. */
export const OperatorTypo = token(
  "OperatorTypo",
  /===|=<|=(?![=>])|!==|!(?!=)|\*\*|&&?|\|\||<>|->|\?\.|\.\.\.|[%\u2264\u2265\u2260\u00d7\u00f7\u2212\u2013\u2014\u2192\u2026\u00ac]/,
);
/** `%`, which is reported and then read as `mod`. */
export const Modulo = token("Modulo", Lexer.NA, BinaryOperator);

export const Wildcard = createToken({
  name: "Wildcard",
  pattern: /_/,
  longer_alt: Word,
  categories: [Simple],
});
export const Coalesce = token("Coalesce", /\?\?/, BinaryOperator);
export const Question = token("Question", /\?/);
export const Arrow = token("Arrow", /=>/);
export const Equal = token("Equal", /==/, CompareOperator);
export const NotEqual = token("NotEqual", /!=/, CompareOperator);
export const LessEqual = token("LessEqual", /<=/, CompareOperator);
export const Less = token("Less", /</, CompareOperator);
export const GreaterEqual = token("GreaterEqual", />=/, CompareOperator);
export const Greater = token("Greater", />/, CompareOperator);
export const FloorDivide = token("FloorDivide", /\/\//, BinaryOperator);
export const Divide = token("Divide", /\//, BinaryOperator);
export const Times = token("Times", /\*/, BinaryOperator);
export const Plus = token("Plus", /\+/, BinaryOperator);
export const Minus = token("Minus", /-/, BinaryOperator, PrefixOperator);
export const Power = token("Power", /\^/, BinaryOperator);
export const Range = token("Range", /\.\./, BinaryOperator);
export const Dot = token("Dot", /\./);
export const Comma = token("Comma", /,/);
export const Colon = token("Colon", /:/);
export const Bar = token("Bar", /\|/);
export const OpenParen = token("OpenParen", /\(/, IntervalOpen);
export const CloseParen = token("CloseParen", /\)/, IntervalClose);
export const OpenBracket = token("OpenBracket", /\[/, IntervalOpen);
export const CloseBracket = token("CloseBracket", /\]/, IntervalClose);
export const OpenBrace = token("OpenBrace", /\{/);
export const CloseBrace = token("CloseBrace", /\}/);

/** Stands for text that has been reported and left out, so that the rest can be parsed. */
export const LeftOut = token("LeftOut", Lexer.NA, Simple);
// Spelled as ranges: the lexer does not find the first characters of `[\s\S]`.
export const UnknownCharacter = token(
  "UnknownCharacter",
  // oxlint-disable-next-line no-control-regex -- every character there is
  new RegExp("[\\ud800-\\udbff][\\udc00-\\udfff]|[\\u0000-\\uffff]"),
);

/** In the order in which the lexer tries them. */
export const allTokens: TokenType[] = [
  WhiteSpace,
  DateText,
  TimestampText,
  Text,
  UnclosedText,
  ...Object.values(keywordTokens),
  Wildcard,
  Word,
  Duration,
  NumberText,
  MalformedNumber,
  OperatorTypo,
  Coalesce,
  Question,
  Arrow,
  Equal,
  NotEqual,
  LessEqual,
  Less,
  GreaterEqual,
  Greater,
  FloorDivide,
  Divide,
  Times,
  Plus,
  Minus,
  Power,
  Range,
  Dot,
  Comma,
  Colon,
  Bar,
  OpenParen,
  CloseParen,
  OpenBracket,
  CloseBracket,
  OpenBrace,
  CloseBrace,
  QuotedOtherwise,
  UnknownCharacter,
  Modulo,
  LeftOut,
  BinaryOperator,
  CompareOperator,
  PrefixOperator,
  Simple,
  IntervalOpen,
  IntervalClose,
];
