import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { atLeast, atMost, tableOf } from "../goal.js";
import type { Section } from "../goal.js";
import { median, turns } from "../measure.js";
import { bundleApart } from "../run-apart.js";
import {
  flightFeatures,
  flightsFile,
  flightsRows,
  flightsSpec,
  handWrittenQuery,
  root,
} from "./flights.js";
import { pythonLibraries } from "./python-peer.js";

const rounds = 3;

interface Program {
  readonly name: string;
  readonly command: string;
  /** The last one is the file that it writes. */
  readonly args: readonly string[];
}

/** From the Parquet file to a .npy file of the matrix: whole processes, from nothing to their end. */
export async function batchMatrixSection(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), "featc-bench-"));
  try {
    const programs = await programsOf(folder);
    const peaks = new Map<string, number[]>();
    const times = await turns(
      programs.map((program) => ({
        name: program.name,
        run: () => {
          const peak = runProgram(program, root);
          peaks.set(program.name, [...(peaks.get(program.name) ?? []), peak]);
          return Promise.resolve();
        },
      })),
      rounds,
    );
    requireEqual(programs);
    const time = (name: string): number => times.get(name) ?? Number.NaN;
    const peak = (name: string): number => median(peaks.get(name) ?? []);
    const peers = programs.slice(1).map(({ name }) => name);
    const rows = programs.map(({ name }) => [
      name,
      `${(time(name) / 1000).toFixed(2)} s`,
      `${peak(name).toFixed(0)} MB`,
      (time(name) / time("featc run")).toFixed(2),
    ]);
    return {
      goals: [
        ...peers
          .filter((name) => name !== "pandas")
          .map((name) =>
            atLeast(
              `Parquet file to matrix, whole process, flights-3M: time of ${name}`,
              1.7,
              time(name) / time("featc run"),
            ),
          ),
        atMost(
          "Parquet file to matrix, whole process, flights-3M: peak memory",
          300,
          peak("featc run"),
          "MB",
        ),
      ],
      text: `## Parquet file to matrix

Whole processes, each with all that it starts with: \`featc run flights.feat.yaml --input flights-3m.parquet --matrix model_input --output m.npy\`, and programs that write the same ${String(flightsRows)} x ${String(flightFeatures.length)} cells of 32 bits. "DuckDB SQL" is test/bench/apart/flights-matrix-by-hand.ts, which streams hand-written SQL without a contract into one array, on all threads and on one. \`featc run\` validates every row and counts missing, imputed and clamped values besides. The matrices differ in the last digit of logarithms alone.

${tableOf(["", "time", "peak memory", "time in that of featc run"], rows)}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function programsOf(folder: string): Promise<readonly Program[]> {
  const byHand = await bundleApart("flights-matrix-by-hand");
  const threads = String(cpus().length);
  const query = handWrittenQuery(flightsFile, "FLOAT");
  const node = (name: string, ...args: readonly string[]): Program => ({
    name,
    command: process.execPath,
    args: [...reportingPeak, ...args],
  });
  const file = (name: string): string => join(folder, `${name}.npy`);
  const featc = join(root, "compiler/dist/featc.js");
  const flags = ["--input", flightsFile, "--matrix", "model_input", "--output", file("featc")];
  return [
    node("featc run", featc, "run", flightsSpec, ...flags),
    node("DuckDB SQL", byHand, query, String(flightsRows), threads, file("hand")),
    node("DuckDB SQL, one thread", byHand, query, String(flightsRows), "1", file("one")),
    ...pythonLibraries().map(({ name, script }) => ({
      name,
      command: "python3",
      args: [script, "matrix", flightsFile, file(name)],
    })),
  ];
}

/** As the scripts of Python do it. */
const reportingPeak = [
  "--import",
  "data:text/javascript,process.on('exit',()=>process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`))",
];

/** Megabytes at the peak. */
function runProgram({ name, command, args }: Program, cwd: string): number {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
  if (status !== 0 || peak === undefined) throw new Error(`${name}: ${stderr}`);
  return Number(peak) / 1000;
}

/** All files hold the same cells, but for the last digits of logarithms. */
function requireEqual(programs: readonly Program[]): void {
  const cellsOf = ({ args }: Program): Float32Array => {
    const bytes = readFileSync(args.at(-1) ?? "");
    return new Float32Array(bytes.buffer, bytes.byteOffset + 10 + bytes.readUInt16LE(8));
  };
  const [first, ...others] = programs;
  if (first === undefined) return;
  const wanted = cellsOf(first);
  if (wanted.length !== flightsRows * flightFeatures.length) {
    throw new Error(`${first.name} wrote ${wanted.length} cells`);
  }
  for (const program of others) {
    const found = cellsOf(program);
    const wrong = wanted.findIndex((cell, i) => {
      const other = found[i] ?? Number.NaN;
      return !(Math.abs(cell - other) <= 1e-6 * Math.max(1, Math.abs(cell)));
    });
    if (found.length === wanted.length && wrong === -1) continue;
    const feature = flightFeatures[wrong % flightFeatures.length] ?? "";
    throw new Error(`${program.name} has another ${feature} in cell ${wrong}`);
  }
}
