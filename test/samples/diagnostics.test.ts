import { describe, expect, it } from "vitest";
import { check } from "../../compiler/src/compile.js";
import type { CheckResult } from "../../compiler/src/compile.js";
import type { DiagnosticDefinition } from "../../compiler/src/diagnostics/define.js";
import { registry } from "../../compiler/src/diagnostics/registry.js";
import { renderDiagnostics } from "../../compiler/src/diagnostics/render-text.js";
import { existsInProject, readProjectFile } from "../architecture/project-files.js";
import { expectGolden, expectNoOrphans } from "../support/goldens.js";
import { memoryHost } from "../support/memory-host.js";

// The parameters differ from code to code and only the texts are read here.
const definitions = Object.entries(registry) as unknown as readonly (readonly [
  string,
  DiagnosticDefinition<unknown>,
])[];

const withSample = definitions.flatMap(([code, definition]) => {
  const { bad, good, files = {}, badFiles = files, severity } = definition;
  return bad === undefined ? [] : [{ code, bad, good, files, badFiles, severity }];
});
const withoutSample = definitions.filter(([, { bad }]) => bad === undefined);
const goldenOf = (code: string): string => `diagnostics/${code}.txt`;
const specPath = "example.feat.yaml";
const separator = `${"─".repeat(78)}\n`;

function checkText(text: string, files: Readonly<Record<string, string>>): CheckResult {
  return check(specPath, memoryHost({ ...files, [specPath]: text }));
}

function rendered(result: CheckResult): string {
  return renderDiagnostics(result.diagnostics, { colour: false }).trimEnd();
}

describe("every diagnostic that a spec can cause", () => {
  it.each(withSample)("$code is what its bad spec yields", ({ code, bad, badFiles, severity }) => {
    const result = checkText(bad, badFiles);
    expect(result.diagnostics.map((one) => one.code)).toContain(code);
    expect(result.diagnostics.filter((one) => one.code === code)[0]?.severity).toBe(severity);
    const imported = Object.entries(badFiles).map(
      ([path, text]) => `# ${path}\n${text}${separator}`,
    );
    expectGolden(goldenOf(code), `${imported.join("")}${bad}${separator}${rendered(result)}\n`);
  });

  it.each(withSample)("$code has a good spec without any diagnostic", ({ good, files }) => {
    if (good === undefined) expect.fail("there is no good spec");
    expect(rendered(checkText(good, files))).toBe("");
  });

  it.each(withSample)("$code has whole specs", ({ bad, good }) => {
    for (const text of [bad, good ?? ""]) expect(text.endsWith("\n")).toBe(true);
  });

  it("has a golden, and every golden a diagnostic", () => {
    expectNoOrphans(
      "diagnostics",
      withSample.map(({ code }) => goldenOf(code)),
    );
  });
});

describe("every other diagnostic", () => {
  it.each(withoutSample)("%s names the test that shows it", (code, { shownBy }) => {
    if (shownBy === undefined) expect.fail("neither `bad` nor `shownBy`");
    expect(existsInProject(shownBy), shownBy).toBe(true);
    expect(readProjectFile(shownBy).includes(code), `${shownBy} names it`).toBe(true);
  });
});

describe("the registry", () => {
  it("has codes of the form area/slug, in tables of their areas", () => {
    for (const [code] of definitions) {
      expect(code).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
      const table = `compiler/src/diagnostics/${code.split("/")[0]}.table.ts`;
      expect(readProjectFile(table)).toContain(`"${code}": define<`);
    }
  });

  it("says why each is a mistake, in whole sentences", () => {
    const odd = definitions.filter(([, { explain }]) => !/^\S.{20,}\.$/s.test(explain));
    expect(odd.map(([code]) => code)).toEqual([]);
  });
});
