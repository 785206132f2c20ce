import { assertNever } from "../base/assert.js";
import { unitRules } from "../functions/unit-rules.table.js";
import type { Call, Expr } from "../ir/nodes.js";
import { countOf, printUnit, raiseUnit, ratioUnit, unitsAgree } from "../types/unit.js";
import type { Unit } from "../types/unit.js";
import { literalUnit, readUnit, unknownUnit } from "./inferred.js";
import type { Inferred } from "./inferred.js";
import { alike, fromCall } from "./unit-context.js";
import type { UnitContext, UnitOperand } from "./unit-context.js";
import { conversion, dividedByOne, namedFactor } from "./words.js";

/** The unit of a call by the rule of its function; `args` are the units of its arguments. */
export function inferCall(call: Call, args: readonly Inferred[], context: UnitContext): Inferred {
  const rule = unitRules[call.fn];
  const operands = numbersOf(call, args);
  const [first = unknownUnit] = args;
  switch (rule.kind) {
    case "unknown":
      return unknownUnit;
    case "keeps":
      return first.kind === "literal" ? literalUnit(null) : first;
    case "counts":
      return fromCall(countOf(rule.name), call, call.fn);
    case "alike": {
      const common = alike(`\`${call.fn}\``, null, operands, context);
      return rule.result === "ratio" ? fromCall(ratioUnit, call, call.fn) : common;
    }
    case "fixed": {
      const takes = readUnit(rule.takes);
      for (const operand of operands) checkArgument(call, operand, takes, context);
      return fromCall(readUnit(rule.gives), call, call.fn);
    }
    case "power":
      return inferPower(call, operands, rule.exponent, context);
    default:
      return assertNever(rule);
  }
}

function numbersOf(call: Call, args: readonly Inferred[]): readonly UnitOperand[] {
  return call.args.flatMap((arg, i) => {
    const unit = args[i];
    const isNumber = arg.type.kind === "number" || arg.type.kind === "int";
    return unit === undefined || !isNumber ? [] : [{ unit, span: arg.span }];
  });
}

function inferPower(
  call: Call,
  operands: readonly UnitOperand[],
  fixed: number | null,
  context: UnitContext,
): Inferred {
  const [base, power] = operands;
  if (base === undefined) return unknownUnit;
  if (power !== undefined) checkArgument(call, power, ratioUnit, context);
  const exponent = fixed ?? literalValue(call.args[1]);
  if (exponent === null) {
    checkArgument(call, base, ratioUnit, context);
    return base.unit.kind === "known" ? fromCall(ratioUnit, call, call.fn) : base.unit;
  }
  if (base.unit.kind !== "known")
    return base.unit.kind === "literal" ? literalUnit(null) : base.unit;
  return { ...base.unit, unit: raiseUnit(base.unit.unit, exponent) };
}

function literalValue(expr: Expr | undefined): number | null {
  return expr?.kind === "Literal" && typeof expr.value === "number" ? expr.value : null;
}

function checkArgument(call: Call, operand: UnitOperand, takes: Unit, context: UnitContext): void {
  const { unit, span } = operand;
  if (unit.kind !== "known" || unitsAgree(unit.unit, takes)) return;
  context.collector.report(
    "unit/argument",
    span,
    {
      function: call.fn,
      takes: printUnit(takes),
      actual: printUnit(unit.unit),
      fix: adviceFor(unit.unit, takes, span.file.text.slice(span.start, span.end)),
    },
    { related: unit.from },
  );
}

function adviceFor(actual: Unit, takes: Unit, text: string): string | undefined {
  const known = conversion(actual, takes);
  if (known !== undefined) return known;
  return takes.powers.size > 0 ? namedFactor(actual, takes) : dividedByOne(text, actual);
}
