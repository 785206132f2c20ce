import { spanOf } from "../../base/source.js";
import type { Span } from "../../base/source.js";
import { createDiagnostic } from "../../diagnostics/registry.js";
import { DataError } from "../failures.js";

/** Beyond that line a frame costs too much memory; the message has the number anyhow. */
const lastLine = 1_000_000;

/** The line of a data file, of which `text` is what is known; the other lines are not kept. */
export function spanInData(path: string, line: number, text: string): Span {
  const before = "\n".repeat(line <= lastLine ? line - 1 : 0);
  const shown = text.trim() === "" ? "…" : text.replace(/\s+/g, " ");
  return spanOf({ path, text: before + shown }, before.length, before.length + shown.length);
}

/** From here on the file cannot be read. */
export function malformed(path: string, line: number, problem: string): DataError {
  return new DataError([
    createDiagnostic("data/malformed", spanInData(path, line, ""), { problem }),
  ]);
}

export function notUtf8(path: string, line: number): DataError {
  return new DataError([createDiagnostic("data/encoding", spanInData(path, line, ""), { path })]);
}
