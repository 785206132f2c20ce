import { describe, expect, test } from "vitest";
import { spanOf } from "../../../compiler/src/base/source.js";
import {
  renderDiagnostic,
  renderDiagnostics,
} from "../../../compiler/src/diagnostics/render-text.js";
import { diagnosticAt } from "./make-diagnostic.js";

const plain = { colour: false };
const forty = "\n".repeat(40);

/** The lines of the frame: what stands under the title. */
const frame = (text: string): readonly string[] => text.split("\n").slice(1);

test("title, frame, label, example and hint", () => {
  const diagnostic = diagnosticAt(`${forty}    formula: debt / income\n`, "debt / income", {
    label: "division by zero when income is 0",
    example: [
      { name: "debt", value: "100" },
      { name: "income", value: "0" },
    ],
    hint: "say what the feature is then, `impute: 0`, or exclude 0 from the range of `income`.",
  });
  expect(renderDiagnostic(diagnostic, plain)).toBe(
    `error[missing/possible-missing]: debt_to_income has no value for some inputs
  ┌─ specs/loan.feat.yaml:41:14
   │
41 │     formula: debt / income
   │              ^^^^^^^^^^^^^ division by zero when income is 0
   │
   = for example given: { debt: 100, income: 0 }
Hint: say what the feature is then, \`impute: 0\`, or exclude 0 from the range of \`income\`.`,
  );
});

test("related places in the same file and in another", () => {
  const text = `a: 1\nincome: number?\n${"\n".repeat(10)}formula: income\n`;
  const other = diagnosticAt("x: 1\nfunctions:\n", "functions", {}, "common.feat.yaml");
  const diagnostic = diagnosticAt(text, "formula: income", {
    related: [
      { span: diagnosticAt(text, "number?").span, text: "declared here" },
      { span: other.span, text: "called from here" },
    ],
  });
  expect(frame(renderDiagnostic(diagnostic, plain))).toEqual([
    "  ┌─ specs/loan.feat.yaml:13:1",
    "   │",
    " 2 │ income: number?",
    "   │         ------- declared here",
    "   ·",
    "13 │ formula: income",
    "   │ ^^^^^^^^^^^^^^^",
    "  ┌─ common.feat.yaml:2:1",
    "   │",
    " 2 │ functions:",
    "   │ --------- called from here",
  ]);
});

describe("what is marked", () => {
  const rendered = (text: string, marked: string): readonly string[] =>
    frame(renderDiagnostic(diagnosticAt(text, marked, { label: "here" }), plain)).slice(2);

  test.each<readonly [string, string, string, readonly string[]]>([
    ["tabs", "\ta:\tdebt\n", "debt", ["1 │     a:  debt", "  │         ^^^^ here"]],
    ["the tab itself", "a\tb", "\t", ["1 │ a   b", "  │  ^^^ here"]],
    [
      "wide characters",
      "a: 年収 / debt",
      "debt",
      ["1 │ a: 年収 / debt", "  │           ^^^^ here"],
    ],
    ["marked wide characters", "a: 年収", "年収", ["1 │ a: 年収", "  │    ^^^^ here"]],
    ["emoji", "a: '🙂' == debt", "debt", ["1 │ a: '🙂' == debt", "  │            ^^^^ here"]],
    [
      "joined emoji",
      "a: '👩‍👩‍👧' == debt",
      "debt",
      ["1 │ a: '👩‍👩‍👧' == debt", "  │            ^^^^ here"],
    ],
    [
      "combining marks",
      "cafe\u0301: debt",
      "debt",
      ["1 │ cafe\u0301: debt", "  │       ^^^^ here"],
    ],
    [
      "line ends of Windows",
      "a: 1\r\nb: debt\r\nc: 2\r\n",
      "debt",
      ["2 │ b: debt", "  │    ^^^^ here"],
    ],
    [
      "control characters",
      "a: \u001b[31m x",
      "x",
      ["1 │ a: \\u001B[31m x", "  │               ^ here"],
    ],
    ["text that reverses", "a: \u202e x", "x", ["1 │ a: \\u202E x", "  │           ^ here"]],
    [
      "two lines",
      "a: debt\n  / 2\n",
      "debt\n  / 2",
      ["1 │ a: debt", "  │    ^^^^", "2 │   / 2", "  │   ^^^ here"],
    ],
    [
      "many lines",
      "a: 1\n2\n3\n  4 5",
      "1\n2\n3\n  4",
      ["1 │ a: 1", "  │    ^", "  ·", "4 │   4 5", "  │   ^ here"],
    ],
    ["a line with its end", "a: 1\nb: 2\n", "a: 1\n", ["1 │ a: 1", "  │ ^^^^ here"]],
  ])("%s", (_, text, marked, lines) => expect(rendered(text, marked)).toEqual(lines));

  test.each([
    ["a: 1\n\n", "  ┌─ x:1:5".slice(1), ["1 │ a: 1", "  │     ^"]],
    ["a: 1", " ┌─ x:1:5", ["1 │ a: 1", "  │     ^"]],
    ["", " ┌─ x:1:1", ["1 │", "  │ ^"]],
  ])("the end of %j", (text, place, lines) => {
    const span = spanOf({ path: "x", text }, text.length, text.length);
    const shown = frame(renderDiagnostic({ ...diagnosticAt("a", "a"), span }, plain));
    expect([shown[0], ...shown.slice(2)]).toEqual([place, ...lines]);
  });

  test("an empty place in a line", () => {
    const span = spanOf({ path: "x", text: "a:\n" }, 2, 2);
    expect(frame(renderDiagnostic({ ...diagnosticAt("a", "a"), span }, plain)).slice(2)).toEqual([
      "1 │ a:",
      "  │   ^",
    ]);
  });
});

describe("long lines", () => {
  const rendered = (text: string, marked: string): readonly string[] =>
    frame(renderDiagnostic(diagnosticAt(text, marked), { colour: false, width: 49 })).slice(2);

  test.each([
    ["at the start", `debt${"x".repeat(100)}`, 0],
    ["in the middle", `${"x".repeat(100)}debt${"y".repeat(100)}`, 18],
    ["at the end", `${"x".repeat(100)}debt`, 36],
  ])("%s", (_, text, column) => {
    const [source = "", carets = ""] = rendered(text, "debt").map((line) => line.slice(4));
    expect(source.length).toBe(40);
    expect(source.indexOf("debt")).toBe(column);
    expect(carets).toBe(`${" ".repeat(column)}^^^^`);
    expect([source.startsWith("…"), source.endsWith("…")]).toEqual([column > 0, column < 36]);
  });

  test("a very long line is laid out around the place", () => {
    const [source = "", carets = ""] = rendered(
      `${"x".repeat(100_000)}debt${"y".repeat(100_000)}`,
      "debt",
    );
    expect(source).toMatch(/^1 │ …x{17}debty{17}…$/);
    expect(carets).toBe(`  │ ${" ".repeat(18)}^^^^`);
  });

  test("wide characters are not torn", () => {
    const [source = "", carets = ""] = rendered(
      `${"年".repeat(50)}debt${"収".repeat(50)}`,
      "debt",
    ).map((l) => l.slice(4));
    const before = source.slice(0, source.indexOf("debt"));
    expect(carets.indexOf("^")).toBe(1 + 2 * (before.length - 1));
    expect(source).toMatch(/^…年+debt収+…$/);
  });

  test("a marked text that is longer than the line starts in it", () => {
    const [source = "", carets = ""] = rendered(`a: ${"x".repeat(300)}`, "x".repeat(300)).map((l) =>
      l.slice(4),
    );
    expect(source.length).toBeLessThanOrEqual(40);
    expect(carets.trim().length).toBeGreaterThan(20);
    expect(carets.length).toBeLessThanOrEqual(40);
  });
});

test("colours end where they start and leave the text alone", () => {
  const diagnostic = diagnosticAt("a: debt\n", "debt", {
    severity: "warning",
    label: "here",
    hint: "so.",
  });
  const coloured = renderDiagnostic(diagnostic, { colour: true });
  expect(coloured).toContain("\u001b[1;33mwarning[missing/possible-missing]\u001b[0m");
  // eslint-disable-next-line no-control-regex
  expect(coloured.replace(/\u001b\[[0-9;]*m/g, "")).toBe(renderDiagnostic(diagnostic, plain));
});

test("a message stays one line, whatever names it holds", () => {
  const diagnostic = diagnosticAt("a: 1\n", "a", { message: "no \u001b[2J\nname", hint: "a\r\nb" });
  const lines = renderDiagnostic(diagnostic, plain).split("\n");
  expect([lines[0], lines.at(-1)]).toEqual([
    "error[missing/possible-missing]: no \\u001B[2J name",
    "Hint: a b",
  ]);
});

test("all in reading order, and a count", () => {
  const text = "first\nsecond\nthird\n";
  const at = (marked: string, severity: "error" | "warning", path?: string) =>
    diagnosticAt(text, marked, { severity, message: marked }, path);
  const rendered = renderDiagnostics(
    [
      at("third", "error", "b"),
      at("second", "warning", "a"),
      at("first", "error", "b"),
      at("first", "error", "a"),
    ],
    plain,
  );
  const titles = rendered.split("\n").filter((line) => /^(?:error|warning)/.test(line));
  expect(titles.map((line) => line.split(": ")[1])).toEqual(["first", "second", "first", "third"]);
  expect(rendered.endsWith("\n\n3 errors, 1 warning")).toBe(true);
  expect(renderDiagnostics([at("first", "error")], plain).endsWith("\n\n1 error")).toBe(true);
  expect(renderDiagnostics([at("first", "warning")], plain).endsWith("\n\n1 warning")).toBe(true);
  expect(renderDiagnostics([], plain)).toBe("");
});
