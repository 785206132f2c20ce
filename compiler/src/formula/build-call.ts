import { internalError } from "../base/assert.js";
import type { ArgumentAst, IntervalAst, SelectionAst } from "./ast.js";
import type { BuildContext } from "./build-context.js";
import type { ArgumentCstNode, ClauseCstNode, IntervalCstNode } from "./formula-cst.js";
import { tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";

export interface BuiltArguments {
  readonly args: readonly ArgumentAst[];
  readonly selection?: SelectionAst;
}

/** The arguments of a call; the clauses of an aggregate stand behind the first. */
export function buildArguments(
  nodes: readonly ArgumentCstNode[],
  context: BuildContext,
): BuiltArguments {
  let selection: SelectionAst | undefined;
  const args = nodes.map(({ children }, index): ArgumentAst => {
    const value = context.expression(children.expression[0] ?? internalError("empty argument"));
    const name = children.Word?.[0];
    if (children.clause !== undefined) {
      const built = buildSelection(children.clause, context);
      if (index === 0) selection = built;
      else reportPlace(children.clause, context);
    }
    const start = name?.startOffset ?? value.start;
    return {
      value: value.ast,
      span: context.report.span(start, value.end),
      ...(name === undefined ? {} : { name: name.image }),
    };
  });
  return selection === undefined ? { args } : { args, selection };
}

type ClauseName = "where" | "within" | "during" | "latest" | "skip missing";

/** Clauses of one rank exclude each other. */
const clauseRanks: Readonly<Record<ClauseName, number>> = {
  where: 0,
  within: 1,
  during: 1,
  latest: 2,
  "skip missing": 3,
};

function buildSelection(nodes: readonly ClauseCstNode[], context: BuildContext): SelectionAst {
  const parts: { -readonly [Key in keyof SelectionAst]?: SelectionAst[Key] } = {};
  const said: ClauseName[] = [];
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const node of nodes) {
    const clause = readClause(node, context);
    start = Math.min(start, clause.start);
    end = clause.end;
    const problem = clauseProblem(clause.name, said);
    if (problem !== undefined) {
      context.report.report("formula/selection-order", clause.start, clause.end, {
        clause: clause.name,
        problem,
      });
    }
    said.push(clause.name);
    Object.assign(parts, clause.part);
  }
  return { skipMissing: false, ...parts, span: context.report.span(start, end) };
}

function clauseProblem(
  name: ClauseName,
  said: readonly ClauseName[],
): "twice" | "order" | "two-windows" | undefined {
  if (said.includes(name)) return "twice";
  const rank = clauseRanks[name];
  if (said.some((other) => clauseRanks[other] === rank)) return "two-windows";
  return said.some((other) => clauseRanks[other] > rank) ? "order" : undefined;
}

interface BuiltClause {
  readonly name: ClauseName;
  readonly part: Partial<SelectionAst>;
  readonly start: number;
  readonly end: number;
}

function readClause({ children }: ClauseCstNode, context: BuildContext): BuiltClause {
  const skip = children.Skip?.[0];
  if (skip !== undefined) {
    const end = tokenEnd(children.Missing?.[0] ?? skip);
    return { name: "skip missing", part: { skipMissing: true }, start: skip.startOffset, end };
  }
  const during = children.During?.[0];
  const interval = children.interval?.[0];
  if (during !== undefined && interval !== undefined) {
    const { start, end, ast } = buildInterval(interval, during.startOffset, context);
    return { name: "during", part: { during: ast }, start, end };
  }
  const expression = children.expression?.[0] ?? internalError("clause without expression");
  const { ast, end } = context.expression(expression);
  const [name, token] =
    children.Where !== undefined
      ? (["where", children.Where[0]] as const)
      : children.Within !== undefined
        ? (["within", children.Within[0]] as const)
        : (["latest", children.Latest?.[0]] as const);
  const start = token?.startOffset ?? internalError("clause without keyword");
  return { name, part: { [name]: ast }, start, end };
}

function buildInterval(
  { children }: IntervalCstNode,
  start: number,
  context: BuildContext,
): { readonly ast: IntervalAst; readonly start: number; readonly end: number } {
  const [low, high] = children.expression;
  const open = children.IntervalOpen[0];
  const close = children.IntervalClose[0];
  if (low === undefined || high === undefined || open === undefined || close === undefined) {
    return internalError("incomplete interval");
  }
  const end = tokenEnd(close);
  const ast: IntervalAst = {
    low: context.expression(low).ast,
    high: context.expression(high).ast,
    lowOpen: open.tokenType === t.OpenParen,
    highOpen: close.tokenType === t.CloseParen,
    span: context.report.span(open.startOffset, end),
  };
  return { ast, start, end };
}

function reportPlace(nodes: readonly ClauseCstNode[], context: BuildContext): void {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return;
  const { name, start } = readClause(first, context);
  context.report.report("formula/selection-place", start, readClause(last, context).end, {
    clause: name,
  });
}
