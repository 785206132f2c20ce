import { describe, expect, it } from "vitest";
import type { NumberDomain } from "../../../compiler/src/types/domain.js";
import {
  above,
  add,
  anyInt,
  anyNumber,
  below,
  boundsOfDates,
  boundsOfTimestamps,
  divide,
  exactly,
  excludeZero,
  floorDivide,
  join,
  meet,
  multiply,
  negate,
  nextDown,
  nextUp,
  numberDomain,
  powerInt,
  subtract,
  ulpOf,
} from "../../../compiler/src/types/interval.js";
import { Random, contains, randomNumber, randomSample } from "./random-domain.js";

const seed = 20_240_115;

interface Outcome {
  readonly domain: NumberDomain;
  readonly mayOverflow: boolean;
  readonly mayDivideByZero?: boolean;
}

/** Building a message for each of so many evaluations would take longer than all of them. */
function expectInside(result: Outcome, value: number, what: () => string): void {
  const isAllowed = Number.isFinite(value)
    ? contains(result.domain, value + 0)
    : result.mayOverflow || result.mayDivideByZero === true;
  if (!isAllowed) expect.fail(`${what()} gives ${value}, outside ${JSON.stringify(result)}`);
}

function attack(
  name: string,
  operation: (x: NumberDomain, y: NumberDomain) => Outcome,
  evaluate: (a: number, b: number) => number,
): void {
  it(`${name} contains every result (seed ${seed})`, () => {
    const random = new Random(seed);
    let evaluations = 0;
    while (evaluations < 200_000) {
      const x = randomSample(random, randomNumber);
      const y = randomSample(random, randomNumber);
      const result = operation(x.domain, y.domain);
      for (const a of x.members) {
        for (const b of y.members) {
          evaluations += 1;
          const what = (): string =>
            `${name} of ${a} in ${JSON.stringify(x.domain)} and ${b} in ${JSON.stringify(y.domain)}`;
          expectInside(result, evaluate(a, b), what);
        }
      }
    }
    expect(evaluations).toBeGreaterThanOrEqual(200_000);
  });
}

/** The definition in the language, bit by bit from the left. */
function wholePower(x: number, n: number): number {
  let power = 1;
  for (const bit of Math.abs(n).toString(2)) {
    power *= power;
    if (bit === "1") power *= x;
  }
  return n < 0 ? 1 / power : power;
}

describe("soundness", () => {
  attack("add", add, (a, b) => a + b);
  attack("subtract", subtract, (a, b) => a - b);
  attack("multiply", multiply, (a, b) => a * b);
  attack("divide", divide, (a, b) => a / b);
  attack("negate", negate, (a) => -a);

  it(`floorDivide contains every quotient of ints (seed ${seed})`, () => {
    const random = new Random(seed);
    const draw = (from: Random): number =>
      Math.max(-(2 ** 53 - 1), Math.min(2 ** 53 - 1, Math.trunc(randomNumber(from))));
    let evaluations = 0;
    for (let round = 0; round < 40_000; round += 1) {
      const x = randomSample(random, draw);
      const y = randomSample(random, draw);
      const result = floorDivide(x.domain, y.domain);
      for (const a of x.members.filter(Number.isInteger)) {
        for (const b of y.members.filter(Number.isInteger)) {
          evaluations += 1;
          expectInside(result, b === 0 ? NaN : Math.floor(a / b), () => `${a} // ${b}`);
        }
      }
    }
    expect(evaluations).toBeGreaterThan(200_000);
  });

  it(`powerInt contains every power (seed ${seed})`, () => {
    const random = new Random(seed);
    let evaluations = 0;
    for (let round = 0; round < 60_000; round += 1) {
      const x = randomSample(random, randomNumber);
      const n = random.below(33) - 16;
      const result = powerInt(x.domain, n);
      for (const a of x.members) {
        evaluations += 1;
        expectInside(result, wholePower(a, n), () => `${a} ^ ${n} in ${JSON.stringify(x.domain)}`);
      }
    }
    expect(evaluations).toBeGreaterThan(150_000);
  });

  it(`join, meet and refinements keep what they should (seed ${seed})`, () => {
    const random = new Random(seed);
    const isKept = (domain: NumberDomain | undefined, value: number): boolean =>
      domain !== undefined && contains(domain, value);
    const wrong: string[] = [];
    for (let round = 0; round < 40_000; round += 1) {
      const x = randomSample(random, randomNumber);
      const y = randomSample(random, randomNumber);
      const at = random.flip() ? random.pick(y.members) : random.pick(x.members);
      for (const value of x.members) {
        if (!contains(join(x.domain, y.domain), value)) wrong.push("join");
        if (!contains(join(y.domain, x.domain), value)) wrong.push("join, other way round");
        if (contains(y.domain, value) && !isKept(meet(x.domain, y.domain), value))
          wrong.push("meet");
        if (value !== 0 && !isKept(excludeZero(x.domain), value)) wrong.push("excludeZero");
        if (value < at && !isKept(below(x.domain, at, true), value)) wrong.push("below, open");
        if (value <= at && !isKept(below(x.domain, at, false), value)) wrong.push("below");
        if (value > at && !isKept(above(x.domain, at, true), value)) wrong.push("above, open");
        if (value >= at && !isKept(above(x.domain, at, false), value)) wrong.push("above");
      }
      if (wrong.length > 0) expect.fail(`${wrong}: ${JSON.stringify({ x, y, at })}`);
    }
    expect(wrong).toEqual([]);
  });

  it(`refinements leave nothing out of the comparison (seed ${seed})`, () => {
    const random = new Random(seed);
    const wrong: string[] = [];
    for (let round = 0; round < 40_000; round += 1) {
      const { domain } = randomSample(random, randomNumber);
      const at = randomNumber(random);
      const isNarrowed =
        (below(domain, at, true)?.high ?? -Infinity) < at &&
        (above(domain, at, true)?.low ?? Infinity) > at &&
        (below(domain, at, false)?.high ?? -Infinity) <= at &&
        (above(domain, at, false)?.low ?? Infinity) >= at &&
        (excludeZero(domain)?.zero ?? false) === false;
      if (!isNarrowed) wrong.push(JSON.stringify({ domain, at }));
    }
    expect(wrong).toEqual([]);
  });
});

describe("precision", () => {
  const input = numberDomain(0, 1e7, { floor: 1e-100 });

  it("bounds sums, products and quotients exactly", () => {
    const x = numberDomain(1, 2);
    const y = numberDomain(4, 8);
    expect(add(x, y).domain).toMatchObject({ low: 5, high: 10, zero: false });
    expect(subtract(x, y).domain).toMatchObject({ low: -7, high: -2, zero: false });
    expect(multiply(numberDomain(-2, 3), y).domain).toMatchObject({ low: -16, high: 24 });
    expect(divide(x, y).domain).toMatchObject({ low: 0.125, high: 0.5, zero: false });
    expect(add(x, y).mayOverflow).toBe(false);
  });

  it("needs no more than `> 0` before a division by an input number", () => {
    const guarded = above(input, 0, true);
    expect(guarded).toMatchObject({ low: 1e-100, zero: false });
    expect(divide(input, guarded ?? input)).toMatchObject({
      mayOverflow: false,
      mayDivideByZero: false,
    });
  });

  it("keeps the smallest magnitude through + - * /", () => {
    expect(multiply(input, exactly(12)).domain.floor).toBe(1.2e-99);
    expect(divide(input, exactly(4)).domain.floor).toBe(2.5e-101);
    expect(add(input, input).domain.floor).toBe(1e-100);
    const difference = subtract(input, numberDomain(0, 5, { floor: 1e-100 })).domain;
    expect(difference.floor).toBeGreaterThan(1e-117);
    expect(difference.floor).toBeLessThan(1e-100);
    const guarded = excludeZero(difference);
    expect(divide(exactly(1), guarded ?? difference).mayOverflow).toBe(false);
  });

  it("bounds 1 / (x - 10) for an int other than 10", () => {
    const x = numberDomain(0, 100, { integral: true });
    const difference = excludeZero(subtract(x, exactly(10)).domain) ?? x;
    expect(difference).toMatchObject({ low: -10, high: 90, floor: 1, zero: false });
    expect(divide(exactly(1), difference)).toMatchObject({
      domain: { low: -1, high: 1 },
      mayOverflow: false,
      mayDivideByZero: false,
    });
  });

  it("tells of overflow, division by zero and underflow", () => {
    expect(add(anyNumber, anyNumber).mayOverflow).toBe(true);
    expect(multiply(anyInt, anyInt).mayOverflow).toBe(false);
    expect(divide(exactly(1), numberDomain(0, 1)).mayDivideByZero).toBe(true);
    expect(divide(exactly(1), exactly(0)).mayDivideByZero).toBe(true);
    expect(multiply(exactly(1e-200), exactly(1e-200)).domain.zero).toBe(true);
    expect(multiply(exactly(1e-100), exactly(1e-100)).domain.zero).toBe(false);
  });

  it("knows that even powers are not negative", () => {
    expect(powerInt(numberDomain(-3, 2), 2)).toMatchObject({
      domain: { low: 0, high: 9 },
      mayOverflow: false,
    });
    expect(powerInt(numberDomain(-3, 2), 3).domain).toMatchObject({ low: -27, high: 8 });
    expect(powerInt(numberDomain(2, 4), -1).domain).toMatchObject({ low: 0.25, high: 0.5 });
    expect(powerInt(numberDomain(0, 4), -1).mayDivideByZero).toBe(true);
    expect(powerInt(numberDomain(-1, 1), 0).domain).toMatchObject({ low: 1, high: 1 });
  });

  it("moves an open bound to the next number of its kind", () => {
    const ints = numberDomain(0, 10, { integral: true });
    expect(below(ints, 5, true)).toMatchObject({ low: 0, high: 4 });
    expect(below(ints, 4.5, false)).toMatchObject({ low: 0, high: 4 });
    expect(above(ints, 4.5, true)).toMatchObject({ low: 5, high: 10 });
    expect(above(numberDomain(0, 1), 0.5, true)?.low).toBe(0.5 + 2 ** -53);
    expect(below(ints, 0, true)).toBeUndefined();
    expect(meet(numberDomain(0, 1), numberDomain(2, 3))).toBeUndefined();
    expect(excludeZero(exactly(0))).toBeUndefined();
  });

  it("keeps in a meeting what either side knows", () => {
    const met = meet(numberDomain(-5, 5, { floor: 0.1 }), numberDomain(-9, 3, { integral: true }));
    expect(met).toMatchObject({ low: -5, high: 3, integral: true, floor: 1 });
    const floored = meet(numberDomain(0, 5, { floor: 0.1 }), numberDomain(0, 9, { zero: false }));
    expect(floored).toMatchObject({ low: 0.1, high: 5, zero: false, floor: 0.1 });
  });

  it("draws ends in to whole numbers and past an excluded zero", () => {
    expect(numberDomain(0.5, 3.5, { integral: true })).toMatchObject({ low: 1, high: 3, floor: 1 });
    expect(numberDomain(0, 3, { integral: true, zero: false })).toMatchObject({ low: 1 });
    expect(join(exactly(-1), exactly(1))).toMatchObject({
      low: -1,
      high: 1,
      zero: false,
      floor: 1,
    });
    expect(Object.is(numberDomain(-0, -0).low, 0)).toBe(true);
  });
});

describe("neighbours", () => {
  it("are the next doubles", () => {
    expect(nextUp(1)).toBe(1 + 2 ** -52);
    expect(nextDown(1)).toBe(1 - 2 ** -53);
    expect(nextUp(0)).toBe(5e-324);
    expect(Object.is(nextUp(-5e-324), 0)).toBe(true);
    expect(nextDown(0)).toBe(-5e-324);
    expect(nextUp(Number.MAX_VALUE)).toBe(Infinity);
    expect(nextDown(-Number.MAX_VALUE)).toBe(-Infinity);
    expect(nextUp(-1)).toBe(-1 + 2 ** -53);
    expect(ulpOf(1)).toBe(2 ** -52);
    expect(ulpOf(Number.MAX_VALUE)).toBe(2 ** 971);
    expect(ulpOf(0)).toBe(5e-324);
  });
});

describe("limits of types", () => {
  it("are the years 1 to 9999", () => {
    const day = 86_400_000;
    expect(new Date(boundsOfDates.low * day).toISOString()).toBe("0001-01-01T00:00:00.000Z");
    expect(new Date(boundsOfDates.high * day).toISOString()).toBe("9999-12-31T00:00:00.000Z");
    expect(new Date(boundsOfTimestamps.low).toISOString()).toBe("0001-01-01T00:00:00.000Z");
    expect(new Date(boundsOfTimestamps.high).toISOString()).toBe("9999-12-31T23:59:59.999Z");
    expect(anyInt).toMatchObject({
      low: -9007199254740991,
      high: 9007199254740991,
      integral: true,
    });
  });
});
