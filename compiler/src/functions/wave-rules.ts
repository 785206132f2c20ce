import { nextDown, nextUp, numberDomain } from "../types/interval.js";
import type { NumberDomain } from "../types/domain.js";
import { angleLimit } from "./fdlibm/sin-cos.js";
import { halfTurnLimit } from "./half-turns.js";
import { outwards, softUlps } from "./number-rules.js";

type Wave = (x: number) => number;

/** Values of a sine or cosine of half turns; `firstMaximum` is 0 or 1/2. */
export function halfTurnDomain(x: NumberDomain, f: Wave, firstMaximum: number): NumberDomain {
  if (x.low < -halfTurnLimit || x.high > halfTurnLimit) return numberDomain(-1, 1);
  return waveDomain(x, f, { firstMaximum, half: 1, slack: 0 });
}

/** Values of a sine or cosine of radians; `firstMaximum` is 0 or pi / 2. */
export function radianDomain(x: NumberDomain, f: Wave, firstMaximum: number): NumberDomain {
  if (x.low < -angleLimit || x.high > angleLimit) return numberDomain(-1, 1);
  // No double is a multiple of pi: an extreme counts from a little before it to a little behind.
  return waveDomain(x, f, { firstMaximum, half: Math.PI, slack: 1e-9 });
}

/** Between two extremes a wave only rises or only falls, so that the ends of the interval bound it. */
function waveDomain(
  { low, high }: NumberDomain,
  f: Wave,
  at: { readonly firstMaximum: number; readonly half: number; readonly slack: number },
): NumberDomain {
  const { firstMaximum, half, slack } = at;
  const holds = (first: number): boolean => {
    const turns = Math.ceil((low - slack - first) / (2 * half));
    return turns * 2 * half + first <= high + slack;
  };
  const ends = [f(low), f(high)];
  return numberDomain(
    holds(firstMaximum + half) ? -1 : Math.max(-1, outwards(Math.min(...ends), softUlps, nextDown)),
    holds(firstMaximum) ? 1 : Math.min(1, outwards(Math.max(...ends), softUlps, nextUp)),
  );
}
