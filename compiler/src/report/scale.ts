/** From a value to a place between 0 and 1. */
export interface Scale {
  /** Words about what is not drawn in proportion; null where all is. */
  readonly note: string | null;
  readonly place: (value: number) => number;
}

export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Larger values count as without bound. */
export const unbounded = 1e300;

const margin = 0.06;
/** So much of the width is left for what lies outside a declared range, on each side that needs it. */
const outside = 0.22;
/** Where the largest magnitude is so many times the smallest, equal steps would show nothing. */
const wide = 2_000;

/**
 * A scale that shows both: the declared range in proportion, and what lies outside it pressed together, however
 * far that goes. Without a declared range everything is in proportion, or by its size.
 */
export function scaleFor(proved: Span, declared: Span | null): Scale {
  if (declared !== null && isFinite(declared) && declared.high > declared.low) {
    return aroundRange(proved, declared);
  }
  return overall([proved.low, proved.high, ...(declared ? [declared.low, declared.high] : [])]);
}

function aroundRange(proved: Span, { low, high }: Span): Scale {
  const width = high - low;
  const [isLow, isHigh] = [proved.low < low, proved.high > high];
  const start = isLow ? outside : margin;
  const end = 1 - (isHigh ? outside : margin);
  const room = outside - margin;
  /** 0 at the range, 1 at the farthest end. */
  const pressed = (distance: number, farthest: number): number =>
    Math.log1p(distance / width) / Math.log1p(farthest / width);
  return {
    note: isLow || isHigh ? "outside the range not in proportion" : null,
    place: (value) => {
      if (value < low) return start - room * pressed(low - value, low - proved.low);
      if (value > high) return end + room * pressed(value - high, proved.high - high);
      return start + ((value - low) / width) * (end - start);
    },
  };
}

function overall(values: readonly number[]): Scale {
  const finite = values.filter((value) => Math.abs(value) < unbounded);
  const sizes = finite.map(Math.abs).filter((size) => size > 0);
  const isWide = sizes.length > 1 && Math.max(...sizes) / Math.min(...sizes) > wide;
  const unit = isWide ? Math.max(Math.min(...sizes), Math.max(...sizes) / 1e12) : 1;
  const stretched = (value: number): number =>
    isWide ? Math.sign(value) * Math.log10(1 + Math.abs(value) / unit) : value;
  const places = finite.map(stretched);
  const [low, high] = places.length === 0 ? [0, 1] : [Math.min(...places), Math.max(...places)];
  const width = high > low ? high - low : 1;
  const start = high > low ? low : low - 0.5;
  return {
    note: isWide ? "logarithmic scale" : null,
    place: (value) => {
      if (Math.abs(value) >= unbounded) return value < 0 ? 0 : 1;
      return margin + ((stretched(value) - start) / width) * (1 - 2 * margin);
    },
  };
}

function isFinite({ low, high }: Span): boolean {
  return Math.abs(low) < unbounded && Math.abs(high) < unbounded;
}
