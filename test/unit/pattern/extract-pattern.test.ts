import { describe, expect, it } from "vitest";
import { characterClass } from "../../../compiler/src/pattern/character-class.js";
import { extractGroup } from "../../../compiler/src/pattern/extract-group.js";
import { compileExtract } from "../../../compiler/src/pattern/extract-pattern.js";
import { extract } from "../../../runtime/src/index.js";
import { Random } from "../types/random-domain.js";

const seed = 20_240_611;

/** A pattern without a group, of the letters a and b and their like. */
function plain(random: Random, depth: number): string {
  const kind = random.below(depth > 0 ? 8 : 3);
  const inner = (): string => plain(random, depth - 1);
  if (kind < 3) return random.pick(["a", "b", "[ab]", ".", "[^a]", "ab", "😀"]);
  if (kind === 3) return `(?:${inner()}|${inner()})`;
  if (kind === 4) return inner() + inner();
  const count = random.pick(["*", "+", "?", "{2}", "{1,3}", "{2,}"]);
  return `(?:${inner()})${count}${random.flip() ? "?" : ""}`;
}

function withGroup(random: Random): string {
  const inside = random.flip(0.2) ? "" : plain(random, 2);
  const before = random.pick(["", "^", plain(random, 2)]);
  const after = random.pick(["", "$", plain(random, 2)]);
  const group = `(${inside}${random.pick(["", "", `|${plain(random, 1)}`])})`;
  return random.pick([
    `${before}${group}${after}`,
    `${before}(?:${plain(random, 1)}${group})?${after}`,
    `${before}(?:${group}b|${plain(random, 2)})${after}`,
  ]);
}

const text = (random: Random): string =>
  Array.from({ length: random.below(9) }, () => random.pick(["a", "b", "c", "😀", "\n"])).join("");

describe("compileExtract", () => {
  it(`finds what the engine's regular expressions find (seed ${seed})`, () => {
    const random = new Random(seed);
    let compared = 0;
    let matched = 0;
    for (let round = 0; round < 4_000; round += 1) {
      const pattern = withGroup(random);
      const compiled = compileExtract(pattern);
      if ("error" in compiled) continue;
      // `.` is any character but a line feed.
      const engine = new RegExp(pattern.replaceAll(".", "[^\\n]"), "u");
      for (let i = 0; i < 12; i += 1) {
        const given = text(random);
        const expected = engine.exec(given)?.[1] ?? null;
        const seen = [
          pattern,
          given,
          extractGroup(compiled.program, given),
          extract(compiled.program, given),
        ];
        expect(seen).toEqual([pattern, given, expected, expected]);
        compared += 1;
        if (expected !== null) matched += 1;
      }
    }
    expect(compared).toBeGreaterThan(20_000);
    expect(matched).toBeGreaterThan(5_000);
  });

  it.each([
    ["a+", "the pattern has no group"],
    ["(?:a)", "the pattern has no group"],
    ["(a)(b)", "the pattern has 2 groups, and one of them must say what is extracted"],
    ["((a))", "the pattern has 2 groups, and one of them must say what is extracted"],
    ["(?:(a)b)+", "the group is repeated, so that it would be found several times"],
    ["(a){2}", "the group is repeated, so that it would be found several times"],
    ["(a)(?:b*)*", "a part that can match no character is repeated"],
    ["(?:(a*))?", "a part that can match no character is repeated"],
    ["(a)(?:^|b)?", "a part that can match no character is repeated"],
  ])("refuses %s", (pattern, reason) => {
    expect(compileExtract(pattern)).toMatchObject({ error: { reason }, ofGroup: true });
  });

  it.each([
    "(?:ab){600}(a)",
    "(?:(?:a{9}){9}){1000}(b)",
    "(?:a{1000}){1000}(?:b{1,1000}){1000}(c)",
  ])("refuses %s as too large", (pattern) => {
    const reason = "the pattern has more than 1000 parts";
    expect(compileExtract(pattern)).toMatchObject({ error: { reason }, ofGroup: false });
  });

  it("takes patterns whose tables would be too large", () => {
    const compiled = compileExtract("a.{20}(.)$");
    if ("error" in compiled) throw new Error(compiled.error.reason);
    expect(extract(compiled.program, `xa${"ab".repeat(10)}z`)).toBe("z");
  });

  it("refuses what no pattern may have, at its place", () => {
    expect(compileExtract("(a)(?=b)")).toMatchObject({
      error: { start: 3, end: 6, reason: "look-ahead is not part of patterns" },
      ofGroup: false,
    });
  });

  it("reads a text once, however many ways it could match", () => {
    const compiled = compileExtract("^(?:a?){40}(?:a|aa)+(b)$");
    expect(compiled).toHaveProperty("error");
    const nested = compileExtract("^(?:(?:a+)+)+(b)$");
    if ("error" in nested) throw new Error(nested.error.reason);
    const long = "a".repeat(20_000);
    expect(extract(nested.program, long)).toBeNull();
    expect(extractGroup(nested.program, long)).toBeNull();
    expect(extract(nested.program, `${long}b`)).toBe("b");
    expect(extractGroup(nested.program, `${long}b`)).toBe("b");
  });
});

describe("characterClass", () => {
  it.each([
    ["[0-9.]", "[(46,46), (48,57)]"],
    ["\\d", "[(48,57)]"],
    ["[^\\u0000-z]", "[(123,1114111)]"],
    ["x", "[(120,120)]"],
  ])("%s", (written, ranges) => {
    const parsed = characterClass(written);
    if ("error" in parsed) throw new Error(parsed.error.reason);
    const shown = parsed.set.map(({ first, last }) => `(${first},${last})`).join(", ");
    expect(`[${shown}]`).toBe(ranges);
  });

  it.each([
    ["0-9", "write `[0-9]`"],
    ["", "write the characters between `[` and `]`, such as `[0-9.]`"],
    ["[a]+", "write the characters between `[` and `]`, such as `[0-9.]`"],
    ["$,", "write `[$,]`"],
  ])("refuses %j", (written, hint) => {
    expect(characterClass(written)).toMatchObject({
      error: { reason: "it is no class of characters", hint },
    });
  });
});
