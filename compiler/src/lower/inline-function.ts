import type { CallAst } from "../formula/ast.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { copyOfSimple } from "./coerce.js";
import type { BoundFunction, LowerContext } from "./context.js";
import { bindInElement } from "./element-scope.js";
import { withFittedValues } from "./fitted-values.js";
import { lowerFormula } from "./lower-formula.js";

/** Writes a user's function out: arguments are bound once, in order, and its body is lowered with them. */
export function inlineFunction(fn: BoundFunction, ast: CallAst, context: LowerContext): Expr {
  const name = fn.ast.name.value;
  if (context.callStack.includes(name)) {
    context.collector.report("name/recursive-function", ast.calleeSpan, {
      cycle: [...context.callStack.slice(context.callStack.indexOf(name)), name],
    });
    return build.invalid(ast.span);
  }
  const named = ast.args.find((argument) => argument.name !== undefined);
  const signature = `${name}(${fn.params.join(", ")})`;
  if (named?.name !== undefined) {
    context.collector.report("type/argument-name", named.span, { signature, name: named.name });
    return build.invalid(ast.span);
  }
  if (ast.args.length !== fn.params.length) {
    context.collector.report("type/argument-count", ast.span, {
      signature,
      given: ast.args.length,
    });
    return build.invalid(ast.span);
  }
  const params = new Map<string, () => Expr>();
  const bound: { readonly id: number; readonly name: string; readonly value: Expr }[] = [];
  for (const [i, param] of fn.params.entries()) {
    const argument = ast.args[i];
    if (argument === undefined) continue;
    const value = lowerFormula(argument.value, context);
    if (copyOfSimple(value) !== undefined) {
      params.set(param, () => copyOfSimple(value) ?? value);
    } else {
      const id = context.nextLocal();
      if (!bindInElement({ id, name: param, value }, context)) {
        bound.push({ id, name: param, value });
      }
      params.set(param, () => build.localRef(id, param, value.type, value.span));
    }
  }
  const body = lowerFormula(withFittedValues(fn.body, context), {
    ...context,
    params,
    callStack: [...context.callStack, name],
  });
  if (body.kind === "Invalid") return build.invalid(ast.span);
  return bound.reduceRight<Expr>(
    (inner, { id, name: local, value }) => build.let(id, local, value, inner, ast.span),
    body,
  );
}
