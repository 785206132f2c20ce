import { build } from "../ir/build.js";
import { childrenOf, readsElement, walk } from "../ir/children.js";
import { dependenciesOf, formulasOf } from "../ir/dependencies.js";
import type { Facts } from "../ir/facts.js";
import type { Expr } from "../ir/nodes.js";
import type { Program, Step } from "../ir/program.js";
import { structuralKey } from "../ir/structural-key.js";
import { unbound } from "../ir/unbound.js";
import { withChildren } from "../ir/with-children.js";
import type { Type } from "../types/type.js";
import { stageOf } from "./infer-stages.js";
import { ReadsOfProgram } from "./reads.js";
import { storedRecord } from "./stored-record.js";

/** One program as two: the features of the first are the record that the second reads of its input. */
export interface SplitProgram {
  /** From the keys of entities, the moment, events and tables to the values to store. */
  readonly batch: Program;
  /** From the request and the stored values to all features; with what events and tables it still reads. */
  readonly remainder: Program;
  /** The field of the remainder's input that holds the stored values. */
  readonly field: string;
}

/**
 * Steps of the stage `batch` are stored as they are. Of other formulas the largest parts of that stage are stored,
 * each once, however often it stands in the spec. The remainder equals the whole where both are as of one moment.
 * Undefined where there is nothing to store. Facts are those of the program.
 */
export function splitProgram(program: Program, facts: Facts): SplitProgram | undefined {
  const reads = new ReadsOfProgram(program);
  const isBatch = (expr: Expr): boolean => stageOf(program, reads.of(expr)).stage === "batch";
  const names = new Set([
    ...program.input.map(({ name }) => name),
    ...[...program.steps, ...program.policy].map(({ name }) => name),
  ]);
  const field = freeName("stored", names);
  const parts = new Map<string, Step>();
  const fieldOf = (name: string, type: Type, at: Step): Expr =>
    build.fieldRef([field, name], type, at.span);

  const taken = (part: Expr, step: Step, mayBeMissing: boolean): Expr => {
    const key = `${part.type.kind} ${structuralKey(part)}`;
    const known = parts.get(key) ?? partStep(part, step, mayBeMissing, names);
    parts.set(key, known);
    return fieldOf(known.name, part.type, step);
  };
  const remainderOf = (expr: Expr, formula: Expr, step: Step): Expr => {
    const isName = expr.kind === "FeatureRef" || expr.kind === "LocalRef";
    if (!isName && isStorable(expr.type) && isBatch(expr)) {
      const part = unbound(expr, formula);
      if (!readsElement(part)) return taken(part, step, facts.of(expr).missing);
    }
    return withChildren(
      expr,
      childrenOf(expr).map((child) => remainderOf(child, formula, step)),
    );
  };

  const isStored = (step: Step): boolean =>
    isStorable(step.type) && stageOf(program, reads.ofStep(step)).stage === "batch";
  const open = new Map(
    program.steps
      .filter((step) => !isStored(step))
      .map((step) => {
        const [formula, impute] = [step.formula, step.impute];
        const split = {
          ...step,
          formula: remainderOf(formula, formula, step),
          impute: impute === null ? null : remainderOf(impute, impute, step),
        };
        return [step.name, split] as const;
      }),
  );
  const named = namesIn([...open.values(), ...program.policy].flatMap(formulasOf));
  const stored = program.steps.filter(
    (step) => isStored(step) && (step.role !== "let" || named.has(step.name)),
  );
  if (stored.length === 0 && parts.size === 0) return undefined;

  const outputs = [...stored, ...parts.values()];
  const contract = storedRecord(
    field,
    outputs.map((step) => ({
      step,
      mayBeMissing: stored.includes(step) ? facts.step(step.name).final.missing : step.optional,
    })),
  );
  const steps = program.steps.flatMap((step): readonly Step[] => {
    const split = open.get(step.name);
    if (split !== undefined) return [split];
    if (!stored.includes(step)) return [];
    return [storedStep(step, fieldOf(step.name, step.type, step))];
  });
  const input = [...program.input, contract];
  return {
    batch: batchProgram(program, stored, [...parts.values()]),
    remainder: withSources({ ...program, input, steps }, program),
    field,
  };
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let i = 2; taken.has(name); i += 1) name = `${wanted}_${i}`;
  taken.add(name);
  return name;
}

/** Records and vectors have no column of their own. */
function isStorable({ kind }: Type): boolean {
  return !["record", "vector", "list", "missing", "invalid"].includes(kind);
}

/** A feature of the batch that is a part of a formula. */
function partStep(part: Expr, step: Step, mayBeMissing: boolean, names: Set<string>): Step {
  const { file, start, end } = part.span;
  const { description: _description, unit: _unit, ...rest } = step;
  return {
    ...rest,
    name: freeName(`${step.name}_part`, names),
    role: "feature",
    type: part.type,
    optional: mayBeMissing,
    formula: part,
    text: file.text.slice(start, end),
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
  };
}

/** What was done to the value when it was computed is not done again. */
function storedStep(step: Step, formula: Expr): Step {
  return {
    ...step,
    role: step.role === "indicator" ? "feature" : step.role,
    formula,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
  };
}

function namesIn(formulas: readonly Expr[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const formula of formulas) {
    walk(formula, (node) => {
      if (node.kind === "FeatureRef") names.add(node.name);
    });
  }
  return names;
}

function batchProgram(program: Program, stored: readonly Step[], parts: readonly Step[]): Program {
  const wanted = [
    ...stored.map(({ name, type, span }) => build.featureRef(name, type, span)),
    ...parts.map(({ formula }) => formula),
  ];
  const steps = [...dependenciesOf(program, wanted).steps, ...parts];
  const narrowed = withSources({ ...program, steps }, program);
  const entity = new Set([...narrowed.events, ...narrowed.tables].map(({ on }) => on));
  const isKnown = (name: string): boolean => entity.has(name) || name === program.asOf;
  return {
    ...narrowed,
    keys: [...entity],
    labels: [],
    input: program.input.filter(({ name }) => isKnown(name)),
    constraints: program.constraints.filter(({ formula }) =>
      dependenciesOf(program, [formula]).fields.every(isKnown),
    ),
    features: [...stored, ...parts].map(({ name }) => name),
    matrices: [],
    model: null,
    policy: [],
  };
}

/** Without the sources that no step of it reads any more. */
function withSources(part: Program, whole: Program): Program {
  const { events, tables } = dependenciesOf(part, part.steps.flatMap(formulasOf));
  return {
    ...part,
    events: whole.events.filter(({ name }) => events.has(name)),
    tables: whole.tables.filter(({ name }) => tables.has(name)),
  };
}
