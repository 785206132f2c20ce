import type { NumberDomain } from "../types/domain.js";
import { join, exactly, nextDown, nextUp, numberDomain } from "../types/interval.js";
import type { MissingReason } from "../types/value.js";
import { pow } from "./fdlibm/pow.js";
import { magnitudes, outwards, positivePart, softUlps } from "./number-rules.js";

const largest = Number.MAX_VALUE;

/** Why `pow(x, y)` may be missing. */
export function mayLeavePower(x: NumberDomain, y: NumberDomain): MissingReason | undefined {
  if (x.low < 0 && !y.integral) return "domain";
  if (x.zero && y.low < 0) return "division_by_zero";
  return powersOf(x, y).some((power) => power > largest) ? "overflow" : undefined;
}

/**
 * For a positive base the power rises or falls throughout in base and exponent, so that the corners bound it;
 * a negative base has a whole exponent and gives the same magnitude.
 */
export function powerDomain(x: NumberDomain, y: NumberDomain): NumberDomain {
  const powers = powersOf(x, y).map((power) => Math.min(power, largest));
  const parts: NumberDomain[] = [];
  if (powers.length > 0) {
    const low = outwards(Math.min(...powers), softUlps, nextDown);
    const high = Math.min(largest, outwards(Math.max(...powers), softUlps, nextUp));
    parts.push(numberDomain(x.low < 0 ? -high : Math.max(low, 0), high));
  }
  if (x.zero && y.high > 0) parts.push(exactly(0));
  if (x.zero && y.zero) parts.push(exactly(1));
  return parts.length === 0 ? exactly(0) : parts.reduce(join);
}

function powersOf(x: NumberDomain, y: NumberDomain): number[] {
  const sizes = positivePart(magnitudes(x));
  if (sizes === undefined) return [];
  return [sizes.low, sizes.high].flatMap((base) => [pow(base, y.low), pow(base, y.high)]);
}
