import { functionNames } from "../../compiler/src/functions/registry.js";
import { build } from "../../compiler/src/ir/build.js";
import type { Expr } from "../../compiler/src/ir/nodes.js";
import type { FieldContract, Program, Step } from "../../compiler/src/ir/program.js";
import {
  boolType,
  dateType,
  intType,
  isNumeric,
  numberType,
  stringType,
  timestampType,
} from "../../compiler/src/types/type.js";
import type { Type } from "../../compiler/src/types/type.js";
import type { Value } from "../../compiler/src/types/value.js";
import { bounds, field, nowhere, program, record } from "./program.js";
import { Random } from "./random.js";
import { RandomFormulas, colours, randomConstant } from "./random-formula.js";
import type { Readable } from "./random-formula.js";

const input: readonly FieldContract[] = [
  field("price", numberType),
  field("rate", numberType, { optional: true }),
  field("share", numberType, { range: bounds(0, 1), optional: true }),
  field("weight", numberType, { range: bounds(0.5, 200) }),
  field("size", intType),
  field("count", intType, { range: bounds(0, 1000) }),
  field("rank", intType, { optional: true, range: bounds(1, 7) }),
  field("flag", boolType),
  field("maybe", boolType, { optional: true }),
  field("title", stringType),
  field("note", stringType, { optional: true }),
  field("colour", colours),
  field("tint", colours, { optional: true }),
  field("born", dateType),
  field("died", dateType, { optional: true }),
  field("seen", timestampType, { optional: true }),
  field("made", timestampType),
  record("place", [field("height", numberType, { optional: true }), field("zip", stringType)], {
    optional: true,
  }),
];

/** Features with names that generated code uses itself. */
const awkwardNames = ["finite", "input", "options", "values", "out", "t1", "step_3_part", "offset"];

/** A program whose formulas read every kind of field and each other. */
export function randomProgram(seed: number, size: number, depth: number): Program {
  const random = new Random(seed);
  const readable: Readable[] = [
    ...input.flatMap(readField),
    { type: timestampType, make: () => build.asOf(nowhere) },
  ];
  const formulas = new RandomFormulas(random, readable);
  const steps: Step[] = [];
  for (let i = 0; i < size; i += 1) {
    const name = awkwardNames[i - 4] ?? `step_${i}`;
    const added = randomStep(name, formulas.ofAnyType(depth), random);
    for (const step of added) {
      steps.push(step);
      const { type } = step;
      readable.push({ type, make: () => build.featureRef(step.name, type, nowhere) });
    }
  }
  const features = steps.filter(({ role }) => role !== "let").map(({ name }) => name);
  return program({ input, steps, features, usesAsOf: true });
}

/** A program with a feature for every built-in function. */
export function everyFunction(seed: number): Program {
  const random = new Random(seed);
  const formulas = new RandomFormulas(random, input.flatMap(readField));
  const steps = functionNames.flatMap((fn) => {
    const call = formulas.callOf(fn, random.int(0, 2)) ?? formulas.callOf(fn, 0);
    return call === undefined ? [] : [plainStep(`call_${fn}`, singleOf(call))];
  });
  return program({ input, steps, features: steps.map(({ name }) => name), usesAsOf: true });
}

/** A list is no value of a feature: its last element is. */
function singleOf(call: Expr): Expr {
  if (call.type.kind !== "list") return call;
  const { type } = call.type.element;
  const element = build.elementRef([], type, nowhere);
  const collection = { kind: "list", list: call } as const;
  const rest = { args: [], where: null, latest: null, skipMissing: false };
  return build.aggregate({ fn: "last", collection, element, ...rest }, type, nowhere);
}

function readField(contract: FieldContract): readonly Readable[] {
  const { name, type, fields } = contract;
  if (fields.length === 0) return [{ type, make: () => build.fieldRef([name], type, nowhere) }];
  return fields.map((inner) => ({
    type: inner.type,
    make: () => build.fieldRef([name, inner.name], inner.type, nowhere),
  }));
}

function randomStep(name: string, formula: Expr, random: Random): readonly Step[] {
  const { type } = formula;
  const isLet = random.chance(0.25);
  const hasRange = isNumeric(type) && type.kind !== "duration" && random.chance(0.4);
  const impute = random.chance(0.4) ? build.literal(inRange(type, random), type, nowhere) : null;
  const feature: Step = {
    ...plainStep(name, formula),
    role: isLet ? "let" : "feature",
    optional: impute === null,
    range: hasRange ? bounds(...rangeOf(type)) : null,
    outside: hasRange
      ? {
          value: random.pick(["clamp", "clamp", "missing", isLet ? "clamp" : "reject"]),
          span: nowhere,
        }
      : null,
    impute,
    imputeText: impute === null ? null : "random",
  };
  if (isLet || !random.chance(0.3)) return [feature];
  const told = build.isMissing(build.featureRef(name, type, nowhere), nowhere);
  const indicator = plainStep(`${name}_missing`, told);
  return [feature, { ...indicator, role: "indicator", optional: false, indicatorOf: name }];
}

function plainStep(name: string, formula: Expr): Step {
  return {
    name,
    role: "feature",
    type: formula.type,
    optional: true,
    tags: [],
    formula,
    text: "random",
    range: null,
    outside: null,
    impute: null,
    imputeText: null,
    indicatorOf: null,
    examples: [],
    nameSpan: nowhere,
    span: nowhere,
  };
}

function rangeOf(type: Type): [low: number | null, high: number | null] {
  return type.kind === "timestamp" ? [0, null] : [-5, 30000];
}

function inRange(type: Type, random: Random): string | number | boolean {
  if (!isNumeric(type)) return randomConstant(type, random);
  return type.kind === "timestamp" ? 1e12 : random.int(-5, 20);
}

/** A parsed record that the contract admits, often at its limits. */
export function randomRow(seed: number): { input: Record<string, Value>; asOf: number } {
  const random = new Random(seed);
  return {
    input: Object.fromEntries(
      input.map((contract) => [contract.name, randomValue(contract, random)]),
    ),
    asOf: random.int(0, 40000) * 86_400_000 + random.int(0, 86_399_999),
  };
}

function randomValue(contract: FieldContract, random: Random): Value {
  const { type, range, fields } = contract;
  if (contract.mayBeMissing && random.chance(0.35)) return null;
  if (fields.length > 0) {
    return Object.fromEntries(fields.map((inner) => [inner.name, randomValue(inner, random)]));
  }
  const value = randomConstant(type, random);
  if (typeof value !== "number") return value;
  // Input numbers nearer to 0 are read as 0.
  const read = type.kind === "number" && Math.abs(value) < 1e-100 ? 0 : value;
  if (range === null) return read;
  return Math.min(Math.max(read, range.low ?? read), range.high ?? read);
}
