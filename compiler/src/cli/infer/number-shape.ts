import type { ColumnProfile, NumberProfile } from "./column-profile.js";
import { identifierName, otherUse, plainShape } from "./field-shape.js";
import type { FieldShape } from "./field-shape.js";
import { niceRange } from "./nice-range.js";
import { numberList } from "./yaml-text.js";

const lowSentinels: ReadonlySet<number> = new Set([-1, -9, -99, -999, -9999, -99999]);
const highSentinels: ReadonlySet<number> = new Set([999, 9999, 99999, 999999]);
const momentName = /time|date|(?:^|_)(?:ts|at|epoch|created|updated)(?:_|$)/i;
const year2000 = Date.UTC(2000, 0);
const year2050 = Date.UTC(2050, 0);

/** A column of numbers: a quantity, a moment since 1970, or an identifier. */
export function numberShape(
  name: string,
  numbers: NumberProfile,
  { type, values, unique }: ColumnProfile,
): FieldShape {
  const whole =
    numbers.whole && type.kind !== "number" && !(type.kind === "decimal" && !type.isWhole);
  const moment = whole && momentName.test(name) ? epochOf(numbers) : undefined;
  if (moment !== undefined) {
    const [from, unit] = moment;
    return {
      ...plainShape("timestamp", [`${day(numbers.min * unit)} to ${day(numbers.max * unit)}`], {
        kind: "timestamp",
      }),
      rules: [["from", from]],
    };
  }
  const exact = Math.max(Math.abs(numbers.min), Math.abs(numbers.max)) <= Number.MAX_SAFE_INTEGER;
  if (whole && (identifierName.test(name) || !exact)) {
    return plainShape(
      "id",
      [exact ? "an identifier by its name" : "beyond what an int holds"],
      otherUse,
    );
  }
  const sentinel = sentinelOf(numbers);
  const min = sentinel === numbers.min ? (numbers.secondMin ?? numbers.min) : numbers.min;
  const max = sentinel === numbers.max ? (numbers.secondMax ?? numbers.max) : numbers.max;
  const isFlag = whole && min >= 0 && max <= 1;
  const range = isFlag ? ([0, 1] as const) : niceRange(min, max);
  const median =
    sentinel === undefined ? numbers.median : Math.max(min, numbers.innerMedian ?? min);
  const evidence = [`${String(min)} to ${String(max)}, median ${String(median)}`];
  if (isFlag && values !== null) {
    evidence.push(
      `only ${values.map(({ value, count }) => `${value} (${String(count)})`).join(", ")}`,
    );
  }
  if (unique && whole) evidence.push("no two alike");
  if (numbers.whole && !whole) evidence.push("all whole: `int` would do");
  const found: (readonly [string, string])[] = [];
  let sentinels = 0;
  if (sentinel !== undefined) {
    sentinels = sentinel === numbers.min ? numbers.timesMin : numbers.timesMax;
    found.push(["missing_values", numberList([sentinel])]);
    evidence.push(
      `${String(sentinel)} stands apart, ${String(sentinels)} times: taken for missing`,
    );
  }
  if (numbers.unreal > 0) {
    sentinels += numbers.unreal;
    found.push(["invalid", "missing"]);
    evidence.push(`${String(numbers.unreal)} NaN or infinite: no numbers, taken for missing`);
  }
  return {
    type: whole ? "int" : "number",
    rules: [["range", numberList(range)], ...found],
    evidence,
    use: { kind: "number", range, median },
    sentinels,
  };
}

function epochOf({
  min,
  max,
}: NumberProfile): readonly ["epoch_s" | "epoch_ms", number] | undefined {
  if (min * 1000 >= year2000 && max * 1000 <= year2050) return ["epoch_s", 1000];
  return min >= year2000 && max <= year2050 ? ["epoch_ms", 1] : undefined;
}

function sentinelOf(numbers: NumberProfile): number | undefined {
  const { min, max, timesMin, timesMax, secondMin, secondMax } = numbers;
  if (lowSentinels.has(min) && timesMin > 1 && secondMin !== null && secondMin >= 0) return min;
  if (highSentinels.has(max) && timesMax > 1 && secondMax !== null && secondMax <= max / 5)
    return max;
  return undefined;
}

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
