import { internalError } from "../../base/assert.js";
import type { Facts } from "../../ir/facts.js";
import type { FieldContract, Program, Step } from "../../ir/program.js";
import { headerOf } from "../header.js";
import { NameScope } from "../names.js";
import { Block } from "../text/block.js";
import type { Member, TsModule } from "../text/declarations.js";
import { fieldReference } from "./expression-scope.js";
import type { ExpressionScope, Reference } from "./expression-scope.js";
import { featureType, isNullable, needsMoment, stepNamed } from "./features-module.js";
import { resolver, usage } from "./fuse.js";
import { Imports } from "../text/imports.js";
import { propertyAccess, propertyKey } from "../text/literal.js";
import { ModuleConstants } from "./module-constants.js";
import { pruneModule } from "./prune-module.js";
import { stepComment, stepDoc } from "./step-words.js";
import { emitStep } from "./step-value.js";
import { nullableType } from "./value-type.js";

/** `policy.ts`: the decisions behind the model. Nothing that features are computed from imports it. */
export function policyModule(program: Program, facts: Facts): TsModule {
  const imports = new Imports();
  const module = new NameScope([
    "Decisions",
    "DecisionBasis",
    "Features",
    "Input",
    "Outputs",
    "decide",
  ]);
  const constants = new ModuleConstants(module);
  const outputs = program.model?.outputs ?? [];
  imports.type("./input.js", "Input");
  imports.type("./features.js", "Features");
  const { block, given } = decideBody(program, facts, imports, constants);
  const basis = basisMembers(program, outputs);
  return pruneModule({
    path: "policy.ts",
    header: headerOf(program),
    imports,
    declarations: [
      ...constants.declarations,
      ...(outputs.length === 0
        ? []
        : [
            {
              kind: "interface" as const,
              name: "Outputs",
              exported: true,
              doc: ["What the model says of a record."],
              members: outputs.map(outputMember),
            },
          ]),
      {
        kind: "interface",
        name: "DecisionBasis",
        exported: true,
        doc: ["What decisions are taken from."],
        members: basis,
      },
      {
        kind: "interface",
        name: "Decisions",
        exported: true,
        members: program.policy.map((step) => ({
          name: step.name,
          type: featureType(step, facts),
          doc: stepDoc(step, facts),
        })),
      },
      {
        kind: "function",
        name: "decide",
        exported: true,
        parameters: [
          given.length === 0
            ? { name: "_basis", type: "DecisionBasis" }
            : { name: `{ ${given.join(", ")} }`, type: "DecisionBasis" },
        ],
        returns: "Decisions",
        body: block,
      },
    ],
  });
}

function basisMembers(program: Program, outputs: readonly FieldContract[]): readonly Member[] {
  return [
    { name: "input", type: "Input" },
    { name: "features", type: "Features" },
    ...(outputs.length === 0 ? [] : [{ name: "outputs", type: "Outputs" }]),
    ...(needsMoment(program)
      ? [
          {
            name: "asOf",
            type: "number",
            doc: ["The moment of the prediction, in milliseconds since 1970-01-01T00:00Z."],
          },
        ]
      : []),
  ];
}

function outputMember(contract: FieldContract): Member {
  return {
    name: contract.name,
    type: nullableType(contract.type, contract.mayBeMissing),
    ...(contract.description === undefined ? {} : { doc: [contract.description] }),
  };
}

const sources = ["input", "features", "outputs", "asOf"] as const;

/** The body of `decide`, and the members of its argument that it reads. */
function decideBody(
  program: Program,
  facts: Facts,
  imports: Imports,
  constants: ModuleConstants,
): { readonly block: Block; readonly given: readonly string[] } {
  const block = new Block();
  const names = new NameScope(sources);
  const known = new Map<string, Reference>();
  const fromRow = resolver(
    program,
    (name) => known.get(name) ?? featureReference(name, program, facts),
  );
  const resolve: ExpressionScope["resolve"] = (ref) => {
    if (ref.kind === "OutputRef") {
      return fieldReference(program.model?.outputs ?? [], "outputs", [ref.name]);
    }
    if (ref.kind === "AsOf" && program.asOf === null) return { text: "asOf", nullable: false };
    return fromRow(ref);
  };
  const locals = program.policy.map((step) => names.take(step.name));
  for (const [i, step] of program.policy.entries()) {
    const local = locals[i] ?? internalError(`no local for ${step.name}`);
    const scope: ExpressionScope = {
      facts,
      math: program.math,
      program,
      imports,
      constants,
      names,
      subject: step.name,
      resolve,
    };
    block.blank().comment(stepComment(step));
    const nullable = emitStep(step, { value: local, indicator: null }, scope, block);
    known.set(step.name, { text: local, nullable });
  }
  const entries = program.policy.map((step: Step, i) => {
    const local = locals[i] ?? step.name;
    return local === step.name ? local : `${propertyKey(step.name)}: ${local}`;
  });
  block.blank().line(`return {\n  ${entries.join(",\n  ")},\n};`);
  const uses = usage(block);
  return { block, given: sources.filter((name) => uses(name)) };
}

function featureReference(name: string, program: Program, facts: Facts): Reference {
  return {
    text: propertyAccess("features", name),
    nullable: isNullable(stepNamed(program, name), facts),
  };
}
