import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * Runs the tests that need Spark, in a virtual environment of the project's own: `npm run test:spark -- ARGUMENTS OF
 * VITEST`. Without Python or Java it says so, and does not fail: everything else can be built and tested there.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const requirements = join(root, "test/spark/requirements.txt");
const environment = join(root, ".venv/spark");
const installed = join(environment, "requirements.txt");

function answers(program: string, argument: string): boolean {
  return spawnSync(program, [argument], { stdio: "ignore" }).status === 0;
}

function run(program: string, args: readonly string[]): number {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PYSPARK_PYTHON: join(environment, "bin/python") },
  });
  if (error !== undefined) throw error;
  return status ?? 1;
}

/** Installs what the requirements name, once for each text of them. */
function install(): number {
  const wanted = readFileSync(requirements, "utf8");
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) return 0;
  rmSync(environment, { recursive: true, force: true });
  const made = run("python3", ["-m", "venv", environment]);
  const pip = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "-r",
    requirements,
  ];
  const status = made === 0 ? run(join(environment, "bin/python"), pip) : made;
  if (status === 0) writeFileSync(installed, wanted);
  return status;
}

const absent = [
  ...(answers("python3", "--version") ? [] : ["Python"]),
  ...(answers("java", "-version") ? [] : ["Java"]),
];
if (absent.length > 0) {
  console.log(`There is no ${absent.join(" and no ")} here: the tests on Spark did not run.`);
} else {
  const status = install();
  process.exitCode =
    status === 0
      ? run(join(root, "node_modules/.bin/vitest"), [
          ...["run", "--config", "test/spark/vitest.config.ts"],
          ...process.argv.slice(2),
        ])
      : status;
}
