import type { FormulaAst } from "../formula/ast.js";
import { walkFormula } from "../formula/references.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Scope, ValueSymbol } from "./scope.js";

/** A function as far as its references go. */
export interface FunctionBody {
  readonly params: readonly string[];
  readonly body: FormulaAst;
}

/** A let, feature, policy or fitted constant with its parsed formulas. */
export interface StepFormulas {
  /** Of a fitted constant it is that of `fitName`. */
  readonly symbol: Pick<ValueSymbol, "name" | "span">;
  readonly formulas: readonly FormulaAst[];
}

/**
 * The steps so that each stands behind those that it reads; otherwise in order of declaration. Steps on a
 * cycle are reported once and returned in `cyclic`.
 */
export function orderSteps(
  steps: readonly StepFormulas[],
  functions: ReadonlyMap<string, FunctionBody>,
  scope: Scope,
  collector: DiagnosticCollector,
): { readonly ordered: readonly StepFormulas[]; readonly cyclic: ReadonlySet<string> } {
  const byName = new Map(steps.map((step) => [step.symbol.name, step]));
  const ordered: StepFormulas[] = [];
  const cyclic = new Set<string>();
  const state = new Map<string, "open" | "done">();

  const visit = (step: StepFormulas, path: readonly string[]): void => {
    const name = step.symbol.name;
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") {
      const cycle = [...path.slice(path.indexOf(name)), name];
      if (!cycle.some((member) => cyclic.has(member))) {
        collector.report("name/cycle", step.symbol.span, { cycle });
      }
      for (const member of cycle) cyclic.add(member);
      return;
    }
    state.set(name, "open");
    for (const formula of step.formulas) {
      for (const read of stepsReadBy(formula, functions, scope)) {
        const dependency = byName.get(read);
        if (dependency !== undefined) visit(dependency, [...path, name]);
      }
    }
    state.set(name, "done");
    ordered.push(step);
  };
  for (const step of steps) visit(step, []);
  return { ordered, cyclic };
}

/** What a formula calls a fitted constant. */
export function fitName(name: string): string {
  return `fit.${name}`;
}

/** The constant that a formula names as `fit.NAME`. */
export function fitIn(ast: FormulaAst): string | undefined {
  const isFit =
    ast.kind === "MemberAst" && ast.object.kind === "NameAst" && ast.object.name === "fit";
  return isFit ? ast.member : undefined;
}

/**
 * Names of the lets, features and policies that a formula reads, also through functions, and of fitted
 * constants as `fitName` gives them.
 */
export function stepsReadBy(
  formula: FormulaAst,
  functions: ReadonlyMap<string, FunctionBody>,
  scope: Scope,
): ReadonlySet<string> {
  const read = new Set<string>();
  const entered = new Set<string>();
  const collect = (ast: FormulaAst, params: readonly string[]): void => {
    walkFormula(ast, (node) => {
      const fitted = fitIn(node);
      if (fitted !== undefined) read.add(fitName(fitted));
      else if (node.kind === "NameAst") {
        if (params.includes(node.name)) return;
        const symbol = scope.values.get(node.name);
        if (symbol !== undefined && symbol.kind !== "field" && symbol.kind !== "output") {
          read.add(symbol.kind === "indicator" ? symbol.ast.name.value : node.name);
        }
      } else if (node.kind === "CallAst" && !entered.has(node.callee)) {
        entered.add(node.callee);
        const called = functions.get(node.callee);
        if (called !== undefined) collect(called.body, called.params);
      }
    });
  };
  collect(formula, []);
  return read;
}
