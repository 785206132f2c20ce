import type { SourceFile } from "../base/source.js";
import { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { inReadingOrder } from "../diagnostics/order.js";
import type { LibraryAst } from "./ast.js";
import { readDocument } from "./read-document.js";
import { readLibrary } from "./read-spec.js";
import { Reading } from "./reading.js";

export interface ParsedLibrary {
  /** Undefined where the file is not a map of sections at all. */
  readonly library: LibraryAst | undefined;
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an imported file: functions, maps and enums for others. */
export function parseLibrary(file: SourceFile): ParsedLibrary {
  const collector = new DiagnosticCollector();
  const reading = new Reading(file, collector);
  const root = readDocument(reading, new Map());
  const library = root === undefined ? undefined : readLibrary(root, reading);
  return { library, diagnostics: inReadingOrder(collector.diagnostics) };
}
