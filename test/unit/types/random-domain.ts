import type { NumberDomain } from "../../../compiler/src/types/domain.js";
import { numberDomain } from "../../../compiler/src/types/interval.js";

/** The same numbers for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to 1, without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  flip(probability = 0.5): boolean {
    return this.next() < probability;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}

const corners = [
  0,
  1,
  2,
  3,
  10,
  0.5,
  0.1,
  1e-100,
  1e-200,
  5e-324,
  2.2250738585072014e-308,
  1e100,
  1e154,
  1e155,
  1e300,
  1.7976931348623157e308,
  2 ** 53,
  2 ** 53 - 1,
  2 ** 52 + 0.5,
  1 - 2 ** -53,
  1 + 2 ** -52,
  255,
  1e6,
  709.782712893384,
  745.2,
  0.1 + 0.2,
];

/** Corners of the doubles, everyday numbers and bit patterns of every size. */
export function randomNumber(random: Random): number {
  const sign = random.flip() ? 1 : -1;
  const kind = random.below(10);
  if (kind < 3) return sign * random.pick(corners) + 0;
  if (kind < 6) return sign * Math.floor(random.next() * 200) + 0;
  if (kind < 8) return sign * random.next() * 100;
  return sign * random.next() * 10 ** (random.below(600) - 300) + 0;
}

export interface Sample {
  readonly domain: NumberDomain;
  /** Numbers that lie in the domain. */
  readonly members: readonly number[];
}

/** A domain around some numbers, as narrow or as wide as chance will have it. */
export function randomSample(random: Random, draw: (random: Random) => number): Sample {
  const isIntegral = random.flip(0.4);
  const members = Array.from({ length: 1 + random.below(3) }, () => {
    const value = draw(random);
    return (isIntegral ? Math.trunc(value) : value) + 0;
  });
  const sizes = members.map(Math.abs).filter((size) => size > 0);
  const low = Math.min(...members, ...(random.flip(0.2) ? [draw(random)] : []));
  const high = Math.max(...members, ...(random.flip(0.2) ? [draw(random)] : []));
  const domain = numberDomain(low, high, {
    integral: isIntegral && random.flip(0.8),
    zero: members.includes(0) || random.flip(),
    floor: random.flip() && sizes.length > 0 ? Math.min(...sizes) * (random.flip() ? 1 : 0.5) : 0,
  });
  const ends = [domain.low, domain.high].filter((end) => contains(domain, end));
  return { domain, members: [...members, ...ends] };
}

export function contains(domain: NumberDomain, value: number): boolean {
  if (!(value >= domain.low && value <= domain.high)) return false;
  if (domain.integral && !Number.isInteger(value)) return false;
  return value === 0 ? domain.zero : Math.abs(value) >= domain.floor;
}
