import { internalError } from "../../base/assert.js";
import { childrenOf, elementParts, rowParts } from "../../ir/children.js";
import type { Facts } from "../../ir/facts.js";
import type { Expr, Let, LocalRef } from "../../ir/nodes.js";
import { Block } from "../text/block.js";
import { nullCode } from "./code.js";
import { isReference } from "./emission.js";
import type { Emission, Value } from "./emission.js";
import { countIdentifiers, identifierCounts } from "./identifiers.js";

/** Binds an argument or the subject of a `match` once, unless its code is written only once anyway. */
export function emitLet(expr: Let, emission: Emission): Value {
  const binding = emission.branch([], new Block());
  const value = binding.value(expr.value);
  if (isPlain(value) || usesOf(expr, emission.scope.facts) <= 1) {
    emission.block.append(binding.block);
    emission.locals.set(expr.id, value);
    return emission.value(expr.body);
  }
  const bound = binding.bind(value, expr.value.type, binding.takeName(expr.name));
  emission.locals.set(expr.id, bound);
  const body = emission.branch([], new Block());
  const result = body.value(expr.body);
  // What reads it may have been proved away.
  if (reads(bound.code.text, result, body.block)) emission.block.append(binding.block);
  emission.block.append(body.block);
  return result;
}

function isPlain({ code, requires, guard }: Value): boolean {
  const isTight = code.operator === "primary" || code.operator === "unary";
  const isBare = isReference(code) || (code.isLiteral === true && isTight) || code === nullCode;
  return isBare && guard === null && requires.length === 0;
}

function reads(name: string, { code, requires }: Value, block: Block): boolean {
  const counts = identifierCounts(block.parts);
  for (const text of [code.text, ...requires]) countIdentifiers(text, counts);
  return counts.has(name);
}

export function emitLocal(expr: LocalRef, emission: Emission): Value {
  const value = emission.locals.get(expr.id) ?? internalError(`no local ${expr.name}`);
  const isKnown = value.nullable && emission.narrowed.has(value.code.text);
  return isKnown ? { ...value, nullable: false } : value;
}

function usesOf(expr: Let, facts: Facts): number {
  let uses = 0;
  const count = (node: Expr): void => {
    if (node.kind === "LocalRef" && node.id === expr.id && facts.isReachable(node)) uses++;
    // What is read for each element is bound once, in front of the loop.
    if (node.kind !== "Aggregate") childrenOf(node).forEach(count);
    else {
      rowParts(node.collection).forEach(count);
      elementParts(node).forEach((part) => {
        count(part);
        count(part);
      });
    }
  };
  count(expr.body);
  return uses;
}
