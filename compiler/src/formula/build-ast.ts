import type { IToken } from "chevrotain";
import { internalError } from "../base/assert.js";
import type { FormulaAst } from "./ast.js";
import { buildArguments } from "./build-call.js";
import { invalid } from "./build-context.js";
import type { BuildContext, Built } from "./build-context.js";
import { buildSimple } from "./build-literal.js";
import { buildMatch } from "./build-match.js";
import { buildOperators } from "./build-operators.js";
import type {
  BranchCstNode,
  ConditionalCstNode,
  ExpressionCstNode,
  FormulaCstNode,
  ListCstNode,
  OperandCstNode,
  SuffixCstNode,
  TernaryCstNode,
} from "./formula-cst.js";
import type { FormulaReport } from "./formula-report.js";
import { tokenEnd } from "./token-place.js";

/** The AST of a syntax tree without errors; what the grammar lets through and the language does not is reported. */
export function buildFormula(
  tree: FormulaCstNode,
  reported: ReadonlySet<IToken>,
  report: FormulaReport,
): FormulaAst {
  const context: BuildContext = {
    report,
    reported,
    expression: (node) => buildExpression(node, context),
    operand: (node) => buildOperand(node, context),
  };
  return buildExpression(only(tree.children.expression), context).ast;
}

function only<T>(nodes: readonly T[] | undefined): T {
  return nodes?.[0] ?? internalError("incomplete syntax tree");
}

function buildExpression(node: ExpressionCstNode, context: BuildContext): Built {
  const condition = buildOperators(node, context);
  const ternary = node.children.ternary?.[0];
  return ternary === undefined ? condition : buildTernary(condition, ternary, context);
}

function buildTernary(
  condition: Built,
  { children }: TernaryCstNode,
  context: BuildContext,
): Built {
  const [then, otherwise] = children.expression;
  if (then === undefined || otherwise === undefined) return internalError("incomplete ternary");
  const { report } = context;
  const thenBuilt = context.expression(then);
  const elseBuilt = context.expression(otherwise);
  const { start } = condition;
  const { end } = elseBuilt;
  const quote = (built: Built): string => report.quote(built.start, built.end) || "…";
  report.report("formula/ternary", start, end, {
    rewrite: `if ${quote(condition)} then ${quote(thenBuilt)} else ${quote(elseBuilt)}`,
  });
  const ast: FormulaAst = {
    kind: "IfAst",
    condition: condition.ast,
    // oxlint-disable-next-line unicorn/no-thenable -- a node of the tree, which nothing awaits
    then: thenBuilt.ast,
    otherwise: elseBuilt.ast,
    span: report.span(start, end),
  };
  return { ast, start, end };
}

function buildOperand(node: OperandCstNode, context: BuildContext): Built {
  const built = buildPrimary(node, context);
  const { suffix } = node.children;
  return suffix === undefined
    ? built
    : suffix.reduce((object, next) => buildSuffix(object, next, context), built);
}

function buildPrimary({ children }: OperandCstNode, context: BuildContext): Built {
  const { Simple, group, list, conditional, choice } = children;
  if (Simple !== undefined) {
    const token = only(Simple);
    return {
      ast: buildSimple(token, context.report),
      start: token.startOffset,
      end: tokenEnd(token),
    };
  }
  if (group !== undefined) {
    const inner = only(group).children;
    return {
      ast: context.expression(only(inner.expression)).ast,
      start: only(inner.OpenParen).startOffset,
      end: tokenEnd(only(inner.CloseParen)),
    };
  }
  if (list !== undefined) return buildList(only(list), context);
  if (conditional !== undefined) return buildConditional(only(conditional), context);
  return buildMatch(only(choice), context);
}

function buildList({ children }: ListCstNode, context: BuildContext): Built {
  const start = only(children.OpenBracket).startOffset;
  const end = tokenEnd(only(children.CloseBracket));
  const items = (children.expression ?? []).map((item) => context.expression(item).ast);
  return { ast: { kind: "ListAst", items, span: context.report.span(start, end) }, start, end };
}

function buildSuffix(object: Built, { children }: SuffixCstNode, context: BuildContext): Built {
  const { report } = context;
  const { start } = object;
  if (children.Dot !== undefined) {
    const member = only(children.Word);
    const end = tokenEnd(member);
    return {
      ast: {
        kind: "MemberAst",
        object: object.ast,
        member: member.image,
        memberSpan: report.span(member.startOffset, end),
        span: report.span(start, end),
      },
      start,
      end,
    };
  }
  if (children.OpenBracket !== undefined) {
    const end = tokenEnd(only(children.CloseBracket));
    const index = context.expression(only(children.expression)).ast;
    return {
      ast: { kind: "IndexAst", object: object.ast, index, span: report.span(start, end) },
      start,
      end,
    };
  }
  const end = tokenEnd(only(children.CloseParen));
  const built = buildArguments(children.argument ?? [], context);
  if (object.ast.kind !== "NameAst" || object.end - start !== object.ast.name.length) {
    if (object.ast.kind !== "InvalidAst") {
      const found = report.quote(start, object.end);
      report.report("formula/call-target", start, object.end, { found });
    }
    return invalid(context, start, end);
  }
  return {
    ast: {
      kind: "CallAst",
      callee: object.ast.name,
      calleeSpan: object.ast.span,
      ...built,
      span: report.span(start, end),
    },
    start,
    end,
  };
}

function buildConditional({ children }: ConditionalCstNode, context: BuildContext): Built {
  const { report } = context;
  const last = children.expression?.[0];
  let otherwise = last === undefined ? undefined : context.expression(last);
  const branches = children.branch;
  const first = only(branches).children;
  const start = only(first.If).startOffset;
  let result: Built | undefined;
  for (let i = branches.length - 1; i >= 0; i--) {
    const branch: BranchCstNode = branches[i] ?? internalError("incomplete branch");
    const [condition, then] = branch.children.expression;
    if (condition === undefined || then === undefined) return internalError("incomplete branch");
    const from = only(branch.children.If).startOffset;
    const conditionBuilt = context.expression(condition);
    const thenBuilt = context.expression(then);
    const end: number = otherwise?.end ?? thenBuilt.end;
    if (otherwise === undefined) report.report("formula/missing-else", from, end, {});
    const ast: FormulaAst = {
      kind: "IfAst",
      condition: conditionBuilt.ast,
      // oxlint-disable-next-line unicorn/no-thenable -- a node of the tree, which nothing awaits
      then: thenBuilt.ast,
      ...(otherwise === undefined ? {} : { otherwise: otherwise.ast }),
      span: report.span(from, end),
    };
    result = { ast, start: from, end };
    otherwise = result;
  }
  return result ?? invalid(context, start, start);
}
