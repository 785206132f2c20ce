import { internalError } from "../../base/assert.js";
import { walk } from "../../ir/children.js";
import { dependenciesOf } from "../../ir/dependencies.js";
import type { Facts } from "../../ir/facts.js";
import type { Program, Step } from "../../ir/program.js";
import { domainOfType } from "../../types/facts.js";
import { headerOf } from "../header.js";
import { NameScope, camelCase, pascalCase } from "../names.js";
import { Block } from "../text/block.js";
import { carriedSteps, carryDeclarations } from "./carried-steps.js";
import type { ChunkCache } from "./chunk-cache.js";
import type { Declaration, Parameter, TsModule } from "../text/declarations.js";
import { matrixInterface, matrixObject, planMatrix } from "./matrix-plan.js";
import type { MatrixPlan, PlacedColumn } from "./matrix-plan.js";
import type { ExpressionScope } from "./expression-scope.js";
import { isNullable, stepNamed } from "./features-module.js";
import { chunkSize, fuse, resolver, usage } from "./fuse.js";
import type { ModuleScope } from "./fuse.js";
import { Imports } from "../text/imports.js";
import { propertyAccess } from "../text/literal.js";
import { emitCells } from "./matrix-cells.js";
import { ModuleConstants } from "./module-constants.js";
import { hasSources, rowParameter, sourceParameters, withSources } from "./source-parameters.js";
import { pruneModule } from "./prune-module.js";

/** `matrix.ts`: each matrix as an object that encodes features, or writes a row straight from the input. */
export function matrixModule(
  program: Program,
  facts: Facts,
  chunks: ChunkCache = new Map(),
): TsModule {
  const names = new NameScope(["Features", "FeatureOptions", "FeatureSources", "Input"]);
  const imports = new Imports();
  const constants = new ModuleConstants(names);
  const module: ModuleScope = { program, facts, imports, constants, chunks };
  imports.type("./input.js", "Input");
  imports.type("./features.js", "Features");
  imports.type("./features.js", "FeatureOptions");
  if (hasSources(program)) imports.type("./features.js", "FeatureSources");
  const plans = program.matrices.map((matrix) => planMatrix(matrix, program, names));
  const declarations = plans.flatMap((plan): readonly Declaration[] => [
    matrixInterface(plan, program, imports),
    matrixObject(plan, program),
    ...encodeDeclarations(plan, module),
    ...writeDeclarations(plan, module),
  ]);
  return pruneModule({
    path: "matrix.ts",
    header: headerOf(program),
    imports,
    declarations: [...constants.declarations, ...declarations],
  });
}

/** Values of features that anyone may have made: only their types are known. */
const untrusted: Facts = {
  of: (expr) => ({ missing: true, present: true, domain: domainOfType(expr.type) }),
  isReachable: () => true,
  step: (name) => internalError(`${name} is computed from features`),
};

function encodeDeclarations(plan: MatrixPlan, module: ModuleScope): readonly Declaration[] {
  const { array, width } = plan;
  const chunks: (readonly PlacedColumn[])[] = [];
  for (let i = 0; i < plan.columns.length; i += chunkSize) {
    chunks.push(plan.columns.slice(i, i + chunkSize));
  }
  const body = new Block();
  body.line(
    `const data = new ${array}(${width === 1 ? "features.length" : `features.length * ${width}`});`,
  );
  body.line("let offset = 0;").line("let row = 0;");
  body.open("for (const values of features) {");
  const parts: Declaration[] = [];
  for (const [i, columns] of chunks.entries()) {
    const cells = encodeCells(columns, plan, module);
    if (chunks.length === 1) {
      body.append(cells);
      continue;
    }
    const name = plan.names.take(`${plan.encode}${i + 1}`);
    const uses = usage(cells);
    const all: readonly Parameter[] = [
      { name: "values", type: "Features" },
      { name: "data", type: array },
      { name: "offset", type: "number" },
      { name: "row", type: "number" },
    ];
    const parameters = all.filter((parameter) => uses(parameter.name));
    parts.push({
      kind: "function",
      name,
      exported: false,
      parameters,
      returns: "void",
      body: cells,
    });
    body.line(`${name}(${parameters.map((parameter) => parameter.name).join(", ")});`);
  }
  body.line(`offset += ${width};`).line("row++;").close();
  body.line(`return { data, shape: [features.length, ${width}] };`);
  return [
    {
      kind: "function",
      name: plan.encode,
      exported: false,
      parameters: [{ name: "features", type: "readonly Features[]" }],
      returns: `Matrix<${array}>`,
      body,
    },
    ...parts,
  ];
}

function encodeCells(
  columns: readonly PlacedColumn[],
  { matrix }: MatrixPlan,
  { program, facts, imports, constants }: ModuleScope,
): Block {
  const block = new Block();
  const names = new NameScope(["values", "data", "offset", "row", "features"]);
  const resolve = resolver(program, (name) => {
    const step = stepNamed(program, name);
    return { text: propertyAccess("values", name), nullable: isNullable(step, facts) };
  });
  const shared = {
    facts: untrusted,
    program,
    math: program.math,
    imports,
    constants,
    names,
    resolve,
  };
  for (const { column, first } of columns) {
    const scope: ExpressionScope = { ...shared, subject: column.feature };
    const { formula } = column;
    emitCells({ matrix, column, formula, array: "data", first, isUntrusted: true }, scope, block);
  }
  return block;
}

function writeDeclarations(plan: MatrixPlan, module: ModuleScope): readonly Declaration[] {
  const { matrix, columns, array } = plan;
  const { program } = module;
  const { steps } = dependenciesOf(
    program,
    columns.map(({ formula }) => formula),
  );
  const due = columnsByStep(columns, steps);
  const scratch = plan.names.take(`${camelCase(matrix.name)}Scratch`);
  const functions = fuse(
    {
      key: JSON.stringify([matrix.name, matrix.dtype, matrix.missing, scratch]),
      behindKey: (step) =>
        JSON.stringify(
          due.get(step.name)?.map(({ column, first }) => [column.text, column.cells, first]),
        ),
      steps,
      parameters: ["input", "options", "out", "offset", "row"],
      earlier: ({ step, nullable }) => ({ text: propertyAccess(scratch, step.name), nullable }),
      behind: ({ step }, scope, block) => {
        for (const { column, formula, first } of due.get(step.name) ?? []) {
          const target = { matrix, column, formula, array: "out", first, isUntrusted: false };
          emitCells(target, { ...scope, subject: column.feature }, block);
        }
      },
    },
    module,
  );
  const body = new Block();
  const free = due.get("") ?? [];
  const unowned = new Block();
  if (free.length > 0) writeFree(free, plan, module, unowned);
  if (functions.length <= 1) {
    const whole = functions[0]?.block ?? body;
    whole.append(unowned);
    return [writeFunction(plan.writeRow, whole, usage(whole), plan, program)];
  }
  const carried = [...carriedColumns(due, functions), ...carriedSteps(functions)];
  const results = [...new Set(carried)];
  const parts: Declaration[] = [];
  const used = new Set<string>();
  body.append(unowned);
  const freeUses = usage(unowned);
  const known = rowParameters(array, module);
  for (const { name } of known) if (freeUses(name)) used.add(name);
  for (const [i, fused] of functions.entries()) {
    for (const result of fused.steps) {
      if (results.includes(result)) {
        fused.block.line(`${propertyAccess(scratch, result.step.name)} = ${result.code};`);
      }
    }
    const parameters = known.filter(({ name }) => fused.uses(name));
    for (const { name } of parameters) used.add(name);
    const name = plan.names.take(`${plan.writeRow}${i + 1}`);
    body.line(`${name}(${parameters.map((parameter) => parameter.name).join(", ")});`);
    parts.push({
      kind: "function",
      name,
      exported: false,
      parameters,
      returns: "void",
      body: fused.block,
    });
  }
  const carry =
    results.length === 0
      ? []
      : carryDeclarations(`${pascalCase(matrix.name)}Scratch`, scratch, results, true);
  return [
    ...carry,
    writeFunction(plan.writeRow, body, (name) => used.has(name), plan, program),
    ...parts,
  ];
}

/** Of the parts that a row is written in. */
function rowParameters(array: string, { program, imports }: ModuleScope): readonly Parameter[] {
  return [
    { name: "input", type: "Input" },
    ...(hasSources(program) ? sourceParameters(program, imports) : []),
    { name: "options", type: "FeatureOptions" },
    { name: "out", type: array },
    { name: "offset", type: "number" },
    { name: "row", type: "number" },
  ];
}

/** Parameters that nothing reads are marked as such; `row` stands last and is left out. */
function writeFunction(
  name: string,
  body: Block,
  uses: (name: string) => boolean,
  { array }: MatrixPlan,
  program: Program,
): Declaration {
  const given: readonly Parameter[] = [
    { name: "options", type: "FeatureOptions" },
    { name: "out", type: array },
    { name: "offset", type: "number" },
  ];
  const parameters = [
    rowParameter(program, uses),
    ...given.map((one) => (uses(one.name) ? one : { ...one, name: `_${one.name}` })),
    ...(uses("row") ? [{ name: "row", type: "number", initial: "0" }] : []),
  ];
  const whole = withSources(body, program, uses);
  return { kind: "function", name, exported: false, parameters, returns: "void", body: whole };
}

/** The columns that can be written once a step is computed; under "" those that need none. */
function columnsByStep(
  columns: readonly PlacedColumn[],
  steps: readonly Step[],
): ReadonlyMap<string, readonly PlacedColumn[]> {
  const positions = new Map(steps.map((step, i) => [step.name, i]));
  const due = new Map<string, PlacedColumn[]>();
  for (const placed of columns) {
    let last = -1;
    walk(placed.formula, (expr) => {
      if (expr.kind === "FeatureRef") last = Math.max(last, positions.get(expr.name) ?? -1);
    });
    const key = steps[last]?.name ?? "";
    due.set(key, [...(due.get(key) ?? []), placed]);
  }
  return due;
}

/** Steps that a column reads in a later function. */
function carriedColumns(
  due: ReadonlyMap<string, readonly PlacedColumn[]>,
  functions: ReturnType<typeof fuse>,
): ReturnType<typeof carriedSteps> {
  const home = new Map(
    functions.flatMap((fused) =>
      fused.steps.map((result) => [result.step.name, { fused, result }]),
    ),
  );
  return [...due].flatMap(([name, columns]) =>
    columns.flatMap(({ formula }) => {
      const found: (typeof functions)[number]["steps"][number][] = [];
      walk(formula, (expr) => {
        const owner = expr.kind === "FeatureRef" ? home.get(expr.name) : undefined;
        if (owner !== undefined && owner.fused !== home.get(name)?.fused) found.push(owner.result);
      });
      return found;
    }),
  );
}

/** Columns of the input alone: encoders whose feature is nothing else. */
function writeFree(
  columns: readonly PlacedColumn[],
  { matrix }: MatrixPlan,
  { program, facts, imports, constants }: ModuleScope,
  block: Block,
): void {
  const names = new NameScope(["input", "options", "out", "offset", "row"]);
  const resolve = resolver(program, () => undefined);
  const shared = { facts, program, math: program.math, imports, constants, names, resolve };
  for (const { column, formula, first } of columns) {
    const scope: ExpressionScope = { ...shared, subject: column.feature };
    block.blank().comment(column.text);
    emitCells({ matrix, column, formula, array: "out", first, isUntrusted: false }, scope, block);
  }
}
