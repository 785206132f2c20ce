import { walk } from "../../ir/children.js";
import { stepNamed as findStep } from "../../ir/dependencies.js";
import type { Facts } from "../../ir/facts.js";
import type { Program, Step } from "../../ir/program.js";
import { internalError } from "../../base/assert.js";
import { headerOf } from "../header.js";
import { NameScope } from "../names.js";
import { Block } from "../text/block.js";
import type { ChunkCache } from "./chunk-cache.js";
import type { Declaration, Parameter, TsModule } from "../text/declarations.js";
import { fuse } from "./fuse.js";
import type { FusedFunction, ModuleScope } from "./fuse.js";
import { Imports } from "../text/imports.js";
import { literal, propertyKey } from "../text/literal.js";
import { ModuleConstants } from "./module-constants.js";
import { pruneModule } from "./prune-module.js";
import { carryDeclarations, carriedSteps, emptyObject } from "./carried-steps.js";
import {
  hasSources,
  rowParameter,
  sourceMembers,
  sourceParameters,
  withSources,
} from "./source-parameters.js";
import { stepDoc } from "./step-words.js";
import { nullableType } from "./value-type.js";

/** Names that the functions of the module have for their parameters. */
const parameters = ["input", "options", "values", "carried"];

/** `features.ts`: the type of the features, and the function that computes them. */
export function featuresModule(
  program: Program,
  facts: Facts,
  chunks: ChunkCache = new Map(),
): TsModule {
  const names = new NameScope([
    "Features",
    "FeatureOptions",
    "FeatureSources",
    "FeatureValues",
    "Input",
    "computeFeatures",
    "featureNames",
  ]);
  const imports = new Imports();
  const constants = new ModuleConstants(names);
  const module: ModuleScope = { program, facts, imports, constants, chunks };
  const steps = neededSteps(program);
  imports.type("./input.js", "Input");
  const isExported = (step: Step): boolean => step.role !== "let";
  const functions = fuse(
    {
      key: "features",
      steps,
      parameters,
      earlier: ({ step, nullable }) =>
        step.role === "let"
          ? { text: `carried.${step.name}`, nullable }
          : { text: `values.${step.name}`, nullable: isNullable(step, facts) },
    },
    module,
  );
  const isWhole = functions.length <= 1;
  const carried = isWhole
    ? []
    : carriedSteps(functions).filter((result) => !isExported(result.step));
  if (!isWhole) {
    for (const { steps: results, block } of functions) {
      block.blank();
      for (const { step, code } of results) {
        if (isExported(step)) block.line(`values.${step.name} = ${code};`);
        else if (carried.some((one) => one.step === step)) {
          block.line(`carried.${step.name} = ${code};`);
        }
      }
    }
  }
  const features = program.features.map((name) => stepNamed(program, name));
  const computing = isWhole
    ? [computeWhole(features, functions[0], program)]
    : computeInChunks(features, functions, carried.length > 0, names, module);
  return pruneModule({
    path: "features.ts",
    header: headerOf(program),
    imports,
    declarations: [
      ...constants.declarations,
      {
        kind: "interface",
        name: "Features",
        exported: true,
        doc: [`What the model sees of one record of ${program.name}.`],
        members: features.map((step) => ({
          name: step.name,
          type: featureType(step, facts),
          doc: stepDoc(step, facts),
        })),
      },
      ...(hasSources(program) ? [sourcesInterface(program, imports)] : []),
      optionsInterface(program),
      {
        kind: "const",
        name: "featureNames",
        exported: true,
        doc: ["Names of the features, in the order of the spec."],
        type: "readonly (keyof Features)[]",
        value: literal(program.features),
      },
      ...(carried.length > 0 ? carryDeclarations("Carried", "carried", carried, false) : []),
      ...computing,
    ],
  });
}

/** The type of a feature: nullable where it is declared so, or where nothing shows that it is there. */
export function featureType(step: Step, facts: Facts): string {
  return nullableType(step.type, isNullable(step, facts));
}

export function isNullable(step: Step, facts: Facts): boolean {
  return step.role !== "indicator" && (step.optional || facts.step(step.name).final.missing);
}

export function stepNamed(program: Program, name: string): Step {
  return findStep(program, name) ?? internalError(`no feature ${name}`);
}

/** All features, and the lets that they read. */
function neededSteps(program: Program): readonly Step[] {
  const read = new Set<string>();
  const steps = program.steps.toReversed().filter((step) => {
    if (step.role === "let" && !read.has(step.name)) return false;
    for (const formula of [step.formula, ...(step.impute === null ? [] : [step.impute])]) {
      walk(formula, (expr) => {
        if (expr.kind === "FeatureRef") read.add(expr.name);
      });
    }
    return true;
  });
  return steps.toReversed();
}

/** The caller has to say which moment the prediction is for. */
export function needsMoment(program: Program): boolean {
  return program.asOf === null && program.usesAsOf;
}

function optionsInterface(program: Program): Declaration {
  const needed = needsMoment(program);
  const moment = "The moment of the prediction, in milliseconds since 1970-01-01T00:00Z";
  return {
    kind: "interface",
    name: "FeatureOptions",
    exported: true,
    doc: ["What the features depend on besides the record."],
    members: [
      {
        name: "asOf",
        optional: !needed,
        type: "number",
        doc: [
          needed
            ? `${moment}.`
            : program.asOf === null
              ? `${moment}; no feature reads it.`
              : `Not read: the moment of the prediction is ${program.asOf}.`,
        ],
      },
    ],
  };
}

function sourcesInterface(program: Program, imports: Imports): Declaration {
  return {
    kind: "interface",
    name: "FeatureSources",
    exported: true,
    doc: [
      "What is known of the entity: parsed, events in any order, null where a table has no record.",
    ],
    members: sourceMembers(program, imports),
  };
}

function computeWhole(
  features: readonly Step[],
  fused: FusedFunction | undefined,
  program: Program,
): Declaration {
  const codes = new Map(fused?.steps.map(({ step, code }) => [step.name, code]));
  const body = (fused?.block ?? new Block()).blank();
  const entries = features.map(({ name }) => {
    const code = codes.get(name) ?? internalError(`${name} is not computed`);
    return code === name ? name : `${propertyKey(name)}: ${code}`;
  });
  body.line(entries.length === 0 ? "return {};" : `return {\n  ${entries.join(",\n  ")},\n};`);
  return computeFunction(body, (name) => fused?.uses(name) ?? false, clearsZero(body), program);
}

function clearsZero(body: Block): boolean {
  return body.parts.some((part) => part.kind === "statement" && part.text.includes("+ 0"));
}

function computeFunction(
  body: Block,
  uses: (name: string) => boolean,
  clears: boolean,
  program: Program,
): Declaration {
  const options: Parameter = uses("options")
    ? { name: "options", type: "FeatureOptions" }
    : { name: "_options", type: "FeatureOptions", optional: !needsMoment(program) };
  return {
    kind: "function",
    name: "computeFeatures",
    exported: true,
    doc: computeDoc(program, clears),
    parameters: [rowParameter(program, uses), options],
    returns: "Features",
    body: withSources(body, program, uses),
  };
}

function computeDoc(
  program: Program,
  clears: boolean,
): readonly (string | { tag: "throws"; text: string })[] {
  const rejects = program.steps.some(({ outside }) => outside?.value === "reject");
  return [
    `The features of a parsed record.${clears ? " `+ 0` makes 0 of -0." : ""}`,
    ...(rejects
      ? [
          {
            tag: "throws" as const,
            text: "RejectedRowError where a feature leaves a range that no row may leave.",
          },
        ]
      : []),
  ];
}

function computeInChunks(
  features: readonly Step[],
  functions: readonly FusedFunction[],
  carries: boolean,
  names: NameScope,
  { program, facts, imports }: ModuleScope,
): readonly Declaration[] {
  const body = new Block();
  const declarations: Declaration[] = [];
  body.line(`const values: FeatureValues = ${emptyObject(features, facts)};`);
  if (carries) body.line("const carried: CarriedValues = { ...noCarried };");
  const used = new Set<string>();
  for (const [i, fused] of functions.entries()) {
    const all = [
      { name: "input", type: "Input" },
      ...sourceParameters(program, imports),
      { name: "options", type: "FeatureOptions" },
      { name: "values", type: "FeatureValues" },
      { name: "carried", type: "CarriedValues" },
    ];
    const taken = all.filter(({ name }) => fused.uses(name));
    for (const { name } of taken) used.add(name);
    const name = names.take(`computeFeatures${i + 1}`);
    body.line(`${name}(${taken.map((parameter) => parameter.name).join(", ")});`);
    declarations.push({
      kind: "function",
      name,
      exported: false,
      parameters: taken,
      returns: "void",
      body: fused.block,
    });
  }
  body.line("return values;");
  return [
    {
      kind: "type",
      name: "FeatureValues",
      exported: false,
      type: "{ -readonly [Name in keyof Features]: Features[Name] }",
    },
    computeFunction(
      body,
      (name) => used.has(name),
      functions.some(({ block }) => clearsZero(block)),
      program,
    ),
    ...declarations,
  ];
}
