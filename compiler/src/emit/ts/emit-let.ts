import { internalError } from "../../base/assert.js";
import { walk } from "../../ir/children.js";
import type { Let, LocalRef } from "../../ir/nodes.js";
import { isReference } from "./emission.js";
import type { Emission, Value } from "./emission.js";

/** Binds an argument or the subject of a `match` once, unless its code is written only once anyway. */
export function bindLet(expr: Let, emission: Emission): void {
  const value = emission.value(expr.value);
  const isBare = value.guard === null && (isReference(value.code) || value.code.isLiteral === true);
  const isPlain = isBare && value.requires.length === 0 && value.code.operator !== "conditional";
  const isKept = isPlain || usesOf(expr) <= 1;
  emission.locals.set(expr.id, isKept ? value : emission.bind(value, emission.takeName(expr.name)));
}

export function emitLet(expr: Let, emission: Emission): Value {
  bindLet(expr, emission);
  return emission.value(expr.body);
}

export function emitLocal(expr: LocalRef, emission: Emission): Value {
  const value = emission.locals.get(expr.id) ?? internalError(`no local ${expr.name}`);
  const isKnown = value.nullable && emission.narrowed.has(value.code.text);
  return isKnown ? { ...value, nullable: false } : value;
}

function usesOf(expr: Let): number {
  let uses = 0;
  walk(expr.body, (node) => {
    if (node.kind === "LocalRef" && node.id === expr.id) uses++;
  });
  return uses;
}
