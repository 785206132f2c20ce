import { internalError } from "../base/assert.js";
import type { FormulaAst, MatchArmAst, PatternAst } from "./ast.js";
import type { BuildContext, Built } from "./build-context.js";
import { OperatorBuilder } from "./build-operators.js";
import type { ArmCstNode, ChoiceCstNode, PatternCstNode } from "./formula-cst.js";
import { compareOperators, level } from "./operator-levels.js";
import { OperatorSequence } from "./operator-sequence.js";
import { tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";

export function buildMatch({ children }: ChoiceCstNode, context: BuildContext): Built {
  const keyword = children.Match[0];
  const subject = children.expression[0];
  const close = children.CloseBrace[0];
  if (keyword === undefined || subject === undefined || close === undefined) {
    return internalError("incomplete match");
  }
  const start = keyword.startOffset;
  const end = tokenEnd(close);
  const span = context.report.span(start, end);
  const arms = (children.arm ?? []).map((arm) => buildArm(arm, context));
  // A brace that was never written has been reported already.
  if (arms.length === 0 && close.image !== "")
    context.report.report("formula/match-empty", start, end, {});
  const ast: FormulaAst = {
    kind: "MatchAst",
    subject: context.expression(subject).ast,
    arms,
    span,
  };
  return { ast, start, end };
}

function buildArm({ children }: ArmCstNode, context: BuildContext): MatchArmAst {
  const patterns: PatternAst[] = [];
  let start: number | undefined;
  for (const node of children.pattern) {
    start = Math.min(start ?? Number.POSITIVE_INFINITY, buildPatterns(node, context, patterns));
  }
  const value = context.expression(children.expression[0] ?? internalError("arm without value"));
  return { patterns, value: value.ast, span: context.report.span(start ?? 0, value.end) };
}

/** Adds the pattern, or the patterns where they were joined by `or`; gives the offset of the first. */
function buildPatterns(node: PatternCstNode, context: BuildContext, into: PatternAst[]): number {
  const { CompareOperator, expression } = node.children;
  const sequence = new OperatorSequence(
    expression[0] ?? internalError("pattern without expression"),
  );
  const builder = new OperatorBuilder(sequence, context);
  const { report } = context;

  let operand = sequence.first;
  let compare = CompareOperator?.[0];
  const firstStart = compare?.startOffset;
  let start: number | undefined;
  for (;;) {
    const special = specialPattern(operand, context);
    if (special !== undefined && compare === undefined) {
      into.push(special.pattern);
      start ??= special.start;
    } else {
      const low = builder.climb(operand, 0, level.add);
      start ??= firstStart ?? low.start;
      const next = sequence.peek();
      if (next?.kind === "range" && compare === undefined) {
        sequence.advance();
        const high = builder.climb(next.operand, 0, level.add);
        into.push({
          kind: "RangePatternAst",
          low: literal(low, context),
          high: literal(high, context),
          span: report.span(low.start, high.end),
        });
      } else if (compare === undefined) {
        const value = literal(low, context);
        into.push({ kind: "LiteralPatternAst", value, span: report.span(low.start, low.end) });
      } else {
        const operator = compareOperators.get(compare.tokenType) ?? internalError("not compared");
        const value = literal(low, context);
        const span = report.span(compare.startOffset, low.end);
        into.push({ kind: "ComparePatternAst", operator, value, span });
      }
    }
    const tail = sequence.peek();
    if (tail === undefined) return start;
    sequence.advance();
    if (tail.kind === "binary" && tail.operator === "or") {
      if (!context.reported.has(tail.token)) {
        const { startOffset } = tail.token;
        report.report("formula/pattern-separator", startOffset, tokenEnd(tail.token), {});
      }
      operand = tail.operand;
      compare = undefined;
      continue;
    }
    const end =
      tail.kind === "missing" ? tail.end : builder.climb(tail.operand, 0, level.expression).end;
    while (sequence.peek() !== undefined) sequence.advance();
    reportPattern(start, end, context);
    return start;
  }
}

type Operand = OperatorSequence["first"];

function specialPattern(
  { children }: Operand,
  context: BuildContext,
): { readonly pattern: PatternAst; readonly start: number } | undefined {
  const token = children.Simple?.[0];
  if (token === undefined || children.PrefixOperator !== undefined) return undefined;
  if (children.suffix !== undefined) return undefined;
  const start = token.startOffset;
  const span = context.report.span(start, tokenEnd(token));
  if (token.tokenType === t.Wildcard) {
    return { pattern: { kind: "WildcardPatternAst", span }, start };
  }
  return token.tokenType === t.Missing
    ? { pattern: { kind: "MissingPatternAst", span }, start }
    : undefined;
}

/** The literal of a pattern; anything else is reported. */
function literal(built: Built, context: BuildContext): FormulaAst {
  if (isPatternLiteral(built.ast)) return built.ast;
  if (built.ast.kind !== "InvalidAst") reportPattern(built.start, built.end, context);
  return { kind: "InvalidAst", span: built.ast.span };
}

function reportPattern(start: number, end: number, context: BuildContext): void {
  const found = context.report.quote(start, end);
  context.report.report("formula/pattern-not-literal", start, end, { found });
}

function isPatternLiteral(ast: FormulaAst): boolean {
  switch (ast.kind) {
    case "NumberAst":
    case "StringAst":
    case "BoolAst":
    case "DateAst":
    case "TimestampAst":
    case "DurationAst":
      return true;
    case "NegateAst":
      return ast.operand.kind === "NumberAst" || ast.operand.kind === "DurationAst";
    case "MissingAst":
    case "ListAst":
    case "NameAst":
    case "MemberAst":
    case "IndexAst":
    case "CallAst":
    case "NotAst":
    case "BinaryAst":
    case "PowerAst":
    case "InListAst":
    case "InRangeAst":
    case "IsMissingAst":
    case "IfAst":
    case "MatchAst":
    case "InvalidAst":
      return false;
  }
}
