/** `mantissa * 2^exponent`: every double is one, and sums and products of them stay exact. */
export interface Dyadic {
  readonly mantissa: bigint;
  readonly exponent: number;
}

export const zero: Dyadic = { mantissa: 0n, exponent: 0 };
export const one: Dyadic = { mantissa: 1n, exponent: 0 };

const words = new DataView(new ArrayBuffer(8));

/** Of a finite double. */
export function dyadic(value: number): Dyadic {
  words.setFloat64(0, value);
  const bits = words.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const size = biased === 0 ? fraction : fraction | (1n << 52n);
  return reduced(value < 0 ? -size : size, Math.max(biased, 1) - 1075);
}

export function add(a: Dyadic, b: Dyadic): Dyadic {
  const exponent = Math.min(a.exponent, b.exponent);
  return reduced(scaledTo(a, exponent) + scaledTo(b, exponent), exponent);
}

export function negate({ mantissa, exponent }: Dyadic): Dyadic {
  return { mantissa: -mantissa, exponent };
}

export function multiply(a: Dyadic, b: Dyadic): Dyadic {
  return reduced(a.mantissa * b.mantissa, a.exponent + b.exponent);
}

/** Binary digits of the mantissa: what a further product costs. */
export function digits({ mantissa }: Dyadic): number {
  return mantissa === 0n ? 0 : mantissa.toString(16).length * 4;
}

function scaledTo({ mantissa, exponent }: Dyadic, to: number): bigint {
  return mantissa << BigInt(exponent - to);
}

/** With an odd mantissa, so that it stays short. */
function reduced(mantissa: bigint, exponent: number): Dyadic {
  if (mantissa === 0n) return zero;
  let [short, moved] = [mantissa, exponent];
  while ((short & 0xffffn) === 0n) [short, moved] = [short >> 16n, moved + 16];
  while ((short & 1n) === 0n) [short, moved] = [short >> 1n, moved + 1];
  return { mantissa: short, exponent: moved };
}
