import { evaluateProgram } from "../interpret/evaluate-program.js";
import type { SourceData } from "../interpret/source-data.js";
import type { Program, Step } from "../ir/program.js";
import { stepMutants } from "../mutants/step-mutants.js";
import { findCounterexample } from "../prove/find-counterexample.js";
import type { RelatedChanges } from "../prove/related.js";
import { sentAs } from "../prove/sent-as.js";
import { sameValue } from "../types/same-value.js";
import type { Value } from "../types/value.js";
import type { RowSource } from "./row-source.js";

interface Row {
  readonly input: Readonly<Record<string, Value>>;
  readonly asOf: number;
  readonly sources: SourceData;
  /** Of the step in the spec as it is. */
  readonly expected: Value | "rejected";
}

/** A row that the search found, as changes of the default record. */
export interface FoundRow {
  readonly input: Readonly<Record<string, Value>>;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly related: RelatedChanges;
}

/** Rows looked at for each mutant that is left over, and mutants looked at: counts, so that builds repeat. */
const rowsPerMutant = 1_500;
const mostSearched = 12;

/** The mutants of a step, and of the lets that it reads, that no row has told from the spec so far. */
export class LivingMutants {
  readonly #step: Step;
  readonly #program: Program;
  #living: readonly Program[];

  /** `reduced` computes the step and everything before it; `told` is the step, or the one an indicator tells of. */
  constructor(step: Step, told: Step, before: readonly Step[], reduced: Program, most: number) {
    this.#step = step;
    this.#program = reduced;
    const lets = before.filter(({ role }) => role === "let");
    this.#living = [told, ...lets].flatMap((one) =>
      stepMutants(one)
        .slice(0, most)
        .map(({ changed }) => ({
          ...reduced,
          steps: reduced.steps.map((other) => (other === one ? changed : other)),
        })),
    );
  }

  get isEmpty(): boolean {
    return this.#living.length === 0;
  }

  /** Whether the row kills a mutant that lived until now. */
  kill(row: Row): boolean {
    const left = this.#living.filter((mutant) =>
      sameValue(this.#valueIn(mutant, row), row.expected, mutant.math),
    );
    const kills = left.length < this.#living.length;
    this.#living = left;
    return kills;
  }

  /** Rows for what is left over; a search for each, which stops where an earlier row has killed it too. */
  *rowsThatKill({ program, usual, input, defaults, searches }: RowSource): Generator<FoundRow> {
    if (!searches) return;
    const start = { input, asOf: defaults.asOf, usual };
    for (const mutant of this.#living.slice(0, mostSearched)) {
      if (!this.#living.includes(mutant)) continue;
      let found: FoundRow | undefined;
      findCounterexample(
        program,
        this.#step,
        start,
        ({ input: row, asOf, sources, changes, related, result }) => {
          if (result.rejected !== null) return false;
          const expected = result.steps.get(this.#step.name) ?? null;
          const other = this.#valueIn(mutant, { input: row, asOf, sources, expected });
          if (sameValue(other, expected, mutant.math)) return false;
          found = { input: row, changes: this.#asSent(changes), related };
          return true;
        },
        rowsPerMutant,
      );
      if (found !== undefined) yield found;
    }
  }

  #asSent(changes: ReadonlyMap<string, Value>): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      this.#program.input
        .filter(({ name }) => changes.has(name))
        .map((field) => [field.key, sentAs(field, changes.get(field.name) ?? null)]),
    );
  }

  #valueIn(mutant: Program, { input, asOf, sources }: Row): Value | "rejected" {
    const { rejected, steps } = evaluateProgram(mutant, input, asOf, sources);
    return rejected === null ? (steps.get(this.#step.name) ?? null) : "rejected";
  }
}
