// Generated from grammar.ts by `npx jiti compiler/scripts/generate-cst-types.ts`. Do not edit.
import type { CstNode, ICstVisitor, IToken } from "chevrotain";

export interface FormulaCstNode extends CstNode {
  name: "formula";
  children: FormulaCstChildren;
}

export type FormulaCstChildren = {
  expression: ExpressionCstNode[];
};

export interface ExpressionCstNode extends CstNode {
  name: "expression";
  children: ExpressionCstChildren;
}

export type ExpressionCstChildren = {
  operand: OperandCstNode[];
  tail?: TailCstNode[];
  ternary?: TernaryCstNode[];
};

export interface TailCstNode extends CstNode {
  name: "tail";
  children: TailCstChildren;
}

export type TailCstChildren = {
  BinaryOperator?: IToken[];
  operand?: OperandCstNode[];
  Not?: IToken[];
  In?: IToken[];
  Is?: IToken[];
  Missing?: IToken[];
  Present?: IToken[];
};

export interface TernaryCstNode extends CstNode {
  name: "ternary";
  children: TernaryCstChildren;
}

export type TernaryCstChildren = {
  Question: IToken[];
  expression: ExpressionCstNode[];
  Colon: IToken[];
};

export interface OperandCstNode extends CstNode {
  name: "operand";
  children: OperandCstChildren;
}

export type OperandCstChildren = {
  PrefixOperator?: IToken[];
  Simple?: IToken[];
  group?: GroupCstNode[];
  list?: ListCstNode[];
  conditional?: ConditionalCstNode[];
  choice?: ChoiceCstNode[];
  suffix?: SuffixCstNode[];
};

export interface GroupCstNode extends CstNode {
  name: "group";
  children: GroupCstChildren;
}

export type GroupCstChildren = {
  OpenParen: IToken[];
  expression: ExpressionCstNode[];
  CloseParen: IToken[];
};

export interface ListCstNode extends CstNode {
  name: "list";
  children: ListCstChildren;
}

export type ListCstChildren = {
  OpenBracket: IToken[];
  expression?: ExpressionCstNode[];
  Comma?: IToken[];
  CloseBracket: IToken[];
};

export interface SuffixCstNode extends CstNode {
  name: "suffix";
  children: SuffixCstChildren;
}

export type SuffixCstChildren = {
  Dot?: IToken[];
  Word?: IToken[];
  OpenBracket?: IToken[];
  expression?: ExpressionCstNode[];
  CloseBracket?: IToken[];
  OpenParen?: IToken[];
  argument?: ArgumentCstNode[];
  Comma?: IToken[];
  CloseParen?: IToken[];
};

export interface ArgumentCstNode extends CstNode {
  name: "argument";
  children: ArgumentCstChildren;
}

export type ArgumentCstChildren = {
  Word?: IToken[];
  Colon?: IToken[];
  expression: ExpressionCstNode[];
  clause?: ClauseCstNode[];
};

export interface ClauseCstNode extends CstNode {
  name: "clause";
  children: ClauseCstChildren;
}

export type ClauseCstChildren = {
  Where?: IToken[];
  expression?: ExpressionCstNode[];
  Within?: IToken[];
  During?: IToken[];
  interval?: IntervalCstNode[];
  Latest?: IToken[];
  Skip?: IToken[];
  Missing?: IToken[];
};

export interface IntervalCstNode extends CstNode {
  name: "interval";
  children: IntervalCstChildren;
}

export type IntervalCstChildren = {
  IntervalOpen: IToken[];
  expression: ExpressionCstNode[];
  Comma: IToken[];
  IntervalClose: IToken[];
};

export interface ConditionalCstNode extends CstNode {
  name: "conditional";
  children: ConditionalCstChildren;
}

export type ConditionalCstChildren = {
  branch: BranchCstNode[];
  Else?: IToken[];
  expression?: ExpressionCstNode[];
};

export interface BranchCstNode extends CstNode {
  name: "branch";
  children: BranchCstChildren;
}

export type BranchCstChildren = {
  If: IToken[];
  expression: ExpressionCstNode[];
  Then: IToken[];
};

export interface ChoiceCstNode extends CstNode {
  name: "choice";
  children: ChoiceCstChildren;
}

export type ChoiceCstChildren = {
  Match: IToken[];
  expression: ExpressionCstNode[];
  OpenBrace: IToken[];
  arm?: ArmCstNode[];
  Comma?: IToken[];
  CloseBrace: IToken[];
};

export interface ArmCstNode extends CstNode {
  name: "arm";
  children: ArmCstChildren;
}

export type ArmCstChildren = {
  pattern: PatternCstNode[];
  Bar?: IToken[];
  Arrow: IToken[];
  expression: ExpressionCstNode[];
};

export interface PatternCstNode extends CstNode {
  name: "pattern";
  children: PatternCstChildren;
}

export type PatternCstChildren = {
  CompareOperator?: IToken[];
  expression: ExpressionCstNode[];
};

export interface ICstNodeVisitor<IN, OUT> extends ICstVisitor<IN, OUT> {
  formula(children: FormulaCstChildren, param?: IN): OUT;
  expression(children: ExpressionCstChildren, param?: IN): OUT;
  tail(children: TailCstChildren, param?: IN): OUT;
  ternary(children: TernaryCstChildren, param?: IN): OUT;
  operand(children: OperandCstChildren, param?: IN): OUT;
  group(children: GroupCstChildren, param?: IN): OUT;
  list(children: ListCstChildren, param?: IN): OUT;
  suffix(children: SuffixCstChildren, param?: IN): OUT;
  argument(children: ArgumentCstChildren, param?: IN): OUT;
  clause(children: ClauseCstChildren, param?: IN): OUT;
  interval(children: IntervalCstChildren, param?: IN): OUT;
  conditional(children: ConditionalCstChildren, param?: IN): OUT;
  branch(children: BranchCstChildren, param?: IN): OUT;
  choice(children: ChoiceCstChildren, param?: IN): OUT;
  arm(children: ArmCstChildren, param?: IN): OUT;
  pattern(children: PatternCstChildren, param?: IN): OUT;
}
