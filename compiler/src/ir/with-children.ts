import { assertNever, internalError } from "../base/assert.js";
import type { Aggregate, CaseArm, Collection, Expr, WindowEnd } from "./nodes.js";

/** The same expression over other direct sub-expressions, in the order of `childrenOf`. */
export function withChildren(expr: Expr, children: readonly Expr[]): Expr {
  const at = (i: number): Expr => children[i] ?? internalError(`no child ${i}`);
  switch (expr.kind) {
    case "Literal":
    case "Missing":
    case "FieldRef":
    case "AsOf":
    case "FeatureRef":
    case "OutputRef":
    case "LocalRef":
    case "TableRef":
    case "ElementRef":
    case "Invalid":
      return expr;
    case "Let":
      return { ...expr, value: at(0), body: at(1) };
    case "Negate":
    case "Not":
    case "IsMissing":
    case "In":
    case "Cast":
    case "Encode":
      return { ...expr, operand: at(0) };
    case "Arith":
    case "Compare":
    case "Logic":
    case "Coalesce":
      return { ...expr, left: at(0), right: at(1) };
    case "Power":
      return { ...expr, base: at(0) };
    case "Case": {
      const arms = expr.arms.map((arm, i): CaseArm => ({
        ...arm,
        condition: at(2 * i),
        value: at(2 * i + 1),
      }));
      return { ...expr, arms, otherwise: at(2 * arms.length) };
    }
    case "Call":
      return { ...expr, args: children };
    case "Lookup":
      return { ...expr, key: at(0) };
    case "ListValue":
      return { ...expr, items: children };
    case "Aggregate":
      return aggregateOver(expr, children);
    default:
      return assertNever(expr);
  }
}

function aggregateOver(expr: Aggregate, children: readonly Expr[]): Aggregate {
  const left = [...children];
  const next = (): Expr => left.shift() ?? internalError("an aggregate has fewer parts");
  const collection = collectionOver(expr.collection, next);
  const where = expr.where === null ? null : next();
  const element = expr.element === null ? null : next();
  return { ...expr, collection, where, element };
}

function collectionOver(collection: Collection, next: () => Expr): Collection {
  if (collection.kind === "list") return { ...collection, list: next() };
  const { window } = collection;
  const ends = (list: readonly WindowEnd[]): readonly WindowEnd[] =>
    list.map((end) => ({ ...end, base: next() }));
  const lows = ends(window.lows);
  const highs = ends(window.highs);
  return { ...collection, window: { ...window, lows, highs } };
}
