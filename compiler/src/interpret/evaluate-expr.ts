import { assertNever, internalError } from "../base/assert.js";
import { functionNamed } from "../functions/registry.js";
import type {
  Arith,
  ArithOperator,
  Call,
  Case,
  Encode,
  Expr,
  Logic,
  Lookup,
  Power,
  TableRef,
} from "../ir/nodes.js";
import type { PresentValue, Value } from "../types/value.js";
import { evaluateAggregate } from "./evaluate-aggregate.js";
import { compareValues } from "./compare-values.js";
import type { EvaluationRow } from "./evaluation-row.js";
import { withinType } from "./within-type.js";

export type { EvaluationRow } from "./evaluation-row.js";

/** The reference meaning of an expression. `null` is missing; numbers are finite and never -0. */
export function evaluateExpr(expr: Expr, row: EvaluationRow): Value {
  const evaluate = (child: Expr): Value => evaluateExpr(child, row);
  switch (expr.kind) {
    case "Literal":
      return expr.value;
    case "Missing":
      return null;
    case "FieldRef":
      return within(row.input, expr.path);
    case "AsOf":
      return row.asOf;
    case "FeatureRef":
      return known(row.steps.get(expr.name), `step ${expr.name}`);
    case "OutputRef":
      return known(ownEntry(row.outputs, expr.name), `output ${expr.name}`);
    case "LocalRef":
      return known(row.locals.get(expr.id), `local ${expr.name}`);
    case "Let":
      return evaluateExpr(expr.body, bind(row, expr.id, evaluate(expr.value)));
    case "Negate": {
      const operand = evaluate(expr.operand);
      return operand === null ? null : 0 - numberOf(operand);
    }
    case "Arith":
      return arithmetic(expr, evaluate(expr.left), evaluate(expr.right));
    case "Power":
      return power(expr, evaluate(expr.base));
    case "Compare": {
      const left = evaluate(expr.left);
      const right = evaluate(expr.right);
      return left === null || right === null ? null : compareValues(expr.operator, left, right);
    }
    case "Logic":
      return kleene(expr, evaluate(expr.left), evaluate(expr.right));
    case "Not": {
      const operand = evaluate(expr.operand);
      return operand === null ? null : !operand;
    }
    case "IsMissing":
      return evaluate(expr.operand) === null;
    case "Coalesce":
      return evaluate(expr.left) ?? evaluate(expr.right);
    case "Case":
      return evaluate(chosenBranch(expr, row));
    case "In": {
      const operand = evaluate(expr.operand);
      return operand === null ? null : expr.values.some((value) => value === operand);
    }
    case "Cast":
      return evaluate(expr.operand);
    case "Call":
      return call(expr, expr.args.map(evaluate));
    case "Lookup":
      return lookUp(expr, evaluate(expr.key));
    case "Encode":
      return encode(expr, evaluate(expr.operand));
    case "TableRef":
      return within(tableRecord(expr, row), expr.path);
    case "ElementRef":
      return within(known(row.element, "element"), expr.path);
    case "ListValue":
      return expr.items.map(evaluate);
    case "Aggregate":
      return evaluateAggregate(expr, row, evaluateExpr);
    case "Invalid":
      return internalError("an expression with an error reached the interpreter");
    default:
      return assertNever(expr);
  }
}

/** The row inside a `Let`. */
export function bind(row: EvaluationRow, id: number, value: Value): EvaluationRow {
  return { ...row, locals: new Map(row.locals).set(id, value) };
}

/** The value of the first arm whose condition is true; a missing condition does not hold. */
export function chosenBranch(expr: Case, row: EvaluationRow): Expr {
  const arm = expr.arms.find(({ condition }) => evaluateExpr(condition, row) === true);
  return arm === undefined ? expr.otherwise : arm.value;
}

/** The arguments as functions take them: a timestamp where a day is wanted stands for its day in UTC. */
export function functionArguments(
  expr: Call,
  args: readonly PresentValue[],
): readonly PresentValue[] {
  const { params } = functionNamed(expr.fn);
  return args.map((value, i) => {
    const isDay = (params[i] ?? params.at(-1))?.type === "day";
    return isDay && expr.args[i]?.type.kind === "timestamp"
      ? Math.floor(numberOf(value) / millisPerDay)
      : value;
  });
}

const millisPerDay = 86_400_000;

function tableRecord({ table }: TableRef, row: EvaluationRow): Value {
  const record = row.sources.tables[table];
  return record === undefined ? internalError(`the row has no ${table}`) : record;
}

/** A field of a record, also inside others; missing where one of them is. */
function within(record: Value, path: readonly string[]): Value {
  let value = record;
  for (const name of path) {
    if (value === null) return null;
    if (!isRecord(value)) internalError(`${path.join(".")} is not in a record`);
    value = known(ownEntry(value, name), `field ${path.join(".")}`);
  }
  return value;
}

function isRecord(value: Value): value is { readonly [field: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ownEntry(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function known(value: Value | undefined, what: string): Value {
  return value === undefined ? internalError(`the row has no ${what}`) : value;
}

function numberOf(value: Value): number {
  return typeof value === "number" ? value : internalError("an operand is no number");
}

function arithmetic(expr: Arith, left: Value, right: Value): Value {
  if (left === null || right === null) return null;
  return withinType(calculate(expr.operator, numberOf(left), numberOf(right)), expr.type);
}

function calculate(operator: ArithOperator, a: number, b: number): Value {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? null : a / b;
    case "//":
      return b === 0 ? null : Math.floor(a / b);
    default:
      return assertNever(operator);
  }
}

function power(expr: Power, base: Value): Value {
  if (base === null) return null;
  const product = productOf(numberOf(base), Math.abs(expr.exponent));
  return withinType(expr.exponent < 0 ? 1 / product : product, expr.type);
}

/** `x ^ n` by its definition: squares, and a factor where the next bit of n, from the left, is 1. */
function productOf(x: number, n: number): number {
  if (n === 0) return 1;
  const half = productOf(x, Math.floor(n / 2));
  const square = n === 1 ? 1 : half * half;
  return n % 2 === 1 ? square * x : square;
}

function kleene({ operator }: Logic, left: Value, right: Value): Value {
  const decisive = operator === "or";
  if (left === decisive || right === decisive) return decisive;
  return left === null || right === null ? null : !decisive;
}

function call(expr: Call, args: readonly Value[]): Value {
  const present = args.filter((value) => value !== null);
  if (present.length < args.length) return null;
  const { evaluate } = functionNamed(expr.fn);
  return withinType(evaluate(functionArguments(expr, present)), expr.type);
}

function lookUp(expr: Lookup, key: Value): Value {
  const entry = expr.map.entries.find((candidate) => candidate.key === key);
  return entry === undefined ? null : entry.value;
}

function encode(expr: Encode, operand: Value): Value {
  if (operand === null) return null;
  const found = (value: Value): boolean =>
    expr.encoder === "one_hot" || !Array.isArray(operand)
      ? value === operand
      : operand.includes(value);
  return expr.values.map((value) => (found(value) ? 1 : 0));
}
