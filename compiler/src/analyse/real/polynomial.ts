import { add as addDyadic, digits, dyadic, multiply as multiplyDyadic, negate } from "./dyadic.js";
import type { Dyadic } from "./dyadic.js";

interface Term {
  /** Of each variable by its position; those not named are 0. */
  readonly powers: readonly number[];
  readonly coefficient: Dyadic;
}

/** A polynomial with exact coefficients; undefined stands for one too large to work with. */
export type Polynomial = ReadonlyMap<string, Term>;

const mostTerms = 120;
const mostDigits = 4_000;

export function constant(value: number): Polynomial {
  return collected([{ powers: [], coefficient: dyadic(value) }]) ?? new Map();
}

export function variable(position: number): Polynomial {
  const powers = Array.from({ length: position + 1 }, (_, i) => (i === position ? 1 : 0));
  return new Map([[powers.join(), { powers, coefficient: dyadic(1) }]]);
}

export function add(a: Polynomial, b: Polynomial): Polynomial | undefined {
  return collected([...a.values(), ...b.values()]);
}

export function negated(a: Polynomial): Polynomial {
  return new Map(
    [...a].map(([key, { powers, coefficient }]) => [
      key,
      { powers, coefficient: negate(coefficient) },
    ]),
  );
}

export function multiply(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (a.size * b.size > mostTerms * 8) return undefined;
  const products: Term[] = [];
  for (const left of a.values()) {
    for (const right of b.values()) {
      products.push({
        powers: longer(left.powers, right.powers).map(
          (_, i) => (left.powers[i] ?? 0) + (right.powers[i] ?? 0),
        ),
        coefficient: multiplyDyadic(left.coefficient, right.coefficient),
      });
    }
  }
  return collected(products);
}

export function power(a: Polynomial, exponent: number): Polynomial | undefined {
  let product: Polynomial | undefined = constant(1);
  for (let i = 0; i < exponent && product !== undefined; i += 1) product = multiply(product, a);
  return product;
}

/** The highest power of each variable. */
export function degrees(polynomial: Polynomial, variables: number): readonly number[] {
  return Array.from({ length: variables }, (_, i) =>
    Math.max(0, ...[...polynomial.values()].map(({ powers }) => powers[i] ?? 0)),
  );
}

function longer<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  return a.length >= b.length ? a : b;
}

function collected(terms: readonly Term[]): Polynomial | undefined {
  const sums = new Map<string, Term>();
  for (const { powers, coefficient } of terms) {
    let length = powers.length;
    while (length > 0 && powers[length - 1] === 0) length -= 1;
    const key = powers.slice(0, length).join();
    const sum = addDyadic(sums.get(key)?.coefficient ?? dyadic(0), coefficient);
    if (digits(sum) > mostDigits) return undefined;
    sums.set(key, { powers: powers.slice(0, length), coefficient: sum });
  }
  for (const [key, { coefficient }] of sums) if (coefficient.mantissa === 0n) sums.delete(key);
  return sums.size > mostTerms ? undefined : sums;
}
