import { dependenciesOf } from "../ir/dependencies.js";
import type { FittedConstant } from "../ir/program.js";
import { printValue } from "../ir/print-value.js";
import type { StatisticName } from "../fit/statistics.table.js";
import type { Fact, NumberDomain } from "../types/domain.js";
import { ulpOf } from "../types/interval.js";
import type { Constant } from "../types/value.js";
import type { CheckContext } from "./context.js";
import { printNumbers } from "./print-domain.js";

/**
 * A value of the fit file lies where values of its column can lie: no mean of debts is a negative number. True
 * where some value does not.
 */
export function checkFits({ program, facts, collector }: CheckContext): boolean {
  let isWrong = false;
  for (const { name, argument } of program.fits) {
    const { events, tables } = dependenciesOf(program, [argument]);
    const [source] = [...events.keys(), ...tables.keys()];
    if (source === undefined) continue;
    collector.report("fit/reads-source", argument.span, { name: `fit.${name}`, source });
    isWrong = true;
  }
  for (const constant of program.fits) {
    const { value, valueSpan, name } = constant;
    if (value === null || valueSpan === null) continue;
    const problem = problemOf(constant, value, facts.of(constant.argument));
    if (problem === undefined) continue;
    const path = valueSpan.file.path;
    collector.report("fit/bad-value", valueSpan, { name: `fit.${name}`, problem, path });
    isWrong = true;
  }
  return isWrong;
}

type Reach =
  /** One of the values of the column. */
  | "a value"
  /** Between the smallest and the largest, but for rounding. */
  | "between"
  /** Of no place in the column. */
  | "elsewhere";

const reaches: Readonly<Record<StatisticName, Reach>> = {
  count: "elsewhere",
  mean: "between",
  stddev_samp: "elsewhere",
  stddev_pop: "elsewhere",
  min: "a value",
  max: "a value",
  median: "between",
  quantile: "between",
  mode: "a value",
  vocabulary: "elsewhere",
};

function problemOf(
  { statistic, text, type }: FittedConstant,
  value: Constant,
  { domain }: Fact,
): string | undefined {
  const reach = reaches[statistic];
  if (reach === "elsewhere" || typeof value !== "number" || domain.kind !== "number") {
    return undefined;
  }
  if (isWithin(value, domain, reach === "between" ? roundings : 0)) return undefined;
  return `\`${text}\` cannot be ${printValue(value, type)}; ${printNumbers(domain, type)}`;
}

/** A sum of a million values near a bound is off by at most so many ulps of it. */
const roundings = 2 ** 20;

function isWithin(value: number, domain: NumberDomain, ulps: number): boolean {
  const slack = (bound: number): number => (ulps === 0 ? 0 : ulps * ulpOf(bound));
  return value >= domain.low - slack(domain.low) && value <= domain.high + slack(domain.high);
}
