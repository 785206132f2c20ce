/** Numbers in units of 2^-256, as whole numbers of any length. */
const unitBits = 256n;
const unit = 1n << unitBits;

const halfPiDigits =
  15707963267948966192313216916397514420985846996875529104874722961539082031431044993140174126710585339910740432n;

export const halfPiFixed = (halfPiDigits * unit) / 10n ** 109n;

/** Exact for magnitudes from 2^-200 to 2^60. */
export function toFixed(x: number): bigint {
  let scaled = x;
  let shift = 0n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift += 1n;
  }
  return (BigInt(scaled) << unitBits) >> shift;
}

/** The nearest double. */
export function fromFixed(value: bigint): number {
  return Number(value) * 2 ** -256;
}
