import { analyseProgram } from "../analyse/analyse-program.js";
import type { ExampleField } from "../diagnostics/diagnostic.js";
import type { Facts } from "../ir/facts.js";
import type { Bounds, Program, Step } from "../ir/program.js";
import { isClampedByRounding } from "../prove/clamp-rounding.js";
import type { Violation } from "../prove/find-counterexample.js";
import { exampleFor } from "./example-for.js";
import { startRow } from "./start-row.js";

/** What was decided about a claim: it holds, a row breaks it, or neither was found. */
export type Verdict = "proved" | "refuted" | "unknown";

/** What decided it, the cheapest that does. */
export type Method = "interval" | "order" | "rounding" | "search";

/** One claim of a step: that it has a value for every row, or that its value lies in its range. */
export interface Judgement {
  readonly step: string;
  readonly role: Step["role"];
  readonly claim: "has a value" | "stays in range";
  readonly range: string | null;
  readonly verdict: Verdict;
  /** Null where nothing decided it. */
  readonly method: Method | null;
  /** What the spec says to do where the claim does not hold; null: nothing. */
  readonly handledBy: string | null;
  /** The row that breaks the claim, as `given` of an example takes it. */
  readonly example: readonly ExampleField[];
  readonly milliseconds: number;
}

interface Claim extends Pick<Judgement, "claim" | "range" | "handledBy"> {
  /** What proves it; null where nothing does. */
  readonly proof: Method | null;
  readonly violates: Violation;
}

/** What is known with the order of values, and what intervals alone say. */
interface Knowledge {
  readonly facts: Facts;
  readonly intervals: Facts;
}

/** Judges every claim of lets, features and decisions, in order of evaluation. `clock` gives milliseconds. */
export function judgeSteps(
  program: Program,
  facts: Facts,
  clock: () => number,
): readonly Judgement[] {
  const start = startRow(program);
  const knowledge = { facts, intervals: analyseProgram(program, { withOrder: false }) };
  const decide = (step: Step, { proof, violates, ...claim }: Claim): Judgement => {
    const about = { step: step.name, role: step.role, ...claim };
    if (proof !== null) {
      return { ...about, verdict: "proved", method: proof, example: [], milliseconds: 0 };
    }
    const begin = clock();
    const plain = { ...step, outside: null, impute: null };
    const example = exampleFor(plain, { program: withStep(program, plain), start }, violates);
    return {
      ...about,
      ...(example.length > 0
        ? { verdict: "refuted", method: "search" }
        : { verdict: "unknown", method: null }),
      example,
      milliseconds: clock() - begin,
    };
  };
  return [...program.steps, ...program.policy]
    .filter(({ role }) => role !== "indicator")
    .flatMap((step) => claimsOf(step, knowledge).map((claim) => decide(step, claim)));
}

function claimsOf(step: Step, knowledge: Knowledge): readonly Claim[] {
  return [
    // A let may be missing: what reads it has to say what happens then.
    ...(step.role === "let" ? [] : [valueClaim(step, knowledge)]),
    ...(step.range === null ? [] : [rangeClaim(step, step.range, knowledge)]),
  ];
}

function valueClaim(step: Step, { facts, intervals }: Knowledge): Claim {
  const isProved = !facts.step(step.name).formula.missing;
  const byIntervals = !intervals.step(step.name).formula.missing;
  const imputed = step.imputeText === null ? null : `impute: ${step.imputeText}`;
  return {
    claim: "has a value",
    range: null,
    handledBy: imputed ?? (step.optional ? "a type with `?`" : null),
    proof: isProved ? (byIntervals ? "interval" : "order") : null,
    violates: ({ result }) => result.rejected === null && result.steps.get(step.name) === null,
  };
}

function rangeClaim(step: Step, range: Bounds, { facts, intervals }: Knowledge): Claim {
  const isProved = !facts.step(step.name).mayBeOutside;
  const byIntervals = !intervals.step(step.name).mayBeOutside;
  const rounded = isClampedByRounding(step);
  return {
    claim: "stays in range",
    range: range.text,
    handledBy: rounded || step.outside === null ? null : `outside: ${step.outside.value}`,
    proof: rounded ? "rounding" : isProved ? (byIntervals ? "interval" : "order") : null,
    violates: ({ result }) => {
      const value = result.steps.get(step.name);
      if (typeof value !== "number") return false;
      const isBelow = range.low !== null && value < range.low;
      return isBelow || (range.high !== null && value > range.high);
    },
  };
}

function withStep(program: Program, step: Step): Program {
  const replace = (one: Step): Step => (one.name === step.name ? step : one);
  return { ...program, steps: program.steps.map(replace), policy: program.policy.map(replace) };
}
