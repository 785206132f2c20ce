import { sha256Hex } from "../base/sha256.js";
import { fitIn } from "../bind/dependencies.js";
import type { FormulaAst } from "../formula/ast.js";
import { printFormula } from "../formula/print.js";
import { functionNamed, isFunctionName } from "../functions/registry.js";
import { walkFormula } from "../formula/references.js";
import type { FieldContract } from "../ir/program.js";
import { printType } from "../types/type.js";
import type { LowerContext } from "./context.js";
import type { ParsedStep } from "./lower-step.js";
import { mapParts } from "./spec-hash.js";

/** The parts of a spec that a formula can read. */
export interface ReadableParts {
  readonly fields: ReadonlyMap<string, FieldContract>;
  readonly steps: ReadonlyMap<string, ParsedStep>;
  readonly asOf: string | null;
  readonly math: "strict" | "native";
  /** Steps and decisions that read a fitted constant. */
  readonly readersOf: (fit: string) => readonly string[];
}

const digits = 16;

/**
 * Everything that decides the values of a formula in given rows, through lets, features, functions and maps:
 * a hash by `field income`, `let yearly_debt`, `function ratio`, `map base_rate`, `fit income_median`, `as_of`.
 */
export function readsOf(
  formula: FormulaAst,
  parts: ReadableParts,
  context: LowerContext,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const note = (label: string, content: unknown): boolean => {
    if (found.has(label)) return false;
    found.set(label, sha256Hex(JSON.stringify(content)).slice(0, digits));
    return true;
  };
  const noteField = (name: string): void => {
    const field = parts.fields.get(name);
    if (field !== undefined) note(`field ${name}`, rulesOf(field));
  };
  const noteStep = (step: ParsedStep): void => {
    if (!note(`${step.role} ${step.ast.name.value}`, stepParts(step))) return;
    collect(step.formula, []);
    if (step.impute !== null) collect(step.impute, []);
  };
  const noteName = (name: string): void => {
    if (name === "as_of") {
      note("as_of", parts.asOf);
      if (parts.asOf !== null) noteField(parts.asOf);
    }
    const symbol = context.scope.values.get(name);
    const step =
      symbol !== undefined && "ast" in symbol ? parts.steps.get(symbol.ast.name.value) : undefined;
    if (symbol?.kind === "field") noteField(name);
    else if (step !== undefined) noteStep(step);
    const map = context.scope.maps.get(name);
    if (symbol === undefined && map !== undefined) note(`map ${name}`, mapParts(map));
  };
  const collect = (ast: FormulaAst, params: readonly string[]): void => {
    walkFormula(ast, (node) => {
      const fitted = fitIn(node);
      if (fitted !== undefined) note(`fit ${fitted}`, context.fits.get(fitted)?.value ?? null);
      else if (node.kind === "NameAst") {
        if (!params.includes(node.name) && node.name !== "fit") noteName(node.name);
      } else if (node.kind === "CallAst") {
        const fn = context.functions.get(node.callee);
        if (fn === undefined) {
          if (isZoned(node.callee) && context.timezone !== null) {
            note("timezone", context.timezone);
          }
          return;
        }
        const isNew = note(`function ${node.callee}`, [fn.params, printFormula(fn.body)]);
        if (isNew) collect(fn.body, fn.params);
      }
    });
  };
  collect(formula, []);
  if (parts.math === "native") note("math", parts.math);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Counts days or hours in the spec's zone, unless the call names one. */
function isZoned(callee: string): boolean {
  return isFunctionName(callee) && functionNamed(callee).zoned === true;
}

/** The rules of a field that are not the default ones: a key that a later version adds leaves the hash alone. */
function rulesOf(field: FieldContract): Readonly<Record<string, unknown>> {
  const { format } = field;
  const rules: Readonly<Record<string, unknown>> = {
    key: field.key === field.name ? null : field.key,
    type: printType(field.type),
    optional: field.optional ? true : null,
    range: field.range === null ? null : [field.range.low, field.range.high],
    pattern: field.pattern?.text ?? null,
    length: field.length === null ? null : [field.length.low, field.length.high],
    fields: field.fields.length === 0 ? null : field.fields.map((one) => [one.name, rulesOf(one)]),
    items: field.items === null ? null : rulesOf(field.items),
    format:
      format.kind === "json"
        ? null
        : format.kind === "patterns"
          ? [
              format.pivot,
              ...format.patterns.map((pattern) => pattern.text),
              ...(format.zone === null ? [] : [{ zone: format.zone }]),
            ]
          : format.kind,
    missingValues: field.missingValues.length === 0 ? null : field.missingValues,
    invalid: field.invalid === "reject" ? null : field.invalid,
    outside: field.outside === "reject" ? null : field.outside,
  };
  return Object.fromEntries(Object.entries(rules).filter(([, rule]) => rule !== null));
}

/** As it is written, since what is lowered may change with the compiler. */
function stepParts({ ast, formula, impute }: ParsedStep): readonly unknown[] {
  const { range, type, outside } = ast;
  const written =
    type === undefined ? null : type.span.file.text.slice(type.span.start, type.span.end);
  return [
    printFormula(formula),
    impute === null ? null : printFormula(impute),
    written,
    range === undefined
      ? null
      : [range.low?.value ?? null, range.high?.value ?? null, range.lowOpen, range.highOpen],
    outside?.value ?? null,
  ];
}
