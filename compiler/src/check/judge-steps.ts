import { analyseProgram } from "../analyse/analyse-program.js";
import type { ExampleField } from "../diagnostics/diagnostic.js";
import type { Attempt, Facts, StepFact } from "../ir/facts.js";
import type { Bounds, Program, Step } from "../ir/program.js";
import { isClampedByRounding } from "../ir/clamped-by-rounding.js";
import type { Violation } from "../prove/find-counterexample.js";
import { numbersOf } from "../types/facts.js";
import { searchExample } from "./example-for.js";
import { printNumbers } from "./print-domain.js";
import { startRow } from "./start-row.js";

/** What was decided about a claim: it holds, a row breaks it, or neither was found. */
export type Verdict = "proved" | "refuted" | "unknown";

/** What decided it, the cheapest that does. */
export type Method = "interval" | "order" | "rounding" | Attempt["method"] | "search";

/** A method that was tried on a claim, in the order of the attempts. */
export interface MethodTried {
  readonly method: Method;
  readonly isDecided: boolean;
  /** What it came to, in words. */
  readonly found: string;
}

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
  readonly attempts: readonly MethodTried[];
  readonly milliseconds: number;
}

interface Claim extends Pick<Judgement, "claim" | "range" | "handledBy"> {
  readonly attempts: readonly MethodTried[];
  readonly violates: Violation;
}

/** What is known after all methods, by order and intervals, and by intervals alone. */
interface Knowledge {
  readonly facts: Facts;
  readonly ordered: Facts;
  readonly intervals: Facts;
}

/** Judges every claim of lets, features and decisions, in order of evaluation. `clock` gives milliseconds. */
export function judgeSteps(
  program: Program,
  facts: Facts,
  clock: () => number,
): readonly Judgement[] {
  const start = startRow(program);
  const knowledge = {
    facts,
    ordered: analyseProgram(program, { deep: false }),
    intervals: analyseProgram(program, { withOrder: false, deep: false }),
  };
  const decide = (step: Step, { attempts, violates, ...claim }: Claim): Judgement => {
    const about = { step: step.name, role: step.role, ...claim };
    const proof = attempts.find(({ isDecided }) => isDecided);
    if (proof !== undefined) {
      const { method } = proof;
      return { ...about, verdict: "proved", method, example: [], attempts, milliseconds: 0 };
    }
    const begin = clock();
    const plain = { ...step, outside: null, impute: null };
    const search = searchExample(plain, { program: withStep(program, plain), start }, violates);
    const tried: MethodTried = {
      method: "search",
      isDecided: search.fields !== undefined,
      found: `${counted(search.rows, "row")} run, ${search.fields === undefined ? "none breaks it" : "the last breaks it"}`,
    };
    return {
      ...about,
      ...(tried.isDecided
        ? { verdict: "refuted", method: "search" }
        : { verdict: "unknown", method: null }),
      example: search.fields ?? [],
      attempts: [...attempts, tried],
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

function valueClaim(step: Step, knowledge: Knowledge): Claim {
  const imputed = step.imputeText === null ? null : `impute: ${step.imputeText}`;
  return {
    claim: "has a value",
    range: null,
    handledBy: imputed ?? (step.optional ? "a type with `?`" : null),
    attempts: attemptsAt("has a value", step, knowledge, ({ formula }) => ({
      isDecided: !formula.missing,
      found: formula.missing ? "it may be missing" : "it has a value in every row",
    })),
    violates: ({ result }) => result.rejected === null && result.steps.get(step.name) === null,
  };
}

function rangeClaim(step: Step, range: Bounds, knowledge: Knowledge): Claim {
  const rounded = isClampedByRounding(step);
  const attempts = attemptsAt("stays in range", step, knowledge, ({ formula, mayBeOutside }) => ({
    isDecided: !mayBeOutside,
    found: formula.present ? printNumbers(numbersOf(formula), step.type) : "it is never there",
  }));
  const byRounding: MethodTried = {
    method: "rounding",
    isDecided: true,
    found: "it leaves the range in its last digits alone, and is set to the bound",
  };
  return {
    claim: "stays in range",
    range: range.text,
    handledBy: rounded || step.outside === null ? null : `outside: ${step.outside.value}`,
    attempts:
      rounded && !attempts.some(({ isDecided }) => isDecided)
        ? [...attempts, byRounding]
        : attempts,
    violates: ({ result }) => {
      const value = result.steps.get(step.name);
      if (typeof value !== "number") return false;
      const isBelow = range.low !== null && value < range.low;
      return isBelow || (range.high !== null && value > range.high);
    },
  };
}

/** Intervals, order, and what was tried beyond them, until one decides. */
function attemptsAt(
  claim: Judgement["claim"],
  step: Step,
  { facts, ordered, intervals }: Knowledge,
  judge: (fact: StepFact) => Omit<MethodTried, "method">,
): readonly MethodTried[] {
  const tried: MethodTried[] = [
    { method: "interval", ...judge(intervals.step(step.name)) },
    { method: "order", ...judge(ordered.step(step.name)) },
    ...(facts.step(step.name).deepProof?.attempts ?? [])
      .filter((attempt) => attempt.claim === claim)
      .map(({ method, holds, boxes }) => ({
        method,
        isDecided: holds,
        found: `${counted(boxes, "part")} looked at, ${holds ? endsOf(method) : "not decided"}`,
      })),
  ];
  const decided = tried.findIndex(({ isDecided }) => isDecided);
  return decided === -1 ? tried : tried.slice(0, decided + 1);
}

function endsOf(method: Attempt["method"]): string {
  return method === "subdivision"
    ? "it holds in all of them"
    : "it holds but for rounding, which is set to the bound";
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function withStep(program: Program, step: Step): Program {
  const replace = (one: Step): Step => (one.name === step.name ? step : one);
  return { ...program, steps: program.steps.map(replace), policy: program.policy.map(replace) };
}
