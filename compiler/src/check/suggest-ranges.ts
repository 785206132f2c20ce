import { analyseProgram } from "../analyse/analyse-program.js";
import { printValue } from "../ir/print-value.js";
import type { Program, Step } from "../ir/program.js";
import type { NumberDomain } from "../types/domain.js";
import { numbersOf } from "../types/facts.js";
import { ulpOf } from "../types/interval.js";

/** A range that a feature is proved to stay in, as a spec declares it. */
export interface RangeSuggestion {
  readonly feature: string;
  /** Null where nothing narrower than its type is proved: fields that it reads have no ranges, or it may overflow. */
  readonly range: string | null;
}

/** Beyond this a bound says no more than that the value is a number. */
const largest = 1e300;
/** A bound so near counts as met: such values are set to the bound. */
const ulps = 4;

/** The tightest range that is proved of each number that declares none. */
export function suggestRanges(program: Program): readonly RangeSuggestion[] {
  const facts = analyseProgram(program, { exactFolds: true });
  return program.steps.filter(mayHaveRange).flatMap((step) => {
    const { final } = facts.step(step.name);
    if (!final.present || final.domain.kind !== "number") return [];
    return [{ feature: step.name, range: rangeText(step, numbersOf(final)) }];
  });
}

function mayHaveRange({ role, range, type }: Step): boolean {
  return role === "feature" && range === null && (type.kind === "number" || type.kind === "int");
}

function rangeText({ type }: Step, { low, high }: NumberDomain): string | null {
  const largestOfType = type.kind === "int" ? Number.MAX_SAFE_INTEGER : largest;
  if (low <= -largestOfType || high >= largestOfType) return null;
  const print = (value: number): string =>
    printValue(type.kind === "int" ? value : shortest(value), type);
  return `[${print(low)}, ${print(high)}]`;
}

/** The number of fewest digits that is the same but for rounding. */
function shortest(value: number): number {
  for (let digits = 1; digits < 17; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.abs(short - value) <= ulps * ulpOf(short)) return short;
  }
  return value;
}
