import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { manyFeatures } from "./many-features.js";
import { median } from "./measure.js";

export interface CompileFigures {
  readonly emptyProcess: number;
  readonly version: number;
  readonly cold: number;
  /** Of a cold build. */
  readonly peakMegabytes: number;
  readonly cachedOnDisk: number;
  readonly oneLine: number;
  readonly checkOneLine: number;
}

const rounds = 7;
/** V8 has compiled what runs often by then, as it has after a few minutes of watch mode. */
const warmUpEdits = 10;
const measuredEdits = 15;

/** Milliseconds, medians. `root` is the repository, built. */
export async function compileTimes(root: string): Promise<CompileFigures> {
  const folder = mkdtempSync(join(tmpdir(), "featc-bench-"));
  try {
    mkdirSync(join(folder, "specs"));
    const spec = manyFeatures(1000);
    writeFileSync(join(folder, "specs/many.feat.yaml"), spec);
    const featc = join(root, "compiler/dist/featc.js");
    const wall = (...args: readonly string[]): number => {
      const start = performance.now();
      execFileSync(process.execPath, args, { cwd: folder, stdio: "pipe" });
      return performance.now() - start;
    };
    const repeat = (measure: () => number): number =>
      median(Array.from({ length: rounds }, () => measure()));
    const emptyProcess = repeat(() => wall("-e", ""));
    const version = repeat(() => wall(featc, "--version"));
    const cold = repeat(() => {
      rmSync(join(folder, "generated"), { recursive: true, force: true });
      return wall(featc, "build", "--no-cache", "specs/many.feat.yaml");
    });
    const peakMegabytes = peakOf(featc, folder);
    wall(featc, "build", "specs/many.feat.yaml");
    const cachedOnDisk = repeat(() => wall(featc, "build", "specs/many.feat.yaml"));
    const { oneLine, checkOneLine } = await oneLineChanges(root, spec);
    return { emptyProcess, version, cold, peakMegabytes, cachedOnDisk, oneLine, checkOneLine };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The most memory that a cold build has at one time. */
function peakOf(featc: string, folder: string): number {
  rmSync(join(folder, "generated"), { recursive: true, force: true });
  const report =
    "process.on('exit',()=>process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}`))";
  const { stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${report}`,
      featc,
      "build",
      "--no-cache",
      "specs/many.feat.yaml",
    ],
    { cwd: folder, encoding: "utf8" },
  );
  return Number(/\npeak (\d+)/.exec(stderr)?.[1]) / 1000;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What watch mode does after an edit of one feature: the same process, the caches of the last cycle. */
async function oneLineChanges(
  root: string,
  spec: string,
): Promise<{ readonly oneLine: number; readonly checkOneLine: number }> {
  const api: typeof import("featc") = await import(
    pathToFileURL(join(root, "compiler/dist/index.js")).href
  );
  const caches = api.createCaches();
  const checkCaches = api.createCaches();
  const compiled: number[] = [];
  const checked: number[] = [];
  for (let round = 0; round < warmUpEdits + measuredEdits; round += 1) {
    const edited = spec.replace(
      "x500: { formula: f20 / (f25 + 501)",
      `x500: { formula: f20 / (f25 + ${501 + round})`,
    );
    if (round > 0 && edited === spec)
      throw new Error("the benchmark edits a line that does not exist");
    const host = { readFile: () => edited, sha256 };
    let start = performance.now();
    const result = await api.compile("many.feat.yaml", host, caches);
    const took = performance.now() - start;
    if (result.files.length === 0) throw new Error("the benchmark's spec does not compile");
    start = performance.now();
    api.check("many.feat.yaml", host, checkCaches);
    if (round >= warmUpEdits) {
      compiled.push(took);
      checked.push(performance.now() - start);
    }
  }
  return { oneLine: median(compiled), checkOneLine: median(checked) };
}
