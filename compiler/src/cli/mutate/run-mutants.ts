import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { EmittedFile } from "../../emit/text/emitted-file.js";
import { Interrupted, UsageError } from "../failures.js";
import type { World } from "../world.js";

/** Mutants that one vitest process runs. */
const batchSize = 100;

/** Prints the folder of each test file, and whether a test of it failed. */
const reporter = `export default class {
  onTestModuleEnd(module) {
    const folder = module.moduleId.split(/[\\\\/]/).at(-2);
    process.stdout.write(\`\\n@ \${folder} \${module.state()}\\n\`);
  }
}
`;
const config = `export default { test: { include: ["**/*.test.ts"], exclude: [], watch: false, coverage: { enabled: false } } };\n`;

/**
 * Runs test files on the modules of each mutant, with the vitest of the user's project: whether a test failed, by
 * the mutant's place. The modules of the spec itself come first, and their tests must pass.
 */
export async function runMutants(
  world: World,
  tests: readonly EmittedFile[],
  original: readonly EmittedFile[],
  mutants: AsyncIterable<readonly EmittedFile[]>,
  onProgress: (done: number) => void,
): Promise<readonly boolean[]> {
  const vitest = vitestOf(world);
  // In the project, so that the modules find the runtime, and outside of node_modules, where vitest compiles nothing.
  const root = mkdtempSync(join(world.cwd, ".featc-mutants-"));
  try {
    writeFileSync(join(root, "reporter.mjs"), reporter);
    writeFileSync(join(root, "vitest.config.mjs"), config);
    writeModules(join(root, "spec"), [...tests, ...original]);
    const control = await runBatch(world, vitest, root);
    if (control.get("spec") !== "passed") {
      throw new UsageError(
        "vitest does not pass the generated tests of the spec itself; run it on them to see why",
      );
    }
    rmSync(join(root, "spec"), { recursive: true });
    const failed: boolean[] = [];
    let batch: string[] = [];
    const runAll = async (): Promise<void> => {
      const states = await runBatch(world, vitest, root);
      for (const folder of batch) {
        failed.push(states.get(folder) !== "passed");
        rmSync(join(root, folder), { recursive: true });
      }
      batch = [];
      onProgress(failed.length);
    };
    for await (const files of mutants) {
      const folder = `mutant-${failed.length + batch.length}`;
      writeModules(join(root, folder), [...tests, ...files]);
      batch.push(folder);
      if (batch.length === batchSize) await runAll();
    }
    if (batch.length > 0) await runAll();
    return failed;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function writeModules(folder: string, files: readonly EmittedFile[]): void {
  mkdirSync(folder);
  for (const { path, text } of files) {
    if (path.endsWith(".ts")) writeFileSync(join(folder, basename(path)), text);
  }
}

function vitestOf(world: World): string {
  try {
    const resolve = createRequire(join(world.cwd, "package.json")).resolve;
    return join(dirname(resolve("vitest/package.json")), "vitest.mjs");
  } catch {
    throw new UsageError("--full needs vitest in the project: npm install --save-dev vitest");
  }
}

function runBatch(world: World, vitest: string, root: string): Promise<Map<string, string>> {
  const args = [vitest, "run", "--root", root, "--reporter", join(root, "reporter.mjs")];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...world.env, CI: "1" },
      stdio: ["ignore", "pipe", "ignore"],
      signal: world.interrupted,
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    child.on("error", (error) => {
      reject(world.interrupted.aborted ? new Interrupted() : error);
    });
    // It ends with 1 where tests fail, which is what is hoped for.
    child.on("close", () => {
      const states = text.matchAll(/^@ (\S+) (\w+)$/gm);
      const found = new Map<string, string>();
      for (const [, folder = "", state = ""] of states) {
        if (found.get(folder) !== "failed") found.set(folder, state);
      }
      resolve(found);
    });
  });
}
