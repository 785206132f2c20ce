import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import { memoryHost } from "../../../support/memory-host.js";

const spec = `featc: 1
name: example
math: native
input:
  a: { type: number, range: [1, 50] }
features:
  grown: { formula: exp(a / 10), range: [1, 200] }
matrix:
  wide: { dtype: float64, columns: [grown] }
  narrow: { dtype: float32, columns: [grown] }
policy:
  decision: if grown > 20 then "high" else "low"
`;

async function testOf(text: string): Promise<string> {
  const path = "example.feat.yaml";
  const { files } = await compile(path, memoryHost({ [path]: text }));
  return files.find((file) => file.path === "example.test.ts")?.text ?? "";
}

describe("generated tests under `math: native`", async () => {
  const text = await testOf(spec);
  const [source = ""] = /^function near\([\s\S]*?^}$/m.exec(text) ?? [];
  const { code } = transformSync(source, { loader: "ts" });
  // The function as it stands in the file, with the expect of this one.
  const near = new Function("expect", `${code}; return near;`)(expect) as (
    expected: unknown,
    digits?: number,
  ) => unknown;

  it("compare features, matrices and decisions by it", () => {
    expect(text).toContain("expect(features(changes).grown).toEqual(near(expected));");
    expect(text).toContain("toEqual(near(cells));");
    expect(text).toContain("toEqual(near(cells, 6));");
    expect(text).toContain("expect(decisions.decision).toEqual(near(expected));");
  });

  it.each([
    [Math.E, 2.7182818284590455],
    [1.0000000000000002e300, 1e300],
    [1e-9, 1.0000000000000002e-9],
    [0, 1e-17],
    [
      [1, 2.0000000000000004],
      [1, 2],
    ],
    ["high", "high"],
    [null, null],
  ])("%j is near %j", (actual, expected) => {
    expect(actual).toEqual(near(expected));
  });

  it.each([
    [2.71828182845, 2.718281828459045],
    [1.00000001e300, 1e300],
    [1e-9, 1.1e-9],
    [0, 1e-9],
    [7, 8],
    [
      [1, 2],
      [1, 2, 3],
    ],
    ["high", "low"],
    [null, 0],
    [true, 1],
  ])("%j is not near %j", (actual, expected) => {
    expect(actual).not.toEqual(near(expected));
  });

  it("expect the very bits of strict mathematics", async () => {
    expect(await testOf(spec.replace("math: native\n", ""))).not.toContain("near(");
  });
});
