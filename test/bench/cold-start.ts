import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { basketRecords } from "./apart/basket-records.js";
import { median } from "./measure.js";
import { bundleSpec, bundleSpecFile, workFolder } from "./run-apart.js";

export interface ColdFigures {
  /** Milliseconds of a process that imports an empty module, and of one that computes its first row. */
  readonly empty: number;
  readonly firstRow: number;
  /** Bytes of a module of 30 features with validator and runtime, minified and compressed. */
  readonly gzipped: number;
}

const rounds = 21;

export async function coldStart(root: string): Promise<ColdFigures> {
  await bundleSpecFile("test/bench/specs/basket_alone.feat.yaml");
  const empty = join(workFolder, "empty.mjs");
  writeFileSync(empty, "export {};\n");
  const first = join(workFolder, "first-row.mjs");
  writeFileSync(
    first,
    `import { modelInput, parseInput } from "./basket_alone.mjs";
const input = parseInput(${JSON.stringify(basketRecords(1)[0])});
modelInput.writeRow(input, {}, new Float32Array(modelInput.width), 0);
`,
  );
  const wall = (file: string): number => {
    const start = performance.now();
    execFileSync(process.execPath, [basename(file)], { cwd: dirname(file) });
    return performance.now() - start;
  };
  const times: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) times.push([wall(empty), wall(first)]);
  const spec = readFileSync(join(root, "test/bench/specs/basket.feat.yaml"), "utf8");
  const minified = await bundleSpec(
    "basket_minified",
    spec.replace(/^name: .*$/m, "name: basket_minified"),
    {
      minify: true,
    },
  );
  return {
    empty: median(times.map(([one]) => one)),
    firstRow: median(times.map(([, one]) => one)),
    gzipped: gzipSync(readFileSync(minified), { level: 9 }).length,
  };
}
