import type { Expr } from "../../ir/nodes.js";
import { ulpOf } from "../../types/interval.js";
import type { Environment } from "../environment.js";
import type { FactIn } from "../refine.js";
import { Atoms } from "./atoms.js";
import { isNotNegative } from "./bernstein.js";
import { bySize, inTheMiddle, searchBoxes } from "./boxes.js";
import type { BoxVerdict, Search } from "./boxes.js";
import { add, isWithin, multiply, point, subtract } from "./enclosure.js";
import type { Enclosure } from "./enclosure.js";
import { fractionOf } from "./fraction.js";
import type { Fraction } from "./fraction.js";
import { add as addPolynomial, constant, multiply as product, negated } from "./polynomial.js";
import type { Polynomial } from "./polynomial.js";
import { slopesOf } from "./slopes.js";
import type { Slopes } from "./slopes.js";

/** An end that is not there is infinite. */
export type Range = Enclosure;

const mostBoxesOfPolynomials = 40;
const mostBoxesOfSlopes = 240;
/** What a bound may be off by for having been computed in doubles, in ulps of the range's larger end. */
const tolerance = 64;

/**
 * Whether a quotient of polynomials, if its operations were not rounded, stays in the range wherever it is
 * defined: `high * D - N` and `N - low * D` are nowhere negative. Undefined where the formula is none.
 */
export function polynomialStaysWithin(
  expr: Expr,
  range: Range,
  environment: Environment,
  factIn: FactIn,
): Search | undefined {
  const atoms = new Atoms(environment, factIn);
  const fraction = fractionOf(expr, atoms);
  const margins = fraction && marginsOf(fraction, range);
  // Of a part alone nothing more can be said than what it can be.
  if (margins === undefined || atoms.domains.length === 0 || atoms.isOne(expr)) return undefined;
  const { domains } = atoms;
  const search = { whole: domains, domains, cut: inTheMiddle, most: mostBoxesOfPolynomials };
  return searchBoxes(search, (box) => {
    const isPositive = (one: Polynomial): boolean => isNotNegative(one, box);
    const { denominator, above, below } = margins;
    const holds =
      [denominator, above, below].every(isPositive) ||
      (isPositive(negated(denominator)) && [above, below].map(negated).every(isPositive));
    return holds ? { kind: "holds" } : { kind: "open", weights: box.map(widthOf) };
  });
}

interface Margins {
  readonly denominator: Polynomial;
  readonly above: Polynomial;
  readonly below: Polynomial;
}

function marginsOf(
  { numerator, denominator }: Fraction,
  { low, high }: Range,
): Margins | undefined {
  const nothing = constant(0);
  const scaled = (end: number): Polynomial | undefined => product(constant(end), denominator);
  const [top, bottom] = [
    high === Infinity ? nothing : scaled(high),
    low === -Infinity ? nothing : scaled(low),
  ];
  const above = high === Infinity ? nothing : top && addPolynomial(top, negated(numerator));
  const below = low === -Infinity ? nothing : bottom && addPolynomial(numerator, negated(bottom));
  return above && below && { denominator, above, below };
}

/**
 * Whether a smooth formula, if its operations were not rounded, stays in the range: in boxes where it only rises
 * or only falls with an atom, its extremes are at the ends of that atom; else it is no farther from its middle
 * than its slopes take it. Undefined where the formula is not smooth anywhere.
 */
export function smoothStaysWithin(
  expr: Expr,
  range: Range,
  environment: Environment,
  factIn: FactIn,
): Search | undefined {
  const atoms = new Atoms(environment, factIn);
  const whole: Enclosure[] = [];
  // Finds the atoms, also where the formula is not defined everywhere.
  slopesOf(expr, atoms, whole);
  if (whole.length === 0 || atoms.isOne(expr)) return undefined;
  const slack = tolerance * ulpOf(Math.max(finite(range.low), finite(range.high)));
  const [low, high] = [range.low - slack, range.high + slack];
  const at = (box: readonly Enclosure[]): Slopes | undefined => slopesOf(expr, atoms, [...box]);
  const look = (box: readonly Enclosure[]): BoxVerdict => {
    const found = at(box);
    if (found === undefined) return { kind: "open", weights: box.map(widthOf) };
    if (isWithin(found.value, low, high)) return { kind: "holds" };
    const centre = at(box.map(centreOf));
    const value = centre?.value;
    if (value !== undefined && (value.low > high || value.high < low)) return { kind: "fails" };
    const bounds = sharpened(box, found, centre, at);
    if (isWithin(bounds, low, high)) return { kind: "holds" };
    return {
      kind: "open",
      weights: box.map((side, i) => widthOf(side) * steepest(found.slopes[i] ?? point(0))),
    };
  };
  const { domains } = atoms;
  return searchBoxes({ whole, domains, cut: bySize, most: mostBoxesOfSlopes }, look);
}

/** The value in a box by its slopes. */
function sharpened(
  box: readonly Enclosure[],
  found: Slopes,
  centre: Slopes | undefined,
  at: (box: readonly Enclosure[]) => Slopes | undefined,
): Enclosure {
  const highest = extreme(box, found, "high", at);
  const lowest = extreme(box, found, "low", at);
  let { low, high } = { low: lowest, high: highest };
  if (centre !== undefined) {
    const moved = box.reduce(
      (sum, side, i) =>
        add(sum, multiply(found.slopes[i] ?? point(0), subtract(side, centreOf(side)))),
      centre.value,
    );
    low = Math.max(low, moved.low);
    high = Math.min(high, moved.high);
  }
  return { low, high };
}

const rounds = 3;

/** Each atom with which the formula only rises, or only falls, is put at the end where the extreme is. */
function extreme(
  box: readonly Enclosure[],
  found: Slopes,
  end: "low" | "high",
  at: (box: readonly Enclosure[]) => Slopes | undefined,
): number {
  let [known, sides] = [found, box];
  for (let round = 0; round < rounds; round += 1) {
    const fixed = sides.map((side, i) => {
      const slope = known.slopes[i] ?? point(0);
      const rises = slope.low >= 0;
      if (side.low === side.high || (!rises && slope.high > 0)) return side;
      return point(rises === (end === "high") ? side.high : side.low);
    });
    if (fixed.every((side, i) => side === sides[i])) break;
    const next = at(fixed);
    if (next === undefined) break;
    [known, sides] = [next, fixed];
  }
  return known.value[end];
}

function centreOf({ low, high }: Enclosure): Enclosure {
  return point(low + (high - low) / 2);
}

function widthOf({ low, high }: Enclosure): number {
  return high - low;
}

function steepest({ low, high }: Enclosure): number {
  const size = Math.max(Math.abs(low), Math.abs(high));
  return Number.isFinite(size) ? size : Number.MAX_VALUE;
}

function finite(end: number): number {
  return Number.isFinite(end) ? Math.abs(end) : 0;
}
