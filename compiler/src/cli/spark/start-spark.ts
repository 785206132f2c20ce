import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Interrupted, UsageError } from "../failures.js";
import { sessionScript } from "./session-script.js";

export interface SparkOptions {
  /** Settings of Spark by their names. */
  readonly settings: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly interrupted: AbortSignal;
  /** Takes what Spark writes beside its results. */
  readonly log: (text: string) => void;
}

/** A session of Spark in a process of its own. */
export interface SparkClient {
  readonly version: string;
  /** Throws an Error with Spark's words. */
  readonly call: (command: SparkCommand) => Promise<unknown>;
  readonly end: () => Promise<void>;
}

export type SparkCommand =
  | { readonly do: "sql"; readonly text: string }
  | {
      readonly do: "table";
      readonly name: string;
      readonly schema: string;
      readonly lines: readonly string[];
    }
  | {
      readonly do: "read";
      readonly name: string;
      readonly path: string;
      readonly kind: "parquet" | "csv";
      readonly separator: string;
      readonly limit: number | null;
      readonly sample: number | null;
    }
  | { readonly do: "keep"; readonly name: string }
  | { readonly do: "write"; readonly text: string; readonly path: string }
  | { readonly do: "rename"; readonly draft: string; readonly path: string }
  | { readonly do: "remove"; readonly path: string }
  | { readonly do: "executors" };

/** What the results depend on besides the generated settings, and what a run on one machine needs. */
const always: Readonly<Record<string, string>> = {
  "spark.sql.ansi.enabled": "true",
  "spark.sql.session.timeZone": "UTC",
  "spark.sql.subexpressionElimination.enabled": "false",
  "spark.driver.extraJavaOptions": "-Xss16m",
  "spark.executor.extraJavaOptions": "-Xss16m",
};

/**
 * Submits the job and waits for its session: by `spark-submit` of SPARK_HOME, else by the Python that has PySpark.
 * Throws a UsageError where neither starts one.
 */
export async function startSpark(options: SparkOptions): Promise<SparkClient> {
  if (options.interrupted.aborted) throw new Interrupted();
  const folder = mkdtempSync(join(tmpdir(), "featc-spark-"));
  const script = join(folder, "featc_job.py");
  writeFileSync(script, sessionScript);
  const token = randomUUID();
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  const { program, args } = submission(options, script, port);
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...options.env, FEATC_SPARK_TOKEN: token },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const listen = (text: Buffer): void => {
    said = (said + text.toString("utf8")).slice(-20_000);
    options.log(text.toString("utf8"));
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  let failure: Error | undefined;
  const gone = new Promise<never>((_, reject) => {
    child.once("error", (error) => {
      failure = missing(program, error.message);
      reject(failure);
    });
    child.once("close", () => {
      failure ??= options.interrupted.aborted
        ? new Interrupted()
        : missing(program, lastLine(said));
      reject(failure);
    });
  });
  gone.catch(() => undefined);
  const stop = (): void => {
    child.kill();
  };
  options.interrupted.addEventListener("abort", stop);
  const end = async (): Promise<void> => {
    options.interrupted.removeEventListener("abort", stop);
    server.close();
    if (failure === undefined) await gone.catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const connected = new Promise<Socket>((resolve) => server.once("connection", resolve));
    const socket = await Promise.race([connected, gone]);
    const lines = createInterface(socket)[Symbol.asyncIterator]();
    const next = async (): Promise<Answer> => {
      const { value, done } = await Promise.race([lines.next(), gone]);
      return done === true ? await gone : (JSON.parse(value) as Answer);
    };
    if ((await next()).token !== token) throw new UsageError("another program answered for Spark");
    const { version = "" } = await next();
    return {
      version,
      call: async (command) => {
        socket.write(`${JSON.stringify(command)}\n`);
        const { value, error } = await next();
        if (error !== undefined) throw new Error(error);
        return value;
      },
      end: async () => {
        socket.end();
        await end();
      },
    };
  } catch (error) {
    stop();
    await end();
    throw error;
  }
}

interface Answer {
  readonly token?: string;
  readonly version?: string;
  readonly value?: unknown;
  readonly error?: string;
}

function submission({ settings, env }: SparkOptions, script: string, port: number) {
  const all = { ...always, ...settings };
  const home = env["SPARK_HOME"];
  const rest = [script, String(port), JSON.stringify(all)];
  if (home === undefined || home === "") {
    return { program: env["PYSPARK_PYTHON"] ?? "python3", args: rest };
  }
  // Settings of the driver's process count only before it starts.
  const conf = Object.entries(all).flatMap(([name, value]) => ["--conf", `${name}=${value}`]);
  return { program: join(home, "bin", "spark-submit"), args: [...conf, ...rest] };
}

function missing(program: string, reason: string): UsageError {
  return new UsageError(
    `Spark did not start with ${program}: ${reason}`,
    "install it for that Python with `pip install pyspark==4.0.4`, name another Python in PYSPARK_PYTHON, or a Spark in SPARK_HOME; it needs Java 17.",
  );
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "it ended";
}
