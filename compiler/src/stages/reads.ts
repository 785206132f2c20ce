import { childrenOf } from "../ir/children.js";
import { stepNamed } from "../ir/dependencies.js";
import type { Expr } from "../ir/nodes.js";
import type { Program, Step } from "../ir/program.js";

/** What a value depends on, through the steps and locals that it names. */
export interface Reads {
  /** Sources of events and tables. */
  readonly sources: ReadonlySet<string>;
  /** Top-level fields of the input. */
  readonly fields: ReadonlySet<string>;
}

const nothing: Reads = { sources: new Set(), fields: new Set() };

/** Answers for every expression of one program; each is visited once. */
export class ReadsOfProgram {
  readonly #program: Program;
  readonly #byExpr = new WeakMap<Expr, Reads>();
  readonly #byStep = new Map<string, Reads>();
  /** Ids of locals are unique in a program. */
  readonly #byLocal = new Map<number, Reads>();

  constructor(program: Program) {
    this.#program = program;
  }

  ofStep(step: Step): Reads {
    let reads = this.#byStep.get(step.name);
    if (reads === undefined) {
      const named = step.indicatorOf === null ? [] : [this.#ofName(step.indicatorOf)];
      const impute = step.impute === null ? [] : [this.of(step.impute)];
      reads = union([...named, this.of(step.formula), ...impute]);
      this.#byStep.set(step.name, reads);
    }
    return reads;
  }

  /** Locals must have been met: ask for the formula around them first. */
  of(expr: Expr): Reads {
    let reads = this.#byExpr.get(expr);
    if (reads === undefined) {
      reads = this.#find(expr);
      this.#byExpr.set(expr, reads);
    }
    return reads;
  }

  #find(expr: Expr): Reads {
    switch (expr.kind) {
      case "FieldRef":
        return { ...nothing, fields: new Set(expr.path.slice(0, 1)) };
      case "TableRef":
        return { ...nothing, sources: new Set([expr.table]) };
      case "FeatureRef":
        return this.#ofName(expr.name);
      case "LocalRef":
        return this.#byLocal.get(expr.id) ?? nothing;
      case "Let": {
        const value = this.of(expr.value);
        this.#byLocal.set(expr.id, value);
        return union([value, this.of(expr.body)]);
      }
      default: {
        const parts = childrenOf(expr).map((child) => this.of(child));
        if (expr.kind === "Aggregate" && expr.collection.kind === "events") {
          parts.push({ ...nothing, sources: new Set([expr.collection.source.name]) });
        }
        return union(parts);
      }
    }
  }

  #ofName(name: string): Reads {
    const step = stepNamed(this.#program, name);
    return step === undefined ? nothing : this.ofStep(step);
  }
}

function union(all: readonly Reads[]): Reads {
  return {
    sources: new Set(all.flatMap(({ sources }) => [...sources])),
    fields: new Set(all.flatMap(({ fields }) => [...fields])),
  };
}
