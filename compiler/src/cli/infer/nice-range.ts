/**
 * A range with room to spare around what was seen: a tenth of the spread on either side, then outward to a
 * round number. It does not pass 0 where no value does.
 */
export function niceRange(min: number, max: number): readonly [number, number] {
  const spread = max - min;
  const scale = spread > 0 ? spread : Math.max(Math.abs(max), 1);
  if (!Number.isFinite(scale)) return [min, max];
  const room = spread / 10;
  const step = 10 ** Math.floor(Math.log10(scale));
  let lo = rounded(Math.floor((min - room) / step), step);
  let hi = rounded(Math.ceil((max + room) / step), step);
  if (min >= 0) lo = Math.max(lo, 0);
  if (max <= 0) hi = Math.min(hi, 0);
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return [min, max];
  if (lo === hi) hi = rounded(Math.ceil(max / step) + 1, step);
  // Where doubles are too coarse for the step, what was seen still belongs to the range.
  return [Math.min(lo, min), Math.max(hi, max)];
}

function rounded(steps: number, step: number): number {
  return Number((steps * step).toPrecision(12)) + 0;
}
