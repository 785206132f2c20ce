import { arithFact, powerFact } from "../../analyse/arithmetic.js";
import { assertNever, internalError } from "../../base/assert.js";
import type { Arith, Case, CompareOperator, Expr, In, Lookup, Power } from "../../ir/nodes.js";
import { numbersOf } from "../../types/facts.js";
import type { Constant } from "../../types/value.js";
import { emitAggregate } from "./emit-aggregate.js";
import { emitCall } from "./emit-call.js";
import { emitEncode } from "./emit-encode.js";
import { fieldOf } from "./field-of.js";
import { guarded } from "./guarded.js";
import { comparable, constantLiteral } from "./literal.js";
import { once } from "./once.js";
import type { Scope } from "./scope.js";
import {
  atom,
  call,
  cases,
  cast,
  inList,
  infix,
  numberLiteral,
  prefix,
  sqlFalse,
  suffix,
} from "./sql-text.js";
import type { Sql } from "./sql-text.js";
import { innerType } from "./value-type.js";

/**
 * An expression in SQL. It has a value, or NULL, in every row, also where a CASE around it does not choose it: engines
 * compute what they like in whatever order.
 */
export function emitExpr(expr: Expr, scope: Scope): Sql {
  const emit = (child: Expr): Sql => emitExpr(child, scope);
  switch (expr.kind) {
    case "Literal":
      return constantLiteral(expr.value, scope);
    case "Missing":
      return cast(atom("NULL"), innerType(expr.type, scope.file.dialect));
    case "FieldRef":
      return scope.names.field(expr.path);
    case "AsOf":
      return scope.names.asOf;
    case "FeatureRef":
      return scope.names.step(expr.name);
    case "OutputRef":
      return internalError("an output of the model outside of policy");
    case "LocalRef":
      return scope.locals.get(expr.id) ?? internalError(`no local ${expr.name}`);
    case "Let":
      return once(emit(expr.value), scope, (value) =>
        emitExpr(expr.body, { ...scope, locals: new Map(scope.locals).set(expr.id, value) }),
      );
    case "Negate":
      return infix(numberLiteral(0), "-", emit(expr.operand));
    case "Arith":
      return arithmetic(expr, scope);
    case "Power":
      return power(expr, scope);
    case "Compare":
      return infix(emit(expr.left), compareOperators[expr.operator], emit(expr.right));
    case "Logic":
      return infix(emit(expr.left), expr.operator === "and" ? "AND" : "OR", emit(expr.right));
    case "Not":
      return prefix("NOT", emit(expr.operand));
    case "IsMissing":
      return suffix(emit(expr.operand), "IS NULL");
    case "Coalesce":
      // Both sides are total, so that it does not matter which of them an engine computes.
      return call("coalesce", emit(expr.left), emit(expr.right));
    case "Case":
      return choice(expr, scope);
    case "In":
      return membership(expr, scope);
    case "Cast":
      return emit(expr.operand);
    case "Call":
      return emitCall(expr, expr.args.map(emit), scope);
    case "Lookup":
      return lookUp(expr, scope);
    case "Encode":
      return emitEncode(expr, scope, emitExpr);
    case "TableRef":
      return scope.names.table(expr.table, expr.path);
    case "ElementRef":
      return elementField(expr.path, scope);
    case "ListValue":
      return atom(scope.file.dialect.list(expr.items.map((item) => emit(item).text)));
    case "Aggregate":
      return emitAggregate(expr, scope, emitExpr);
    case "Invalid":
      return internalError("an expression with an error reached the SQL");
    default:
      return assertNever(expr);
  }
}

const compareOperators: Readonly<Record<CompareOperator, string>> = {
  "==": "=",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

function arithmetic(expr: Arith, scope: Scope): Sql {
  const { operator, left, right, type } = expr;
  const a = emitExpr(left, scope);
  const b = emitExpr(right, scope);
  const result = operator === "//" ? call("floor", infix(a, "/", b)) : infix(a, operator, b);
  const { facts } = scope.file;
  const leftFact = facts.of(left);
  const rightFact = facts.of(right);
  // A quotient by 0 is not finite: the guard makes it missing too.
  const isPartial =
    !leftFact.present ||
    !rightFact.present ||
    arithFact(operator, numbersOf(leftFact), numbersOf(rightFact), expr).missing;
  return isPartial ? guarded(result, type) : result;
}

function power({ base, exponent, type }: Power, scope: Scope): Sql {
  const product = (x: Sql, n: number): Sql => {
    if (n === 0) return numberLiteral(1);
    if (n === 1) return x;
    return once(product(x, Math.floor(n / 2)), scope, (half) => {
      const square = infix(half, "*", half);
      return n % 2 === 1 ? infix(square, "*", x) : square;
    });
  };
  const fact = scope.file.facts.of(base);
  const isPartial = !fact.present || powerFact(numbersOf(fact), exponent, type).missing;
  return once(emitExpr(base, scope), scope, (x) => {
    const size = product(x, Math.abs(exponent));
    const whole = exponent < 0 ? infix(numberLiteral(1), "/", size) : size;
    const result = exponent === 0 ? strict(x, whole) : whole;
    return isPartial ? guarded(result, type) : result;
  });
}

/** A result that does not read its operand is missing where the operand is. */
function strict(operand: Sql, result: Sql): Sql {
  return cases([{ when: suffix(operand, "IS NOT NULL"), value: result }]);
}

function choice(expr: Case, scope: Scope): Sql {
  return cases(
    expr.arms.map(({ condition, value }) => ({
      when: emitExpr(condition, scope),
      value: emitExpr(value, scope),
    })),
    emitExpr(expr.otherwise, scope),
  );
}

function membership({ operand, values }: In, scope: Scope): Sql {
  const of = emitExpr(operand, scope);
  const listed = comparable(values, operand.type);
  return listed.length === 0
    ? strict(of, sqlFalse)
    : inList(
        of,
        listed.map((value) => constantLiteral(value, scope)),
      );
}

function lookUp({ map, key }: Lookup, scope: Scope): Sql {
  const keys = new Set(
    comparable(
      map.entries.map((entry) => entry.key),
      key.type,
    ),
  );
  return once(emitExpr(key, scope), scope, (of) =>
    cases(
      map.entries
        .filter((entry) => keys.has(entry.key))
        .map((entry) => ({
          when: infix(of, "=", constantLiteral(entry.key, scope)),
          value: constantLiteral(entry.value as Constant, scope),
        })),
      cast(atom("NULL"), innerType(map.valueType, scope.file.dialect)),
    ),
  );
}

function elementField(path: readonly string[], scope: Scope): Sql {
  const element = scope.element ?? internalError("no element");
  return fieldOf(element, path);
}
