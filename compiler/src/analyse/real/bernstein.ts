import { add, dyadic, multiply, negate, zero } from "./dyadic.js";
import type { Dyadic } from "./dyadic.js";
import { degrees } from "./polynomial.js";
import type { Polynomial } from "./polynomial.js";

/** Finite ends of each variable. */
export type Box = readonly { readonly low: number; readonly high: number }[];

const mostCoefficients = 2_000;

/**
 * Whether the polynomial is nowhere below 0 in the box, as its Bernstein coefficients show: exact, since they
 * are computed without rounding. False where they do not show it, or where there are too many of them.
 */
export function isNotNegative(polynomial: Polynomial, box: Box): boolean {
  const highest = degrees(polynomial, box.length);
  const count = highest.reduce((product, degree) => product * (degree + 1), 1);
  if (count > mostCoefficients) return false;
  let coefficients = dense(polynomial, highest, count);
  let stride = 1;
  for (const [i, degree] of highest.entries()) {
    const { low, high } = box[i] ?? { low: 0, high: 0 };
    if (degree > 0) {
      coefficients = alongAxis(coefficients, degree, stride, (line) =>
        scaledBernstein(shifted(line, dyadic(low), add(dyadic(high), negate(dyadic(low))))),
      );
    }
    stride *= degree + 1;
  }
  return coefficients.every(({ mantissa }) => mantissa >= 0n);
}

/** Coefficients of all powers up to the highest; the first variable varies fastest. */
function dense(polynomial: Polynomial, highest: readonly number[], count: number): Dyadic[] {
  const all = Array.from({ length: count }, () => zero);
  for (const { powers, coefficient } of polynomial.values()) {
    let place = 0;
    let stride = 1;
    for (const [i, degree] of highest.entries()) {
      place += (powers[i] ?? 0) * stride;
      stride *= degree + 1;
    }
    all[place] = coefficient;
  }
  return all;
}

function alongAxis(
  all: readonly Dyadic[],
  degree: number,
  stride: number,
  change: (line: readonly Dyadic[]) => readonly Dyadic[],
): Dyadic[] {
  const changed = [...all];
  for (let start = 0; start < all.length; start += 1) {
    if (Math.floor(start / stride) % (degree + 1) !== 0) continue;
    const line = Array.from({ length: degree + 1 }, (_, k) => all[start + k * stride] ?? zero);
    for (const [k, value] of change(line).entries()) changed[start + k * stride] = value;
  }
  return changed;
}

/** The polynomial of x as one of t, where x = low + width * t. */
function shifted(line: readonly Dyadic[], low: Dyadic, width: Dyadic): readonly Dyadic[] {
  const result = [...line];
  // Horner's scheme, once for each coefficient.
  for (let i = 0; i < result.length; i += 1) {
    for (let k = result.length - 2; k >= i; k -= 1) {
      result[k] = add(result[k] ?? zero, multiply(low, result[k + 1] ?? zero));
    }
  }
  let scale: Dyadic = dyadic(1);
  return result.map((value) => {
    const scaled = multiply(value, scale);
    scale = multiply(scale, width);
    return scaled;
  });
}

/** Bernstein coefficient i times the binomial (n, i): the same sign, and no division. */
function scaledBernstein(line: readonly Dyadic[]): readonly Dyadic[] {
  const n = line.length - 1;
  return line.map((_, i) =>
    line
      .slice(0, i + 1)
      .reduce((sum, value, j) => add(sum, multiply(dyadic(binomial(n - j, i - j)), value)), zero),
  );
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
  return Math.round(result);
}
