import type { Encode, Expr } from "../../ir/nodes.js";
import { comparable, constantLiteral } from "./literal.js";
import { once } from "./once.js";
import type { Scope } from "./scope.js";
import { atom, call, cases, infix, numberLiteral, suffix } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

type Emit = (expr: Expr, scope: Scope) => Sql;

/** A vector; NULL where the operand is. */
export function emitEncode(expr: Encode, scope: Scope, emit: Emit): Sql {
  return once(emit(expr.operand, scope), scope, (of) =>
    cases([
      {
        when: suffix(of, "IS NOT NULL"),
        value: atom(
          scope.file.dialect.list(
            testsOf(expr, of, scope).map(
              (when) => cases([{ when, value: numberLiteral(1) }], numberLiteral(0)).text,
            ),
          ),
        ),
      },
    ]),
  );
}

/** The cells one by one, each NULL where the operand is. */
export function encodedCells(expr: Encode, scope: Scope, emit: Emit): readonly Sql[] {
  const of = emit(expr.operand, scope);
  return expr.values.map((value) =>
    once(of, scope, (operand) => {
      const [when] = testsOf({ ...expr, values: [value] }, operand, scope);
      return cases([
        ...(when === undefined ? [] : [{ when, value: numberLiteral(1) }]),
        { when: suffix(operand, "IS NOT NULL"), value: numberLiteral(0) },
      ]);
    }),
  );
}

/** Of each value whether the operand is it, or has it; no text of an engine equals half a surrogate pair. */
function testsOf({ encoder, operand, values }: Encode, of: Sql, scope: Scope): readonly Sql[] {
  const isList = encoder === "multi_hot" && operand.type.kind === "list";
  const type = operand.type.kind === "list" ? operand.type.element.type : operand.type;
  const met = new Set(comparable(values, type));
  return values.map((value) => {
    if (!met.has(value)) return infix(numberLiteral(0), "=", numberLiteral(1));
    const literal = constantLiteral(value, scope);
    return isList ? call("list_contains", of, literal) : infix(of, "=", literal);
  });
}
