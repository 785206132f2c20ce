import type { Scope } from "../bind/scope.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { FormulaAst } from "../formula/ast.js";
import type { Expr, MapDefinition } from "../ir/nodes.js";
import type { EventSource, TableSource } from "../ir/program.js";
import type { ElementScope } from "./element-scope.js";
import type { FunctionAst } from "../spec/ast.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";

/** A function of the spec or of an imported file, with its parsed body. */
export interface BoundFunction {
  readonly ast: FunctionAst;
  readonly params: readonly string[];
  readonly body: FormulaAst;
}

/** Which names a formula may use depends on where it stands. */
export type FormulaPlace = "step" | "constraint" | "policy" | "column";

/** The value of a fitted constant; null where it has none, and that has been reported. */
export interface FittedValue {
  readonly value: Constant | null;
  readonly type: Type;
}

/** What lowering one formula needs to know; immutable but for the collector and the counters. */
export interface LowerContext {
  readonly scope: Scope;
  readonly functions: ReadonlyMap<string, BoundFunction>;
  readonly collector: DiagnosticCollector;
  readonly place: FormulaPlace;
  /** Types of input fields and model outputs. */
  readonly fieldTypes: ReadonlyMap<string, Type>;
  /** Fields with `pii: true`, also inside, and the steps so far that read them; each adds itself. */
  readonly piiNames: Set<string>;
  /** Types of the steps that have been lowered before. */
  readonly stepTypes: ReadonlyMap<string, Type>;
  /** Fitted constants that have been lowered before. */
  readonly fits: ReadonlyMap<string, FittedValue>;
  /** Parameters of the user's function that is being written out: a fresh node at each use. */
  readonly params: ReadonlyMap<string, () => Expr>;
  /** User's functions that are being written out, outermost first. */
  readonly callStack: readonly string[];
  /** The spec's `timezone`; null is UTC. */
  readonly timezone: string | null;
  /** Events and tables by name. */
  readonly events: ReadonlyMap<string, EventSource>;
  readonly tables: ReadonlyMap<string, TableSource>;
  /** Of the aggregate in whose element or condition the formula stands. */
  readonly element: ElementScope | null;
  readonly nextLocal: () => number;
  readonly mapNamed: (name: string, keyType: Type) => MapDefinition;
}
