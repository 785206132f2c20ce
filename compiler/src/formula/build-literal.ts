import type { IToken, TokenType } from "chevrotain";
import type { Span } from "../base/source.js";
import { internalError } from "../base/assert.js";
import type { FormulaAst } from "./ast.js";
import type { FormulaReport } from "./formula-report.js";
import { readDate, readTimestamp } from "./read-date.js";
import { readDuration } from "./read-number.js";
import { readString } from "./read-string.js";
import { tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";

type LiteralBuilder = (token: IToken, span: Span, report: FormulaReport) => FormulaAst;

const builders = new Map<TokenType, LiteralBuilder>([
  [t.Word, (token, span) => ({ kind: "NameAst", name: token.image, span })],
  [t.True, (_, span) => ({ kind: "BoolAst", value: true, span })],
  [t.False, (_, span) => ({ kind: "BoolAst", value: false, span })],
  [t.Missing, (_, span) => ({ kind: "MissingAst", span })],
  [t.LeftOut, (_, span) => ({ kind: "InvalidAst", span })],
  [t.NumberText, buildNumber],
  [t.Text, buildString],
  [t.DateText, buildDate],
  [t.TimestampText, buildTimestamp],
  [t.Duration, buildDuration],
  [
    t.Wildcard,
    (token, span, report) => {
      report.report("formula/wildcard-outside-match", token.startOffset, tokenEnd(token), {});
      return { kind: "InvalidAst", span };
    },
  ],
]);

/** The value of a token of the category Simple. */
export function buildSimple(token: IToken, report: FormulaReport): FormulaAst {
  const build =
    builders.get(token.tokenType) ?? internalError(`${token.tokenType.name} is no literal`);
  return build(token, report.span(token.startOffset, tokenEnd(token)), report);
}

function buildNumber(token: IToken, span: Span, report: FormulaReport): FormulaAst {
  const text = token.image;
  const value = Number(text.replaceAll("_", ""));
  const integral = !/[.eE]/.test(text);
  if (integral ? Number.isSafeInteger(value) : Number.isFinite(value)) {
    return { kind: "NumberAst", value, text, integral, span };
  }
  report.report("formula/number-too-large", token.startOffset, tokenEnd(token), {
    text,
    integral: integral && Number.isFinite(value),
  });
  return { kind: "InvalidAst", span };
}

function buildString(token: IToken, span: Span, report: FormulaReport): FormulaAst {
  const { value, problems } = readString(token.image);
  for (const { start, end, escape, reason } of problems) {
    const offset = token.startOffset;
    report.report("formula/string-escape", offset + start, offset + end, { escape, reason });
  }
  return problems.length === 0 ? { kind: "StringAst", value, span } : { kind: "InvalidAst", span };
}

function buildDate(token: IToken, span: Span, report: FormulaReport): FormulaAst {
  const text = token.image.slice(2, -1);
  const reading = readDate(text);
  if ("days" in reading) return { kind: "DateAst", text, days: reading.days, span };
  report.report("formula/date-literal", token.startOffset, tokenEnd(token), {
    text: token.image,
    reason: reading.reason,
    hint: reading.hint,
  });
  return { kind: "InvalidAst", span };
}

function buildTimestamp(token: IToken, span: Span, report: FormulaReport): FormulaAst {
  const text = token.image.slice(2, -1);
  const reading = readTimestamp(text);
  if ("millis" in reading) return { kind: "TimestampAst", text, millis: reading.millis, span };
  if ("zoneMissing" in reading) {
    report.report("formula/timestamp-zone", token.startOffset, tokenEnd(token), {
      text: `t"${text}"`,
    });
  } else {
    report.report("formula/timestamp-literal", token.startOffset, tokenEnd(token), {
      text: token.image,
      reason: reading.reason,
      hint: reading.hint,
    });
  }
  return { kind: "InvalidAst", span };
}

function buildDuration(token: IToken, span: Span, report: FormulaReport): FormulaAst {
  const reading = readDuration(token.image);
  if (reading !== undefined) return { kind: "DurationAst", ...reading, span };
  report.report("formula/duration-unit", token.startOffset, tokenEnd(token), {
    text: token.image,
    hint: "durations reach up to 2^53 - 1 milliseconds, about 285,000 years",
  });
  return { kind: "InvalidAst", span };
}
