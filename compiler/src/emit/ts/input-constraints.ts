import type { Facts } from "../../ir/facts.js";
import type { Constraint, Program } from "../../ir/program.js";
import { camelCase } from "../names.js";
import type { NameScope } from "../names.js";
import { Block } from "../text/block.js";
import type { Declaration } from "../text/declarations.js";
import { fieldReference } from "./expression-scope.js";
import { emitFailure } from "./expression.js";
import { usage } from "./fuse.js";
import type { InputContext } from "./input-context.js";
import { ModuleConstants } from "./module-constants.js";
import { internalError } from "../../base/assert.js";

export interface PlannedConstraint {
  readonly constraint: Constraint;
  /** The function that tells whether a row violates it. */
  readonly violates: string;
}

export function planConstraints(program: Program, scope: NameScope): readonly PlannedConstraint[] {
  return program.constraints.map((constraint) => ({
    constraint,
    violates: scope.take(camelCase(`violates_${constraint.name}`)),
  }));
}

/** A function for each constraint, and the tables that they read. */
export function constraintDeclarations(
  constraints: readonly PlannedConstraint[],
  program: Program,
  facts: Facts,
  { imports, scope }: InputContext,
): readonly Declaration[] {
  const constants = new ModuleConstants(scope);
  const functions = constraints.map(({ constraint, violates }): Declaration => {
    const body = new Block();
    const names = scope.inner();
    const failure = emitFailure(
      constraint.formula,
      {
        facts,
        math: program.math,
        program,
        imports,
        constants,
        names,
        subject: constraint.name,
        resolve: (ref) => {
          switch (ref.kind) {
            case "FieldRef":
              return fieldReference(program.input, "input", ref.path);
            case "AsOf":
              return fieldReference(program.input, "input", [
                program.asOf ?? internalError("a constraint reads the caller's as_of"),
              ]);
            case "FeatureRef":
            case "OutputRef":
            case "TableRef":
              return internalError("a constraint reads more than the input");
          }
        },
      },
      body,
    );
    body.line(`return ${failure};`);
    // A constraint that holds for every row reads nothing: TypeScript refuses a parameter without use.
    const parameter = usage(body)("input") ? "input" : "_input";
    return {
      kind: "function",
      name: violates,
      exported: false,
      doc: [
        `Whether \`${constraint.text}\` is false.`,
        ...(constraint.description === undefined ? [] : [constraint.description]),
      ],
      parameters: [{ name: parameter, type: "Input" }],
      returns: "boolean",
      body,
    };
  });
  return [...functions, ...constants.declarations];
}
