const chunkLength = 2 ** 16;

/** Numbers in the order in which they came, 8 bytes each. */
export class NumberStore {
  readonly #full: Float64Array[] = [];
  #last = new Float64Array(chunkLength);
  #used = 0;

  get length(): number {
    return this.#full.length * chunkLength + this.#used;
  }

  push(value: number): void {
    if (this.#used === chunkLength) {
      this.#full.push(this.#last);
      this.#last = new Float64Array(chunkLength);
      this.#used = 0;
    }
    this.#last[this.#used++] = value;
  }

  /** `step` applied to all values, first to last, from `start` on. */
  fold(start: number, step: (sum: number, value: number) => number): number {
    let result = start;
    for (const chunk of this.#full) for (const value of chunk) result = step(result, value);
    for (let i = 0; i < this.#used; i++) result = step(result, this.#last[i] ?? 0);
    return result;
  }

  /** A copy, in ascending order. */
  sorted(): Float64Array {
    const all = new Float64Array(this.length);
    this.#full.forEach((chunk, i) => all.set(chunk, i * chunkLength));
    all.set(this.#last.subarray(0, this.#used), this.#full.length * chunkLength);
    return all.sort();
  }
}
