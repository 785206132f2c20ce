import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { check } from "../../../compiler/src/compile.js";
import { renderDiagnostic } from "../../../compiler/src/diagnostics/render-text.js";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");

it("has a spec with events, tables and windows that is clean", () => {
  const text = /## What happened before[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const { diagnostics } = check("card.feat.yaml", { readFile: () => text });
  expect(text).toContain("events:");
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
});

it("shows what featc says of the spec that the README opens with", () => {
  const [, spec = "", shown = ""] =
    /<!-- refused -->\n\n```yaml\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const { diagnostics } = check("specs/loan_default.feat.yaml", { readFile: () => spec });
  const said = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, { colour: false }));
  expect(said.join("\n").trim()).toBe(shown.trim());
});
