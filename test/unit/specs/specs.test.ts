import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { compile } from "../../../compiler/src/compile.js";
import { typeErrors } from "../../support/type-errors.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = "specs/published";
const specs = readdirSync(join(root, folder)).filter((name) => name.endsWith(".feat.yaml"));

it.each(specs)("%s compiles, and nothing is wrong with it", async (name) => {
  const { diagnostics, files } = await compile(`${folder}/${name}`, {
    readFile: (path) => {
      const file = join(root, path);
      return existsSync(file) ? readFileSync(file, "utf8") : undefined;
    },
  });
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  expect(files.map(({ path }) => path)).toContain("features.ts");
});

/** Mean, deviation and deciles of the 15,002 trips of tensorflow/tfx, computed with another tool. */
it("chicago_taxi has learned what the pipeline's own sample has", () => {
  const text = readFileSync(join(root, folder, "chicago_taxi.fit.yaml"), "utf8");
  const value = (name: string): number =>
    Number(new RegExp(`^  ${name}:\\n.*\\n    value: (\\S+)$`, "m").exec(text)?.[1]);
  expect(value("miles_mean")).toBeCloseTo(2.872819624050126, 11);
  expect(value("fare_sd")).toBeCloseTo(11.538465887272856, 11);
  expect(value("plat_10")).toBe(41.877406123);
  expect(value("dlon_90")).toBe(-87.618868355);
});

it.each(["specs/kitchen-sink.feat.yaml", "specs/card_fraud.feat.yaml"])(
  "the code of %s compiles under the strictest settings",
  async (path) => {
    const { files } = await compile(path, {
      readFile: (one) => {
        const file = join(root, one);
        return existsSync(file) ? readFileSync(file, "utf8") : undefined;
      },
    });
    expect(typeErrors(files.filter((file) => !file.path.endsWith(".test.ts")))).toEqual([]);
  },
);
