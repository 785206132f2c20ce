import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "featc-tutorial-"));
const clone = join(folder, "featc");
const project = join(folder, "mine");

/** The code blocks of the tutorial, in order, by the name in the comment before each. */
const blocks = [...readme.matchAll(/<!-- tutorial: (\w+) -->\n\n```(\w+)\n([\s\S]*?)```/g)].map(
  ([, name = "", language = "", text = ""]) => ({ name, language, text }),
);

function shell(script: string, cwd: string): string {
  const { VITEST: _, NODE_OPTIONS: __, GITHUB_ACTIONS: ___, ...env } = process.env;
  return execFileSync("bash", ["-e", "-c", script], {
    cwd,
    env: { ...env, npm_config_prefer_offline: "true" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the tutorial of the README", () => {
  it("has all its steps", () => {
    expect(blocks.map(({ name }) => name)).toEqual([
      "pack",
      "install",
      "init",
      "test",
      "serve",
      "run",
      "explain",
      "frozen",
    ]);
  });

  it(
    "does what it says, from the packed packages to a build that is not stale",
    { timeout: 300_000 },
    () => {
      mkdirSync(clone);
      mkdirSync(project);
      const outputs = new Map<string, string>();
      for (const { name, language, text } of blocks) {
        if (language === "ts") {
          const [first = "", ...rest] = text.split("\n");
          writeFileSync(join(project, first.replace("// ", "")), rest.join("\n"));
          outputs.set(name, shell("npx vitest run serve.test.ts", project));
        } else if (name === "pack") {
          // This checkout is built already; a test must not install over itself.
          const pack = text.split("\n").find((line) => line.startsWith("npm pack")) ?? "";
          mkdirSync(join(clone, "out"));
          shell(
            `${pack.replace("--pack-destination out", `--pack-destination ${clone}/out`)}`,
            root,
          );
        } else {
          outputs.set(name, shell(text, project));
        }
      }
      expect(outputs.get("test")).toMatch(/Tests .* passed/);
      expect(outputs.get("serve")).toMatch(/1 passed/);
      expect(readFileSync(join(project, "features.csv"), "utf8")).toContain("a-17,0.25,");
      expect(outputs.get("explain")).toContain("missing    never");
      expect(outputs.get("frozen")).toBe("");
    },
  );
});
