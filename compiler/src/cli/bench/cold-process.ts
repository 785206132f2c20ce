import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CompilerBug, Interrupted } from "../failures.js";
import type { World } from "../world.js";
import type { BenchMatrix } from "./bench-module.js";
import type { BenchRows } from "./bench-rows.js";
import { latencyOf } from "./row-cost.js";
import type { Latency } from "./row-cost.js";
import { quantileOf } from "./timing.js";

/** Of processes that have just been started. */
export interface ColdCost {
  /** Milliseconds until the modules are imported. */
  readonly importMillis: number;
  /** Nanoseconds of the first row. */
  readonly firstRow: number;
  /** Of the first rows of each process, all together. */
  readonly latency: Latency;
  /** Bytes of the process after them. */
  readonly processBytes: number;
}

interface Reported {
  readonly importMillis: number;
  readonly times: readonly number[];
  readonly processBytes: number;
}

const processes = 5;
const firstRows = 200;

/** Computes rows one after the other, and prints what each of them took. */
const script = `import { readFileSync } from "node:fs";
const { place, matrix, cells, options, rows } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const start = performance.now();
const { safeParseInput } = await import(place + "input.js");
const { computeFeatures } = matrix === null ? await import(place + "features.js") : {};
const writer = matrix === null ? null : (await import(place + "matrix.js"))[matrix];
const importMillis = performance.now() - start;
const out = writer === null ? null : new { float32: Float32Array, float64: Float64Array, int32: Int32Array, uint8: Uint8Array }[writer.dtype](cells);
const times = rows.map(({ sent, computed }) => {
  const from = process.hrtime.bigint();
  safeParseInput(sent);
  if (writer === null) computeFeatures(computed, options ?? undefined);
  else writer.writeRow(computed, options ?? {}, out, 0);
  return Number(process.hrtime.bigint() - from);
});
process.stdout.write(JSON.stringify({ importMillis, times, processBytes: process.memoryUsage().rss }));
`;

/** `place` holds the compiled modules. */
export function coldCost(
  world: World,
  place: string,
  exported: string | null,
  matrix: BenchMatrix | null,
  { rows, asOf }: BenchRows,
): ColdCost {
  const folder = mkdtempSync(join(tmpdir(), "featc-bench-"));
  try {
    const program = join(folder, "cold.mjs");
    const given = join(folder, "rows.json");
    writeFileSync(program, script);
    writeFileSync(
      given,
      JSON.stringify({
        place: `${pathToFileURL(place).href}/`,
        matrix: exported,
        cells: matrix?.width ?? 0,
        options: asOf === undefined ? null : { asOf },
        rows: Array.from({ length: firstRows }, (_, i) => rows[i % rows.length]),
      }),
    );
    const reported = Array.from({ length: processes }, (): Reported => {
      if (world.interrupted.aborted) throw new Interrupted();
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, given], {
        encoding: "utf8",
        maxBuffer: 1 << 26,
      });
      if (status !== 0) throw new CompilerBug(place, stderr);
      return JSON.parse(stdout) as Reported;
    });
    const median = (of: (one: Reported) => number): number => quantileOf(reported.map(of), 0.5);
    return {
      importMillis: median((one) => one.importMillis),
      firstRow: median(({ times }) => times[0] ?? 0),
      latency: latencyOf(reported.flatMap(({ times }) => times)),
      processBytes: median((one) => one.processBytes),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
