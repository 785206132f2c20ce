import type { IToken, TokenType } from "chevrotain";
import { internalError } from "../base/assert.js";
import type { BinaryOperator } from "./ast.js";
import type { ExpressionCstNode, OperandCstNode, TailCstNode } from "./formula-cst.js";
import { binaryOperators, level, operatorLevels } from "./operator-levels.js";
import { tokenEnd } from "./token-place.js";
import * as t from "./tokens.js";

/** What may stand behind an operand. */
export type Tail =
  | {
      readonly kind: "binary";
      readonly level: number;
      readonly token: IToken;
      readonly operator: BinaryOperator;
      readonly operand: OperandCstNode;
    }
  | {
      readonly kind: "in";
      readonly level: number;
      readonly token: IToken;
      readonly negated: boolean;
      readonly operand: OperandCstNode;
    }
  | {
      readonly kind: "power" | "range" | "modulo";
      readonly level: number;
      readonly token: IToken;
      readonly operand: OperandCstNode;
    }
  | {
      readonly kind: "missing";
      readonly level: number;
      readonly token: IToken;
      readonly negated: boolean;
      /** `is not missing` is read as `is present`, and reported. */
      readonly superfluousNot: IToken | undefined;
      readonly end: number;
    };

/** The operators and operands of an expression in the order of the text, with the place reached. */
export class OperatorSequence {
  readonly first: OperandCstNode;
  readonly #tails: readonly TailCstNode[];
  #next = 0;
  #peeked: Tail | undefined;

  constructor(node: ExpressionCstNode) {
    this.first = node.children.operand[0] ?? internalError("expression without operand");
    this.#tails = node.children.tail ?? [];
  }

  get hasOperators(): boolean {
    return this.#tails.length > 0;
  }

  peek(): Tail | undefined {
    const node = this.#tails[this.#next];
    if (node === undefined) return undefined;
    this.#peeked ??= readTail(node);
    return this.#peeked;
  }

  advance(): void {
    this.#next++;
    this.#peeked = undefined;
  }
}

const otherOperators: ReadonlyMap<TokenType, readonly ["power" | "range" | "modulo", number]> =
  new Map([
    [t.Power, ["power", level.power]],
    [t.Range, ["range", level.range]],
    [t.Modulo, ["modulo", level.multiply]],
  ] as const);

function readTail({ children }: TailCstNode): Tail {
  const token = children.BinaryOperator?.[0];
  const operand = children.operand?.[0];
  if (token !== undefined && operand !== undefined) return readBinary(token, operand);
  const not = children.Not?.[0];
  if (not !== undefined && operand !== undefined) {
    return { kind: "in", level: level.compare, token: not, negated: true, operand };
  }
  const is = children.Is?.[0];
  const last = children.Missing?.[0] ?? children.Present?.[0];
  if (is === undefined || last === undefined) return internalError("incomplete syntax tree");
  return {
    kind: "missing",
    level: level.compare,
    token: is,
    negated: (children.Present !== undefined) !== (not !== undefined),
    superfluousNot: not,
    end: tokenEnd(last),
  };
}

function readBinary(token: IToken, operand: OperandCstNode): Tail {
  const operator = binaryOperators.get(token.tokenType);
  if (operator !== undefined) {
    return { kind: "binary", level: operatorLevels[operator], token, operator, operand };
  }
  if (token.tokenType === t.In) {
    return { kind: "in", level: level.compare, token, negated: false, operand };
  }
  const [kind, binds] =
    otherOperators.get(token.tokenType) ?? internalError(`${token.tokenType.name} is no operator`);
  return { kind, level: binds, token, operand };
}
