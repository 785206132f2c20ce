import type { IToken } from "chevrotain";
import { assertNever } from "../base/assert.js";
import type { FormulaAst, PowerAst } from "./ast.js";
import { invalid } from "./build-context.js";
import type { BuildContext, Built } from "./build-context.js";
import type { ExpressionCstNode, OperandCstNode } from "./formula-cst.js";
import { level } from "./operator-levels.js";
import { OperatorSequence } from "./operator-sequence.js";
import type { Tail } from "./operator-sequence.js";
import { buildPower } from "./build-power.js";
import * as t from "./tokens.js";

/** Applies precedence to the flat sequence of an expression. */
export function buildOperators(node: ExpressionCstNode, context: BuildContext): Built {
  const sequence = new OperatorSequence(node);
  const first = sequence.first;
  if (!sequence.hasOperators && first.children.PrefixOperator === undefined) {
    return context.operand(first);
  }
  return new OperatorBuilder(sequence, context).climb(first, 0, level.expression);
}

export class OperatorBuilder {
  constructor(
    readonly sequence: OperatorSequence,
    readonly context: BuildContext,
  ) {}

  /** The longest part, from prefix `prefixAt` of the operand on, whose operators bind at least so tightly. */
  climb(operand: OperandCstNode, prefixAt: number, least: number): Built {
    let left = this.prefixed(operand, prefixAt, least);
    let previous: Tail | undefined;
    for (;;) {
      const tail = this.sequence.peek();
      if (tail === undefined || tail.level < least) return left;
      this.sequence.advance();
      left =
        previous !== undefined && chains(previous, tail)
          ? this.chained(left, previous, tail)
          : this.combine(left, tail);
      previous = tail;
    }
  }

  private prefixed(operand: OperandCstNode, prefixAt: number, least: number): Built {
    const { PrefixOperator: prefixes, conditional, choice, suffix } = operand.children;
    const prefix = prefixes?.[prefixAt];
    if (prefix === undefined) {
      const built = this.context.operand(operand);
      const construct =
        conditional !== undefined ? "if" : choice !== undefined ? "match" : undefined;
      const alone = !this.sequence.hasOperators && prefixes === undefined;
      if (construct !== undefined && suffix === undefined && !alone) {
        this.needsParentheses(construct, built);
      }
      return built;
    }
    const start = prefix.startOffset;
    if (prefix.tokenType === t.Not) {
      const inner = this.climb(operand, prefixAt + 1, level.not);
      if (least > level.not && !this.context.reported.has(prefix)) {
        this.needsParentheses("not", { start, end: inner.end });
      }
      return this.node(start, inner.end, { kind: "NotAst", operand: inner.ast });
    }
    const raised = prefixAt + 1 === prefixes?.length && this.sequence.peek()?.kind === "power";
    // The sign of an exponent belongs to its number: `x ^ -2 ^ 3` is a chain.
    const inner = this.climb(operand, prefixAt + 1, Math.max(level.negate, least));
    if (raised && inner.ast.kind === "PowerAst") this.negatedPower(start, inner, inner.ast);
    return this.node(start, inner.end, { kind: "NegateAst", operand: inner.ast });
  }

  private combine(left: Built, tail: Tail): Built {
    const { context } = this;
    switch (tail.kind) {
      case "missing": {
        if (tail.superfluousNot !== undefined) {
          context.report.report("formula/wrong-word", tail.token.startOffset, tail.end, {
            found: context.report.quote(tail.token.startOffset, tail.end),
            write: tail.negated ? "is present" : "is missing",
          });
        }
        const { negated } = tail;
        return this.node(left.start, tail.end, {
          kind: "IsMissingAst",
          operand: left.ast,
          negated,
        });
      }
      case "in":
        return this.membership(left, tail);
      case "power":
        return buildPower(left, tail.token, this.climb(tail.operand, 0, level.operand), context);
      case "modulo": {
        const right = this.climb(tail.operand, 0, tail.level + 1);
        return this.node(left.start, right.end, {
          kind: "CallAst",
          callee: "mod",
          calleeSpan: this.tokenSpan(tail.token),
          args: [
            { value: left.ast, span: left.ast.span },
            { value: right.ast, span: right.ast.span },
          ],
        });
      }
      case "range": {
        const right = this.climb(tail.operand, 0, tail.level + 1);
        if (!context.reported.has(tail.token)) {
          context.report.report("formula/range-outside-in", left.start, right.end, {});
        }
        return invalid(context, left.start, right.end);
      }
      case "binary": {
        const rightLeast = tail.operator === "??" ? tail.level : tail.level + 1;
        const right = this.climb(tail.operand, 0, rightLeast);
        if (tail.level === level.compare && this.comparesMissing(left, tail, right)) {
          return invalid(context, left.start, right.end);
        }
        return this.node(left.start, right.end, {
          kind: "BinaryAst",
          operator: tail.operator,
          operatorSpan: this.tokenSpan(tail.token),
          left: left.ast,
          right: right.ast,
        });
      }
      default:
        return assertNever(tail);
    }
  }

  private membership(left: Built, tail: Tail & { readonly kind: "in" }): Built {
    const low = this.climb(tail.operand, 0, level.add);
    const { negated } = tail;
    const range = this.sequence.peek();
    if (range?.kind === "range") {
      this.sequence.advance();
      const high = this.climb(range.operand, 0, level.add);
      return this.node(left.start, high.end, {
        kind: "InRangeAst",
        operand: left.ast,
        low: low.ast,
        high: high.ast,
        negated,
      });
    }
    if (low.ast.kind === "ListAst") {
      const { items } = low.ast;
      if (items.some((item) => item.kind === "MissingAst")) {
        this.reportMissing(left.start, low.end, `${this.quote(left)} is missing`);
      }
      return this.node(left.start, low.end, {
        kind: "InListAst",
        operand: left.ast,
        items,
        negated,
      });
    }
    if (low.ast.kind !== "InvalidAst") {
      this.context.report.report("formula/in-needs-list", low.start, low.end, {
        found: this.quote(low),
      });
    }
    return invalid(this.context, left.start, low.end);
  }

  private comparesMissing(
    left: Built,
    tail: Tail & { readonly kind: "binary" },
    right: Built,
  ): boolean {
    const leftMissing = left.ast.kind === "MissingAst";
    if (!leftMissing && right.ast.kind !== "MissingAst") return false;
    const tested = this.quote(leftMissing ? right : left);
    const test = tail.operator === "!=" ? "is present" : "is missing";
    const missing = leftMissing ? left : right;
    // `a == null` has one remedy, and it is not `a == missing`.
    this.context.report.withdraw("formula/wrong-word", missing.start, missing.end);
    this.reportMissing(left.start, right.end, `${tested} ${test}`);
    return true;
  }

  private reportMissing(start: number, end: number, rewrite: string): void {
    this.context.report.report("formula/compare-missing", start, end, { rewrite });
  }

  /** A second operator of a level that does not chain: reported once, and all of the chain is left out. */
  private chained(left: Built, previous: Tail, tail: Tail): Built {
    const { report } = this.context;
    const end = this.skip(tail);
    if (left.ast.kind === "InvalidAst") return invalid(this.context, left.start, end);
    if (tail.level === level.power) {
      report.report("formula/exponent", left.start, end, {
        problem: "chained",
        text: "",
        base: this.quote(left),
      });
    } else {
      report.report("formula/chained-comparison", left.start, end, {
        rewrite: this.rewriteChain(left, previous, tail, end),
      });
    }
    return invalid(this.context, left.start, end);
  }

  private rewriteChain(left: Built, previous: Tail, tail: Tail, end: number): string | undefined {
    if (previous.kind !== "binary" || tail.kind !== "binary") return undefined;
    const { report } = this.context;
    const middle = report.quote(
      previous.token.startOffset + previous.token.image.length,
      tail.token.startOffset,
    );
    const last = report.quote(tail.token.startOffset + tail.token.image.length, end);
    return `${this.quote(left)} and ${middle} ${tail.operator} ${last}`;
  }

  private skip(tail: Tail): number {
    return tail.kind === "missing" ? tail.end : this.climb(tail.operand, 0, tail.level + 1).end;
  }

  private negatedPower(start: number, inner: Built, power: PowerAst): void {
    const { report } = this.context;
    const text = report.quote(inner.start, inner.end);
    report.report("formula/negated-power", start, inner.end, {
      base: text.slice(0, text.search(/\s*(?:\^|\*\*)[^^*]*$/)),
      exponent: String(power.exponent),
    });
  }

  private needsParentheses(
    construct: "if" | "match" | "not",
    place: { readonly start: number; readonly end: number },
  ): void {
    this.context.report.report("formula/needs-parentheses", place.start, place.end, { construct });
  }

  private quote(built: Built): string {
    return this.context.report.quote(built.start, built.end);
  }

  private tokenSpan(token: IToken): FormulaAst["span"] {
    return this.context.report.span(token.startOffset, token.startOffset + token.image.length);
  }

  private node(start: number, end: number, ast: SpanlessAst): Built {
    // The union without `span` is rejoined with it: every member gets back what `Omit` took.
    return {
      ast: { ...ast, span: this.context.report.span(start, end) } as FormulaAst,
      start,
      end,
    };
  }
}

/** Operators that do not follow one another without parentheses. */
function chains(previous: Tail, tail: Tail): boolean {
  const { level: binds } = tail;
  return binds === previous.level && (binds === level.compare || binds === level.power);
}

type SpanlessAst = FormulaAst extends infer Ast
  ? Ast extends FormulaAst
    ? Omit<Ast, "span">
    : never
  : never;
