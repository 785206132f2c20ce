import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentationPages } from "../../../compiler/scripts/docs/pages.js";
import { check } from "../../../compiler/src/compile.js";
import { evaluateProgram } from "../../../compiler/src/interpret/evaluate-program.js";
import { printValue } from "../../../compiler/src/ir/print-value.js";
import { readProjectFile } from "../../architecture/project-files.js";
import { memoryHost } from "../../support/memory-host.js";
import { formulasOn, specsOn } from "./pages.js";

const lessons = readdirSync(new URL("../../../docs/lessons/", import.meta.url));
const pages = [
  "docs/language.md",
  "docs/data.md",
  ...lessons.map((name) => `docs/lessons/${name}`),
];
const specs = [...pages, "compiler/README.md"].flatMap(specsOn);
const formulas = pages.flatMap(formulasOn);

describe("specs on the pages", () => {
  it("are found", () => {
    expect(specs.length).toBeGreaterThan(20);
    expect(specs.filter(({ refused }) => refused !== undefined).length).toBeGreaterThan(4);
  });

  it.each(specs)("$page:$line is clean, or gives the code that the page says", (spec) => {
    const path = "example.feat.yaml";
    const { diagnostics } = check(path, memoryHost({ ...spec.files, [path]: spec.text }));
    const found = diagnostics.map(({ code, message }) => `${code}: ${message}`);
    if (spec.refused === undefined) expect(found).toEqual([]);
    else expect(diagnostics.map(({ code }) => code)).toEqual([spec.refused]);
  });
});

describe("formulas on the pages", () => {
  it("are found", () => {
    expect(formulas.length).toBeGreaterThan(40);
  });

  it.each(formulas)("$formula is $result", ({ formula, result }) => {
    const text = `featc: 1\nname: example\ninput:\n  unused: int\nfeatures:\n  result:\n    formula: |\n      ${formula}\n`;
    const { program, diagnostics } = check("example.feat.yaml", {
      readFile: () => text,
    });
    const unwritable = diagnostics.filter(
      ({ code }) => !/^missing\/|\/unreachable-arm$/.test(code),
    );
    expect(unwritable.map(({ code }) => code)).toEqual([]);
    const step = program?.steps.find(({ name }) => name === "result");
    if (program === undefined || step === undefined) expect.fail("it does not compile");
    const { steps } = evaluateProgram(program, { unused: 0 }, 0);
    expect(printValue(steps.get("result") ?? null, step.type)).toBe(result);
  });
});

describe("generated parts of the pages", () => {
  it("are current: npx jiti compiler/scripts/generate-docs.ts", async () => {
    const expected = await documentationPages(readProjectFile);
    for (const { path, text } of expected) expect(readProjectFile(path), path).toBe(text);
  });
});

describe("links on the pages", () => {
  const linking = [...pages, "docs/diagnostics.md", "compiler/README.md"];

  it.each(linking)("of %s lead to headings that it has", (page) => {
    const text = readProjectFile(page);
    const anchors = new Set(
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
        title
          .toLowerCase()
          .replace(/[^a-z0-9 _-]/g, "")
          .replaceAll(" ", "-"),
      ),
    );
    const linked = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor ?? "");
    expect(linked.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});
