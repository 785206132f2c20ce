import { describe, expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";

function codesOf(features: string): readonly string[] {
  const text = `featc: 1
name: example
input:
  celsius: { type: number, range: [-50, 80] }
features:
  ${features}
`;
  return check("example.feat.yaml", { readFile: () => text }).diagnostics.map(({ code }) => code);
}

describe("a value outside its range by rounding alone", () => {
  it("is set to the bound, and asks for no rule", () => {
    // -50 + 273.15 is 223.14999999999998 in IEEE doubles.
    expect(codesOf("kelvin: { formula: celsius + 273.15, range: [223.15, 353.15] }")).toEqual([]);
    const text = `featc: 1
name: example
input:
  celsius: { type: number, range: [-50, 80] }
features:
  kelvin:
    formula: celsius + 273.15
    range: [223.15, 353.15]
    examples:
      - { given: { celsius: -50 }, expect: 223.15 }
`;
    expect(check("example.feat.yaml", { readFile: () => text }).diagnostics).toEqual([]);
  });

  it("is not what a bound that is wrong in its last digit is", () => {
    expect(codesOf("kelvin: { formula: celsius + 273.15, range: [223.16, 353.15] }")).toEqual([
      "range/possible-outside",
    ]);
  });

  it("does not hide a range that is far too narrow at its other end", () => {
    expect(codesOf("kelvin: { formula: celsius + 273.15, range: [223.15, 300] }")).toEqual([
      "range/possible-outside",
    ]);
  });
});
