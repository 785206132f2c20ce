import { kernelCos, kernelSin } from "./fdlibm/trig-kernel.js";

/** Beyond it doubles have no halves left. */
export const halfTurnLimit = 2 ** 51;

/** sin(pi * x); NaN beyond the limit. */
export function sinOfHalfTurns(x: number): number {
  return quarterTurn(x, 0);
}

/** cos(pi * x); NaN beyond the limit. */
export function cosOfHalfTurns(x: number): number {
  return quarterTurn(x, 1);
}

/** r = x - 2 rint(x / 2), q = rint(2 r), and fdlibm's kernels on (r - q / 2) * pi: both steps are exact. */
function quarterTurn(x: number, quarters: number): number {
  if (!(Math.abs(x) <= halfTurnLimit)) return NaN;
  const r = x - 2 * nearestEven(x / 2);
  const q = nearestEven(2 * r);
  const angle = (r - q / 2) * Math.PI;
  const place = (((q + quarters) % 4) + 4) % 4;
  const size = place % 2 === 0 ? kernelSin(angle, 0) : kernelCos(angle, 0);
  return place < 2 ? size : -size;
}

function nearestEven(x: number): number {
  const below = Math.floor(x);
  const fraction = x - below;
  if (fraction !== 0.5) return fraction < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
