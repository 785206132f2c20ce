/**
 * The number that the whole of `s` writes in ASCII: sign, digits with at most one point, exponent of
 * one to four digits. Correctly rounded; too small is 0. Missing: any other text, spaces included,
 * and numbers beyond the largest double.
 */
export function parseNumber(s: string): number | null {
  let i = afterSign(s, 0);
  const whole = afterDigits(s, i);
  let digits = whole - i;
  i = whole;
  if (s.charCodeAt(i) === 46) {
    const fraction = afterDigits(s, i + 1);
    digits += fraction - i - 1;
    i = fraction;
  }
  if (digits === 0) return null;
  if ((s.charCodeAt(i) | 32) === 101) {
    const from = afterSign(s, i + 1);
    i = afterDigits(s, from);
    if (i === from || i - from > 4) return null;
  }
  if (i !== s.length) return null;
  const x = Number(s);
  return x - x === 0 ? x + 0 : null;
}

/** The int that the whole of `s` writes: sign, 1 to 16 digits, |n| <= 2^53 - 1; else missing. */
export function parseInteger(s: string): number | null {
  const from = afterSign(s, 0);
  const end = afterDigits(s, from);
  if (end !== s.length || end === from || end - from > 16) return null;
  const n = Number(s);
  return n <= 9007199254740991 && n >= -9007199254740991 ? n + 0 : null;
}

function afterSign(s: string, i: number): number {
  const unit = s.charCodeAt(i);
  return unit === 43 || unit === 45 ? i + 1 : i;
}

function afterDigits(s: string, from: number): number {
  let i = from;
  while (i < s.length && s.charCodeAt(i) >= 48 && s.charCodeAt(i) <= 57) i++;
  return i;
}
