import type { OutsideRule } from "../spec/ast.js";
import { isClampedByRounding } from "../ir/clamped-by-rounding.js";
import type { Bounds, Step } from "../ir/program.js";
import { expressionMutants } from "./expression-mutants.js";
import type { Change } from "./mutant.js";

/** Steps that differ from this one by one mistake: in the formula, the range, or what stands in for a value. */
export function stepMutants(step: Step): readonly Change<Step>[] {
  if (step.indicatorOf !== null) return [];
  const { formula, impute } = step;
  return [
    ...expressionMutants(formula).map((one) => ({
      ...one,
      changed: { ...step, formula: one.changed },
    })),
    ...(impute === null
      ? []
      : [
          {
            group: "missing" as const,
            words: "`impute` is forgotten",
            span: impute.span,
            differsWhere: null,
            changed: { ...step, impute: null, imputeText: null },
          },
          ...expressionMutants(impute).map((one) => ({
            ...one,
            words: `in \`impute\`, ${one.words}`,
            differsWhere: null,
            changed: { ...step, impute: one.changed },
          })),
        ]),
    ...outsideMutants(step),
    ...rangeMutants(step),
  ];
}

const otherRules: Readonly<Record<OutsideRule, readonly OutsideRule[]>> = {
  clamp: ["missing", "reject"],
  missing: ["clamp", "reject"],
  reject: ["clamp", "missing"],
};

function outsideMutants(step: Step): readonly Change<Step>[] {
  const { outside, range } = step;
  if (outside === null || range === null || isClampedByRounding(step)) return [];
  const { span } = outside;
  return [
    ...otherRules[outside.value].map((value) => ({
      group: "range" as const,
      words: `\`outside: ${outside.value}\` becomes \`outside: ${value}\``,
      span,
      differsWhere: null,
      changed: { ...step, outside: { ...outside, value } },
    })),
    {
      group: "range",
      words: "`outside` is forgotten",
      span,
      differsWhere: null,
      changed: { ...step, outside: null },
    },
  ];
}

function rangeMutants(step: Step): readonly Change<Step>[] {
  const { range, outside, type } = step;
  if (range === null || outside === null || isClampedByRounding(step)) return [];
  return movedBounds(range, type.kind === "number").map(({ words, moved }) => ({
    group: "range",
    words,
    span: range.span,
    differsWhere: null,
    changed: { ...step, range: moved },
  }));
}

/** Each end a little further out and a little further in. */
export function movedBounds(
  range: Bounds,
  isNumber: boolean,
): readonly { readonly words: string; readonly moved: Bounds }[] {
  const step = stepOf(range, isNumber);
  return (["low", "high"] as const).flatMap((end) => {
    const at = range[end];
    if (at === null) return [];
    const name = end === "low" ? "lower" : "upper";
    return [step, -step]
      .map((by) => ({
        words: `the ${name} end of the range is ${at + by}`,
        moved: moveEnd(range, end, by),
      }))
      .filter(({ moved }) => moved.low === null || moved.high === null || moved.low <= moved.high);
  });
}

function moveEnd(range: Bounds, end: "low" | "high", by: number): Bounds {
  return { ...range, [end]: (range[end] ?? 0) + by };
}

/** A unit; of a narrow range of numbers a hundredth of it. */
function stepOf({ low, high }: Bounds, isNumber: boolean): number {
  if (!isNumber || low === null || high === null || high - low >= 20) return 1;
  return high > low ? (high - low) / 100 : 1;
}
