import { Lexer } from "chevrotain";
import type { IToken, TokenType } from "chevrotain";
import { internalError } from "../base/assert.js";
import type { FormulaReport } from "./formula-report.js";
import { isFormulaKeyword, isSnakeCase, suggestSnakeCase } from "./keywords.js";
import { explainMalformedNumber } from "./read-number.js";
import { formatCodePoint, invisibleCharacter } from "./read-string.js";
import { readAs, makeToken, tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";
import { characterHints, operatorTypos, wordTypos } from "./typos.table.js";

let lexer: Lexer | undefined;

function formulaLexer(): Lexer {
  lexer ??= new Lexer(t.allTokens, {
    ensureOptimizations: true,
    positionTracking: "onlyOffset",
    skipValidations: true,
  });
  return lexer;
}

export interface LexedFormula {
  readonly tokens: readonly IToken[];
  /** Tokens that a diagnostic names already: a syntax error at one of them is a consequence. */
  readonly reported: Set<IToken>;
  /** A string swallowed the rest of its line, so nothing behind it can be trusted. */
  readonly lostText: boolean;
}

/** The tokens of a formula, typos of other languages replaced; everything else is reported. */
export function lexFormula(report: FormulaReport): LexedFormula {
  const text = report.formula.text;
  const reader = new TokenReader(report);
  if (invisibleCharacter.test(text)) reportInvisible(report);
  const { tokens, errors } = formulaLexer().tokenize(text);
  if (errors.length > 0) internalError("some character is in no token");
  for (const token of tokens) reader.read(token);
  return reader;
}

class TokenReader implements LexedFormula {
  readonly tokens: IToken[] = [];
  readonly reported = new Set<IToken>();
  lostText = false;

  constructor(readonly report: FormulaReport) {}

  read(token: IToken): void {
    switch (token.tokenType) {
      case t.Word:
        return this.readWord(token);
      case t.Text:
        if (token.image.includes("\t")) this.reportTabs(token);
        return void this.tokens.push(token);
      case t.NumberText:
        return this.readNumber(token);
      case t.MalformedNumber:
        return this.readMalformedNumber(token);
      case t.OperatorTypo:
        return this.readOperatorTypo(token);
      case t.QuotedOtherwise:
        this.report.report("formula/string-quote", token.startOffset, tokenEnd(token), {
          found: token.image.charAt(0),
        });
        return this.replace(token, t.LeftOut);
      case t.UnclosedText: {
        const quote = token.image.includes('"') ? '"' : "'";
        this.report.report("formula/unclosed-string", token.startOffset, tokenEnd(token), {
          quote,
        });
        this.lostText = true;
        return this.replace(token, t.LeftOut);
      }
      case t.UnknownCharacter:
        return this.readUnknown(token);
      default:
        this.tokens.push(token);
    }
  }

  private replace(token: IToken, type: TokenType): void {
    const replacement = readAs(token, type);
    this.reported.add(replacement);
    this.tokens.push(replacement);
  }

  private readWord(token: IToken): void {
    const word = token.image;
    if (word === "elif" && this.afterValue()) {
      this.reportWord(token, "else if");
      for (const type of [t.Else, t.If]) {
        const replacement = makeToken(type, word, token.startOffset);
        this.reported.add(replacement);
        this.tokens.push(replacement);
      }
      return;
    }
    const meant = Object.hasOwn(wordTypos, word) ? wordTypos[word] : undefined;
    if (meant !== undefined) {
      this.reportWord(token, meant.name.toLowerCase());
      return this.replace(token, meant);
    }
    if (isSnakeCase(word)) return void this.tokens.push(token);
    const lower = word.toLowerCase();
    if (isFormulaKeyword(lower)) {
      this.reportWord(token, lower);
      return this.replace(token, t.keywordTokens[lower]);
    }
    this.report.report("formula/name-style", token.startOffset, tokenEnd(token), {
      found: word,
      suggestion: suggestSnakeCase(word),
    });
    this.reported.add(token);
    this.tokens.push(token);
  }

  private reportWord(token: IToken, write: string): void {
    this.report.report("formula/wrong-word", token.startOffset, tokenEnd(token), {
      found: token.image,
      write,
    });
  }

  private readNumber(token: IToken): void {
    if (!/^0[\d_]/.test(token.image)) return void this.tokens.push(token);
    const digits = token.image.replace(/^[0_]+(?=\d)/, "");
    this.report.report("formula/number-form", token.startOffset, tokenEnd(token), {
      text: token.image,
      hint: `leave out the zeros, \`${digits}\`; a code that begins with 0 is a string`,
    });
    this.replace(token, t.LeftOut);
  }

  private readMalformedNumber(token: IToken): void {
    const text = token.image;
    const previous = this.tokens.at(-1);
    const isMember =
      text.startsWith(".") && previous !== undefined && tokenEnd(previous) === token.startOffset;
    const { code, hint } = isMember
      ? { code: "formula/number-form" as const, hint: "the name of a field begins with a letter" }
      : explainMalformedNumber(text);
    this.report.report(code, token.startOffset, tokenEnd(token), { text, hint });
    this.replace(token, t.LeftOut);
  }

  private readOperatorTypo(token: IToken): void {
    const typo = operatorTypos[token.image];
    if (typo === undefined) return void this.tokens.push(token);
    this.report.report("formula/wrong-operator", token.startOffset, tokenEnd(token), {
      found: token.image,
      write: typo.write,
      note: typo.note,
    });
    this.replace(token, typo.readAs);
  }

  private readUnknown(token: IToken): void {
    const character = token.image;
    if (invisibleCharacter.test(character)) return;
    const previous = this.tokens.at(-1);
    const continues =
      previous !== undefined &&
      previous.tokenType === t.UnknownCharacter &&
      tokenEnd(previous) === token.startOffset;
    if (!continues) {
      this.report.report("formula/unknown-character", token.startOffset, tokenEnd(token), {
        found: /^[\p{Z}]$/u.test(character)
          ? `a special space, ${formatCodePoint(character)},`
          : `\`${character}\``,
        hint: /^[\p{Z}]$/u.test(character) ? "write an ordinary space" : characterHints[character],
      });
    }
    if (/^\p{Z}$/u.test(character)) return;
    this.reported.add(token);
    this.tokens.push(token);
  }

  private reportTabs(token: IToken): void {
    for (let at = token.image.indexOf("\t"); at !== -1; at = token.image.indexOf("\t", at + 1)) {
      const start = token.startOffset + at;
      this.report.report("formula/control-character", start, start + 1, { codePoint: "U+0009" });
    }
  }

  private afterValue(): boolean {
    const previous = this.tokens.at(-1);
    return previous !== undefined && endsValue(previous.tokenType);
  }
}

/** Whether a complete value may end with such a token. */
export function endsValue(type: TokenType): boolean {
  return (
    type === t.CloseParen ||
    type === t.CloseBracket ||
    type === t.CloseBrace ||
    type === t.Present ||
    (type.CATEGORIES ?? []).includes(t.Simple)
  );
}

/** Whether a value may begin with such a token. */
export function beginsValue(type: TokenType): boolean {
  return (
    type === t.OpenParen ||
    type === t.OpenBracket ||
    type === t.If ||
    type === t.Match ||
    (type.CATEGORIES ?? []).includes(t.Simple)
  );
}

const reportedInvisibles = 5;

function reportInvisible(report: FormulaReport): void {
  const all = new RegExp(invisibleCharacter, "g");
  let count = 0;
  for (const found of report.formula.text.matchAll(all)) {
    if (++count > reportedInvisibles) return;
    report.report("formula/control-character", found.index, found.index + found[0].length, {
      codePoint: formatCodePoint(found[0]),
    });
  }
}
