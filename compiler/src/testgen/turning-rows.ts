import type { Dial } from "./dials.js";
import type { RowSetting } from "./row-setting.js";

/** How far the first number of a pivot lies above the second; null where there is no telling. */
export type Distance = (row: RowSetting) => number | null;

/** How near to the turning point a row has to lie: nearer than a constant that is wrong by a hundredth. */
const nearness = 0.004;
const mostDigits = 12;
const mostHalvings = 80;

/** Rows on both sides of where the distance is 0, and at it, by turning one dial of a row. */
export function* turningRows(
  row: RowSetting,
  dial: Dial,
  distance: Distance,
  scale: number,
): Generator<RowSetting> {
  const tolerance = nearness * (scale === 0 ? 1 : Math.abs(scale));
  const at = (value: number): Point => {
    const turned = dial.turned(row, value);
    const measured = turned === undefined ? null : distance(turned);
    return { value, measured, side: measured === null ? null : Math.sign(measured) };
  };
  let before: Point | undefined;
  for (const value of dial.values) {
    const point = at(value);
    if (before !== undefined && before.side !== point.side) {
      for (const found of between(before, point, at, dial.grid, tolerance)) {
        const turned = dial.turned(row, found);
        if (turned !== undefined) yield turned;
      }
    }
    before = point;
  }
}

interface Point {
  readonly value: number;
  /** Null where the row is refused. */
  readonly measured: number | null;
  readonly side: number | null;
}

type At = (value: number) => Point;

/** The values next to the places where the side changes, in as few digits as lie near enough. */
function between(
  low: Point,
  high: Point,
  at: At,
  grid: number | null,
  tolerance: number,
): readonly number[] {
  let [a, b] = [low, high];
  for (let i = 0; i < mostHalvings; i += 1) {
    const sum = a.value / 2 + b.value / 2;
    const middle = grid === null ? sum : Math.floor(sum / grid) * grid;
    if (middle === a.value || middle === b.value) break;
    const point = at(middle);
    if (point.side === a.side) a = point;
    else b = point;
  }
  // Behind a side that was met on the way lies another.
  const behind =
    b.side !== high.side && b.value !== high.value ? between(b, high, at, grid, tolerance) : [];
  if (grid !== null) return [a.value, b.value, ...behind];
  const exact = shortest(b.value, at, ({ measured }) => measured === 0);
  const sides = [a, b].map((end) =>
    shortest(
      end.value,
      at,
      ({ measured, side }) =>
        side === end.side && measured !== null && Math.abs(measured) <= tolerance,
    ),
  );
  return [exact, ...sides, ...behind].filter((value) => value !== undefined);
}

/** The value, or one near it of fewer digits, for which the condition holds. */
function shortest(value: number, at: At, holds: (point: Point) => boolean): number | undefined {
  for (let digits = 0; digits <= mostDigits; digits += 1) {
    const unit = 10 ** -digits;
    const rounded = Math.round(value / unit) * unit;
    for (const candidate of [rounded, rounded + unit, rounded - unit]) {
      const human = Number(candidate.toFixed(digits));
      if (holds(at(human))) return human;
    }
  }
  return holds(at(value)) ? value : undefined;
}
