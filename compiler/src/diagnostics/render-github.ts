import { positionAt } from "../base/source.js";
import type { Diagnostic, Severity } from "./diagnostic.js";
import { inReadingOrder } from "./order.js";

/** GitHub shows ten annotations of a kind per step and drops the rest. */
const annotationLimit = 10;

/** Workflow commands that GitHub Actions shows beside the lines of a pull request. */
export function renderGithub(diagnostics: readonly Diagnostic[]): string {
  const inOrder = inReadingOrder(diagnostics);
  const first = (severity: Severity): readonly Diagnostic[] =>
    inOrder.filter((diagnostic) => diagnostic.severity === severity).slice(0, annotationLimit);
  return [...first("error"), ...first("warning")].map(annotation).join("\n");
}

function annotation(diagnostic: Diagnostic): string {
  const { severity, code, message, label, hint, span } = diagnostic;
  const start = positionAt(span.file, span.start);
  const end = positionAt(span.file, span.end);
  const properties = [
    `file=${escapeProperty(span.file.path)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    `col=${start.column}`,
    ...(end.line === start.line ? [`endColumn=${end.column}`] : []),
    `title=${escapeProperty(code)}`,
  ];
  const text = [
    label === undefined ? message : `${message}: ${label}`,
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
  ].join("\n");
  return `::${severity} ${properties.join(",")}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
