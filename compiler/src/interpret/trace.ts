import { assertNever } from "../base/assert.js";
import { aggregateNamed } from "../functions/aggregates/aggregate.table.js";
import { functionNamed } from "../functions/registry.js";
import { rowParts } from "../ir/children.js";
import type { Aggregate, Call, Expr } from "../ir/nodes.js";
import { intType } from "../types/type.js";
import { domainOfConstant, domainOfType } from "../types/facts.js";
import type { Constant, MissingReason, PresentValue, Value } from "../types/value.js";
import { bind, chosenBranch, evaluateExpr, functionArguments } from "./evaluate-expr.js";
import type { EvaluationRow } from "./evaluation-row.js";

/** Where a missing value came from. */
export interface MissingOrigin {
  /** The innermost expression that had all it needs, or a field, step or constant that is missing itself. */
  readonly expr: Expr;
  /** Null where the formula says `missing` or the step that it names has no value. */
  readonly reason: MissingReason | null;
}

/** An expression in its place, what it came to, and the parts that were evaluated for it. */
export interface Trace {
  readonly expr: Expr;
  readonly value: Value;
  /** Null where the value is present. */
  readonly origin: MissingOrigin | null;
  /** Of an aggregate over what is there: how many elements it took. */
  readonly elements?: number;
  readonly parts: readonly Trace[];
}

/** Why fields are missing, by their path joined with dots; from `readInput`. */
export type FieldReasons = ReadonlyMap<string, MissingReason>;

/** The value of every sub-expression that counted: arms of `if` and `match` up to the one taken, and so on. */
export function traceExpr(
  expr: Expr,
  row: EvaluationRow,
  reasons: FieldReasons = new Map(),
): Trace {
  const parts = partsOf(expr, row, reasons);
  const value = evaluateExpr(expr, row);
  const origin = value === null ? originOf(expr, parts, reasons) : null;
  const elements = expr.kind === "Aggregate" ? countOf(expr, row) : null;
  return elements === null
    ? { expr, value, parts, origin }
    : { expr, value, parts, origin, elements };
}

function countOf(expr: Aggregate, row: EvaluationRow): number | null {
  const count = evaluateExpr({ ...expr, fn: "count", args: [], type: intType }, row);
  return typeof count === "number" ? count : null;
}

function partsOf(expr: Expr, row: EvaluationRow, reasons: FieldReasons): readonly Trace[] {
  const trace = (child: Expr): Trace => traceExpr(child, row, reasons);
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
      return [];
    case "Let": {
      const value = trace(expr.value);
      return [value, traceExpr(expr.body, bind(row, expr.id, value.value), reasons)];
    }
    case "Negate":
    case "Not":
    case "IsMissing":
    case "In":
    case "Cast":
    case "Encode":
      return [trace(expr.operand)];
    case "Power":
      return [trace(expr.base)];
    case "Arith":
    case "Compare":
    case "Logic":
      return [trace(expr.left), trace(expr.right)];
    case "Coalesce": {
      const left = trace(expr.left);
      return left.value === null ? [left, trace(expr.right)] : [left];
    }
    case "Case": {
      const taken = chosenBranch(expr, row);
      const at = expr.arms.findIndex((arm) => arm.value === taken);
      const seen = at === -1 ? expr.arms : expr.arms.slice(0, at + 1);
      return [...seen.map((arm) => trace(arm.condition)), trace(taken)];
    }
    case "Call":
      return expr.args.map(trace);
    case "Lookup":
      return [trace(expr.key)];
    case "ListValue":
      return expr.items.map(trace);
    case "Aggregate":
      // What it evaluates for each element has as many values as there are elements.
      return rowParts(expr.collection)
        .filter(({ kind }) => kind !== "AsOf")
        .map(trace);
    default:
      return assertNever(expr);
  }
}

/** The last part decides for what passes a value on, the first missing one for everything else. */
function originOf(expr: Expr, parts: readonly Trace[], reasons: FieldReasons): MissingOrigin {
  const passesOn = expr.kind === "Let" || expr.kind === "Case" || expr.kind === "Coalesce";
  const part = passesOn ? parts.at(-1) : parts.find(({ value }) => value === null);
  return part?.origin ?? { expr, reason: reasonAt(expr, parts, reasons) };
}

function reasonAt(
  expr: Expr,
  parts: readonly Trace[],
  reasons: FieldReasons,
): MissingReason | null {
  switch (expr.kind) {
    case "FieldRef":
      return reasonOfField(expr.path, reasons);
    case "Arith": {
      const divides = expr.operator === "/" || expr.operator === "//";
      return divides && parts[1]?.value === 0 ? "division_by_zero" : "overflow";
    }
    case "Power":
      return expr.exponent < 0 && parts[0]?.value === 0 ? "division_by_zero" : "overflow";
    case "Call":
      return reasonOfCall(expr, parts);
    case "Lookup":
      return "unknown_key";
    case "TableRef":
      return "absent";
    case "Aggregate":
      return reasonOfAggregate(expr);
    default:
      return null;
  }
}

/** A field of a record is missing where the record is. */
function reasonOfField(path: readonly string[], reasons: FieldReasons): MissingReason {
  const prefixes = path.map((_, i) => path.slice(0, i + 1).join("."));
  const found = prefixes.find((prefix) => reasons.has(prefix));
  return (found === undefined ? undefined : reasons.get(found)) ?? "absent";
}

/** Too few elements, as far as its own rule tells. */
function reasonOfAggregate({ fn, args, element, collection }: Aggregate): MissingReason {
  if (collection.kind === "list" || aggregateNamed(fn).needs(args) > 0) return "empty_window";
  return element === null ? "empty_window" : "overflow";
}

/** The rule that analysis uses, asked with the arguments themselves. */
function reasonOfCall(expr: Call, parts: readonly Trace[]): MissingReason {
  const present = parts.map(({ value }) => value).filter((value) => value !== null);
  const facts = functionArguments(expr, present).map((value, i) => {
    const type = expr.args[i]?.type ?? expr.type;
    const isDay = functionNamed(expr.fn).params[i]?.type === "day";
    return isConstant(value)
      ? {
          domain: domainOfConstant(value),
          type: isDay ? ({ kind: "date" } as const) : type,
          constant: value,
        }
      : { domain: domainOfType(type), type };
  });
  return functionNamed(expr.fn).partial(facts) ?? "domain";
}

function isConstant(value: PresentValue): value is Constant {
  return typeof value !== "object" || Array.isArray(value);
}
