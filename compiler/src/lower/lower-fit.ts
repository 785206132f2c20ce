import { nearest } from "../diagnostics/suggest.js";
import {
  isStatisticName,
  statisticNames,
  statisticSignature,
  statistics,
} from "../fit/statistics.table.js";
import type { StatisticName } from "../fit/statistics.table.js";
import type { FitSource } from "../bind/load-fit-file.js";
import type { CallAst, FormulaAst } from "../formula/ast.js";
import { printFormula } from "../formula/print.js";
import type { Expr } from "../ir/nodes.js";
import type { FittedConstant } from "../ir/program.js";
import type { FitAst } from "../spec/ast.js";
import { printType } from "../types/type.js";
import type { LowerContext } from "./context.js";
import { fittedFrom } from "./fit-source.js";
import { readsOf } from "./fit-reads.js";
import type { ReadableParts } from "./fit-reads.js";
import { withFittedValues } from "./fitted-values.js";
import { constantOf, isReported } from "./lower-constant.js";
import { lowerFormula } from "./lower-formula.js";

export interface ParsedFit {
  readonly ast: FitAst;
  readonly formula: FormulaAst;
}

/** The typed statistic with its value, or undefined where something in it has been reported. */
export function lowerFit(
  { ast, formula }: ParsedFit,
  source: FitSource,
  parts: ReadableParts,
  context: LowerContext,
): FittedConstant | undefined {
  if (formula.kind === "InvalidAst") return undefined;
  const statistic = statisticOf(formula, context);
  if (statistic === undefined || formula.kind !== "CallAst") return undefined;
  const parameter = parameterOf(statistic, formula, context);
  const argument = argumentOf(statistic, formula, context);
  if (parameter === undefined || argument === undefined) return undefined;
  const constant = {
    name: ast.name.value,
    ...(ast.description === undefined ? {} : { description: ast.description.value }),
    text: printFormula(formula),
    statistic,
    argument,
    parameter,
    type: statistics[statistic].result(argument.type),
    reads: readsOf(formula, parts, context),
    readBy: parts.readersOf(ast.name.value),
    nameSpan: ast.name.span,
    span: ast.formula.span,
  };
  return { ...constant, ...fittedFrom(source, constant, context.collector) };
}

/** What people write who know another tool. */
const otherNames: Readonly<Record<string, StatisticName>> = {
  avg: "mean",
  average: "mean",
  std: "stddev_samp",
  stddev: "stddev_samp",
  sd: "stddev_samp",
  percentile: "quantile",
  p50: "median",
  most_common: "mode",
  vocab: "vocabulary",
  categories: "vocabulary",
};

function statisticOf(formula: FormulaAst, { collector }: LowerContext): StatisticName | undefined {
  const callee = formula.kind === "CallAst" ? formula.callee : undefined;
  if (formula.kind === "CallAst" && isStatisticName(formula.callee)) {
    if (formula.selection === undefined) return formula.callee;
    collector.report("fit/selection", formula.selection.span, { statistic: formula.callee });
    return undefined;
  }
  const known = callee !== undefined && Object.hasOwn(otherNames, callee);
  collector.report(
    "fit/bad-statistic",
    formula.kind === "CallAst" ? formula.calleeSpan : formula.span,
    {
      name: callee,
      suggestion:
        callee === undefined
          ? undefined
          : known
            ? otherNames[callee]
            : nearest(callee, statisticNames),
      known: statisticNames,
    },
  );
  return undefined;
}

/** Null where the statistic has none, undefined where it has been reported. */
function parameterOf(
  name: StatisticName,
  { args, span }: CallAst,
  context: LowerContext,
): number | null | undefined {
  const { parameter } = statistics[name];
  const signature = statisticSignature(name);
  const wanted = parameter === null ? 1 : 2;
  const misnamed = args.find(
    (argument, i) => argument.name !== undefined && (i === 0 || argument.name !== parameter?.name),
  );
  if (misnamed?.name !== undefined) {
    context.collector.report("type/argument-name", misnamed.span, {
      signature,
      name: misnamed.name,
    });
    return undefined;
  }
  if (args.length !== wanted) {
    context.collector.report("type/argument-count", span, { signature, given: args.length });
    return undefined;
  }
  const given = args[1]?.value;
  if (parameter === null || given === undefined) return null;
  const ast = withFittedValues(given, context);
  if (isReported(ast)) return undefined;
  const value = constantOf(ast);
  if (value === undefined) {
    context.collector.report("type/constant-needed", given.span, {
      what: `the argument ${parameter.name} of ${name}`,
    });
    return undefined;
  }
  if (typeof value === "number" && parameter.admits(value)) return value;
  context.collector.report("type/bad-argument", given.span, {
    function: name,
    problem: `${parameter.name} is ${parameter.wanted}, not ${JSON.stringify(value)}`,
  });
  return undefined;
}

function argumentOf(
  name: StatisticName,
  formula: CallAst,
  context: LowerContext,
): Expr | undefined {
  const given = formula.args[0]?.value;
  if (given === undefined) return undefined;
  const argument = lowerFormula(withFittedValues(given, context), context);
  if (argument.kind === "Invalid" || argument.type.kind === "invalid") return undefined;
  const { takes, wanted } = statistics[name];
  if (takes.includes(argument.type.kind)) return argument;
  context.collector.report("type/argument", given.span, {
    function: name,
    param: "x",
    wanted,
    actual: argument.kind === "Missing" ? "missing" : printType(argument.type),
  });
  return undefined;
}
