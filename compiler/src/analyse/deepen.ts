import { childrenOf, walk } from "../ir/children.js";
import type { Attempt, DeepProof } from "../ir/facts.js";
import type { Expr } from "../ir/nodes.js";
import type { Step } from "../ir/program.js";
import type { Fact } from "../types/domain.js";
import { joinFacts } from "../types/facts.js";
import { exactly, meet, numberDomain } from "../types/interval.js";
import type { FormulaAnalysis } from "./analyse-expr.js";
import { keyOf } from "./environment.js";
import type { Environment, ValueKey } from "./environment.js";
import { leavesBounds } from "./field-fact.js";
import { bySize, searchBoxes } from "./real/boxes.js";
import type { BoxVerdict, Search } from "./real/boxes.js";
import type { Enclosure } from "./real/enclosure.js";
import { polynomialStaysWithin, smoothStaysWithin } from "./real/within-range.js";

/** A formula in its place: what is known there, and what constraints say once more of a part of it. */
export interface Place {
  readonly analysis: FormulaAnalysis;
  readonly environment: Environment;
  /** The environment with the constraints between fields applied again. */
  readonly constrained: (environment: Environment) => Environment;
  readonly recorder: Map<Expr, Fact>;
}

export interface Deepened {
  readonly formula: Fact;
  readonly proof: DeepProof;
}

const mostParts = 4;
const mostBoxes = 96;

/**
 * Tries harder where intervals and order leave a claim of a step open: quotients of polynomials exactly, smooth
 * formulas by their slopes, and all others part by part. Boxes are counted, never time: the same spec compiles
 * or not on every machine.
 */
export function deepen(step: Step, formula: Fact, place: Place): Deepened {
  const attempts: Attempt[] = [];
  let known = formula;
  let leavesByRounding = false;
  const parts = partsOf(step.formula, place);
  const isSplit = parts.length > 0 && parts.length <= mostParts;
  const broken = isSplit ? brokenBySome(rowsOf(parts), step, parts, place) : new Set<Claim>();
  if (known.missing && known.present && isSplit && !broken.has(hasValue)) {
    const search = inParts(step, parts, place, hasValue);
    attempts.push({ claim: "has a value", method: "subdivision", ...search });
    if (search.holds) known = place.recorder.get(step.formula) ?? known;
  }
  const mayLeave = known.present && leavesBounds(known.domain, step.range);
  if (mayLeave && !broken.has(staysInRange)) {
    const real = overReals(step, place);
    attempts.push(...real);
    leavesByRounding = real.some(({ holds }) => holds);
    if (!leavesByRounding && isSplit) {
      const search = inParts(step, parts, place, staysInRange);
      attempts.push({ claim: "stays in range", method: "subdivision", ...search });
      if (search.holds) known = place.recorder.get(step.formula) ?? known;
    }
  }
  return { formula: known, proof: { leavesByRounding, attempts } };
}

interface Claim {
  readonly holds: (fact: Fact, step: Step) => boolean;
  /** Of the fact of a single row. */
  readonly fails: (fact: Fact, step: Step) => boolean;
}

const hasValue: Claim = {
  holds: ({ missing }) => !missing,
  fails: ({ missing, present }) => missing && !present,
};

const staysInRange: Claim = {
  holds: ({ present, domain }, { range }) => !present || !leavesBounds(domain, range),
  fails: ({ missing, present, domain }, { range }) =>
    !missing &&
    present &&
    domain.kind === "number" &&
    range !== null &&
    ((range.low !== null && domain.high < range.low) ||
      (range.high !== null && domain.low > range.high)),
};

const claims = [hasValue, staysInRange] as const;

interface Part {
  readonly key: ValueKey;
  readonly fact: Fact;
  readonly low: number;
  readonly high: number;
}

/** The numbers that a formula is made from. */
function partsOf(formula: Expr, { analysis, environment }: Place): readonly Part[] {
  const parts = new Map<ValueKey, Part>();
  const visit = (expr: Expr, known: Environment): void => {
    if (expr.kind === "Let") {
      visit(expr.value, known);
      visit(expr.body, analysis.bind(expr, known));
      return;
    }
    const key = keyOf(expr);
    const isOwn = expr.kind !== "LocalRef" && expr.kind !== "ElementRef" && expr.kind !== "Cast";
    if (key !== undefined && isOwn && !parts.has(key)) {
      const fact = analysis.analyse(expr, known, null);
      if (fact.present && fact.domain.kind === "number") {
        parts.set(key, { key, fact, low: fact.domain.low, high: fact.domain.high });
      }
    }
    for (const child of childrenOf(expr)) visit(child, known);
  };
  visit(formula, environment);
  return [...parts.values()];
}

/** Analyses the formula with its numbers in ever smaller boxes; what holds in all of them is recorded. */
function inParts(step: Step, parts: readonly Part[], place: Place, claim: Claim): Search {
  const { analysis, recorder } = place;
  const found = new Map<Expr, Fact>();
  const look = (box: readonly Enclosure[]): BoxVerdict => {
    const inside = narrowed(parts, (part, i) => inBox(part, box[i]), place);
    if (inside.contradictory) return { kind: "holds" };
    const facts = new Map<Expr, Fact>();
    const fact = analysis.analyse(step.formula, inside, facts);
    if (claim.holds(fact, step)) {
      for (const [expr, one] of facts) {
        const other = found.get(expr);
        found.set(expr, other === undefined ? one : joinFacts(other, one));
      }
      return { kind: "holds" };
    }
    const centre = box.map(({ low, high }) => low + (high - low) / 2);
    if (brokenBySome([centre], step, parts, place).has(claim)) return { kind: "fails" };
    return { kind: "open", weights: box.map((side, i) => weightOf(side, parts[i])) };
  };
  const whole = parts.map(({ low, high }) => ({ low, high }));
  const domains = parts.flatMap(({ fact: { domain } }) =>
    domain.kind === "number" ? [domain] : [],
  );
  const search = searchBoxes({ whole, domains, cut: bySize, most: mostBoxes }, look);
  if (search.holds) {
    walk(step.formula, (expr) => recorder.delete(expr));
    for (const [expr, fact] of found) recorder.set(expr, fact);
  }
  return search;
}

/** The claims that a single row breaks: no box that holds it can show them. */
function brokenBySome(
  rows: readonly (readonly (number | null)[])[],
  step: Step,
  parts: readonly Part[],
  place: Place,
): ReadonlySet<Claim> {
  const broken = new Set<Claim>();
  for (const row of rows) {
    if (broken.size === claims.length) break;
    const at = narrowed(parts, (part, i) => inRow(part, row[i] ?? null), place);
    if (at.contradictory) continue;
    const fact = place.analysis.analyse(step.formula, at, null);
    for (const claim of claims) if (claim.fails(fact, step)) broken.add(claim);
  }
  return broken;
}

/** Rows of single values at which formulas break: missing parts, ends, zeros, all alike. Null is missing. */
function rowsOf(parts: readonly Part[]): readonly (readonly (number | null)[])[] {
  const choices = parts.map(({ low, high, fact }) => {
    const usual = [low, high, 0, 1, low + (high - low) / 2].filter((x) => low <= x && x <= high);
    return [...(fact.missing ? [null] : []), ...new Set(usual)];
  });
  const lastOf = (values: readonly (number | null)[]): number | null => values.at(-1) ?? null;
  const rows: (readonly (number | null)[])[] = [];
  const longest = Math.max(...choices.map(({ length }) => length));
  for (let i = 0; i < longest; i += 1) rows.push(choices.map((own) => own[i] ?? lastOf(own)));
  for (const [i, own] of choices.entries()) {
    for (const value of own) {
      rows.push(choices.map((others, j) => (i === j ? value : lastOf(others))));
      for (const [j, others] of choices.entries()) {
        if (j <= i) continue;
        for (const other of others) {
          rows.push(choices.map((rest, k) => (k === i ? value : k === j ? other : lastOf(rest))));
        }
      }
    }
  }
  return rows;
}

function narrowed(
  parts: readonly Part[],
  factOf: (part: Part, i: number) => Fact,
  { environment, constrained }: Place,
): Environment {
  const known = parts.reduce(
    (before, part, i) => before.with(part.key, factOf(part, i)),
    environment,
  );
  return constrained(known);
}

/** A box says nothing of whether the part is missing. */
function inBox({ fact }: Part, side: Enclosure | undefined): Fact {
  if (fact.domain.kind !== "number" || side === undefined) return fact;
  const domain = meet(fact.domain, numberDomain(side.low, side.high));
  return domain === undefined ? { ...fact, present: false } : { ...fact, domain };
}

/** Null is missing. */
function inRow({ fact }: Part, value: number | null): Fact {
  if (value === null) return { ...fact, missing: true, present: false };
  const domain = fact.domain.kind === "number" ? meet(fact.domain, exactly(value)) : undefined;
  return domain === undefined
    ? { ...fact, missing: false, present: false }
    : { ...fact, missing: false, domain };
}

/** Wide sides first, and of those as wide the ones whose ends are most unlike. */
function weightOf({ low, high }: Enclosure, part: Part | undefined): number {
  const whole = part === undefined ? 1 : part.high - part.low;
  const ends = Math.abs(low) + Math.abs(high);
  return (whole > 0 ? (high - low) / whole : 0) + (ends > 0 ? (high - low) / ends / 2 : 0);
}

/** Every value that the formula can end in, as if nothing were rounded. */
function overReals({ formula, range }: Step, place: Place): readonly Attempt[] {
  if (range === null) return [];
  const { analysis, environment } = place;
  const ends = { low: range.low ?? -Infinity, high: range.high ?? Infinity };
  const factIn = (expr: Expr, inside: Environment): Fact => analysis.analyse(expr, inside, null);
  const open = valuesOf(formula, environment, analysis).filter(({ value, inside }) => {
    const fact = factIn(value, inside);
    return fact.present && leavesBounds(fact.domain, range);
  });
  const attempts: Attempt[] = [];
  for (const [method, search] of [
    ["polynomial", polynomialStaysWithin],
    ["slopes", smoothStaysWithin],
  ] as const) {
    const searches = open.map(({ value, inside }) => search(value, ends, inside, factIn));
    const tried = searches.filter((one) => one !== undefined);
    if (tried.length === 0) continue;
    const boxes = tried.reduce((sum, one) => sum + one.boxes, 0);
    const holds = searches.every((one) => one?.holds === true);
    attempts.push({ claim: "stays in range", method, holds, boxes });
    if (holds) break;
  }
  return attempts;
}

interface PossibleValue {
  readonly value: Expr;
  readonly inside: Environment;
}

/** The branches that the value can come from, each with what is known there. */
function valuesOf(
  expr: Expr,
  environment: Environment,
  analysis: FormulaAnalysis,
): readonly PossibleValue[] {
  if (environment.contradictory) return [];
  switch (expr.kind) {
    case "Cast":
      return valuesOf(expr.operand, environment, analysis);
    case "Let":
      return valuesOf(expr.body, analysis.bind(expr, environment), analysis);
    case "Coalesce":
      return [expr.left, expr.right].flatMap((side) => valuesOf(side, environment, analysis));
    case "Case": {
      const values: PossibleValue[] = [];
      let known = environment;
      for (const { condition, value } of expr.arms) {
        values.push(...valuesOf(value, analysis.assume(condition, known), analysis));
        known = analysis.assumeNotTrue(condition, known);
      }
      return [...values, ...valuesOf(expr.otherwise, known, analysis)];
    }
    default:
      return [{ value: expr, inside: environment }];
  }
}
