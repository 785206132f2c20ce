import { assertNever } from "../base/assert.js";
import { childrenOf } from "./children.js";
import type { Aggregate, Expr, WindowEnd } from "./nodes.js";

const keys = new WeakMap<Expr, string>();

/**
 * Two expressions with one key have the same value in every row, wherever they stand. Where it was written and
 * widening casts do not count; bindings are told apart by their id.
 */
export function structuralKey(expr: Expr): string {
  let key = keys.get(expr);
  if (key === undefined) {
    key = keyFor(expr);
    keys.set(expr, key);
  }
  return key;
}

function keyFor(expr: Expr): string {
  switch (expr.kind) {
    case "Literal":
      return `${typeof expr.value} ${JSON.stringify(expr.value)}`;
    case "Missing":
      return "missing";
    case "FieldRef":
      return `field ${expr.path.join(".")}`;
    case "AsOf":
      return "as_of";
    case "FeatureRef":
      return `step ${expr.name}`;
    case "OutputRef":
      return `output ${expr.name}`;
    case "LocalRef":
      return `local ${expr.id}`;
    case "Cast":
      return structuralKey(expr.operand);
    case "Let":
      return node(`let ${expr.id}`, expr);
    case "Arith":
    case "Compare":
    case "Logic":
      return node(`${expr.kind} ${expr.operator} ${expr.type.kind}`, expr);
    case "Power":
      return node(`power ${expr.exponent}`, expr);
    case "In":
      return node(`in ${JSON.stringify(expr.values)}`, expr);
    case "Encode":
      return node(`${expr.encoder} ${JSON.stringify(expr.values)}`, expr);
    case "Lookup":
      return node(`map ${expr.map.name}`, expr);
    case "TableRef":
      return `table ${[expr.table, ...expr.path].join(".")}`;
    case "ElementRef":
      return `element ${expr.path.join(".")}`;
    case "Aggregate":
      return node(aggregateName(expr), expr);
    case "Call":
      return node(`call ${expr.fn}`, expr);
    case "ListValue":
    case "Negate":
    case "Not":
    case "IsMissing":
    case "Coalesce":
    case "Case":
    case "Invalid":
      return node(expr.kind, expr);
    default:
      return assertNever(expr);
  }
}

function aggregateName({ fn, collection, args, where, element, ...rest }: Aggregate): string {
  const ends = (list: readonly WindowEnd[]): unknown =>
    list.map(({ offset, open }) => [offset, open]);
  const over =
    collection.kind === "list"
      ? "list"
      : [
          collection.source.name,
          ends(collection.window.lows),
          ends(collection.window.highs),
          collection.window.includesCurrent,
        ];
  const parts = [where !== null, element !== null, rest.latest, rest.skipMissing];
  return `aggregate ${JSON.stringify([fn, over, args, parts])}`;
}

function node(name: string, expr: Expr): string {
  return `${name}(${childrenOf(expr).map(structuralKey).join("; ")})`;
}
