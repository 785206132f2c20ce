import { positionAt } from "../base/source.js";
import type { SourceFile } from "../base/source.js";
import type { Diagnostic, Severity } from "./diagnostic.js";
import { oneLine } from "./display-text.js";
import { givenText } from "./given-text.js";
import { inReadingOrder } from "./order.js";
import { frameLines, shownOffset } from "./source-frame.js";
import type { FrameLine, Mark } from "./source-frame.js";

export interface RenderOptions {
  readonly colour: boolean;
  /** Cells of the terminal; longer source lines are cut around what is marked. */
  readonly width?: number;
}

const defaultWidth = 120;
const narrowest = 40;

type Paint = (style: keyof typeof styles, text: string) => string;

const styles = { error: "1;31", warning: "1;33", frame: "34", related: "36", bold: "1" };

function painter(colour: boolean): Paint {
  return (style, text) =>
    colour && text !== "" ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
}

/** Several lines without a line break at the end. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const paint = painter(options.colour);
  const { severity, code, span } = diagnostic;
  const { file } = span;
  const lines = [
    paint(severity, `${severity}[${code}]`) + paint("bold", `: ${oneLine(diagnostic.message)}`),
  ];
  const main: Mark = { span, sign: "^", text: labelOf(diagnostic) };
  const related = diagnostic.related.map((place): Mark => ({
    span: place.span,
    sign: "-",
    text: oneLine(place.text),
  }));
  const groups = [
    { file, marks: [main, ...related.filter((mark) => mark.span.file.path === file.path)] },
  ];
  for (const mark of related) {
    if (mark.span.file.path === file.path) continue;
    groups.push({ file: mark.span.file, marks: [mark] });
  }
  const width = Math.max(options.width ?? defaultWidth, narrowest);
  const frames = groups.map((group) => ({
    ...group,
    lines: frameLines(group.file, group.marks, width - 9),
  }));
  const last = Math.max(...frames.flatMap((frame) => frame.lines.map((line) => line.line)), 1);
  const gutter = String(last).length;
  for (const frame of frames) {
    const anchor = frame.marks[0]?.span ?? span;
    lines.push(...renderFrame(frame.file, anchor.start, frame.lines, gutter, severity, paint));
  }
  const bar = paint("frame", `${" ".repeat(gutter)} │`);
  if (diagnostic.example.length > 0) {
    const sign = paint("frame", `${" ".repeat(gutter)} =`);
    lines.push(bar, `${sign} for example ${oneLine(givenText(diagnostic.example))}`);
  }
  if (diagnostic.hint !== undefined) {
    lines.push(`${paint("bold", "Hint:")} ${oneLine(diagnostic.hint)}`);
  }
  return lines.join("\n");
}

function labelOf(diagnostic: Diagnostic): string | undefined {
  return diagnostic.label === undefined ? undefined : oneLine(diagnostic.label);
}

function renderFrame(
  file: SourceFile,
  offset: number,
  lines: readonly FrameLine[],
  gutter: number,
  severity: Severity,
  paint: Paint,
): readonly string[] {
  const { line, column } = positionAt(file, shownOffset(file, offset));
  const space = " ".repeat(gutter);
  const bar = paint("frame", `${space} │`);
  const out = [`${paint("frame", `${space}┌─`)} ${oneLine(file.path)}:${line}:${column}`, bar];
  let before: number | undefined;
  for (const shown of lines) {
    if (before !== undefined && shown.line > before + 1) out.push(paint("frame", `${space} ·`));
    before = shown.line;
    const number = String(shown.line).padStart(gutter);
    out.push(`${paint("frame", `${number} │`)} ${shown.source}`.trimEnd());
    for (const { sign, text } of shown.underlines) {
      out.push(`${bar} ${paint(sign === "^" ? severity : "related", text)}`);
    }
  }
  return out;
}

/** All of them in reading order and a line that counts them; empty where there are none. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
): string {
  const inOrder = inReadingOrder(diagnostics);
  if (inOrder.length === 0) return "";
  const parts = inOrder.map((diagnostic) => renderDiagnostic(diagnostic, options));
  return [...parts, summary(inOrder, painter(options.colour))].join("\n\n");
}

function summary(diagnostics: readonly Diagnostic[], paint: Paint): string {
  const count = (severity: Severity): string | undefined => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (found === 0) return undefined;
    return paint(severity, `${found} ${severity}${found === 1 ? "" : "s"}`);
  };
  return [count("error"), count("warning")].filter((text) => text !== undefined).join(", ");
}
