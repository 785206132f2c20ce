import { missingCause } from "../analyse/missing-cause.js";
import type { Step } from "../ir/program.js";
import { numbersOf } from "../types/facts.js";
import type { CheckContext } from "./context.js";
import { exampleFor } from "./example-for.js";
import { printNumbers } from "./print-domain.js";

/** The one rule: a feature has a value of its type in its range for every row, or says what it has instead. */
export function checkSteps(context: CheckContext): void {
  for (const step of [...context.program.steps, ...context.program.policy]) {
    if (step.role === "indicator") continue;
    if (step.role !== "let") checkTotality(step, context);
    checkRange(step, context);
    checkImpute(step, context);
  }
}

function checkTotality(step: Step, context: CheckContext): void {
  const { facts, collector, program } = context;
  const { mayBeImputed, formula, mayBeOutside } = facts.step(step.name);
  if (step.optional && !mayBeImputed && step.impute === null) {
    collector.report("missing/needless-optional", step.nameSpan, { name: step.name });
  }
  if (step.impute !== null || step.optional || !mayBeImputed) return;
  const cause = formula.missing ? missingCause(step.formula, facts, program) : undefined;
  // A `match` that forgets a case has been reported as that.
  if (cause === undefined && formula.missing) return;
  const dropped = !formula.missing && mayBeOutside;
  const span = cause?.span ?? step.outside?.span ?? step.span;
  collector.report(
    "missing/possible-missing",
    span,
    {
      name: step.name,
      cause:
        cause?.words ??
        (dropped ? "a value outside the range becomes missing" : "it may be missing"),
      fix: cause?.fix,
      type: step.type.kind,
      sample: sampleOf(step),
    },
    {
      related: cause?.declared === undefined ? [] : [cause.declared],
      example: exampleFor(
        step,
        context,
        ({ result }) => result.rejected === null && result.steps.get(step.name) === null,
      ),
    },
  );
}

/** A value that could stand in for a missing one, as `impute` takes it. */
function sampleOf({ type, range }: Step): string {
  switch (type.kind) {
    case "bool":
      return "false";
    case "string":
    case "id":
      return `'"unknown"'`;
    case "enum":
      return `'${JSON.stringify(type.values[0] ?? "")}'`;
    case "date":
      return "'d\"2020-01-31\"'";
    case "timestamp":
      return "'t\"2020-01-31T10:00:00Z\"'";
    default: {
      const { low, high } = range ?? { low: null, high: null };
      const holdsZero = (low === null || low <= 0) && (high === null || high >= 0);
      return holdsZero ? "0" : String(low ?? high);
    }
  }
}

function checkRange(step: Step, context: CheckContext): void {
  const { facts, collector } = context;
  const { mayBeOutside, formula } = facts.step(step.name);
  const { range } = step;
  if (range === null) return;
  if (!mayBeOutside) {
    if (step.outside !== null) {
      collector.report("range/needless-outside", step.outside.span, {
        name: step.name,
        range: range.text,
      });
    }
    return;
  }
  if (step.outside !== null) return;
  // Without a rule the interpreter leaves the value as it is, so that it can be shown outside.
  const example = exampleFor(step, context, ({ result }) => {
    const value = result.steps.get(step.name);
    if (typeof value !== "number") return false;
    return (range.low !== null && value < range.low) || (range.high !== null && value > range.high);
  });
  collector.report(
    "range/possible-outside",
    step.span,
    { name: step.name, range: range.text, can: printNumbers(numbersOf(formula), step.type) },
    { related: [{ span: range.span, text: "the range is declared here" }], example },
  );
}

function checkImpute(step: Step, context: CheckContext): void {
  const { facts, collector, program } = context;
  if (step.impute === null) return;
  if (!facts.step(step.name).mayBeImputed) {
    collector.report("missing/needless-impute", step.impute.span, { name: step.name });
    return;
  }
  const cause = missingCause(step.impute, facts, program);
  if (cause !== undefined) {
    collector.report(
      "missing/impute",
      cause.span,
      { name: step.name, cause: cause.words },
      { related: cause.declared === undefined ? [] : [cause.declared] },
    );
    return;
  }
  const { range } = step;
  if (range === null) return;
  const imputed = numbersOf(facts.of(step.impute));
  const leaves =
    (range.low !== null && imputed.low < range.low) ||
    (range.high !== null && imputed.high > range.high);
  if (leaves) {
    collector.report("range/impute-outside", step.impute.span, {
      name: step.name,
      range: range.text,
    });
  }
}
