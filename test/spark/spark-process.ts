import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./session.py", import.meta.url));

/** Two executors, each a process of its own, with one core and a gigabyte. */
const localCluster = "local-cluster[2,1,1024]";

export interface SparkTable {
  readonly name: string;
  /** Of Spark, as `name TYPE, …`. */
  readonly schema: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

export interface SparkJob {
  readonly tables: readonly SparkTable[];
  readonly statements: readonly string[];
  readonly queries: readonly string[];
}

/** A session of Spark in a process of Python. */
export class SparkProcess {
  readonly #child;
  readonly #lines;
  readonly #folder = mkdtempSync(join(tmpdir(), "featc-spark-"));
  #count = 0;

  constructor(master = process.env["SPARK_MASTER"] ?? localCluster) {
    this.#child = spawn(process.env["PYSPARK_PYTHON"] ?? "python3", [script, master], {
      cwd: this.#folder,
      stdio: ["pipe", "pipe", process.env["SPARK_LOG"] === undefined ? "ignore" : "inherit"],
    });
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  /** Once it is up; processes of executors, and the driver, each count. */
  async started(): Promise<{ readonly version: string; readonly executors: number }> {
    return (await this.#answer()) as { version: string; executors: number };
  }

  /** The rows of each query, each a list of its columns. */
  async run({ tables, statements, queries }: SparkJob): Promise<readonly (readonly unknown[][])[]> {
    this.#count += 1;
    const file = (name: string): string => join(this.#folder, `${this.#count}-${name}.json`);
    const job = {
      tables: Object.fromEntries(
        tables.map(({ name, schema, records }, i) => {
          const path = file(`table-${i}`);
          writeFileSync(path, records.map((record) => `${jsonText(record)}\n`).join(""));
          return [name, { schema, file: path }];
        }),
      ),
      statements,
      queries: queries.map((sql, i) => ({ sql, file: file(`rows-${i}`) })),
    };
    writeFileSync(file("job"), JSON.stringify(job));
    this.#child.stdin.write(`${file("job")}\n`);
    const answer = (await this.#answer()) as { readonly ok: boolean; readonly error?: string };
    if (!answer.ok) throw new Error(answer.error);
    return job.queries.map(({ file: rows }) => JSON.parse(readFileSync(rows, "utf8")));
  }

  async #answer(): Promise<unknown> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error("Spark has ended; SPARK_LOG=1 shows what it wrote");
    return JSON.parse(value);
  }

  async stop(): Promise<void> {
    this.#child.stdin.end();
    await new Promise((resolve) => this.#child.once("close", resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** JSON has no number for some, which Spark reads as texts, and `JSON.stringify` no sign for 0. */
function jsonText(record: unknown): string {
  const text = JSON.stringify(record, (_, value: unknown) => {
    if (Object.is(value, -0)) return negativeZero;
    return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
  });
  return text.replaceAll(`"${negativeZero}"`, "-0.0");
}

const negativeZero = "featc:-0";
