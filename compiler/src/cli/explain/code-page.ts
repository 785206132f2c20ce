import type { DiagnosticDefinition } from "../../diagnostics/define.js";
import { registry } from "../../diagnostics/registry.js";
import type { DiagnosticCode } from "../../diagnostics/registry.js";
import { nearest } from "../../diagnostics/suggest.js";
import { UsageError } from "../failures.js";
import type { Colours } from "../colours.js";

/** What `featc explain CODE --json` prints. */
export interface CodePage {
  readonly code: string;
  readonly severity: string;
  readonly explanation: string;
  readonly bad: string | null;
  readonly good: string | null;
}

export function codePage(code: string): CodePage {
  if (!isCode(code)) {
    const suggestion = nearest(code, Object.keys(registry));
    throw new UsageError(
      `there is no diagnostic ${code}`,
      suggestion === undefined
        ? "codes look like missing/possible-missing."
        : `did you mean ${suggestion}?`,
    );
  }
  // Its parameters are of no interest here.
  const definition: Omit<DiagnosticDefinition<never>, "message" | "label" | "hint"> = registry[
    code
  ];
  const { severity, explain, bad, good } = definition;
  return { code, severity, explanation: explain, bad: bad ?? null, good: good ?? null };
}

export function printCodePage(page: CodePage, colours: Colours): string {
  const paint = page.severity === "error" ? colours.red : colours.yellow;
  const parts = [
    `${paint(`${page.severity}[${page.code}]`)}`,
    wrap(page.explanation, 90),
    ...(page.bad === null
      ? []
      : [`${colours.bold("A spec that gives it:")}\n\n${indent(page.bad)}`]),
    ...(page.good === null
      ? []
      : [`${colours.bold("The same, put right:")}\n\n${indent(page.good)}`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function isCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(registry, code);
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
}

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
