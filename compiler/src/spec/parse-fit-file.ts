import type { SourceFile } from "../base/source.js";
import { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { inReadingOrder } from "../diagnostics/order.js";
import type { FitFileAst } from "./ast.js";
import { readDocument } from "./read-document.js";
import { readFitFile } from "./read-fit-file.js";
import { Reading } from "./reading.js";

export interface ParsedFitFile {
  /** Undefined where the file is not one that `featc fit` writes. */
  readonly fitFile: FitFileAst | undefined;
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `NAME.fit.yaml`. Never throws for a bad text. */
export function parseFitFile(file: SourceFile): ParsedFitFile {
  const collector = new DiagnosticCollector();
  const reading = new Reading(file, collector);
  const root = readDocument(reading, new Map());
  const fitFile = root === undefined ? undefined : readFitFile(root, reading);
  return { fitFile, diagnostics: inReadingOrder(collector.diagnostics) };
}
