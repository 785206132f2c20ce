import type { StepFact } from "../../ir/facts.js";
import type { Case, Expr } from "../../ir/nodes.js";
import type { Step } from "../../ir/program.js";
import { isNumeric } from "../../types/type.js";
import type { Block } from "../text/block.js";
import {
  any,
  binary,
  call,
  conditional,
  isNull,
  not,
  nullCode,
  numberCode,
  primary,
} from "./code.js";
import type { Code } from "./code.js";
import { isReference, settled } from "./emission.js";
import type { Emission, Value } from "./emission.js";
import { emissionAt } from "./expression.js";
import type { ExpressionScope } from "./expression-scope.js";
import { stringLiteral } from "../text/literal.js";
import { mayBeNegativeZero } from "./negative-zero.js";
import { nullableType } from "./value-type.js";

/** The names of a step's variables. */
export interface StepNames {
  readonly value: string;
  /** Of the indicator that tells whether the value was missing before `impute`. */
  readonly indicator: string | null;
}

/** A value on its way to the step; where one of `tests` is true besides, it is missing. */
interface Draft {
  readonly value: Value;
  readonly tests: readonly Code[];
}

/** The bounds that the formula may leave. */
interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Declares the value of a step: its formula, its range, `impute`, and 0 for -0, each only where the facts say
 * that it can happen. Returns whether TypeScript takes the value for nullable.
 */
export function emitStep(
  step: Step,
  names: StepNames,
  scope: ExpressionScope,
  block: Block,
): boolean {
  const fact = scope.facts.step(step.name);
  const limits = limitsOf(step, fact);
  const impute = fact.mayBeImputed ? step.impute : null;
  const clearsZero = clearsZeroOf(step.formula, scope) || clearsZeroOf(impute, scope);
  const isPlain = limits === null && impute === null && names.indicator === null && !clearsZero;
  const emission = emissionAt(scope, block);
  const draftName = isPlain ? names.value : scope.names.take(`${names.value}_raw`);
  const root = caseOf(step.formula);
  if (root !== undefined) emission.targets.set(root, draftName);
  const value = emission.value(step.formula);
  if (value.code === nullCode) return declareMissing(step, names, impute, emission);
  if (isPlain) return declare(step, names.value, settled(value, emission), block);

  const isTold = names.indicator !== null;
  let draft: Draft = { value, tests: [] };
  if (limits !== null) draft = withinLimits(step, limits, value, draftName, emission);
  else if (isTold || (clearsZero && value.nullable)) {
    draft = { value: certain(step, value, draftName, emission), tests: [] };
  }
  if (clearsZero) draft = { ...draft, value: withoutNegativeZero(draft.value) };
  if (names.indicator !== null)
    block.line(`const ${names.indicator} = ${any(missingTests(draft)).text};`);
  const final = impute === null ? undefined : settled(emission.value(impute), emission);
  return declare(step, names.value, finished(step, draft, final, draftName, emission), block);
}

/** The formula is always missing. */
function declareMissing(
  step: Step,
  names: StepNames,
  impute: Expr | null,
  emission: Emission,
): boolean {
  const { block } = emission;
  if (names.indicator !== null) block.line(`const ${names.indicator} = true;`);
  if (impute !== null)
    return declare(step, names.value, settled(emission.value(impute), emission), block);
  block.line(`const ${names.value} = null;`);
  return true;
}

function clearsZeroOf(expr: Expr | null, { facts }: ExpressionScope): boolean {
  return expr !== null && isNumeric(expr.type) && mayBeNegativeZero(expr, facts);
}

/** The case whose value is that of the whole formula: it can set the variable of the step itself. */
function caseOf(expr: Expr): Case | undefined {
  switch (expr.kind) {
    case "Case":
      return expr;
    case "Let":
      return caseOf(expr.body);
    case "Cast":
      return caseOf(expr.operand);
    default:
      return undefined;
  }
}

function limitsOf(step: Step, fact: StepFact): Limits | null {
  if (step.range === null || step.outside === null || !fact.mayBeOutside) return null;
  const { domain } = fact.formula;
  const { low, high } = step.range;
  const numbers = fact.formula.present && domain.kind === "number" ? domain : undefined;
  const limits = {
    low: low === null || (numbers !== undefined && numbers.low >= low) ? null : low,
    high: high === null || (numbers !== undefined && numbers.high <= high) ? null : high,
  };
  return limits.low === null && limits.high === null ? null : limits;
}

/** The value as code that is there once its references are. */
function certain(step: Step, value: Value, name: string, emission: Emission): Value {
  let bound = value;
  if (value.guard !== null || (value.nullable && !isReference(value.code))) {
    bound = emission.bind(value, step.type, name);
  }
  return bound.nullable
    ? { ...bound, requires: [...bound.requires, bound.code.text], nullable: false }
    : bound;
}

/** What `outside` says of a value beyond the range. */
function withinLimits(
  step: Step,
  limits: Limits,
  value: Value,
  name: string,
  emission: Emission,
): Draft {
  const known = certain(step, value, name, emission);
  const outside = step.outside?.value ?? "clamp";
  if (outside === "clamp")
    return { value: { ...known, code: clamped(known.code, limits, emission) }, tests: [] };
  const bound = isReference(known.code)
    ? known
    : certain(step, emission.bind(known, step.type, name), name, emission);
  const tests = [
    ...(limits.low === null ? [] : [binary("<", bound.code, numberCode(limits.low))]),
    ...(limits.high === null ? [] : [binary(">", bound.code, numberCode(limits.high))]),
  ];
  if (outside === "missing") return { value: bound, tests };
  const isThere = bound.requires.map((reference) => not(isNull(primary(reference))));
  const isOutside = isThere.reduceRight((test, there) => binary("&&", there, test), any(tests));
  const error = emission.scope.imports.runtime("RejectedRowError");
  const shown = step.pii === true ? "undefined" : bound.code.text;
  const details = `${stringLiteral(step.name)}, ${shown}, ${stringLiteral(step.range?.text ?? "")}`;
  emission.block.open(`if (${isOutside.text}) {`).line(`throw new ${error}(${details});`).close();
  return { value: bound, tests: [] };
}

function clamped(code: Code, { low, high }: Limits, { scope }: Emission): Code {
  if (low === null) return call(scope.imports.runtime("least"), code, numberCode(high ?? 0));
  if (high === null) return call(scope.imports.runtime("greatest"), code, numberCode(low));
  return call(scope.imports.runtime("clip"), code, numberCode(low), numberCode(high));
}

function withoutNegativeZero(value: Value): Value {
  return { ...value, code: binary("+", value.code, numberCode(0)) };
}

function missingTests({ value, tests }: Draft): readonly Code[] {
  return [...value.requires.map((reference) => isNull(primary(reference))), ...tests];
}

interface Settled {
  readonly code: Code;
  readonly nullable: boolean;
}

/** The value with what it is where it is missing: null, or what is imputed. */
function finished(
  step: Step,
  draft: Draft,
  imputed: Settled | undefined,
  name: string,
  emission: Emission,
): Settled {
  const { value } = draft;
  const tests = missingTests(draft);
  const isOpen = value.guard !== null || value.nullable;
  const inner =
    value.guard === null
      ? value.code
      : call(emission.scope.imports.runtime(value.guard), value.code);
  if (imputed === undefined) {
    const code = tests.length === 0 ? inner : conditional(any(tests), nullCode, inner);
    return { code, nullable: isOpen || tests.length > 0 };
  }
  const { nullable } = imputed;
  if (!isOpen) {
    return tests.length === 0
      ? { code: inner, nullable: false }
      : { code: conditional(any(tests), imputed.code, inner), nullable };
  }
  const left = tests.length === 0 ? inner : emission.bind(value, step.type, name).code;
  return { code: binary("??", left, imputed.code), nullable };
}

function declare(step: Step, name: string, { code, nullable }: Settled, block: Block): boolean {
  if (code.text === name) return nullable;
  const type = code.isLiteral === true ? `: ${nullableType(step.type, nullable)}` : "";
  block.line(`const ${name}${type} = ${code.text};`);
  return nullable;
}
