import type { FunctionName } from "../functions/registry.js";
import { walk } from "../ir/children.js";
import { formulasOf } from "../ir/dependencies.js";
import type { Expr } from "../ir/nodes.js";
import type { Step } from "../ir/program.js";
import type { Value } from "../types/value.js";
import { tellingArguments } from "./telling-arguments.table.js";

const millisPerDay = 86_400_000;

/** Values for the fields that functions read as they are. */
export function tellingValues(
  step: Step,
): readonly { readonly name: string; readonly value: Value }[] {
  const found = new Map<string, { readonly name: string; readonly value: Value }>();
  for (const formula of formulasOf(step)) {
    walk(formula, (expr) => {
      if (expr.kind !== "Call") return;
      for (const arg of expr.args) {
        const field = fieldIn(arg);
        if (field === undefined) continue;
        for (const value of tellingArguments[expr.fn] ?? []) {
          const fitting = asType(value, field.type.kind);
          found.set(`${field.name} ${String(fitting)}`, { name: field.name, value: fitting });
        }
      }
    });
  }
  return [...found.values()];
}

/** Functions that leave the telling part of their argument as it is. */
const passedOn: ReadonlySet<FunctionName> = new Set(["trim", "lower", "upper", "date"]);

function fieldIn(expr: Expr): { readonly name: string; readonly type: Expr["type"] } | undefined {
  if (expr.kind === "Cast") return fieldIn(expr.operand);
  if (expr.kind === "Call" && passedOn.has(expr.fn)) {
    const [first] = expr.args;
    return first === undefined ? undefined : fieldIn(first);
  }
  const [name] = expr.kind === "FieldRef" && expr.path.length === 1 ? expr.path : [];
  return name === undefined ? undefined : { name, type: expr.type };
}

/** Days as the noon of a timestamp. */
function asType(value: Value, kind: string): Value {
  return typeof value === "number" && kind === "timestamp"
    ? value * millisPerDay + millisPerDay / 2
    : value;
}
