import { measures } from "./unit-names.table.js";

/** Names with their exponents, none of them 0. */
export type UnitPowers = ReadonlyMap<string, number>;

/**
 * The unit of a number. What a formula computes may be off a declared unit by a constant: `hours * 60` is
 * `hour` with the factor 60, and so also a number of minutes.
 */
export interface Unit {
  readonly powers: UnitPowers;
  /**
   * Names that the number may be read with or without, all together: `(b - a) / 1h` is a ratio, and also a
   * number of hours.
   */
  readonly counted: UnitPowers;
  /** The product of the literals that the value was multiplied with. */
  readonly factor: number;
}

const none: UnitPowers = new Map();

export const ratioUnit: Unit = { powers: none, counted: none, factor: 1 };

export function unitOf(powers: UnitPowers): Unit {
  return { powers, counted: none, factor: 1 };
}

export function namedUnit(name: string): Unit {
  return unitOf(new Map([[name, 1]]));
}

/** A plain number that counts `name`. */
export function countOf(name: string): Unit {
  return { powers: none, counted: new Map([[name, 1]]), factor: 1 };
}

/** a * b^exponent. */
export function multiplyUnits(a: Unit, b: Unit, exponent: 1 | -1 = 1): Unit {
  return {
    powers: multiplyPowers(a.powers, b.powers, exponent),
    counted: multiplyPowers(a.counted, b.counted, exponent),
    factor: exponent === 1 ? a.factor * b.factor : a.factor / b.factor,
  };
}

export function raiseUnit(unit: Unit, exponent: number): Unit {
  return {
    powers: multiplyPowers(none, unit.powers, exponent),
    counted: multiplyPowers(none, unit.counted, exponent),
    factor: Math.pow(unit.factor, exponent),
  };
}

/** Times a literal. Percent by 100 are a ratio from there on, whatever is done with them later. */
export function scaleUnit(unit: Unit, by: number): Unit {
  const factor = unit.factor * by;
  const percents = unit.powers.get("percent") ?? 0;
  if (percents !== 0 && isNear(factor, Math.pow(100, -percents))) {
    const powers = new Map(unit.powers);
    powers.delete("percent");
    return { ...unit, powers, factor: 1 };
  }
  return { ...unit, factor };
}

export function multiplyPowers(a: UnitPowers, b: UnitPowers, exponent: number): UnitPowers {
  const powers = new Map(a);
  for (const [name, power] of b) {
    const sum = (powers.get(name) ?? 0) + power * exponent;
    if (Math.abs(sum) < 1e-9) powers.delete(name);
    else powers.set(name, sum);
  }
  return powers;
}

/** Whether a number in the one unit is also one in the other. */
export function unitsAgree(a: Unit, b: Unit): boolean {
  return readings(a).some((from) => readings(b).some((to) => agree(from, a, to, b)));
}

function agree(from: UnitPowers, a: Unit, to: UnitPowers, b: Unit): boolean {
  const factor = factorBetween(from, to);
  if (factor === undefined) return false;
  return samePowers(from, to) || isNear(a.factor, factor * b.factor);
}

/** The unit of a value that is sometimes in the one and sometimes in the other unit; they agree. */
export function commonUnit(a: Unit, b: Unit): Unit {
  if (samePowers(a.powers, b.powers)) {
    return {
      powers: a.powers,
      counted: samePowers(a.counted, b.counted) ? a.counted : none,
      factor: a.factor === b.factor ? a.factor : 1,
    };
  }
  return isPlain(b) ? b : a;
}

function isPlain(unit: Unit): boolean {
  return unit.factor === 1 && unit.counted.size === 0;
}

/** How many of `to` are one of `from`; undefined where featc does not know. */
export function conversionFactor(from: Unit, to: Unit): number | undefined {
  return factorBetween(fullReading(from), fullReading(to));
}

/** With what it counts. */
function fullReading(unit: Unit): UnitPowers {
  return multiplyPowers(unit.powers, unit.counted, 1);
}

function readings(unit: Unit): readonly UnitPowers[] {
  return unit.counted.size === 0 ? [unit.powers] : [unit.powers, fullReading(unit)];
}

function factorBetween(from: UnitPowers, to: UnitPowers): number | undefined {
  let factor = 1;
  const bases = new Map<string, number>();
  for (const [name, power] of multiplyPowers(from, to, -1)) {
    const measure = Object.hasOwn(measures, name) ? measures[name] : undefined;
    if (measure === undefined) return undefined;
    factor *= Math.pow(measure.factor, power);
    if (measure.base !== "") bases.set(measure.base, (bases.get(measure.base) ?? 0) + power);
  }
  return [...bases.values()].every((power) => Math.abs(power) < 1e-9) ? factor : undefined;
}

function samePowers(a: UnitPowers, b: UnitPowers): boolean {
  return multiplyPowers(a, b, -1).size === 0;
}

/** Constants such as 3.6 are rounded, and so are products of them. */
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(b);
}

/** As it would be declared: `usd/day`, `kg*m/s^2`, `1/day`, `ratio`. */
export function printUnit(unit: Unit): string {
  const powers = fullReading(unit);
  const named = (sign: 1 | -1): string[] =>
    [...powers]
      .filter(([, power]) => power * sign > 0)
      .map(([name, power]) => (power * sign === 1 ? name : `${name}^${printPower(power * sign)}`));
  const above = named(1).join("*");
  const below = named(-1).map((name) => `/${name}`);
  if (above === "") return below.length === 0 ? "ratio" : `1${below.join("")}`;
  return `${above}${below.join("")}`;
}

function printPower(power: number): string {
  return String(Math.round(power * 1e6) / 1e6);
}
