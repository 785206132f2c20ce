import { exactly, multiply, numberDomain, subtract } from "../types/interval.js";
import { numberType } from "../types/type.js";
import { always, domainAt, never, numberAt } from "./arguments.js";
import { defineFunctions } from "./definition.js";
import type { ArgumentFact, FunctionDefinition, Param } from "./definition.js";
import { asin } from "./fdlibm/asin.js";
import { atan2 } from "./fdlibm/atan2.js";
import { angleLimit, cos, sin } from "./fdlibm/sin-cos.js";
import { increasing, softUlps } from "./number-rules.js";
import { radianDomain } from "./wave-rules.js";

const x: Param = { name: "x", type: "number" };
const perDegree = 0.017453292519943295;
const perRadian = 57.29577951308232;
const halfPi = Math.PI / 2;
const earthDiameterKm = 12742;

function wave(summary: string, f: (x: number) => number, firstMaximum: number): FunctionDefinition {
  return {
    summary,
    params: [x],
    result: always(numberType),
    missingWhen: "x is beyond 1e6",
    partial: (args) => {
      const { low, high } = domainAt(args, 0);
      return low < -angleLimit || high > angleLimit ? "domain" : undefined;
    },
    domain: (args) => radianDomain(domainAt(args, 0), f, firstMaximum),
    evaluate: (args) => f(numberAt(args, 0)),
  };
}

function scaled(summary: string, factor: number): FunctionDefinition {
  return {
    summary,
    params: [x],
    result: always(numberType),
    missingWhen: factor > 1 ? "the result is beyond the largest number" : "",
    partial: (args) =>
      multiply(domainAt(args, 0), exactly(factor)).mayOverflow ? "overflow" : undefined,
    domain: (args) => multiply(domainAt(args, 0), exactly(factor)).domain,
    evaluate: (args) => numberAt(args, 0) * factor,
  };
}

export const angleFunctions = defineFunctions({
  sin: wave("The sine of x radians, as fdlibm 5.3 has it.", sin, halfPi),
  cos: wave("The cosine of x radians, as fdlibm 5.3 has it.", cos, 0),
  asin: {
    summary: "The angle in radians whose sine is x, as fdlibm 5.3 has it.",
    params: [x],
    result: always(numberType),
    missingWhen: "x is below -1 or above 1",
    partial: (args) => {
      const { low, high } = domainAt(args, 0);
      return low < -1 || high > 1 ? "domain" : undefined;
    },
    domain: (args) => {
      const domain = domainAt(args, 0);
      const low = Math.max(domain.low, -1);
      const high = Math.min(domain.high, 1);
      if (low > high) return exactly(0);
      const { zero } = domain;
      const angles = increasing({ ...domain, low, high }, asin, { ulps: softUlps, zero });
      return numberDomain(Math.max(angles.low, -halfPi), Math.min(angles.high, halfPi), { zero });
    },
    evaluate: (args) => asin(numberAt(args, 0)),
  },
  atan2: {
    summary: "The angle in radians of the point (x, y), as fdlibm 5.3 has it; 0 for (0, 0).",
    params: [{ name: "y", type: "number" }, x],
    result: always(numberType),
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const y = domainAt(args, 0);
      const widest = domainAt(args, 1).low >= 0 ? halfPi : Math.PI;
      return numberDomain(
        y.low >= 0 ? 0 : -widest,
        y.high <= 0 && y.low < 0 ? topBelow(y, widest) : widest,
      );
    },
    evaluate: (args) => atan2(numberAt(args, 0), numberAt(args, 1)),
  },
  radians: scaled("x * 0.017453292519943295: degrees in radians.", perDegree),
  degrees: scaled("x * 57.29577951308232: radians in degrees.", perRadian),
  haversine_km: {
    summary:
      "The distance in km of two points in degrees on a sphere of radius 6371 km: 12742 * asin(least(1, sqrt(a * a + cos(lat1) * cos(lat2) * (b * b)))), where a = sin((lat2 - lat1) / 2) and b = sin((lon2 - lon1) / 2), all of radians.",
    params: [
      { name: "lat1", type: "number" },
      { name: "lon1", type: "number" },
      { name: "lat2", type: "number" },
      { name: "lon2", type: "number" },
    ],
    result: always(numberType),
    missingWhen:
      "an angle is beyond 1e6 radians, or a latitude beyond 90 degrees makes the root undefined",
    partial: (args) => (areCoordinates(args) ? undefined : "domain"),
    domain: () => numberDomain(0, earthDiameterKm * halfPi),
    evaluate: (args) =>
      haversine(numberAt(args, 0), numberAt(args, 1), numberAt(args, 2), numberAt(args, 3)),
  },
});

function areCoordinates(args: readonly ArgumentFact[]): boolean {
  const isLatitude = (position: number): boolean => {
    const { low, high } = domainAt(args, position);
    return low >= -90 && high <= 90;
  };
  const turn = subtract(domainAt(args, 3), domainAt(args, 1)).domain;
  const farthest = 1e6 / perDegree;
  return isLatitude(0) && isLatitude(2) && turn.low >= -farthest && turn.high <= farthest;
}

function haversine(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const phi1 = lat1 * perDegree;
  const phi2 = lat2 * perDegree;
  const a = sin((phi2 - phi1) / 2);
  const b = sin((lon2 * perDegree - lon1 * perDegree) / 2);
  const h = a * a + cos(phi1) * cos(phi2) * (b * b);
  return earthDiameterKm * asin(Math.min(1, Math.sqrt(h)));
}

/** Below the x axis, where the angle is negative; on it the angle is 0 or pi. */
function topBelow(y: { readonly zero: boolean }, widest: number): number {
  return y.zero && widest === Math.PI ? Math.PI : 0;
}
