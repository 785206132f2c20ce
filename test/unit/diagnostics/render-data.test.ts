import { expect, test } from "vitest";
import { renderGithub } from "../../../compiler/src/diagnostics/render-github.js";
import { renderJson } from "../../../compiler/src/diagnostics/render-json.js";
import { diagnosticAt } from "./make-diagnostic.js";

const text = "name: 年\nx: 🙂debt\n";

test("JSON has everything, with lines and columns from one and offsets from zero", () => {
  const diagnostic = diagnosticAt(text, "debt", {
    label: "here",
    hint: "so.",
    related: [{ span: diagnosticAt(text, "name").span, text: "the name" }],
    example: [{ name: "debt", value: "1" }],
  });
  expect(JSON.parse(renderJson([diagnostic]))).toEqual([
    {
      code: "missing/possible-missing",
      severity: "error",
      message: "debt_to_income has no value for some inputs",
      file: "specs/loan.feat.yaml",
      range: { start: { line: 2, column: 5, offset: 13 }, end: { line: 2, column: 9, offset: 17 } },
      label: "here",
      related: [
        {
          file: "specs/loan.feat.yaml",
          range: {
            start: { line: 1, column: 1, offset: 0 },
            end: { line: 1, column: 5, offset: 4 },
          },
          text: "the name",
        },
      ],
      example: [{ name: "debt", value: "1" }],
      hint: "so.",
    },
  ]);
});

test("JSON without the optional parts, in reading order", () => {
  const parsed: unknown = JSON.parse(
    renderJson([diagnosticAt(text, "debt"), diagnosticAt(text, "name")]),
  );
  expect(parsed).toMatchObject([
    { range: { start: { line: 1 } } },
    { range: { start: { line: 2 } } },
  ]);
  expect(Object.keys((parsed as object[])[0] ?? {})).toEqual([
    "code",
    "severity",
    "message",
    "file",
    "range",
    "related",
    "example",
  ]);
  expect(renderJson([])).toBe("[]");
});

test("annotations of GitHub", () => {
  const diagnostic = diagnosticAt(
    text,
    "debt",
    { label: "50% of it", hint: "a, b: c" },
    "a,b:c%.yaml",
  );
  expect(renderGithub([diagnostic])).toBe(
    "::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=5,endColumn=9,title=missing/possible-missing::" +
      "debt_to_income has no value for some inputs: 50%25 of it%0AHint: a, b: c",
  );
});

test("a name of the spec cannot start another command", () => {
  const [line, ...rest] = renderGithub([
    diagnosticAt(text, "debt", { severity: "warning", message: "x\r\n::error::y" }),
  ]).split("\n");
  expect(rest).toEqual([]);
  expect(line?.startsWith("::warning file=specs/loan.feat.yaml,line=2,")).toBe(true);
  expect(line?.endsWith("::x%0D%0A::error::y")).toBe(true);
});

test("ten errors and ten warnings, no more", () => {
  const many = Array.from({ length: 15 }, (_, i) =>
    (["error", "warning"] as const).map((severity) =>
      diagnosticAt(text, "debt", { severity, message: `${severity} ${i}` }),
    ),
  ).flat();
  const lines = renderGithub(many).split("\n");
  expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(10);
});
