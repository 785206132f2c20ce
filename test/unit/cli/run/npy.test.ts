import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createNpySink } from "../../../../compiler/src/cli/run/npy-sink.js";
import { ReplacedFile } from "../../../../compiler/src/cli/run/replace-file.js";
import type { ComputedRow } from "../../../../compiler/src/cli/run/row.js";
import type { MatrixModule } from "../../../../compiler/src/cli/run/spec-module.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { readNpy } from "../support/read-npy.js";

const matrix: MatrixModule = {
  columns: ["x", "y"],
  dtype: "float32",
  fingerprint: "f00d",
  encode: (features) => {
    const cells = features.flatMap((row) => [Number(row["x"]), Number(row["y"])]);
    if (cells.some(Number.isNaN)) {
      const error = Object.assign(new Error("row 0, column x, feature x: NaN is not finite"), {
        feature: "x",
      });
      error.name = "MatrixError";
      throw error;
    }
    return { data: Float32Array.from(cells) };
  },
};

const row = (line: number, x: number | string): ComputedRow => ({
  line,
  raw: { x },
  input: {},
  features: { x, y: line },
});

async function sinkAt(folder: string) {
  const target = join(folder, "m.npy");
  const file = await ReplacedFile.create(target, "m.npy");
  const side = await ReplacedFile.create(`${target}.json`, "m.npy.json");
  return createNpySink({ matrix, matrixName: "model_input", specName: "s", file, side });
}

describe("the NPY file", () => {
  it("holds the rows that fit, their number in the header, the fingerprint beside it", async () => {
    const folder = temporaryFolder();
    const sink = await sinkAt(folder);
    expect(sink.write([row(1, 0.1), row(2, 2)])).toEqual([]);
    const rejected = sink.write([row(3, "no number"), row(4, -4)]);
    expect(rejected).toEqual([
      {
        line: 3,
        issues: [
          { code: "matrix", path: ["x"], message: "column x, feature x: NaN is not finite" },
        ],
        input: { x: "no number" },
      },
    ]);
    expect(readdirSync(folder).filter((name) => !name.startsWith("."))).toEqual([]);
    await sink.finish();
    expect(readdirSync(folder).sort()).toEqual(["m.npy", "m.npy.json"]);
    expect(readNpy(join(folder, "m.npy"))).toEqual({
      descr: "<f4",
      shape: [3, 2],
      data: [Math.fround(0.1), 1, 2, 2, -4, 4],
    });
    expect(JSON.parse(readFileSync(join(folder, "m.npy.json"), "utf8"))).toEqual({
      spec: "s",
      matrix: "model_input",
      fingerprint: "f00d",
      dtype: "float32",
      shape: [3, 2],
      columns: ["x", "y"],
    });
  });

  it("is not there after a failure, and an older one stays", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "m.npy"), "older");
    const sink = await sinkAt(folder);
    sink.write([row(1, 1)]);
    await sink.discard();
    expect(readdirSync(folder)).toEqual(["m.npy"]);
    expect(readFileSync(join(folder, "m.npy"), "utf8")).toBe("older");
  });
});
