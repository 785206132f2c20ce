import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import type { Program } from "../../../compiler/src/ir/program.js";
import { programMutants } from "../../../compiler/src/mutants/program-mutants.js";
import { memoryHost } from "../../support/memory-host.js";

const path = "s.feat.yaml";
const input = `
  a: { type: number, range: [0, 100] }
  b: { type: number?, range: [0, 10] }
  n: { type: int, range: [0, 50] }
  flag: bool
  other: bool
  colour: { type: enum, values: [red, blue] }
  customer: id
  at: timestamp`;

function programOf(feature: string, more = ""): Program {
  const text = `featc: 1
name: s
as_of: at
input:${input}
events:
  payments:
    key: customer
    time: paid_at
    known: known_at
    retention: 30d
    fields:
      customer: id
      paid_at: timestamp
      known_at: timestamp
      amount: { type: number, range: [0, 10] }
features:
  f: ${feature}
${more}`;
  const { program, diagnostics } = check(path, memoryHost({ [path]: text }));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  if (program === undefined) throw new Error("no program");
  return program;
}

/** What can be wrong with the only feature. */
function mistakesIn(feature: string): readonly string[] {
  return programMutants(programOf(feature))
    .filter(({ part }) => part.kind === "step")
    .map(({ words }) => words);
}

describe("mistakes in a formula", () => {
  it.each<[feature: string, mistakes: readonly string[]]>([
    [
      "a < 20",
      ["`<` becomes `<=`", "`<` becomes `>`", "20 becomes 21", "20 becomes 19", "20 becomes -20"],
    ],
    [
      "flag and other",
      [
        "`and` becomes `or`",
        "the left side of `and` is forgotten",
        "the right side of `and` is forgotten",
      ],
    ],
    ["not flag", ["`not` is forgotten"]],
    [
      "{ formula: a - n, range: [-50, 100] }",
      ["`-` becomes `+`", "the sides of `-` are swapped", "the right side of `-` is forgotten"],
    ],
    ["n ^ 2", ["`^ 2` becomes `^ 3`", "`^ 2` becomes `^ 1`"]],
    [
      "if flag then 1 else 2",
      [
        "the branches are swapped",
        "the branch is left out",
        "the branch is always taken",
        "1 becomes 2",
        "1 becomes 0",
        "2 becomes 3",
        "2 becomes 1",
      ],
    ],
    ["b ?? 5", ["`??` is forgotten", "5 becomes 6", "5 becomes 4", "5 becomes -5"]],
    [
      "b is missing",
      ["the test for missing is always true", "the test for missing is always false"],
    ],
    [
      "{ formula: a / n, range: [0, 1], outside: clamp, impute: 0 }",
      [
        "`/` becomes `*`",
        "the sides of `/` are swapped",
        "the right side of `/` is forgotten",
        "`impute` is forgotten",
        "in `impute`, 0 becomes 1",
        "in `impute`, 0 becomes -1",
        "`outside: clamp` becomes `outside: missing`",
        "`outside: clamp` becomes `outside: reject`",
        "`outside` is forgotten",
        "the lower end of the range is 0.01",
        "the lower end of the range is -0.01",
        "the upper end of the range is 1.01",
        "the upper end of the range is 0.99",
      ],
    ],
    [
      "count(payments where payments.amount > 5 within 7d)",
      [
        "`where` is forgotten",
        "`where` is negated",
        "the beginning of the window is open",
        "the beginning of the window is 1d later",
        "the beginning of the window is 1d earlier",
        "the end of the window is closed",
        "the window has no beginning",
        "the window has no end",
        "when an event became known is ignored",
        "`>` becomes `>=`",
        "`>` becomes `<`",
        "5 becomes 6",
        "5 becomes 4",
        "5 becomes -5",
      ],
    ],
  ])("%s", (feature, mistakes) => {
    expect([...mistakesIn(feature)].sort()).toEqual([...mistakes].sort());
  });
});

describe("mistakes elsewhere", () => {
  const mistakes = (program: Program, kind: string): readonly string[] =>
    programMutants(program)
      .filter(({ part }) => part.kind === kind)
      .map(({ words }) => words);

  it("are made in the contract of each field", () => {
    const words = mistakes(programOf("a"), "contract");
    expect(words.filter((one) => one.startsWith("b:"))).toEqual([
      "b: it must be there",
      "b: the lower end of the range is 0.1",
      "b: the lower end of the range is -0.1",
      "b: the upper end of the range is 10.1",
      "b: the upper end of the range is 9.9",
      "b: `outside: reject` becomes `outside: missing`",
      "b: `outside: reject` becomes `outside: clamp`",
      "b: what is invalid becomes missing",
    ]);
    expect(words.filter((one) => one.startsWith("colour:"))).toEqual([
      "colour: it may be absent",
      "colour: what is invalid becomes missing",
      'colour: "red" is left out of its values',
      'colour: "blue" is left out of its values',
    ]);
    expect(words.at(-1)).toContain("amount: ");
  });

  it("are made in matrices, constraints and decisions", () => {
    const program = programOf(
      "a",
      `matrix:
  m: { dtype: float32, columns: [f, "f + 1"] }
constraints:
  few: a <= n
policy:
  decision: if flag then "yes" else "no"
`,
    );
    expect(mistakes(program, "matrix")).toEqual([
      "columns 1 and 2 are swapped",
      "`missing: reject` becomes `missing: 0`",
      "`+` becomes `-`",
      "`+` becomes `*`",
      "the right side of `+` is forgotten",
      "the left side of `+` is forgotten",
      "1 becomes 2",
      "1 becomes 0",
      "1 becomes -1",
    ]);
    expect(mistakes(program, "constraint")).toEqual([
      "the constraint is forgotten",
      "`<=` becomes `<`",
      "`<=` becomes `>=`",
    ]);
    expect(mistakes(program, "decision")).toContain("the branches are swapped");
  });
});
