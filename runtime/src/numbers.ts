export { round, roundHalfEven, roundTo } from "./round.js";

/** `x`, or missing where an operation overflowed or left its domain (an infinity or NaN). */
export function finite(x: number): number | null {
  return x - x === 0 ? x : null;
}

/** `x`, or missing unless |x| <= 2^53 - 1: results of integer arithmetic. */
export function safeInt(x: number): number | null {
  return x <= 9007199254740991 && x >= -9007199254740991 ? x : null;
}

/** Quotient of two ints rounded towards minus infinity, exact; NaN for b = 0. */
export function floorDivide(a: number, b: number): number {
  return b === 0 ? NaN : Math.floor(a / b);
}

/** `a - b * floor(a / b)` of two ints: 0 or the sign of `b`; NaN for b = 0. */
export function modInt(a: number, b: number): number {
  const r = a % b;
  return r !== 0 && r < 0 !== b < 0 ? r + b : r;
}

/** The exact remainder of `a / b`, plus `b` where the signs differ; NaN for b = 0. */
export function modFloat(a: number, b: number): number {
  const r = a % b;
  return r !== 0 && r < 0 !== b < 0 ? r + b : r;
}

/** -1, 0 or 1. */
export function sign(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

/** The smaller; the first of equals. */
export function least(a: number, b: number): number {
  return a <= b ? a : b;
}

/** The larger; the first of equals. */
export function greatest(a: number, b: number): number {
  return a >= b ? a : b;
}

/** `x` moved into [lo, hi]; lo <= hi. */
export function clip(x: number, lo: number, hi: number): number {
  return x < lo ? lo : x > hi ? hi : x;
}

/**
 * `x` to the whole power `n`, |n| < 2^31, as products over the bits of `n` from the left; `0^0` is
 * 1. A negative `n` is `1 / x^-n`: an infinity at x = 0 and where `x^-n` underflows to 0, and 0
 * where `x^-n` overflows.
 */
export function powerInt(x: number, n: number): number {
  const m = n < 0 ? -n : n;
  let power = 1;
  if (m > 0) {
    power = x;
    for (let bit = 30 - Math.clz32(m); bit >= 0; bit--) {
      power *= power;
      if ((m >> bit) & 1) power *= x;
    }
  }
  return n < 0 ? 1 / power : power;
}

/** `sqrt(a*a + b*b)`; Infinity where the sum of the squares overflows. */
export function hypot(a: number, b: number): number {
  return Math.sqrt(a * a + b * b);
}

/** `x` if it is whole, else NaN: nothing is rounded. Not limited to 2^53 - 1. */
export function toInt(x: number): number {
  return Math.trunc(x) === x ? x : NaN;
}

/** `x` rounded to binary32; an infinity from 3.4028235677973366e38 on. */
export function float32(x: number): number {
  return Math.fround(x);
}
