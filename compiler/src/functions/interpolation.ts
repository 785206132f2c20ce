import { internalError } from "../base/assert.js";
import type { NumberDomain } from "../types/domain.js";
import { numberDomain } from "../types/interval.js";
import type { Constant, PresentValue } from "../types/value.js";
import { isConstantList, listAt, numberAt, problem } from "./arguments.js";
import type { ArgumentProblem } from "./definition.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Far enough from the largest number that no step of the formula overflows. */
const coordinateLimit = 1e300;

export function interpolationProblem(points: Constant | undefined): ArgumentProblem | undefined {
  const list = pointsOf(points);
  if (list.length < 2) return problem(1, "it needs at least two points");
  if (list.some(({ x, y }) => Math.max(Math.abs(x), Math.abs(y)) > coordinateLimit)) {
    return problem(1, "its coordinates must lie within -1e300 and 1e300");
  }
  for (const [i, right] of list.entries()) {
    const left = list[i - 1];
    if (left === undefined) continue;
    if (right.x <= left.x) {
      return problem(1, `its x must increase: ${right.x} comes after ${left.x}`);
    }
    if (!Number.isFinite((right.y - left.y) / (right.x - left.x))) {
      return problem(1, `the points at ${left.x} and ${right.x} are too close together`);
    }
  }
  return undefined;
}

export function evaluateInterpolation(args: readonly PresentValue[]): number {
  const points = listAt(args, 1).map((point): Point => {
    if (!Array.isArray(point)) internalError("a point is no list");
    return { x: numberAt(point, 0), y: numberAt(point, 1) };
  });
  return valueAt(numberAt(args, 0), points);
}

/** The values at the ends and at the points between them; each piece rises or falls throughout. */
export function interpolationDomain(x: NumberDomain, points: Constant | undefined): NumberDomain {
  const list = pointsOf(points);
  const inside = list.filter((point) => point.x >= x.low && point.x <= x.high);
  const values = [valueAt(x.low, list), valueAt(x.high, list), ...inside.map((point) => point.y)];
  return numberDomain(Math.min(...values), Math.max(...values));
}

function valueAt(x: number, points: readonly Point[]): number {
  const next = points.findIndex((point) => point.x > x);
  const right = points[next];
  const left = next === -1 ? points.at(-1) : points[next - 1];
  if (left === undefined) return right?.y ?? internalError("no points");
  if (right === undefined) return left.y;
  const slope = (right.y - left.y) / (right.x - left.x);
  const y = left.y + (x - left.x) * slope;
  return Math.min(Math.max(y, Math.min(left.y, right.y)), Math.max(left.y, right.y));
}

function pointsOf(constant: Constant | undefined): readonly Point[] {
  if (!isConstantList(constant)) return [];
  return constant.map((point) =>
    isConstantList(point)
      ? { x: Number(point[0]), y: Number(point[1]) }
      : internalError("a point is no list"),
  );
}
