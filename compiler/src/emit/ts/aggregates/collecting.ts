import { assertNever, internalError } from "../../../base/assert.js";
import type { AggregateName } from "../../../functions/aggregates/aggregate.table.js";
import { binary, call, not, nullCode, numberCode, primary } from "../code.js";
import type { Code } from "../code.js";
import { present } from "../emission.js";
import type { Emission, Value } from "../emission.js";
import { valueType } from "../value-type.js";
import type { Accumulate, AccumulationScope } from "./accumulation.js";

/** Keeps the values of all elements, or of events the times, and makes the result of them behind the loop. */
export const collecting: Accumulate = (scope) => {
  const { name, expr, time } = scope;
  const { element, latest } = expr;
  const values = `${name}_values`;
  const keepsTimes = element === null;
  const base = element === null ? "number" : valueType(element.type);
  const item = base.includes("|") ? `(${base})` : base;
  const mayBeMissing = latest !== null && expr.skipMissing;
  const type = mayBeMissing ? `(${base} | null)[]` : `${item}[]`;
  return {
    declarations: [`const ${values}: ${type} = [];`],
    add: (value, block) => {
      const code = keepsTimes ? time : (value ?? internalError("no value is kept"));
      block.line(`${values}.push(${code.text});`);
    },
    result: (emission) => resultOf(scope, primary(values), emission),
  };
};

function resultOf(scope: AccumulationScope, values: Code, emission: Emission): Value {
  const { expr } = scope;
  const { latest, skipMissing, element } = expr;
  const runtime = (name: Parameters<typeof emission.scope.imports.runtime>[0]): string =>
    emission.scope.imports.runtime(name);
  let kept = values;
  if (latest !== null) kept = call(runtime("latest"), kept, numberCode(latest));
  if (latest !== null && skipMissing && element !== null)
    kept = call(runtime("withoutMissing"), kept);
  return made(expr.fn, kept, scope, runtime);
}

function made(
  fn: AggregateName,
  values: Code,
  { expr, asOf }: AccumulationScope,
  runtime: (name: Parameters<Emission["scope"]["imports"]["runtime"]>[0]) => string,
): Value {
  const args = expr.args.map((arg) => numberCode(Number(arg)));
  const always = (code: Code): Value => present(code);
  const nullable = (code: Code): Value => ({ code, requires: [], nullable: true, guard: null });
  const length = primary(`${values.text}.length`);
  const since = (moment: Code): Value => nullable(call(runtime("secondsSince"), moment, asOf));
  const isNumber = valueType(expr.type) === "number";
  switch (fn) {
    case "count":
      return always(length);
    case "exists":
      return always(binary(">", length, numberCode(0)));
    case "rate":
      return always(binary("/", length, args[0] ?? numberCode(1)));
    case "seconds_since_first":
      return since(call(runtime("leastOf"), values));
    case "seconds_since_last":
      return since(call(runtime("greatestOf"), values));
    case "any":
      return always(primary(`${values.text}.includes(true)`));
    case "all":
      return always(not(primary(`${values.text}.includes(false)`)));
    case "count_distinct":
      return always(primary(`new Set(${values.text}).size`));
    case "sum":
      if (args[0] !== undefined) return nullable(call(runtime("scaledSum"), values, args[0]));
      return expr.type.kind === "int"
        ? nullable(call(runtime("exactSum"), values))
        : nullable(call(runtime("sumOf"), values));
    case "mean":
      return nullable(call(runtime("meanOf"), values));
    case "share":
      return nullable(call(runtime("shareOf"), values));
    case "min":
      return nullable(call(runtime(isNumber ? "leastOf" : "firstText"), values));
    case "max":
      return nullable(call(runtime(isNumber ? "greatestOf" : "lastText"), values));
    case "first":
      return nullable(binary("??", primary(`${values.text}[0]`), nullCode));
    case "last":
      return nullable(call(runtime("nthLast"), values, numberCode(1)));
    case "nth_last":
      return nullable(call(runtime("nthLast"), values, args[0] ?? numberCode(1)));
    case "nth_smallest":
      return nullable(call(runtime("nthSmallest"), values, args[0] ?? numberCode(1)));
    case "nth_largest":
      return nullable(call(runtime("nthLargest"), values, args[0] ?? numberCode(1)));
    case "argmin":
      return nullable(call(runtime("argmin"), values));
    case "argmax":
      return nullable(call(runtime("argmax"), values));
    case "median":
      return nullable(call(runtime("quantile"), values, numberCode(0.5)));
    case "quantile":
      return nullable(call(runtime("quantile"), values, args[0] ?? numberCode(0.5)));
    case "mode":
      return nullable(call(runtime("mode"), values));
    case "var_pop":
      return nullable(call(runtime("varPop"), values));
    case "var_samp":
      return nullable(call(runtime("varSamp"), values));
    case "stddev_pop":
      return nullable(call(runtime("stddevPop"), values));
    case "stddev_samp":
      return nullable(call(runtime("stddevSamp"), values));
    default:
      return assertNever(fn);
  }
}
