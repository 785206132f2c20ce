import type { Diagnostic } from "./diagnostic.js";

/** By file and place, errors before warnings in one place; what was said twice of one place is said once. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.filter(({ code, span, message }) => {
    const id = `${span.file.path}\0${span.start}\0${span.end}\0${code}\0${message}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  return unique.sort(
    (a, b) =>
      compareText(a.span.file.path, b.span.file.path) ||
      a.span.start - b.span.start ||
      Number(a.severity === "warning") - Number(b.severity === "warning") ||
      compareText(a.code, b.code),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
