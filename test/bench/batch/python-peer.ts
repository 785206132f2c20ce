import { execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface PythonLibrary {
  readonly name: "pandas" | "polars";
  readonly version: string;
  /** The program with the features of flights. */
  readonly script: string;
}

const scriptOf = (name: string): string =>
  fileURLToPath(new URL(`${name}-flights.py`, import.meta.url));

/** Those that the `python3` of the machine has. */
export function pythonLibraries(): readonly PythonLibrary[] {
  const names = ["pandas", "polars"] as const;
  return names.flatMap((name): readonly PythonLibrary[] => {
    const needed = name === "pandas" ? "import pyarrow, pandas" : "import polars";
    try {
      const text = execFileSync("python3", ["-c", `${needed}; print(${name}.__version__)`], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      return [{ name, version: text.trim(), script: scriptOf(name) }];
    } catch {
      return [];
    }
  });
}

export interface PythonPeer {
  /** Computes the features once; milliseconds as Python measures them. */
  readonly round: () => Promise<number>;
  /** The sum of each feature. */
  readonly sums: () => Promise<readonly number[]>;
  readonly end: () => void;
}

/** A process that stays, so that what it imports is not measured. */
export function startPeer({ script }: PythonLibrary, file: string): PythonPeer {
  const child = spawn("python3", [script, "serve", file], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<unknown> => {
    child.stdin.write(`${question}\n`);
    const { value } = await lines.next();
    return JSON.parse(String(value));
  };
  return {
    round: async () => (await ask("round")) as number,
    sums: async () => (await ask("sums")) as readonly number[],
    end: () => child.stdin.end(),
  };
}
