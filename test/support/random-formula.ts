import type { Param } from "../../compiler/src/functions/definition.js";
import { functionNamed, functionNames } from "../../compiler/src/functions/registry.js";
import type { FunctionName } from "../../compiler/src/functions/registry.js";
import { build } from "../../compiler/src/ir/build.js";
import type { Expr, MapDefinition } from "../../compiler/src/ir/nodes.js";
import {
  boolType,
  dateType,
  durationType,
  equalTypes,
  intType,
  numberType,
  stringType,
  timestampType,
} from "../../compiler/src/types/type.js";
import type { Type } from "../../compiler/src/types/type.js";
import type { Constant } from "../../compiler/src/types/value.js";
import { constantArguments } from "./constant-arguments.table.js";
import { nowhere } from "./program.js";
import type { Random } from "./random.js";

/** A name that a formula may read, and its type. */
export interface Readable {
  readonly make: () => Expr;
  readonly type: Type;
}

export const colours: Type = { kind: "enum", values: ["red", "green", "blue"] };

const types: readonly Type[] = [
  numberType,
  intType,
  boolType,
  stringType,
  colours,
  dateType,
  timestampType,
  durationType,
];

export const words = [
  "",
  "a",
  "red",
  "green",
  "b c",
  " x ",
  "Ωμέγα",
  "😀a",
  "12",
  "-3.5",
  "2020-02-29",
];
const numbers = [0, 1, -1, 0.5, -2.5, 3, 10, 100, 1e-100, -1e-100, 1e200, -1e300, 5e-324, 1.7e308];
const ints = [
  0, 1, -1, 2, 3, 7, 12, 100, -45, 9007199254740991, -9007199254740991, 4503599627370496,
];

export function randomConstant(type: Type, random: Random): string | number | boolean {
  switch (type.kind) {
    case "number":
      return random.chance(0.5) ? random.pick(numbers) : random.int(-2000, 2000) / 16;
    case "int":
      return random.chance(0.5) ? random.pick(ints) : random.int(-50, 50);
    case "duration":
      return random.int(-1000, 1000) * 3_600_000;
    case "bool":
      return random.chance(0.5);
    case "enum":
      return random.pick(type.values);
    case "date":
      return random.chance(0.2)
        ? random.pick([-719162, 2932896, 0, -1])
        : random.int(-40000, 40000);
    case "timestamp":
      return random.int(-40000, 40000) * 86_400_000 + random.int(0, 86_399_999);
    default:
      return random.pick(words);
  }
}

/** Formulas of any type over what can be read; also ones that no spec can say, but every back end must know. */
export class RandomFormulas {
  readonly #random: Random;
  readonly #readable: readonly Readable[];
  #locals = 0;

  constructor(random: Random, readable: readonly Readable[]) {
    this.#random = random;
    this.#readable = readable;
  }

  ofAnyType(depth: number): Expr {
    return this.of(this.#random.pick(types), depth);
  }

  of(type: Type, depth: number, scope: readonly Readable[] = []): Expr {
    const random = this.#random;
    if (depth <= 0 || random.chance(0.08)) return this.#leaf(type, scope);
    const inner = (wanted: Type): Expr => this.of(wanted, depth - 1, scope);
    const kind = random.int(0, 11);
    if (kind === 0) return this.#coalesce(type, inner);
    if (kind === 1) return this.#choice(type, depth, scope);
    if (kind === 2) return this.#match(type, depth, scope);
    if (kind === 3) return this.#binding(type, depth, scope);
    if (kind === 4 && (type.kind === "number" || type.kind === "string")) {
      return this.#lookup(type, inner);
    }
    if (kind <= 7) return this.#operation(type, inner);
    return this.#call(type, inner) ?? this.#operation(type, inner);
  }

  /** A call of the function, or undefined where the arguments found make none. */
  callOf(fn: FunctionName, depth: number): Expr | undefined {
    return this.#callOf(fn, (type) => this.of(type, depth));
  }

  #leaf(type: Type, scope: readonly Readable[]): Expr {
    const random = this.#random;
    const fitting = [...this.#readable, ...scope].filter((one) => equalTypes(one.type, type));
    if (fitting.length > 0 && random.chance(0.75)) return random.pick(fitting).make();
    if (random.chance(0.05)) return build.missing(nowhere, type);
    return build.literal(randomConstant(type, random), type, nowhere);
  }

  #coalesce(type: Type, inner: (type: Type) => Expr): Expr {
    return build.coalesce(inner(type), inner(type), type, nowhere);
  }

  #choice(type: Type, depth: number, scope: readonly Readable[]): Expr {
    const arms = Array.from({ length: this.#random.int(1, 3) }, () => ({
      condition: this.of(boolType, depth - 1, scope),
      value: this.of(type, depth - 1, scope),
      span: nowhere,
    }));
    return build.case("if", arms, this.of(type, depth - 1, scope), true, type, nowhere);
  }

  #match(type: Type, depth: number, scope: readonly Readable[]): Expr {
    const random = this.#random;
    const subjectType = random.pick([colours, intType, stringType, numberType]);
    const local = this.#local(subjectType);
    const inside = [...scope, local];
    const arms = Array.from({ length: random.int(1, 5) }, () => ({
      condition: random.chance(0.2)
        ? build.isMissing(local.make(), nowhere)
        : this.#pattern(local, subjectType),
      value: this.of(type, depth - 2, inside),
      span: nowhere,
    }));
    const otherwise = this.of(type, depth - 2, inside);
    return build.let(
      local.id,
      "subject",
      this.of(subjectType, depth - 1, scope),
      build.case("match", arms, otherwise, true, type, nowhere),
      nowhere,
    );
  }

  #pattern(subject: Readable, type: Type): Expr {
    const random = this.#random;
    const operator = type.kind === "enum" ? "==" : random.pick(["==", "==", "<", ">="] as const);
    const test = (constant: Constant): Expr =>
      build.compare(operator, subject.make(), build.literal(constant, type, nowhere), nowhere);
    const first = randomConstant(type, random);
    const second = randomConstant(type, random);
    // TypeScript refuses to compare with a value that has been ruled out, and no spec says it twice.
    if (first === second || random.chance(0.7)) return test(first);
    return build.logic("or", test(first), test(second), nowhere);
  }

  #local(type: Type): Readable & { readonly id: number } {
    const id = ++this.#locals;
    return { id, type, make: () => build.localRef(id, "local", type, nowhere) };
  }

  #binding(type: Type, depth: number, scope: readonly Readable[]): Expr {
    const boundType = this.#random.pick(types);
    const local = this.#local(boundType);
    const value = this.of(boundType, depth - 1, scope);
    return build.let(
      local.id,
      "bound",
      value,
      this.of(type, depth - 1, [...scope, local]),
      nowhere,
    );
  }

  #lookup(type: Type, inner: (type: Type) => Expr): Expr {
    const random = this.#random;
    const keyType = random.pick([stringType, intType, colours]);
    const keys =
      keyType.kind === "int"
        ? [0, 1, 2, 3, 7, 12]
        : keyType.kind === "enum"
          ? keyType.values
          : words;
    const entries = keys
      .slice(0, random.int(1, keys.length))
      .map((key) => ({ key, value: randomConstant(type, random) }));
    const map: MapDefinition = {
      name: "rates",
      keyType: keyType.kind === "int" ? intType : stringType,
      valueType: type,
      entries,
    };
    const key = inner(keyType);
    return build.lookup(
      map,
      keyType.kind === "enum" ? build.cast(key, stringType, nowhere) : key,
      nowhere,
    );
  }

  #operation(type: Type, inner: (type: Type) => Expr): Expr {
    const random = this.#random;
    const arith = (operator: "+" | "-" | "*" | "/" | "//", left: Type, right: Type): Expr =>
      build.arith(operator, inner(left), inner(right), type, nowhere);
    switch (type.kind) {
      case "number":
        return random.pick([
          () => arith(random.pick(["+", "-", "*", "/"]), numberType, numberType),
          () => arith(random.pick(["+", "-", "*", "/"]), numberType, numberType),
          () => arith("/", intType, intType),
          () => arith("/", durationType, durationType),
          () => build.negate(inner(numberType), nowhere),
          () => build.power(inner(numberType), random.int(-3, 6), numberType, nowhere),
          () => build.cast(inner(intType), numberType, nowhere),
        ])();
      case "int":
        return random.pick([
          () => arith(random.pick(["+", "-", "*", "//"]), intType, intType),
          () => arith("-", dateType, dateType),
          () => build.negate(inner(intType), nowhere),
          () => build.power(inner(intType), random.int(0, 5), intType, nowhere),
        ])();
      case "duration":
        return random.pick([
          () => arith("-", timestampType, timestampType),
          () => arith("*", durationType, intType),
        ])();
      case "date":
        return arith(random.pick(["+", "-"]), dateType, intType);
      case "timestamp":
        return arith(random.pick(["+", "-"]), timestampType, durationType);
      case "string":
        return build.cast(inner(colours), stringType, nowhere);
      case "bool":
        return this.#truth(inner);
      default:
        return inner(type);
    }
  }

  #truth(inner: (type: Type) => Expr): Expr {
    const random = this.#random;
    const compared = random.pick([...types, numberType, numberType]);
    const operators = ["bool", "enum"].includes(compared.kind)
      ? (["==", "!="] as const)
      : (["==", "!=", "<", "<=", ">", ">="] as const);
    return random.pick([
      () => build.compare(random.pick(operators), inner(compared), inner(compared), nowhere),
      () => build.logic(random.pick(["and", "or"]), inner(boolType), inner(boolType), nowhere),
      () => build.logic(random.pick(["and", "or"]), inner(boolType), inner(boolType), nowhere),
      () => build.not(inner(boolType), nowhere),
      () => build.isMissing(inner(random.pick(types)), nowhere),
      () => {
        const type = random.pick([intType, stringType, colours]);
        const values = Array.from({ length: random.int(1, 12) }, () =>
          randomConstant(type, random),
        );
        return build.in(inner(type), [...new Set(values)], nowhere);
      },
    ])();
  }

  #call(type: Type, inner: (type: Type) => Expr): Expr | undefined {
    const fitting = functionNames.filter((fn) => mayYield(fn, type));
    if (fitting.length === 0) return undefined;
    const call = this.#callOf(this.#random.pick(fitting), inner);
    return call !== undefined && equalTypes(call.type, type) ? call : undefined;
  }

  #callOf(fn: FunctionName, inner: (type: Type) => Expr): Expr | undefined {
    const definition = functionNamed(fn);
    const args = argumentsOf(fn, definition.params, this.#random, inner);
    const constants = args.map((arg) => (arg.kind === "Literal" ? arg.value : undefined));
    if (definition.checkConstants?.(constants) !== undefined) return undefined;
    return build.call(fn, args, definition.result(args.map((arg) => arg.type)), nowhere);
  }
}

/** Judged by arguments that are all ints or all numbers: no other types decide what a function yields. */
function mayYield(fn: FunctionName, type: Type): boolean {
  const { params, result } = functionNamed(fn);
  const counts = [params.length, params.filter((param) => param.optional !== true).length];
  return counts.some((count) =>
    [intType, numberType].some(
      (every) => result(Array.from({ length: count }, () => every)).kind === type.kind,
    ),
  );
}

function argumentsOf(
  fn: FunctionName,
  params: readonly Param[],
  random: Random,
  inner: (type: Type) => Expr,
): readonly Expr[] {
  const given = params.flatMap((param): readonly Param[] => {
    if (param.rest === true) return random.chance(0.3) ? [param, param] : [];
    return [param];
  });
  const optional = given.filter((param) => param.optional === true && param.rest !== true).length;
  const left = optional > 0 ? given.length - random.int(0, optional) : given.length;
  const all = given.slice(0, left).map((param, i): Expr => {
    if (param.constant === true) return constantArgument(fn, i, param, random);
    return inner(argumentType(param, random));
  });
  // As lowering does: ints beside numbers are numbers.
  const mixed = all.some((arg) => arg.type.kind === "number");
  return all.map((arg) =>
    mixed && arg.type.kind === "int" && arg.kind !== "Literal"
      ? build.cast(arg, numberType, nowhere)
      : arg,
  );
}

function argumentType(param: Param, random: Random): Type {
  switch (param.type) {
    case "number":
      return random.chance(0.3) ? intType : numberType;
    case "int":
      return intType;
    case "bool":
      return boolType;
    case "string":
      return stringType;
    case "date":
      return dateType;
    case "timestamp":
      return timestampType;
    case "duration":
      return durationType;
    case "day":
      return random.pick([dateType, timestampType]);
    case "key":
      return random.pick([stringType, intType]);
    default:
      throw new Error(`${param.name} must be a constant`);
  }
}

function constantArgument(fn: FunctionName, position: number, param: Param, random: Random): Expr {
  const value = random.pick(constantArguments[fn]?.[position] ?? fail(fn, param));
  const type = ((): Type => {
    if (typeof value === "string") return stringType;
    if (typeof value === "number") return param.type === "int" ? intType : numberType;
    return { kind: "list", element: { type: numberType, optional: false } };
  })();
  return build.literal(value, type, nowhere);
}

function fail(fn: string, param: Param): never {
  throw new Error(`no constants for ${param.name} of ${fn}`);
}
