import type { Expr } from "../../ir/nodes.js";
import type { Type } from "../../types/type.js";
import { Block } from "../text/block.js";
import { any, call, conditional, isNull, nonNull, nullCode, primary } from "./code.js";
import type { Code } from "./code.js";
import type { ExpressionScope } from "./expression-scope.js";
import { nullableType } from "./value-type.js";

/** The runtime functions that turn a number which is no value of its type into null. */
export type Guard = "finite" | "safeInt" | "dateInRange" | "timestampInRange";

/**
 * The code of a value before anything is said of when it is missing, so that operations share one test:
 * `x === null || y === null ? null : finite(x / y + 1)`.
 */
export interface Value {
  readonly code: Code;
  /** References that must not be null for `code` to be valid; where one is, the value is missing. */
  readonly requires: readonly string[];
  /** `code` may be null. */
  readonly nullable: boolean;
  /** `code` is a number that this guard has still to see; it is never null then. */
  readonly guard: Guard | null;
}

/** A condition and what TypeScript knows where it holds or does not: references that are not null. */
export interface Condition {
  readonly code: Code;
  readonly whenTrue: readonly string[];
  readonly whenFalse: readonly string[];
}

export interface Dispatch {
  readonly value: (expr: Expr, emission: Emission) => Value;
  /** True exactly where the expression is true: false where it is false or missing. */
  readonly holds: (expr: Expr, emission: Emission) => Condition;
  /** True exactly where the expression is false. */
  readonly fails: (expr: Expr, emission: Emission) => Condition;
}

/** Codes of operands that are there once `requires` are; `unchecked`: one may not be finite. */
export interface Operands {
  readonly codes: readonly Code[];
  readonly requires: readonly string[];
  readonly unchecked: boolean;
  /** One is always missing. */
  readonly isMissing: boolean;
}

export function present(code: Code): Value {
  return { code, requires: [], nullable: false, guard: null };
}

export const missing: Value = { code: nullCode, requires: [], nullable: true, guard: null };

export function condition(
  code: Code,
  whenTrue: readonly string[] = [],
  whenFalse: readonly string[] = [],
): Condition {
  return { code, whenTrue, whenFalse };
}

/** Whether the code can be repeated and is narrowed by a test: an identifier or a path of properties. */
export function isReference(code: Code): boolean {
  if (code === nullCode || code.isLiteral === true) return false;
  return code.operator === "primary" && /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(code.text);
}

export function nullTest(references: readonly string[]): Code {
  return any(references.map((reference) => isNull(primary(reference))));
}

/** The code of the value itself, null where it is missing. */
export function settled(value: Value, emission: Emission): { code: Code; nullable: boolean } {
  const { code, requires, nullable, guard } = value;
  const inner = guard === null ? code : call(emission.scope.imports.runtime(guard), code);
  if (requires.length === 0) return { code: inner, nullable: nullable || guard !== null };
  return { code: conditional(nullTest(requires), nullCode, inner), nullable: true };
}

/** What all places in the code of one formula have in common. */
interface SharedState {
  readonly locals: Map<number, Value>;
  readonly targets: Map<Expr, string>;
  /** How many locals have been named with a suffix. */
  readonly suffixes: Map<string, number>;
}

/** A place in generated code: the block that statements go to, and what is known there. */
export class Emission {
  readonly scope: ExpressionScope;
  readonly block: Block;
  readonly dispatch: Dispatch;
  /** Nullable references that TypeScript knows not to be null here. */
  readonly narrowed: ReadonlySet<string>;
  readonly #shared: SharedState;

  constructor(
    scope: ExpressionScope,
    block: Block,
    dispatch: Dispatch,
    narrowed: ReadonlySet<string> = new Set(),
    shared: SharedState = { locals: new Map(), targets: new Map(), suffixes: new Map() },
  ) {
    this.scope = scope;
    this.block = block;
    this.dispatch = dispatch;
    this.narrowed = narrowed;
    this.#shared = shared;
  }

  /** Values of `Let`, by id. */
  get locals(): Map<number, Value> {
    return this.#shared.locals;
  }

  /** Names for the variables that cases set, where they are not parts of something. */
  get targets(): Map<Expr, string> {
    return this.#shared.targets;
  }

  value(expr: Expr): Value {
    return this.dispatch.value(expr, this);
  }

  holds(expr: Expr): Condition {
    return this.dispatch.holds(expr, this);
  }

  fails(expr: Expr): Condition {
    return this.dispatch.fails(expr, this);
  }

  /** A place that is reached under a condition, with a block of its own. */
  branch(narrowed: readonly string[], block = new Block()): Emission {
    const known = narrowed.length === 0 ? this.narrowed : new Set([...this.narrowed, ...narrowed]);
    return new Emission(this.scope, block, this.dispatch, known, this.#shared);
  }

  /** Inside a loop over elements, with a block of its own. */
  atElement(block: Block, element: NonNullable<ExpressionScope["element"]>): Emission {
    const scope = { ...this.scope, element };
    return new Emission(scope, block, this.dispatch, this.narrowed, this.#shared);
  }

  /** A new local, named after what the code is for. */
  takeName(suffix: string): string {
    const stem = `${this.scope.subject}_${suffix}`;
    const taken = (this.#shared.suffixes.get(suffix) ?? 0) + 1;
    this.#shared.suffixes.set(suffix, taken);
    return this.scope.names.take(taken === 1 ? stem : `${stem}${taken}`);
  }

  /** Binds the value to a constant; null where it is missing. */
  bind(value: Value, type: Type, name = this.takeName("part")): Value {
    const { code, nullable } = settled(value, this);
    const annotation = code.isLiteral === true ? `: ${nullableType(type, nullable)}` : "";
    this.block.line(`const ${name}${annotation} = ${code.text};`);
    return { code: primary(name), requires: [], nullable, guard: null };
  }

  /** A value whose code can be written more than once. */
  repeatable(value: Value, type: Type): Value {
    const { code } = value;
    const isTight = code.operator === "primary" || code.operator === "unary";
    const isPlain = isReference(code) || code.isLiteral === true || code.text.endsWith("!");
    return value.guard === null && isTight && isPlain ? value : this.bind(value, type);
  }

  /**
   * The operands of an operation that is missing where one of them is: codes that are there once `requires`
   * are, and whether one of them is a number that may not be finite. `passes` says through which
   * operands such a number stays one, so that testing the result is enough.
   */
  operands(
    exprs: readonly Expr[],
    passes: (position: number) => boolean,
    repeats: (position: number) => boolean = none,
  ): Operands {
    const inner = this.branch([], new Block());
    const codes: Code[] = [];
    const requires = new Set<string>();
    let unchecked = false;
    let isMissing = false;
    for (const [position, expr] of exprs.entries()) {
      let value = inner.value(expr);
      if (value.code === nullCode) {
        isMissing = true;
        codes.push(nullCode);
        continue;
      }
      const isPassed = value.guard === "finite" && passes(position) && !repeats(position);
      if (value.guard !== null && !isPassed) value = inner.bind(value, expr.type);
      if (repeats(position)) value = inner.repeatable(value, expr.type);
      if (value.nullable && !isReference(value.code)) value = inner.bind(value, expr.type);
      for (const reference of value.requires) requires.add(reference);
      if (value.nullable) requires.add(value.code.text);
      unchecked ||= isPassed;
      codes.push(value.code);
    }
    // What is always missing needs none of the statements.
    if (!isMissing) this.block.append(inner.block);
    return { codes, requires: [...requires], unchecked, isMissing };
  }

  /** The value of an operation on operands: of which type its result is decides the guard. */
  combined(
    operands: Pick<Operands, "requires" | "isMissing">,
    code: Code,
    guard: Guard | null = null,
    nullable = false,
  ): Value {
    return operands.isMissing ? missing : { code, requires: operands.requires, nullable, guard };
  }

  /** The value as it is where analysis shows that it is never missing, though TypeScript cannot see it. */
  assured(value: Value, type: Type): Value {
    if (value.requires.length > 0 || value.guard !== null) {
      const bound = this.bind(value, type);
      return present(bound.nullable ? nonNull(bound.code) : bound.code);
    }
    if (!value.nullable || this.narrowed.has(value.code.text)) return present(value.code);
    return present(nonNull(value.code));
  }
}

/** Of no operand, or of each: for `operands`. */
export const none = (): boolean => false;
export const every = (): boolean => true;
