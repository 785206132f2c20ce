import { internalError } from "../../base/assert.js";
import { parseFormula } from "../../formula/parse.js";
import { printFormula } from "../../formula/print.js";
import type { FormulaText, SpecAst } from "../../spec/ast.js";
import { createSpecParser } from "../../spec/parse-spec.js";
import { formulaTexts } from "./formula-texts.js";
import { scalarPlaces } from "./scalar-places.js";
import type { ScalarPlace } from "./scalar-places.js";
import { writeScalar } from "./write-scalar.js";

export type Formatted =
  /** The spec cannot be read; it stays as it is. */
  { readonly kind: "unreadable" } | { readonly kind: "formatted"; readonly text: string };

/** Writes the formulas of a spec in their canonical form and changes nothing else, byte for byte. */
export function formatSpec(path: string, text: string): Formatted {
  const spec = readSpec(path, text);
  if (spec === undefined) return { kind: "unreadable" };
  const places = scalarPlaces(text);
  const edits: { readonly place: ScalarPlace; readonly replacement: string }[] = [];
  for (const formula of formulaTexts(spec)) {
    const canonical = canonicalText(formula);
    if (canonical === undefined) return { kind: "unreadable" };
    const place = placeOf(formula, places);
    // Equal but for the line break that ends a `|` text: nothing to do.
    if (place === undefined || canonical === formula.text.trim()) continue;
    if (place.style !== "literal" && canonical.replace(/\n\s*/g, " ") === formula.text) continue;
    const replacement = writeScalar(text, place, canonical);
    if (replacement !== undefined) edits.push({ place, replacement });
  }
  edits.sort((a, b) => b.place.start - a.place.start);
  let result = text;
  for (const { place, replacement } of edits) {
    result = result.slice(0, place.start) + replacement + result.slice(place.end);
  }
  if (result !== text) requireSameFormulas(path, spec, result);
  return { kind: "formatted", text: result };
}

function readSpec(path: string, text: string): SpecAst | undefined {
  const { spec, diagnostics } = createSpecParser().parse({ path, text });
  return diagnostics.some((diagnostic) => diagnostic.severity === "error") ? undefined : spec;
}

function canonicalText(formula: FormulaText): string | undefined {
  const { ast, diagnostics } = parseFormula(formula);
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return failed ? undefined : printFormula(ast);
}

function placeOf(formula: FormulaText, places: readonly ScalarPlace[]): ScalarPlace | undefined {
  const { start, end } = formula.span;
  return places.find((place) => place.start <= start && end <= place.end);
}

/** The last guard against a rewriting that YAML reads differently. */
function requireSameFormulas(path: string, before: SpecAst, text: string): void {
  const after = readSpec(path, text);
  const expected = formulaTexts(before).map(canonicalText);
  const found = after === undefined ? [] : formulaTexts(after).map(canonicalText);
  if (expected.length !== found.length || expected.some((formula, i) => formula !== found[i])) {
    internalError(`formatting ${path} would change its meaning`);
  }
}
