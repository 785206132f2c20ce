import type { SourceFile } from "../base/source.js";
import { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { inReadingOrder } from "../diagnostics/order.js";
import type { SpecAst } from "./ast.js";
import { readDocument } from "./read-document.js";
import type { EntryCache } from "./read-document.js";
import { readSpec } from "./read-spec.js";
import { Reading } from "./reading.js";

export interface ParsedSpec {
  /** Undefined where the file is not a map of sections at all. */
  readonly spec: SpecAst | undefined;
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface SpecParser {
  readonly parse: (file: SourceFile) => ParsedSpec;
}

/** Reads the YAML of a spec; names are not resolved and formulas not parsed. Never throws for a bad text. */
export function parseSpec(file: SourceFile): ParsedSpec {
  return parseWith(file, new Map());
}

/** A parser for watch mode: entries that are as they were in the last good text are not parsed again. */
export function createSpecParser(): SpecParser {
  const cache: EntryCache = new Map();
  return { parse: (file) => parseWith(file, cache) };
}

function parseWith(file: SourceFile, cache: EntryCache): ParsedSpec {
  const collector = new DiagnosticCollector();
  const reading = new Reading(file, collector);
  const root = readDocument(reading, cache);
  const spec = root === undefined ? undefined : readSpec(root, reading);
  return { spec, diagnostics: inReadingOrder(collector.diagnostics) };
}
