import { describe, expect, it } from "vitest";
import * as runtime from "../../../runtime/src/index.js";
import { functionRegistry } from "../../../compiler/src/functions/registry.js";
import type { FunctionName } from "../../../compiler/src/functions/registry.js";
import { readByPattern } from "../../../compiler/src/interpret/read-by-pattern.js";
import type { PresentValue } from "../../../compiler/src/types/value.js";
import { Random, randomNumber } from "../types/random-domain.js";

// The two sides share no code: the runtime is written for speed, the table for clarity.
const seed = 20_240_301;
const rounds = 4_000;

type Draw = (random: Random) => PresentValue;

const number: Draw = (random) =>
  random.flip() ? randomNumber(random) : (random.next() - 0.5) * 10 ** random.below(8);
const half: Draw = (random) => (random.below(4001) - 2000) / 2;
const int: Draw = (random) => Math.trunc((random.next() - 0.5) * 10 ** random.below(17));
const nonZeroInt: Draw = (random) => random.below(50) + 1;
const share: Draw = (random) => random.next();
const date: Draw = (random) => -719_162 + random.below(3_652_059);
const time: Draw = (random) =>
  random.flip()
    ? Math.floor(-62_135_596_800_000 + random.next() * 315_537_897_600_000)
    : Math.floor((random.next() - 0.5) * 4e12);
const latitude: Draw = (random) => (random.flip(0.2) ? 40 : (random.next() - 0.5) * 180);
const longitude: Draw = (random) => (random.flip(0.2) ? -73 : (random.next() - 0.5) * 360);
const points: readonly (readonly [x: number, y: number])[] = [
  [-10, 3],
  [0, 0.1],
  [0.7, 0.30000000000000004],
  [50, -1e10],
];
const count: Draw = (random) => random.below(8);

const characters = ["a", "B", "z", "1", " ", "\t", "\n", "\u00a0", ",", "é", "ß", "😀", "\uFB00"];
const text: Draw = (random) =>
  Array.from({ length: random.below(9) }, () => random.pick(characters)).join("");
const part: Draw = (random) =>
  Array.from({ length: 1 + random.below(2) }, () => random.pick(characters)).join("");

const digits = ["0", "1", "9", "+", "-", ".", "e", "E", " ", "x", "12", "308", "16"];
const numeral: Draw = (random) =>
  Array.from({ length: 1 + random.below(6) }, () => random.pick(digits)).join("");
const two = (random: Random, most: number): string => String(random.below(most)).padStart(2, "0");
const dateText = (random: Random): string =>
  random.flip(0.1)
    ? String(numeral(random))
    : `${random.pick(["0000", "0001", "2023", "2024", "1900", "9999"])}-${two(random, 14)}-${two(random, 33)}`;
const timestampText: Draw = (random) =>
  `${dateText(random)}${random.pick(["T", "t", "T", " "])}${two(random, 25)}:${two(random, 61)}:${two(random, 61)}` +
  random.pick(["", "", ".1", ".1234", ".", ".999999"]) +
  random.pick(["Z", "Z", "z", "+02:00", "-23:59", "+24:00", "-01:60", "", "+0100"]);

type Pair = readonly [
  name: FunctionName,
  draws: readonly Draw[],
  compute: (...args: never[]) => unknown,
];

const constant =
  (value: PresentValue): Draw =>
  () =>
    value;

const pairs: readonly Pair[] = [
  ["sign", [number], runtime.sign],
  ["least", [number, number], runtime.least],
  ["greatest", [number, number], runtime.greatest],
  ["clip", [number, constant(-5), constant(7.5)], runtime.clip],
  ["mod", [number, number], runtime.modFloat],
  ["mod", [int, nonZeroInt], runtime.modInt],
  ["hypot", [number, number], runtime.hypot],
  ["round", [number], runtime.round],
  ["round", [half], runtime.round],
  ["round_half_even", [number], runtime.roundHalfEven],
  ["round_half_even", [half], runtime.roundHalfEven],
  ["round", [number, (random) => random.below(31) - 15], runtime.roundTo],
  ["to_int", [number], runtime.toInt],
  ["float32", [number], runtime.float32],
  ["exp", [number], runtime.exp],
  ["expm1", [number], runtime.expm1],
  ["ln", [number], runtime.ln],
  ["log1p", [number], runtime.log1p],
  ["log10", [number], runtime.log10],
  ["log2", [number], runtime.log2],
  ["pow", [number, number], runtime.pow],
  ["pow", [number, half], runtime.pow],
  ["tanh", [number], runtime.tanh],
  ["sigmoid", [number], runtime.sigmoid],
  ["logit", [share], runtime.logit],
  ["sin", [number], runtime.sin],
  ["cos", [number], runtime.cos],
  ["asin", [share], runtime.asin],
  ["atan2", [number, number], runtime.atan2],
  ["sinpi", [number], runtime.sinpi],
  ["cospi", [half], runtime.cospi],
  ["cyclic_sin", [number, constant(24)], runtime.cyclicSin],
  ["cyclic_cos", [number, constant(7)], runtime.cyclicCos],
  ["radians", [number], runtime.radians],
  ["degrees", [number], runtime.degrees],
  ["haversine_km", [latitude, longitude, latitude, longitude], runtime.haversineKm],
  ["haversine_km", [number, number, number, number], runtime.haversineKm],
  [
    "interpolate",
    [number, constant(points)],
    (x: number) =>
      runtime.interpolate(
        x,
        points.map(([at]) => at),
        points.map(([, y]) => y),
      ),
  ],
  ["bucketize", [half, constant([-10, 0, 0.5, 100])], runtime.bucketize],
  [
    "bucketize",
    [half, constant([-10, 0, 0.5, 100]), constant("right")],
    (x: number, edges: number[]) => runtime.bucketizeRight(x, edges),
  ],
  ["hash_bucket", [text, constant(1000), part], runtime.hashBucket],
  ["hash_bucket", [text, constant(2 ** 31), part, constant("md5")], runtime.hashBucketMd5],
  ["hash_bucket", [text, constant(2 ** 31), part, constant("murmur3")], runtime.hashBucketMurmur3],
  ["keep", [text, constant("[a-z]")], (s: string) => runtime.keepWithin(s, [97, 122])],
  [
    "remove",
    [text, constant("[ -~😀]")],
    (s: string) => runtime.removeWithin(s, [32, 126, 0x1f600, 0x1f600]),
  ],
  ["first_match", [text, constant(["z", "1", "é"])], runtime.firstMatch],
  ["lower_unicode", [text], runtime.lowerUnicode],
  ["upper_unicode", [text], runtime.upperUnicode],
  ["normalize_nfkd", [text], runtime.normalizeNfkd],
  ["strip_accents", [text], runtime.stripAccents],
  ["length", [text], runtime.length],
  ["lower", [text], runtime.lower],
  ["upper", [text], runtime.upper],
  ["trim", [text], runtime.trim],
  ["collapse_spaces", [text], runtime.collapseSpaces],
  ["substr", [text, count, count], runtime.substr],
  ["left", [text, count], runtime.left],
  ["right", [text, count], runtime.right],
  ["starts_with", [text, part], runtime.startsWith],
  ["ends_with", [text, part], runtime.endsWith],
  ["contains", [text, part], runtime.contains],
  ["index_of", [text, part], runtime.indexOf],
  ["index_of", [text, (random) => (random.flip() ? "" : part(random))], runtime.indexOf],
  ["concat", [text, part, text], runtime.concat],
  ["replace", [text, part, text], runtime.replaceAll],
  ["part", [text, part, count], runtime.splitPart],
  ["count_words", [text], runtime.countWords],
  ["parse_number", [numeral], runtime.parseNumber],
  ["parse_int", [numeral], runtime.parseInteger],
  ["parse_date", [dateText], runtime.parseDate],
  ["parse_timestamp", [timestampText], runtime.parseTimestamp],
  ["date_text", [date], runtime.dateText],
  ["int_text", [int], runtime.intText],
  ["year", [date], runtime.year],
  ["month", [date], runtime.month],
  ["day", [date], runtime.day],
  ["quarter", [date], runtime.quarter],
  ["day_of_year", [date], runtime.dayOfYear],
  ["day_of_week", [date], runtime.dayOfWeek],
  ["iso_week", [date], runtime.isoWeek],
  ["iso_year", [date], runtime.isoYear],
  ["is_weekend", [date], runtime.isWeekend],
  ["hour", [time], runtime.hour],
  ["minute", [time], runtime.minute],
  ["second", [time], runtime.second],
  ["seconds_of_day", [time], runtime.secondsOfDay],
  ["date", [time], runtime.dateOf],
  ["add_months", [date, (random) => random.below(2400) - 1200], runtime.addMonths],
  ["months_between", [date, date], runtime.monthsBetween],
  ["years_between", [date, date], runtime.yearsBetween],
  ...(["day", "week", "month", "quarter", "year"] as const).map((unit): Pair => [
    "date_trunc",
    [constant(unit), date],
    runtime.dateTrunc,
  ]),
  ...(["day", "hour", "minute", "second"] as const).map((unit): Pair => [
    "ts_trunc",
    [constant(unit), time],
    runtime.timestampTrunc,
  ]),
];

/** As the language sees a result: what is not finite is missing, and there is no -0. */
function settled(value: unknown): unknown {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) ? value + 0 : null;
}

describe(`table and runtime compute the same (seed ${seed})`, () => {
  it.each(pairs)("%s", (name, draws, compute) => {
    const random = new Random(seed);
    const differing: string[] = [];
    const seen = new Set<unknown>();
    for (let round = 0; round < rounds; round += 1) {
      const args = draws.map((draw) => draw(random));
      const table = settled(functionRegistry[name].evaluate(args));
      const fast = settled(compute(...(args as never[])));
      if (table !== fast) differing.push(`${name}(${JSON.stringify(args)}): ${table}, ${fast}`);
      seen.add(table);
    }
    expect(differing).toEqual([]);
    expect(seen.size).toBeGreaterThan(1);
  });
});

describe(`date patterns are read the same way (seed ${seed})`, () => {
  const pieces = [
    "1",
    "12",
    "31",
    "07",
    "2024",
    "1999",
    "99",
    "Jan",
    "feB",
    "xyz",
    "AM",
    "pm",
    "-",
    "/",
    " ",
    ":",
    ".",
  ];

  it.each([
    "yyyy-MM-dd",
    "d/M/yy",
    "dd MMM yyyy",
    "MMMM d, yyyy",
    "M/d/yyyy h:mm a",
    "yyyy-MM-dd HH:mm:ss.SSS",
    "yyyy-MM-dd HH:mm:ss.SSSSSSXXX",
    "yyyy-MM-dd HH:mm:ss.S XX",
    "yyMMdd",
    "yyyy",
  ])("%s", (pattern) => {
    const steps = runtime.compileDatePattern(pattern);
    if (typeof steps === "string") throw new Error(steps);
    const random = new Random(seed);
    let fitting = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const written = pattern.replace(/([A-Za-z])\1*/g, (letters) => {
        if (random.flip(0.1)) return random.pick(pieces);
        if (letters === "MMMM") {
          return random.pick(["January", "MAY", "june", "September", "december", "Febuary", "Mar"]);
        }
        if (letters === "MMM") return random.pick(["Jan", "fEB", "DEC", "xxx"]);
        if (letters === "a") return random.pick(["AM", "pm", "Pm"]);
        if (letters === "yyyy") return random.pick(["2024", "0001", "0000", "1999"]);
        if (letters.startsWith("S")) {
          return String(random.below(10 ** letters.length)).padStart(letters.length, "0");
        }
        if (letters.startsWith("X")) {
          const colon = letters === "XXX" ? ":" : "";
          return random.pick(["Z", "z", `+${two(random, 30)}${colon}${two(random, 64)}`, "-0700"]);
        }
        return letters.length === 2 ? two(random, 64) : String(random.below(34));
      });
      const slow = readByPattern(written, steps, 70, null);
      if (slow !== null) fitting += 1;
      const fast = settled(runtime.parseByPattern(written, steps, 70));
      if (slow !== fast) expect.fail(`${written}: ${slow}, ${fast}`);
    }
    expect(fitting).toBeGreaterThan(50);
  });
});
