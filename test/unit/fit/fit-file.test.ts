import { describe, expect, it } from "vitest";
import { printValue } from "../../../compiler/src/ir/print-value.js";
import { checkWith, fitFileFor, fitPath, foundIn } from "./fitted-spec.js";

const input = `featc: 1
name: example
as_of: at
labels: [paid]
input:
  at: timestamp
  amount: { type: number?, range: [0, 1000] }
  day: date
  city: { type: enum?, values: [rome, bari] }
  paid: bool?
`;
const features = `features:
  filled: { formula: amount ?? 0, range: [0, 1000] }
`;

function specWith(fit: string, rest = features): string {
  return `${input}fit:\n  ${fit}\n${rest}`;
}

describe("a value that is out of date", () => {
  const spec = `${input}maps:
  weight: { rome: 1, bari: 2 }
functions:
  twice(x): x * 2
let:
  scaled: { formula: twice(amount), range: [0, 2000] }
fit:
  least: min(amount)
  middle: median(scaled * (weight[city] ?? 1) - fit.least + years_between(day, date(as_of)))
features:
  filled: { formula: amount ?? fit.least, range: [0, 1000] }
  scaled_up: { formula: scaled ?? 0, range: [0, 2000] }
`;
  const fitFile = fitFileFor(spec, { least: "1", middle: "2" });

  it("is none where nothing has changed that it reads", () => {
    expect(foundIn(checkWith(spec, fitFile))).toEqual([]);
    const elsewhere = spec
      .replace("filled: {", "filled: { description: Filled,")
      .replace("paid: bool?", "paid: { type: bool?, description: Later }");
    expect(foundIn(checkWith(elsewhere, fitFile))).toEqual([]);
  });

  it.each([
    ["range: [0, 1000] }\n  day", "range: [0, 900] }\n  day", "the field amount has changed"],
    ["values: [rome, bari]", "values: [rome, bari, pisa]", "the field city has changed"],
    ["bari: 2 }", "bari: 3 }", "the map weight has changed"],
    ["twice(x): x * 2", "twice(x): x + x", "the function twice has changed"],
    ["range: [0, 2000] }\nfit", "range: [0, 2000], outside: clamp }\nfit", "the let scaled"],
    ["median(scaled", "mean(scaled", "it was `median(scaled"],
    ["name: example\nas_of", "name: example\nmath: native\nas_of", "it now reads `math`"],
    ["name: example\nas_of", "name: example\ntimezone: Europe/Rome\nas_of", "now reads `timezone`"],
  ])("%j to %j", (before, after, expected) => {
    expect(spec).toContain(before);
    const found = foundIn(checkWith(spec.replace(before, after), fitFile));
    expect(found.filter((one) => one.startsWith("fit/stale"))).not.toEqual([]);
    expect(found.join("\n")).toContain(expected);
  });

  it("is one whose own constants have changed", () => {
    const edited = fitFile.replace("value: 1\n", "value: 3\n");
    expect(foundIn(checkWith(spec, edited))).toEqual(["fit/stale: fit.least has changed"]);
  });

  it("is not one that a canonical spelling differs from", () => {
    const spaced = spec.replace("min(amount)", "min( amount )");
    expect(foundIn(checkWith(spaced, fitFile))).toEqual([]);
  });
});

describe("a value that was edited by hand", () => {
  const problems = (statistic: string, value: string): readonly string[] => {
    const spec = specWith(`it: ${statistic}`);
    return foundIn(checkWith(spec, fitFileFor(spec, { it: value })));
  };

  it.each([
    ["median(amount)", "12.5"],
    ["median(amount)", "1e3"],
    ["count(amount)", "0"],
    ["stddev_pop(amount)", "0"],
    ["min(day)", "2020-01-31"],
    ["max(at)", '"2020-01-31T10:00:00Z"'],
    ["mode(city)", "rome"],
    ["'vocabulary(city, top: 2)'", "[bari, rome]"],
  ])("%s can be %s", (statistic, value) => {
    expect(problems(statistic, value)).toEqual([]);
  });

  it.each([
    ["median(amount)", '"12.5"', "is not a number"],
    ["median(amount)", "[12]", "a list is not a number"],
    ["median(amount)", "{ a: 1 }", "a map is not a number"],
    ["median(amount)", "1000.5", "cannot be 1000.5; it can be from 0 to 1000"],
    ["min(amount)", "-1", "cannot be -1; it can be from 0 to 1000"],
    ["mean(amount)", "1001", "cannot be 1001; it can be from 0 to 1000"],
    ["count(amount)", "1.5", "is not a whole number"],
    ["stddev_samp(amount)", "-1", "is below 0"],
    ["min(day)", "2020-02-30", "is not a date"],
    ["max(at)", '"2020-01-31"', "is not a time"],
    ["mode(city)", "milan", 'is not one of "rome", "bari"'],
    ["'vocabulary(city, top: 2)'", "rome", "is a list of values"],
    ["'vocabulary(city, top: 2)'", "[rome, rome]", "`rome` stands twice"],
    ["'vocabulary(city, top: 1)'", "[rome, bari]", "it has 2 values, and `top` is 1"],
    ["'vocabulary(city, top: 1)'", "[]", "it has no values"],
    ["'vocabulary(city, top: 1)'", "[2]", "`2` is not one of"],
  ])("%s cannot be %s", (statistic, value, problem) => {
    const found = problems(statistic, value);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${fitPath}: fit/bad-value: `);
    expect(found[0]).toContain(problem);
  });

  it("may be off the end of its column by the rounding of a sum", () => {
    const near = "1000.0000000000002";
    expect(problems("mean(amount)", near)).toEqual([]);
    expect(problems("max(amount)", near)).toHaveLength(1);
  });

  it("that is no YAML, or lacks parts, is told in the file", () => {
    const spec = specWith("it: median(amount)");
    const good = fitFileFor(spec, { it: "3" });
    const filesAndCodes = (text: string) =>
      checkWith(spec, text).diagnostics.map(({ code, span }) => [span.file.path, code]);
    expect(filesAndCodes(good.replace("rows: 10", "rows: ten"))).toEqual([
      [fitPath, "spec/wrong-kind"],
    ]);
    expect(filesAndCodes(good.replace("rows: 10", "rows: -1"))).toEqual([
      [fitPath, "spec/wrong-kind"],
    ]);
    expect(filesAndCodes(good.replace("    count: 10\n", ""))).toEqual([
      [fitPath, "spec/missing-key"],
    ]);
    expect(filesAndCodes(good.replace("count:", "cuont:"))).toEqual([
      [fitPath, "spec/unknown-key"],
    ]);
    expect(filesAndCodes(good.replace("value: 3", "value: .inf"))).toEqual([
      [fitPath, "yaml/unclear-number"],
    ]);
    expect(filesAndCodes("- a\n").map(([path]) => path)).toEqual([fitPath]);
    expect(filesAndCodes("hello: world\n")).toEqual([[fitPath, "fit/file-version"]]);
    expect(filesAndCodes("")).toEqual([[fitPath, "spec/empty"]]);
    expect(filesAndCodes('featc_fit: 1\nvalues: "\n')[0]?.[0]).toBe(fitPath);
  });
});

describe("a statistic", () => {
  const found = (fit: string, rest?: string): readonly string[] => {
    const spec = specWith(fit, rest);
    return foundIn(checkWith(spec, fitFileFor(spec, {}))).filter(
      (one) => !one.includes("fit/bad-value"),
    );
  };

  it.each([
    ["it: amount * 2", "fit/bad-statistic"],
    ["it: sum(amount)", "fit/bad-statistic"],
    ["it: stddev(amount)", "fit/bad-statistic: did you mean stddev_samp?"],
    ["it: mean(amount, 2)", "type/argument-count"],
    ["it: mean()", "type/argument-count"],
    ["it: quantile(amount)", "type/argument-count"],
    ["it: quantile(amount, 1.5)", "type/bad-argument"],
    ["it: quantile(amount, amount)", "type/constant-needed"],
    ["it: 'quantile(amount, q: 0.5)'", "type/argument-name"],
    ["it: 'vocabulary(city, top: 0)'", "type/bad-argument"],
    ["it: vocabulary(city, 10001)", "type/bad-argument"],
    ["it: vocabulary(amount, 5)", "type/argument"],
    ["it: mean(city)", "type/argument"],
    ["it: median(day)", "type/argument"],
    ["it: mode(missing)", "type/argument"],
    ["it: mean(paid)", "name/label-in-formula"],
    ["it: mean(amuont)", "name/unknown: did you mean amount?"],
    ["it: mean(fit.other)", "name/unknown"],
    ["fit: mean(amount)", "spec/reserved-name"],
  ])("%s is refused", (fit, expected) => {
    expect(found(fit)[0]).toContain(expected);
  });

  it("cannot depend on itself, also through others and through lets", () => {
    const cycleOf = (fit: string, rest?: string) => {
      const spec = specWith(fit, rest);
      const { diagnostics } = checkWith(spec, fitFileFor(spec, {}));
      return diagnostics.filter(({ code }) => code === "name/cycle").map(({ message }) => message);
    };
    expect(cycleOf("a: mean(amount - fit.a)")).toHaveLength(1);
    const through = cycleOf(
      "a: mean(centred)\n  b: mean(amount - fit.a)",
      `let:\n  centred: amount - fit.b\n${features}`,
    );
    expect(through).toHaveLength(1);
    expect(through[0]).toMatch(/fit\.a.*centred.*fit\.b.*fit\.a/);
  });

  it("counts as a reader of a let", () => {
    const spec = specWith("it: mean(half)", `let:\n  half: amount / 2\n${features}`);
    expect(foundIn(checkWith(spec, fitFileFor(spec, { it: "3" })))).toEqual([]);
  });
});

describe("fit.NAME in a formula", () => {
  it.each([
    ["min(amount)", "1.5", "1.5", "number"],
    ["count(amount)", "9", "9", "int"],
    ["min(day)", "2020-01-31", "2020-01-31", "date"],
    ["max(at)", '"2020-01-31T10:00:00Z"', "2020-01-31T10:00:00.000Z", "timestamp"],
    ["mode(city)", "rome", '"rome"', "enum"],
    ["mode(amount > 5)", "true", "true", "bool"],
    ["max(at - at)", "86400000", "86400000ms", "duration"],
  ])("%s is a value of its type", (statistic, value, printed, type) => {
    const spec = specWith(`it: ${statistic}`, `let:\n  copy: fit.it\n${features}`);
    const { program } = checkWith(spec, fitFileFor(spec, { it: value }));
    const step = program?.steps.find(({ name }) => name === "copy");
    if (step?.formula.kind !== "Literal") expect.fail("it is no literal");
    expect(step.formula.type.kind).toBe(type);
    expect(step.formula.fit).toBe("it");
    expect(printValue(step.formula.value as string | number | boolean, step.type)).toBe(printed);
  });

  it("is known to ranges, is never missing, and is told as read", () => {
    const spec = specWith(
      "middle: median(amount)\n  cities: 'vocabulary(city, top: 2)'",
      `features:
  filled: { formula: amount ?? fit.middle, range: [0, 1000] }
  above: { formula: 'greatest(filled - fit.middle, 0)', range: [0, 600] }
  place: 'one_hot(city ?? "rome", fit.cities)'
  half: { formula: fit.middle / 2, range: [200, 200] }
`,
    );
    const { program, facts, diagnostics } = checkWith(
      spec,
      fitFileFor(spec, { middle: "400", cities: "[bari]" }),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
    expect(facts?.step("above").final.domain).toMatchObject({ low: 0, high: 600 });
    expect(program?.steps.find(({ name }) => name === "place")?.type).toEqual({
      kind: "vector",
      length: 1,
    });
    expect(program?.fits.map(({ name, readBy }) => [name, readBy])).toEqual([
      ["middle", ["filled", "above", "half"]],
      ["cities", ["place"]],
    ]);
  });

  it("has the unit of its column", () => {
    const spec = specWith(
      "tall: max(height)\n  seen: count(height)",
      `features:
  share: { formula: height / fit.tall, range: [0, 1e300], outside: clamp, unit: ratio }
  odd: { formula: weight + fit.tall, range: [0, 1e300] }
  fine: { formula: weight + fit.seen, range: [0, 1e300] }
`,
    ).replace(
      "  paid:",
      "  height: { type: number, range: [1, 3], unit: m }\n  weight: { type: number, range: [1, 300], unit: kg }\n  paid:",
    );
    const codes = foundIn(checkWith(spec, fitFileFor(spec, { tall: "2", seen: "10" })));
    expect(codes.filter((code) => code.startsWith("unit/"))).toEqual([
      expect.stringContaining("unit/mismatch"),
    ]);
  });

  it("changes the hash of the spec with its value", () => {
    const spec = specWith("middle: median(amount)");
    const hashOf = (value: string) =>
      checkWith(spec, fitFileFor(spec, { middle: value })).program?.specHash;
    expect(hashOf("3")).toBe(hashOf("3.0"));
    expect(hashOf("3")).not.toBe(hashOf("4"));
  });
});
