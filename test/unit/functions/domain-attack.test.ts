import { describe, expect, it } from "vitest";
import type { ArgumentFact, Param } from "../../../compiler/src/functions/definition.js";
import { functionNames, functionRegistry } from "../../../compiler/src/functions/registry.js";
import type { FunctionName } from "../../../compiler/src/functions/registry.js";
import { withinType } from "../../../compiler/src/interpret/within-type.js";
import type { Domain } from "../../../compiler/src/types/domain.js";
import type { Type } from "../../../compiler/src/types/type.js";
import type { Constant, PresentValue } from "../../../compiler/src/types/value.js";
import { Random, contains, randomNumber, randomSample } from "../types/random-domain.js";

const seed = 20240229;
const roundsPerFunction = 3_000;

interface Argument {
  readonly fact: ArgumentFact;
  readonly members: readonly PresentValue[];
}

const texts = [
  "",
  "a",
  "ab",
  "A b",
  " a  b ",
  "😀",
  "a,b,c",
  "12",
  "-3.5",
  "1e3",
  "2024-02-29",
  "2024-01-15T12:00:00Z",
  "Zz9",
  "\t\n",
];

/** Numbers of the sizes at which functions bend. */
function everydayNumber(random: Random): number {
  const kind = random.below(8);
  if (kind === 0) return randomNumber(random);
  if (kind === 1)
    return random.pick([0, 1, -1, 0.5, -0.5, 709.782712893384, 745, 22, -22, 1e6, 90, -90, 180]);
  if (kind === 2) return (random.next() - 0.5) * 2;
  if (kind === 3) return 1 + (random.next() - 0.5) * 1e-9;
  if (kind === 4) return (random.next() - 0.5) * 2000;
  if (kind === 5) return Math.round((random.next() - 0.5) * 200);
  if (kind === 6) return random.next() * 1e-5;
  return (random.next() - 0.5) * 1e17;
}

function wholeNumber(low: number, high: number): (random: Random) => number {
  return (random) =>
    Math.floor(
      random.flip(0.3)
        ? random.pick([low, high, Math.max(low, Math.min(0, high))])
        : low + random.next() * (high - low),
    );
}

const dates = wholeNumber(-719_162, 2_932_896);
const nearDates = wholeNumber(19_700, 20_400);
const times = wholeNumber(-62_135_596_800_000, 253_402_300_799_999);
const smallInts = wholeNumber(-3, 12);
const ints = wholeNumber(-9007199254740991, 9007199254740991);

/** Valid constants, by function and parameter. */
const constants: Readonly<Record<string, ((random: Random) => Constant) | undefined>> = {
  "clip.lo": (random) => -Math.abs(everydayNumber(random)),
  "clip.hi": (random) => Math.abs(everydayNumber(random)),
  "standardize.mean": everydayNumber,
  "standardize.sd": (random) => everydayNumber(random) || 2,
  "min_max_scale.lo": (random) => -Math.abs(everydayNumber(random)) % 1e300,
  "min_max_scale.hi": (random) => (Math.abs(everydayNumber(random)) % 1e300) + 1,
  "interpolate.points": (random) => {
    const xs = [...new Set([0, 1, 2].map(() => everydayNumber(random) % 1e290))].sort(
      (a, b) => a - b,
    );
    return xs.length < 2
      ? [
          [0, 0],
          [1, 1],
        ]
      : xs.map((x) => [x, everydayNumber(random) % 1e290]);
  },
  "round.k": (random) => random.below(31) - 15,
  "cyclic_sin.period": (random) => random.pick([24, 7, 12, 0.1, 365.25, 1e300, 1e-300]),
  "cyclic_cos.period": (random) => random.pick([24, 7, 12, 0.1, 365.25, 1e300, 1e-300]),
  "bucketize.edges": (random) =>
    [...new Set([0, 1, 2, 3].map(() => everydayNumber(random)))].sort((a, b) => a - b),
  "bucketize.closed": (random) => random.pick(["left", "right"]),
  "index_in.values": (random) =>
    random.pick([
      ["a", "ab"],
      ["", "😀", "12"],
      [0, 1, 5],
    ]),
  "index_in.oov": (random) => random.below(9) - 4,
  "hash_bucket.n": (random) => random.pick([1, 2, 97, 2 ** 31]),
  "hash_bucket.salt": (random) => random.pick(texts),
  "replace.part": (random) => random.pick(["a", " ", "ab"]),
  "replace.replacement": (random) => random.pick(texts),
  "part.separator": (random) => random.pick([",", "b"]),
  "matches.pattern": (random) => random.pick(["^a", "[0-9]+", "b$", "a|Z"]),
  "hash_bucket.algorithm": (random) => random.pick(["sha256", "md5", "murmur3"]),
  "keep.class": (random) => random.pick(["[a-z]", "\\d", "[^ ]"]),
  "remove.class": (random) => random.pick(["[a-z]", "\\d", "[^ ]"]),
  "extract.pattern": (random) => random.pick(["^(.)", "([0-9]+)", "(?:(b)|.)$"]),
  "first_match.needles": (random) => random.pick([["a", "1"], ["b", ",", "😀"], [" "]]),
  "date_trunc.unit": (random) => random.pick(["day", "week", "month", "quarter", "year"]),
  "ts_trunc.unit": (random) => random.pick(["day", "hour", "minute", "second"]),
};

function numeric(random: Random, draw: (random: Random) => number, type: Type): Argument {
  const { domain, members } = randomSample(random, draw);
  const usable =
    type.kind === "number" ? members : members.filter((member) => Number.isInteger(member));
  const settled =
    type.kind === "number"
      ? domain
      : {
          ...domain,
          low: Math.ceil(domain.low),
          high: Math.floor(domain.high),
          integral: true,
          floor: Math.max(1, Math.ceil(domain.floor)),
        };
  const kept = usable.filter((member) => contains(settled, member));
  if (random.flip(0.15) && kept[0] !== undefined) {
    const [constant] = kept;
    const integral = Number.isInteger(constant);
    return {
      fact: {
        type,
        constant,
        domain: {
          kind: "number",
          low: constant,
          high: constant,
          integral,
          zero: constant === 0,
          floor: Math.max(Math.abs(constant), integral ? 1 : 0),
        },
      },
      members: [constant],
    };
  }
  return { fact: { domain: settled, type }, members: kept };
}

function text(random: Random): Argument {
  const members = Array.from({ length: 1 + random.below(3) }, () => random.pick(texts));
  const values = random.flip() ? [...new Set([...members, random.pick(texts)])] : null;
  return { fact: { domain: { kind: "text", values }, type: { kind: "string" } }, members };
}

function bool(random: Random): Argument {
  const members = random.pick([[true], [false], [true, false]]);
  return {
    fact: {
      domain: {
        kind: "bool",
        mayBeTrue: members.includes(true),
        mayBeFalse: members.includes(false),
      },
      type: { kind: "bool" },
    },
    members,
  };
}

function constantArgument(value: Constant): Argument {
  const domain: Domain =
    typeof value === "number"
      ? {
          kind: "number",
          low: value,
          high: value,
          integral: Number.isInteger(value),
          zero: value === 0,
          floor: Math.abs(value),
        }
      : typeof value === "string"
        ? { kind: "text", values: [value] }
        : { kind: "opaque" };
  return {
    fact: {
      domain,
      type: { kind: typeof value === "string" ? "string" : "number" },
      constant: value,
    },
    members: [value],
  };
}

function argument(name: FunctionName, param: Param, random: Random): Argument {
  const constant = constants[`${name}.${param.name}`];
  if (constant !== undefined) return constantArgument(constant(random));
  switch (param.type) {
    case "number":
      return random.flip(0.3)
        ? numeric(random, random.flip() ? smallInts : ints, { kind: "int" })
        : numeric(random, everydayNumber, { kind: "number" });
    case "int":
      return numeric(random, random.flip(0.8) ? smallInts : ints, { kind: "int" });
    case "day":
    case "date":
      return numeric(random, random.flip() ? dates : nearDates, { kind: "date" });
    case "timestamp":
      return numeric(random, times, { kind: "timestamp" });
    case "duration":
      return numeric(random, ints, { kind: "duration" });
    case "bool":
      return bool(random);
    case "string":
    case "key":
      return text(random);
    case "number list":
    case "key list":
    case "text list":
    case "point list":
      throw new Error(`no constants for ${name}.${param.name}`);
  }
}

function includes(domain: Domain, value: PresentValue): boolean {
  switch (domain.kind) {
    case "number":
      return typeof value === "number" && contains(domain, value);
    case "bool":
      return value === true ? domain.mayBeTrue : domain.mayBeFalse;
    case "text":
      return typeof value === "string" && (domain.values?.includes(value) ?? true);
    case "opaque":
      return true;
  }
}

describe(`every result lies in its domain, and is there where the function is total (seed ${seed})`, () => {
  it.each(functionNames)("%s", (name) => {
    const random = new Random(seed);
    const definition = functionRegistry[name];
    const wrong: string[] = [];
    let present = 0;
    let total = 0;
    for (let round = 0; round < roundsPerFunction && wrong.length === 0; round += 1) {
      const params = definition.params.filter((param) => param.optional !== true || random.flip());
      const args = params.map((param) => argument(name, param, random));
      if (args.some(({ members }) => members.length === 0)) continue;
      const facts = args.map(({ fact }) => fact);
      if (definition.checkConstants?.(facts.map(({ constant }) => constant)) !== undefined)
        continue;
      const type = definition.result(facts.map((fact) => fact.type));
      const domain = definition.domain(facts);
      const isTotal = definition.partial(facts) === undefined;
      if (isTotal) total += 1;
      for (let sample = 0; sample < 6; sample += 1) {
        const values = args.map(({ members }) => random.pick(members));
        const value = withinType(definition.evaluate(values), type);
        if (value !== null) present += 1;
        const isWrong = value === null ? isTotal : !includes(domain, value);
        if (isWrong) wrong.push(JSON.stringify({ values, value, domain, isTotal, facts }));
      }
    }
    expect(wrong).toEqual([]);
    expect(present).toBeGreaterThan(100);
    const neverTotal = [
      "index_of",
      "extract",
      "parse_number",
      "parse_int",
      "parse_date",
      "parse_timestamp",
    ];
    if (!neverTotal.includes(name)) expect(total).toBeGreaterThan(10);
  });
});
