import type { Expr } from "../../ir/nodes.js";
import type { Block } from "../text/block.js";
import type { Code } from "./code.js";
import { settled } from "./emission.js";
import type { Emission } from "./emission.js";

export interface Arm {
  readonly condition: Expr;
  readonly value: Expr;
}

export interface Arms {
  readonly arms: readonly Arm[];
  readonly otherwise: Expr;
}

/** The value of an arm: the statements that it needs, and its code. */
export interface Outcome {
  readonly block: Block;
  readonly code: Code;
  readonly nullable: boolean;
}

export function outcomeOf(value: Expr, emission: Emission): Outcome {
  const { code, nullable } = settled(emission.value(value), emission);
  return { block: emission.block, code, nullable };
}

export function assign({ block: statements, code }: Outcome, target: string, block: Block): void {
  block.append(statements).line(`${target} = ${code.text};`);
}
