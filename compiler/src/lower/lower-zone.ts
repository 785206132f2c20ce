import type { Located } from "../base/source.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { nearest } from "../diagnostics/suggest.js";
import { inExactCase, isZone, zoneNames } from "../functions/zones/resolve-zone.js";
import { isUtc, zoneTable } from "../functions/zones/zone-table.js";

/**
 * The zone that a text names: null for UTC under any of its names, undefined where there is none, which is
 * reported.
 */
export function lowerZone(
  { value, span }: Located<string>,
  collector: DiagnosticCollector,
): string | null | undefined {
  if (isZone(value)) return isUtc(zoneTable(value)) ? null : value;
  collector.report("time/unknown-zone", span, { zone: value, suggestion: suggestionFor(value) });
  return undefined;
}

function suggestionFor(text: string): string | undefined {
  const exact = inExactCase(text) ?? inExactCase(text.trim().replaceAll(" ", "_"));
  if (exact !== undefined) return exact;
  const place = text.trim().replaceAll(" ", "_").toLowerCase();
  return (
    zoneNames.find((name) => name.toLowerCase().split("/").at(-1) === place) ??
    nearest(text, zoneNames)
  );
}
