import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "featc-demo-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The commands of the demo behind the build of the compiler itself. */
function demoCommands(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [build, ...commands] = (scripts["demo"] ?? "").split(" && ");
  expect(build).toBe("npm run build --silent");
  return commands;
}

it("the command with events of the README runs on the data of the repository", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const block = /<!-- in the repository: events -->\n\n```sh\n([\s\S]*?)```/.exec(readme)?.[1];
  const place = join(folder, "events");
  const command = (block ?? "").replaceAll("specs/", `${root}specs/`).replaceAll("out/", place);
  execFileSync("bash", ["-e", "-c", command], { cwd: root, stdio: "pipe" });
  const lines = readFileSync(`${place}card_fraud.csv`, "utf8").trimEnd().split("\n");
  // 400 purchases, and the header.
  expect(lines).toHaveLength(401);
}, 60_000);

it(
  "the demo of the README runs in a folder that has the sources alone",
  { timeout: 60_000 },
  () => {
    cpSync(join(root, "specs"), join(folder, "specs"), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    symlinkSync(join(root, "compiler"), join(folder, "compiler"));
    for (const command of demoCommands()) {
      execFileSync("bash", ["-e", "-c", command], { cwd: folder, stdio: "pipe" });
    }
    const lines = readFileSync(join(folder, "out/movies.csv"), "utf8").trimEnd().split("\n");
    const rejected = readFileSync(join(folder, "out/movies.rejects.jsonl"), "utf8").trimEnd();
    // vega-datasets has 3,201 films, and one line is the header.
    expect(lines.length - 1 + rejected.split("\n").length).toBe(3201);
    expect(readdirSync(join(folder, "out")).sort()).toEqual([
      "movies.csv",
      "movies.rejects.jsonl",
      "weather.npy",
      "weather.npy.json",
    ]);
  },
);
