import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "featc-package-"));
const packs = join(folder, "packs");
const project = join(folder, "project");

function call(command: string, args: readonly string[], cwd: string): string {
  // The outer test runner's settings must not reach the tools of the other project.
  const { VITEST: _, NODE_OPTIONS: __, GITHUB_ACTIONS: ___, ...env } = process.env;
  return execFileSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

const npx = (...args: readonly string[]): string => call("npx", ["--no-install", ...args], project);

const script = `
import { computeFeatures, modelInput, parseInput } from "./generated/loan_default/index.js";

const input = parseInput({
  applicant_id: "a1",
  requested_at: "2026-01-31T10:00:00Z",
  age: 40,
  income: 2400,
  debt: 100,
  employment: "salaried",
});
const features = computeFeatures(input);
const matrix = modelInput.encode([features]);
const ratio: number = features.debt_to_income;
console.log(JSON.stringify({ ratio, columns: modelInput.columns.length, cells: [...matrix.data], shape: matrix.shape }));
`;

const strict = {
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    moduleResolution: "NodeNext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    outDir: "out",
    types: [],
    lib: ["ES2022", "DOM"],
  },
  include: ["score.ts", "generated"],
};

beforeAll(() => {
  mkdirSync(packs);
  mkdirSync(project);
  call("npm", ["pack", "-w", "runtime", "-w", "compiler", "--pack-destination", packs], root);
  writeFileSync(
    join(project, "package.json"),
    '{ "name": "mine", "private": true, "type": "module" }\n',
  );
  const tarballs = readdirSync(packs).map((name) => join(packs, name));
  const tools = ["vitest@4.1.12", "typescript@6.0.3"];
  call(
    "npm",
    ["install", "--prefer-offline", "--no-audit", "--no-fund", ...tarballs, ...tools],
    project,
  );
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a project that installs the two packages", () => {
  it("has the files that it needs and nothing of the sources", () => {
    const featc = readdirSync(join(project, "node_modules/featc"));
    expect(featc).toContain("THIRD-PARTY-NOTICES");
    expect(featc).not.toContain("src");
    const installed = JSON.parse(
      readFileSync(join(project, "node_modules/featc/package.json"), "utf8"),
    ) as { readonly dependencies: object };
    expect(Object.keys(installed.dependencies).sort()).toEqual(["@featc/runtime", "jiti"]);
  });

  it("goes from init to green tests", { timeout: 300_000 }, () => {
    npx("featc", "init");
    npx("featc", "build");
    expect(npx("featc", "build", "--frozen")).toBe("");
    writeFileSync(join(project, "score.ts"), script);
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify(strict));
    npx("tsc", "--noEmit");
    npx("tsc");
    expect(JSON.parse(call("node", ["out/score.js"], project))).toMatchObject({
      ratio: 0.5,
      columns: 8,
      shape: [1, 8],
    });
    expect(npx("vitest", "run", "generated", "--reporter=verbose")).toMatch(/Tests .* passed/);
  });

  it("computes features of a file", () => {
    const rows = "applicant_id,requested_at,age,debt\na1,2026-01-31T10:00:00Z,40,100\n";
    writeFileSync(join(project, "rows.csv"), rows);
    const spec = "specs/loan_default.feat.yaml";
    npx("featc", "run", spec, "--input", "rows.csv", "--output", "features.csv");
    expect(readFileSync(join(project, "features.csv"), "utf8").split("\n")[1]).toMatch(/^a1,1,0,/);
  });

  it("answers --version from its fast path", () => {
    expect(npx("featc", "--version")).toBe("0.1.0\n");
  });

  it("can be called as a library", () => {
    const use = `import { check } from "featc";
      const text = "featc: 1\\nname: x\\ninput: { a: number }\\nfeatures: { b: a + c }\\n";
      console.log(check("x.feat.yaml", { readFile: () => text }).diagnostics[0].code);`;
    writeFileSync(join(project, "use.js"), use);
    expect(call("node", ["use.js"], project)).toBe("name/unknown\n");
  });
});

describe("the packed packages", () => {
  it.each(["runtime", "compiler"])(
    "%s is clean for publint and are-the-types-wrong",
    (workspace) => {
      const name = workspace === "runtime" ? "featc-runtime" : "featc";
      const tarball =
        readdirSync(packs).find((file) => new RegExp(`^${name}-\\d`).test(file)) ?? "";
      const lint = call("npx", ["--no-install", "publint", "--strict", join(packs, tarball)], root);
      expect(lint).toContain("All good!");
      call(
        "npx",
        [
          "--no-install",
          "attw",
          join(packs, tarball),
          "--profile",
          "esm-only",
          "--exclude-entrypoints",
          "./schema/feat-spec.schema.json",
        ],
        root,
      );
    },
  );
});
