const TWO_52 = 4503599627370496;

/** Nearest whole number, halves away from zero (2.5 to 3, -2.5 to -3). */
export function round(x: number): number {
  const whole = Math.trunc(x);
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
}

/** Nearest whole number, halves to the even one (2.5 to 2, 3.5 to 4). */
export function roundHalfEven(x: number): number {
  // At this magnitude doubles are whole, so that the addition itself rounds.
  if (x >= 0) return x < TWO_52 ? x + TWO_52 - TWO_52 : x;
  return x > -TWO_52 ? x - TWO_52 + TWO_52 : x;
}

/**
 * `x` rounded to `digits` decimals (whole, -15 to 15), halves of the scaled double away from zero:
 * `round(x * 10^digits) / 10^digits`. An infinity or NaN where the scaling overflows.
 */
export function roundTo(x: number, digits: number): number {
  if (digits > 0) {
    const scale = scaleOf(digits);
    return round(x * scale) / scale;
  }
  if (digits < 0) {
    const scale = scaleOf(-digits);
    return round(x / scale) * scale;
  }
  return round(x);
}

/** 10^n, exact for 0 to 15, where every partial product is below 2^53. */
export function scaleOf(n: number): number {
  let power = 1;
  for (let i = 0; i < n; i++) power *= 10;
  return power;
}
