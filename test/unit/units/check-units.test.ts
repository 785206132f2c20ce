import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import type { CheckResult } from "../../../compiler/src/compile.js";
import type { Diagnostic } from "../../../compiler/src/diagnostics/diagnostic.js";

const input = `
  usd: { type: number, range: [1, 100], unit: usd }
  more: { type: number?, range: [1, 100], unit: usd }
  km: { type: number, range: [1, 100], unit: km }
  m: { type: number, range: [1, 100], unit: m }
  speed: { type: number, range: [1, 100], unit: m/s }
  pct: { type: number, range: [1, 100], unit: percent }
  part: { type: number, range: [0.1, 0.9], unit: ratio }
  area: { type: number, range: [1, 100], unit: km^2 }
  turn: { type: number, range: [0, 90], unit: degree }
  minutes: { type: int, range: [0, 59], unit: min }
  free: { type: number, range: [1, 100] }
  n: { type: int, range: [1, 10] }
  word: { type: enum, values: [x, y] }
  first: { type: date, range: [2020-01-01, 2021-01-01] }
  last: { type: date, range: [2020-01-01, 2021-01-01] }
  from: { type: timestamp, range: ["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"] }
  to: { type: timestamp, range: ["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"] }
  place: { type: record, fields: { height: { type: number, range: [0, 9], unit: m } } }
`;

function checked(step: string, rest = ""): CheckResult {
  const text = `featc: 1\nname: example\ninput:${input}maps:\n  rate: { x: 1, y: 2 }\n${rest}features:\n  f:\n    type: number?\n${step}`;
  return check("example.feat.yaml", { readFile: () => text });
}

function units(result: CheckResult): readonly string[] {
  return result.diagnostics
    .filter(({ code, severity }) => code.startsWith("unit/") || severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
}

function inferred(formula: string): { unit: string | undefined; said: readonly string[] } {
  const result = checked(`    formula: |\n      ${formula}\n`);
  return { unit: result.units.get("f")?.text, said: units(result) };
}

describe("the unit of a formula", () => {
  it.each([
    ["usd + usd", "usd"],
    ["usd - more", "usd"],
    ["usd * km", "usd*km"],
    ["usd / km", "usd/km"],
    ["usd / usd", "ratio"],
    ["usd * 0.5 + more", "usd"],
    ["1 / usd", "1/usd"],
    ["-usd", "usd"],
    ["usd ^ 2", "usd^2"],
    ["usd ^ -1", "1/usd"],
    ["area / km", "km"],
    ["sqrt(area)", "km"],
    ["sqrt(usd)", "usd^0.5"],
    ["pow(km, 2)", "km^2"],
    ["usd + 5", "usd"],
    ["more ?? 0", "usd"],
    ["more ?? usd", "usd"],
    ["if usd > 5 then usd else 0", "usd"],
    ["match usd { < 5 => km, 5..9 => 1, _ => km }", "km"],
    ["least(usd, more, 3)", "usd"],
    ["clip(usd, 0, 5)", "usd"],
    ["mod(usd, 3)", "usd"],
    ["hypot(km, km)", "km"],
    ["abs(usd)", "usd"],
    ["round(usd, 2)", "usd"],
    ["floor(usd)", "usd"],
    ["float32(usd)", "usd"],
    ["standardize(usd, 3, 2)", "ratio"],
    ["min_max_scale(usd, 0, 100)", "ratio"],
    ["atan2(km, km)", "ratio"],
    ["sign(usd)", "ratio"],
    ["ln(usd / more)", "ratio"],
    ["log1p(usd)", "ratio"],
    ["exp(part)", "ratio"],
    ["sin(radians(turn))", "ratio"],
    ["radians(turn)", "radian"],
    ["haversine_km(turn, turn, turn, 5)", "km"],
    ["pct / 100", "ratio"],
    ["pct * 0.01", "ratio"],
    ["usd * pct / 100", "usd"],
    ["usd * (1 - pct / 100)", "usd"],
    ["part + pct / 100", "ratio"],
    ["km * 1000 + m", "m"],
    ["(to - from) / 1h", "hour"],
    ["(to - from) / 1h * 60 + minutes", "minute"],
    ["(to - from) / 30d", "ratio"],
    ["(to - from) / (to - from + 1h)", "ratio"],
    ["ln(1 + ((to - from) / 1h) ^ 2)", "ratio"],
    ["km / ((to - from + 1d) / 1h)", "km/hour"],
    ["days_between(first, last)", "day"],
    ["last - first", "day"],
    ["years_between(first, last) + part", "ratio"],
    ["place.height + m", "m"],
    ["free", undefined],
    ["free + usd", undefined],
    ["usd * free", undefined],
    ["usd * rate[word]", undefined],
    ["usd + (free ?? usd)", undefined],
    ["bucketize(usd, [1, 2]) + 0", undefined],
    ["month(first) * 1", undefined],
    ["5 * 3", undefined],
  ])("%s is %s", (formula, unit) => {
    expect(inferred(formula)).toEqual({ unit, said: [] });
  });
});

describe("units that do not fit", () => {
  it.each([
    ["usd + km", "unit/mismatch: `+` needs one unit, not usd and km"],
    ["usd - pct", "unit/mismatch: `-` needs one unit, not usd and percent"],
    ["part + pct", "unit/mismatch: `+` needs one unit, not ratio and percent"],
    ["km + m", "unit/mismatch: `+` needs one unit, not km and m"],
    ["km * 100 + m", "unit/mismatch: `+` needs one unit, not km and m"],
    ["usd * usd + usd", "unit/mismatch: `+` needs one unit, not usd^2 and usd"],
    ["more ?? km", "unit/mismatch: `??` needs one unit, not usd and km"],
    ["free + (usd + km)", "unit/mismatch: `+` needs one unit, not usd and km"],
    ["if free > 1 then usd else km", "unit/mismatch: `if` needs one unit, not usd and km"],
    [
      "match word { 'x' => usd, 'y' => km }",
      "unit/mismatch: `match` needs one unit, not usd and km",
    ],
    ["if usd < km then 1 else 0", "unit/mismatch: `<` needs one unit, not usd and km"],
    [
      "if usd == km and usd > 1 then 1 else 0",
      "unit/mismatch: `==` needs one unit, not usd and km",
    ],
    ["least(usd, free, km)", "unit/mismatch: `least` needs one unit, not usd and km"],
    ["hypot(km, usd)", "unit/mismatch: `hypot` needs one unit, not km and usd"],
    ["mod(usd, km)", "unit/mismatch: `mod` needs one unit, not usd and km"],
    ["atan2(km, usd)", "unit/mismatch: `atan2` needs one unit, not km and usd"],
    ["ln(usd)", "unit/argument: ln takes a ratio, not usd"],
    ["exp(pct)", "unit/argument: exp takes a ratio, not percent"],
    ["sin(turn)", "unit/argument: sin takes a ratio, not degree"],
    ["radians(usd)", "unit/argument: radians takes degree, not usd"],
    ["haversine_km(turn, turn, km, turn)", "unit/argument: haversine_km takes degree, not km"],
    ["pow(part, km)", "unit/argument: pow takes a ratio, not km"],
    ["pow(km, part)", "unit/argument: pow takes a ratio, not km"],
    ["(to - from) / 1h + km", "unit/mismatch: `+` needs one unit, not hour and km"],
    ["(to - from) / 1h * 24 + minutes", "unit/mismatch: `+` needs one unit, not hour and minute"],
    ["place.height + usd", "unit/mismatch: `+` needs one unit, not m and usd"],
  ])("%s", (formula, expected) => {
    const { said } = inferred(formula);
    expect(said).toEqual([expected]);
  });
});

describe("a declared unit", () => {
  it.each([
    ["usd + more", "usd", []],
    ["usd * 0.5", "usd", []],
    ["5", "usd", []],
    ["free", "usd", []],
    ["free * km", "usd", []],
    ["part * 100", "percent", []],
    ["usd / more * 100", "percent", []],
    ["part * 100 + 5", "percent", []],
    ["speed * 3.6", "km/hour", []],
    ["speed * 3.5", "km/hour", ["f is declared in km/hour, but its formula is in m/s"]],
    ["km", "m", ["f is declared in m, but its formula is in km"]],
    ["part", "percent", ["f is declared in percent, but its formula is in ratio"]],
    ["usd * pct", "usd", ["f is declared in usd, but its formula is in usd*percent"]],
    ["(to - from) / 1h", "ratio", []],
    ["(to - from) / 1h", "hours", []],
    ["(to - from) / 1h", "day", ["f is declared in day, but its formula is in hour"]],
    ["(to - from) / 1h / 24", "day", []],
    ["days_between(first, last)", "day", []],
    ["days_between(first, last) / 7", "week", []],
    ["years_between(first, last)", "usd", ["f is declared in usd, but its formula is in year"]],
  ])("%s as %s", (formula, unit, expected) => {
    const result = checked(`    unit: ${unit}\n    formula: |\n      ${formula}\n`);
    const messages = units(result).map((text) => text.replace("unit/declared: ", ""));
    expect(messages).toEqual(expected);
  });

  it("counts wherever the step is read, also where the formula shows none", () => {
    const result = checked(
      "    formula: a + km\n",
      "let:\n  a: { formula: free, unit: usd }\n  b: usd\n",
    );
    expect(units(result)).toEqual(["unit/mismatch: `+` needs one unit, not usd and km"]);
  });

  it("of a let is carried by what the formula shows", () => {
    const result = checked("    formula: a + km\n", "let:\n  a: usd * 2\n");
    expect(units(result)).toEqual(["unit/mismatch: `+` needs one unit, not usd and km"]);
    expect(result.units.get("a")).toEqual({ text: "usd", origin: "inferred" });
  });

  it("is that of `impute` too", () => {
    const result = checked(
      "    formula: more\n    impute: km\n".replace("more", "more ?? missing"),
    );
    expect(units(result)).toContain("unit/mismatch: `impute` of f needs one unit, not usd and km");
  });
});

describe("units elsewhere", () => {
  it.each([
    ["constraints", "constraints:\n  c: usd <= km\n"],
    ["functions", "functions:\n  total(a, b): a + b\nlet:\n  t: total(usd * 1, km)\n"],
    ["a matrix", "matrix:\n  x: { columns: [f, g + h] }\n"],
    [
      "the policy",
      "model: { outputs: { loss: { type: number, range: [0, 1], unit: usd } } }\npolicy:\n  d: loss > km\n",
    ],
  ])("%s", (place, rest) => {
    const more =
      place === "a matrix"
        ? "  g: { formula: usd }\n  h: { formula: km }\n"
        : place === "functions"
          ? "  g: { formula: t }\n"
          : "";
    const result = checked(`    formula: usd\n${more}`, rest);
    expect(units(result).filter((text) => text.startsWith("unit/mismatch"))).toHaveLength(1);
  });
});

describe("an error of units", () => {
  it("says where both units come from, and the fix", () => {
    const diagnostic = first(checked("    formula: part + pct\n"));
    expect(diagnostic?.related.map(({ span, text }) => [slice(span), text])).toEqual([
      ["ratio", "part is in ratio"],
      ["percent", "pct is in percent"],
    ]);
    expect(diagnostic?.hint).toBe("`* 100` turns ratio into percent.");
    expect(slice(diagnostic?.span)).toBe("part + pct");
  });

  it.each([
    ["exp(pct)", "`/ 100` turns percent into ratio."],
    ["(to - from) / 1h * 24 + minutes", "`* 60` turns hour into minute."],
    ["km - m", "`* 1000` turns km into m."],
    [
      "ln(usd)",
      "divide by one of its unit: `usd / one_usd`, with `one_usd: { formula: 1, unit: usd }` under `let`.",
    ],
    [
      "ln(speed)",
      "divide by one of its unit: `speed / one_m_per_s`, with `one_m_per_s: { formula: 1, unit: m/s }` under `let`.",
    ],
    ["sin(turn)", "`* 0.0174532925199433` turns degree into ratio."],
  ])("of %s has the hint %s", (formula, hint) => {
    expect(first(checked(`    formula: ${formula}\n`))?.hint).toBe(hint);
  });

  it("of a unit marks the part that is wrong", () => {
    const diagnostic = first(checked("    formula: usd\n    unit: usd per day\n"));
    expect(slice(diagnostic?.span)).toBe("per");
    expect(diagnostic?.hint).toBe("write `usd/day`.");
  });

  it("is one, however much follows from it", () => {
    expect(inferred("(usd + km) * km + usd").said).toHaveLength(1);
  });
});

function first({ diagnostics }: CheckResult): Diagnostic | undefined {
  return diagnostics.find(({ code }) => code.startsWith("unit/"));
}

function slice(span: { file: { text: string }; start: number; end: number } | undefined): string {
  return span === undefined ? "" : span.file.text.slice(span.start, span.end);
}
