import { asin } from "./fdlibm/asin.js";
import { cos, sin } from "./fdlibm/sin-cos.js";

const RADIANS_PER_DEGREE = 0.017453292519943295;
const DEGREES_PER_RADIAN = 57.29577951308232;
/** Of a sphere of radius 6371 km. */
const EARTH_DIAMETER_KM = 12742;

/** Degrees in radians. */
export function radians(x: number): number {
  return x * RADIANS_PER_DEGREE;
}

/** Radians in degrees; an infinity where they overflow. */
export function degrees(x: number): number {
  return x * DEGREES_PER_RADIAN;
}

/**
 * Distance in km of two points in degrees on a sphere of radius 6371 km; NaN where an angle is beyond
 * 1e6 radians or latitudes beyond 90 degrees leave nothing to take the root of.
 */
export function haversineKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const phi1 = lat1 * RADIANS_PER_DEGREE;
  const phi2 = lat2 * RADIANS_PER_DEGREE;
  const a = sin((phi2 - phi1) / 2);
  const b = sin((lon2 * RADIANS_PER_DEGREE - lon1 * RADIANS_PER_DEGREE) / 2);
  const root = Math.sqrt(a * a + cos(phi1) * cos(phi2) * (b * b));
  return EARTH_DIAMETER_KM * asin(root > 1 ? 1 : root);
}

/**
 * Piecewise linear through the points (xs[i], ys[i]), two or more with ascending `xs`; level outside of
 * them. Rounding never leaves the interval of the two neighbouring ys.
 */
export function interpolate(x: number, xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  const last = xs.length - 1;
  let low = 0;
  let high = last + 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] as number) <= x) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return ys[0] as number;
  if (low > last) return ys[last] as number;
  const x0 = xs[low - 1] as number;
  const y0 = ys[low - 1] as number;
  const y1 = ys[low] as number;
  const slope = (y1 - y0) / ((xs[low] as number) - x0);
  const y = y0 + (x - x0) * slope;
  const bottom = y0 < y1 ? y0 : y1;
  const top = y0 < y1 ? y1 : y0;
  return y < bottom ? bottom : y > top ? top : y;
}
