import type { Facts } from "../../ir/facts.js";
import type { AsOf, Expr, FeatureRef, FieldRef, OutputRef, TableRef } from "../../ir/nodes.js";
import type { EventSource, FieldContract, Program } from "../../ir/program.js";
import { internalError } from "../../base/assert.js";
import type { Value } from "./emission.js";
import type { NameScope } from "../names.js";
import type { Imports } from "../text/imports.js";
import { propertyAccess } from "../text/literal.js";
import type { ModuleConstants } from "./module-constants.js";

/** Where generated code finds a value: a constant, or a property of one. */
export interface Reference {
  readonly text: string;
  /** TypeScript takes it for nullable. */
  readonly nullable: boolean;
  /** References that must not be null for `text` to be valid: the records that hold the value. */
  readonly requires?: readonly string[];
}

/** What the code of formulas may use and where it finds things. */
export interface ExpressionScope {
  readonly facts: Facts;
  readonly math: Program["math"];
  readonly program: Program;
  readonly imports: Imports;
  readonly constants: ModuleConstants;
  /** Of the function that the code stands in. */
  readonly names: NameScope;
  /** The step or constraint that the code is for: what it adds is named after it. */
  readonly subject: string;
  readonly resolve: (ref: FieldRef | FeatureRef | OutputRef | AsOf | TableRef) => Reference;
  /** Inside the loop of an aggregate, a field of the element; [] is the element itself. */
  readonly element?: (path: readonly string[]) => Reference;
  /** Aggregates that a pass in front of the step has computed. */
  readonly computed?: ReadonlyMap<Expr, Value>;
  /** The events of a source in order, as an expression. */
  readonly ordered?: (source: EventSource) => string;
}

/** A field of a record that is bound to `object`. */
export function fieldReference(
  contracts: readonly FieldContract[],
  object: string,
  path: readonly string[],
): Reference {
  let level = contracts;
  let text = object;
  let nullable = false;
  const requires: string[] = [];
  for (const name of path) {
    const contract = level.find((candidate) => candidate.name === name);
    if (contract === undefined) internalError(`no field ${path.join(".")}`);
    if (nullable) requires.push(text);
    text = propertyAccess(text, name);
    nullable = contract.mayBeMissing;
    level = contract.fields;
  }
  return { text, nullable, requires };
}
