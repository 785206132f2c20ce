import { pathToFileURL } from "node:url";
import { cellsFor, scanned } from "../support/compare-scanners.js";
import { joined } from "../support/fuzz-lines.js";
import { scannedSpec, scannedSpecs } from "../support/scanned-specs.js";
import { nanosecondsPerRow } from "./measure.js";
import { usualRows } from "./usual-rows.js";

export interface LineTime {
  readonly spec: string;
  readonly bytesPerLine: number;
  /** Nanoseconds a line of `JSON.parse` alone. */
  readonly jsonParse: number;
  /** From bytes to rows of the matrix, by the scanner. */
  readonly scanner: number;
  /** The same through `JSON.parse`. */
  readonly general: number;
  /** The rows alone, of records that have been parsed. */
  readonly rows: number;
  /** The share of lines that the scanner left to `JSON.parse`. */
  readonly left: number;
}

const leastLines = 4000;

/** JSON lines to rows against `JSON.parse` of the same lines, in one process, in turns. */
export async function lineTimes(): Promise<readonly LineTime[]> {
  const times: LineTime[] = [];
  for (const spec of scannedSpecs) times.push(await lineTime(spec));
  return times;
}

async function lineTime(spec: string): Promise<LineTime> {
  const { module } = await scannedSpec(spec, spec === "support_tickets" ? "ignore" : "reject");
  const { safeParseInput, modelInput, scanModelInput } = module;
  const rows = usualRows[spec]?.() ?? [];
  const taken = rows.filter((row) => safeParseInput(row).ok);
  if (taken.length === 0) throw new Error(JSON.stringify([rows[0], safeParseInput(rows[0])]));
  const once = taken.map((row) => Buffer.from(JSON.stringify(row)));
  const lines = Array.from({ length: Math.ceil(leastLines / once.length) }, () => once).flat();
  const bytes = joined(lines, true);
  const inputs = lines.flatMap((line) => {
    const outcome = safeParseInput(JSON.parse(line.toString()));
    return outcome.ok ? [outcome.value] : [];
  });
  const [fast, slow] = [true, false].map((one) => scanned(module, [bytes], lines.length, one));
  if (fast === undefined || slow === undefined || Buffer.compare(fast.bytes, slow.bytes) !== 0) {
    throw new Error(`the scanner of ${spec} computes other rows`);
  }
  const out = cellsFor(module, lines.length);
  let sink: unknown;
  const scan = (isFast: boolean) => (): void => {
    const scanner = scanModelInput(out, { fast: isFast });
    scanner.push(bytes);
    sink = scanner.end();
  };
  const buffer = Buffer.from(bytes.buffer);
  const nanoseconds = nanosecondsPerRow(
    [
      {
        name: "JSON.parse",
        run: () => {
          let from = 0;
          for (let end = buffer.indexOf(10); end >= 0; end = buffer.indexOf(10, from)) {
            sink = JSON.parse(buffer.toString("utf8", from, end));
            from = end + 1;
          }
        },
      },
      { name: "scanner", run: scan(true) },
      { name: "general", run: scan(false) },
      {
        name: "rows",
        run: () => {
          inputs.forEach((input, i) => {
            try {
              modelInput.writeRow(input, {}, out, i * modelInput.width);
            } catch {
              sink = input;
            }
          });
        },
      },
    ],
    lines.length,
    21,
  );
  if (sink === undefined) throw new Error("nothing was computed");
  const ns = (name: string): number => nanoseconds.get(name) ?? Number.NaN;
  return {
    spec,
    bytesPerLine: bytes.length / lines.length,
    jsonParse: ns("JSON.parse"),
    scanner: ns("scanner"),
    general: ns("general"),
    rows: ns("rows"),
    left: fast.left / lines.length,
  };
}

/** A table of the times, for a page or the console. */
export function lineTable(times: readonly LineTime[]): string {
  const head =
    "| spec | bytes a line | `JSON.parse` | scanner | ratio | through `JSON.parse` | ratio | rows alone | left |";
  const cells = times.map((one) => [
    one.spec,
    one.bytesPerLine.toFixed(0),
    `${one.jsonParse.toFixed(0)} ns`,
    `${one.scanner.toFixed(0)} ns`,
    (one.scanner / one.jsonParse).toFixed(2),
    `${one.general.toFixed(0)} ns`,
    (one.general / one.jsonParse).toFixed(2),
    `${one.rows.toFixed(0)} ns`,
    `${(100 * one.left).toFixed(1)} %`,
  ]);
  const line = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;
  return [head, line(Array.from({ length: 9 }, () => "---")), ...cells.map(line)].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log(lineTable(await lineTimes()));
}
