import { assertNever } from "../base/assert.js";
import type { Span } from "../base/source.js";
import { aggregateNamed } from "../functions/aggregates/aggregate.table.js";
import { functionNamed } from "../functions/registry.js";
import { rowParts } from "../ir/children.js";
import type { Facts } from "../ir/facts.js";
import { nameOf } from "../ir/name-of.js";
import type { Aggregate, Arith, Expr, TableRef } from "../ir/nodes.js";
import type { FieldContract, Program } from "../ir/program.js";
import { numbersOf } from "../types/facts.js";
import type { MissingReason } from "../types/value.js";
import { contractAt } from "./field-fact.js";
import { argumentFact } from "./combine-facts.js";

/** The innermost place where a value can become missing, in words that stand beside carets. */
export interface MissingCause {
  readonly span: Span;
  readonly words: string;
  /** Where an optional field or a step that may be missing is declared. */
  readonly declared?: { readonly span: Span; readonly text: string };
  /** What a user could change besides `impute`. */
  readonly fix?: string;
}

/** Why an expression may be missing, or undefined where it may not. The first cause in reading order. */
export function missingCause(expr: Expr, facts: Facts, program: Program): MissingCause | undefined {
  if (!facts.isReachable(expr) || !facts.of(expr).missing) return undefined;
  const causeIn = (child: Expr): MissingCause | undefined => missingCause(child, facts, program);
  const first = (children: readonly Expr[]): MissingCause | undefined => {
    for (const child of children) {
      const cause = causeIn(child);
      if (cause !== undefined) return cause;
    }
    return undefined;
  };
  /** The operands explain it where one of them may be missing; else the operation itself does. */
  const ownOr = (operands: readonly Expr[], own: () => MissingCause): MissingCause | undefined =>
    operands.some((operand) => facts.of(operand).missing) ? first(operands) : own();
  switch (expr.kind) {
    case "Missing":
      return { span: expr.span, words: "missing is written here" };
    case "FieldRef":
      return fieldCause(expr.path, expr.span, program.input);
    case "OutputRef":
      return fieldCause([expr.name], expr.span, program.model?.outputs ?? []);
    case "FeatureRef": {
      const step = [...program.steps, ...program.policy].find(({ name }) => name === expr.name);
      const declared =
        step === undefined ? {} : { declared: { span: step.nameSpan, text: "declared here" } };
      return { span: expr.span, words: `${expr.name} may be missing`, ...declared };
    }
    case "Arith":
      return ownOr([expr.left, expr.right], () => arithCause(expr, facts));
    case "Power":
      return ownOr([expr.base], () => ({
        span: expr.span,
        words:
          expr.exponent < 0 && numbersOf(facts.of(expr.base)).zero
            ? "division by zero where the base is 0"
            : "the power can be too large for a number",
      }));
    case "Call":
      return ownOr(expr.args, () => callCause(expr, facts));
    case "Lookup":
      return ownOr([expr.key], () => ({
        span: expr.span,
        words: `a key that ${expr.map.name} does not have gives no value`,
      }));
    case "Let":
      return causeIn(expr.body);
    case "LocalRef":
      return { span: expr.span, words: `${expr.name} may be missing` };
    case "Negate":
    case "Not":
    case "In":
    case "Cast":
    case "Encode":
    case "IsMissing":
      return causeIn(expr.operand);
    case "Compare":
    case "Logic":
      return first([expr.left, expr.right]);
    case "Coalesce":
      return causeIn(expr.right);
    case "Case":
      // Where a `match` forgets a case, that is the mistake, and it is reported as such.
      return first([
        ...expr.arms.map((arm) => arm.value),
        ...(expr.hasOtherwise ? [expr.otherwise] : []),
      ]);
    case "TableRef":
      return tableCause(expr, program);
    case "ElementRef":
      return { span: expr.span, words: `${textOf(expr.span)} may be missing` };
    case "ListValue":
      return undefined;
    case "Aggregate":
      return ownOr(rowParts(expr.collection), () => aggregateCause(expr));
    case "Literal":
    case "AsOf":
    case "Invalid":
      return undefined;
    default:
      return assertNever(expr);
  }
}

function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

function fieldCause(
  path: readonly string[],
  span: Span,
  contracts: readonly FieldContract[],
): MissingCause {
  let level = contracts;
  // The innermost: the records around it may be known to be there.
  let cause: MissingCause = { span, words: `${path.join(".")} may be missing` };
  for (const [depth, name] of path.entries()) {
    const field = level.find((contract) => contract.name === name);
    if (field?.mayBeMissing === true) {
      cause = {
        span,
        words: `${path.slice(0, depth + 1).join(".")} may be missing`,
        declared: { span: field.span, text: `${whyFieldMayBeMissing(field)}, declared here` },
      };
    }
    level = field?.fields ?? [];
  }
  return cause;
}

/** The record, or the field of it where a condition has asked for the record. */
function tableCause(expr: TableRef, program: Program): MissingCause {
  const table = program.tables.find(({ name }) => name === expr.table);
  const field = contractAt(table?.fields ?? [], expr.path);
  if (field?.mayBeMissing === true) {
    return fieldCause(expr.path, expr.span, table?.fields ?? []);
  }
  return {
    span: expr.span,
    words: `${expr.table} may have no record of the entity`,
    ...(table === undefined ? {} : { declared: { span: table.span, text: "declared here" } }),
  };
}

function aggregateCause({ span, fn, args, collection }: Aggregate): MissingCause {
  const needed = aggregateNamed(fn).needs(args);
  const name =
    collection.kind === "events" ? collection.source.name : (nameOf(collection.list) ?? "the list");
  const words =
    needed === 0
      ? `the result of ${fn} can be too large`
      : `${fn} has no value where ${needed === 1 ? "no element" : `fewer than ${needed} elements`} of ${name} ${needed === 1 ? "is" : "are"} left`;
  return { span, words };
}

function whyFieldMayBeMissing(field: FieldContract): string {
  if (field.optional) return "optional";
  if (field.invalid === "missing") return "missing where it is invalid";
  if (field.outside === "missing") return "missing where it is outside its range";
  return "missing where it is one of its `missing_values`";
}

function arithCause(expr: Arith, facts: Facts): MissingCause {
  const divides = expr.operator === "/" || expr.operator === "//";
  const divisor = numbersOf(facts.of(expr.right));
  if (divides && divisor.zero) {
    const name = nameOf(expr.right);
    return {
      span: expr.span,
      words: `division by zero${name === undefined ? "" : ` where ${name} is 0`}`,
      ...(expr.right.kind === "FieldRef"
        ? { fix: `exclude 0 from the range of \`${expr.right.path.join(".")}\`` }
        : {}),
    };
  }
  if (expr.type.kind === "date" || expr.type.kind === "timestamp") {
    return { span: expr.span, words: "the result can lie outside the years 1 to 9999" };
  }
  return {
    span: expr.span,
    words:
      expr.type.kind === "int"
        ? "the result can be larger than 2^53 - 1"
        : "the result can be too large for a number",
    fix: "declare ranges for what it is made from",
  };
}

const reasonWords: Readonly<Record<MissingReason, string>> = {
  absent: "it may be absent",
  null: "it may be null",
  sentinel: "it may be a sentinel",
  invalid: "it may be invalid",
  outside: "it may be outside its range",
  division_by_zero: "division by zero",
  domain: "outside the domain of the function",
  overflow: "the result can be too large for a number",
  empty_window: "the window may be empty",
  unknown_key: "the key may be unknown",
};

function callCause(expr: Expr & { readonly kind: "Call" }, facts: Facts): MissingCause {
  const definition = functionNamed(expr.fn);
  const args = expr.args.map((arg) => argumentFact(arg, facts.of(arg)));
  const reason = definition.partial(args);
  const words =
    reason === undefined || reason === "domain"
      ? `${expr.fn} has no value where ${definition.missingWhen}`
      : `${expr.fn}: ${reasonWords[reason]}`;
  return { span: expr.span, words };
}
