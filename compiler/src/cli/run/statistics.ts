import type { Type } from "../../types/type.js";
import type { Value } from "../../types/value.js";
import type { Treatment } from "./count-treatments.js";

/** What the summary says of one feature. */
export interface FeatureSummary {
  readonly name: string;
  readonly type: string;
  readonly present: number;
  readonly missing: number;
  readonly imputed: number;
  readonly clamped: number;
  /** Of the present values, bools as 0 and 1; null for texts and where there is none. */
  readonly min: number | null;
  readonly mean: number | null;
  readonly max: number | null;
}

/** Gathers what the summary says of one feature, in constant memory. */
export class FeatureStatistics {
  readonly #name: string;
  readonly #type: Type;
  #present = 0;
  #missing = 0;
  #imputed = 0;
  #clamped = 0;
  #numbers = 0;
  #min = Infinity;
  #max = -Infinity;
  #mean = 0;

  constructor(name: string, type: Type) {
    this.#name = name;
    this.#type = type;
  }

  add(value: Value, treatment: Treatment | undefined): void {
    if (treatment?.imputed === true) this.#imputed++;
    if (treatment?.clamped === true) this.#clamped++;
    if (value === null) {
      this.#missing++;
      return;
    }
    this.#present++;
    if (typeof value !== "number" && typeof value !== "boolean") return;
    const number = Number(value);
    this.#numbers++;
    // The running mean cannot overflow where the sum of large values would.
    this.#mean += (number - this.#mean) / this.#numbers;
    if (number < this.#min) this.#min = number;
    if (number > this.#max) this.#max = number;
  }

  get summary(): FeatureSummary {
    const some = this.#numbers > 0;
    return {
      name: this.#name,
      type: this.#type.kind,
      present: this.#present,
      missing: this.#missing,
      imputed: this.#imputed,
      clamped: this.#clamped,
      min: some ? this.#min : null,
      mean: some ? this.#mean : null,
      max: some ? this.#max : null,
    };
  }
}
