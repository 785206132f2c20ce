import { and, atom, or } from "./condition.js";
import type { Condition } from "./condition.js";
import type { Imports } from "../text/imports.js";
import type { FieldPlan } from "./input-plan.js";
import { outOfRange } from "./input-scalar.js";
import type { ScalarForm } from "./input-scalar.js";
import { literal, numberLiteral } from "../text/literal.js";

/** What a value of the right type may still fail, by the code of the issue. */
export interface ValueTest {
  readonly code: "pattern" | "length" | "range";
  readonly fails: (v: string) => Condition;
}

/** Pattern and length, which nothing excuses, and the range where it is not `outside`'s. */
export function valueTests(field: FieldPlan, imports: Imports): readonly ValueTest[] {
  const { contract, support } = field;
  const tests: ValueTest[] = [];
  if (support?.kind === "pattern") {
    tests.push({ code: "pattern", fails: (v) => atom(`!${support.matches}(${v})`) });
  }
  if (contract.length !== null && contract.type.kind !== "list") {
    const { low, high } = contract.length;
    const bounds = [low ?? 0, ...(high === null ? [] : [high])].map(numberLiteral).join(", ");
    const hasLength = imports.runtime("hasLength");
    tests.push({ code: "length", fails: (v) => atom(`!${hasLength}(${v}, ${bounds})`) });
  }
  if (contract.range !== null && contract.outside === "reject") {
    tests.push({ code: "range", fails: (v) => outOfRange(contract, v) });
  }
  return tests;
}

/** A length is not from `low` to `high`. */
export function outsideLength(length: string, low: number | null, high: number | null): Condition {
  const within = [
    ...(low === null ? [] : [atom(`${length} >= ${numberLiteral(low)}`)]),
    ...(high === null ? [] : [atom(`${length} <= ${numberLiteral(high)}`)]),
  ];
  return within.length === 0 ? or() : atom(`!(${and(...within).text})`);
}

/** The value is there and no sentinel; null where every value is. */
export function isPresent(field: FieldPlan, raw: string): Condition | null {
  const conditions = [
    ...(field.optional ? [atom(`${raw} !== undefined`), atom(`${raw} !== null`)] : []),
    ...sentinelsOf(field).map((value) => atom(`${raw} !== ${literal(value)}`)),
  ];
  return conditions.length === 0 ? null : and(...conditions);
}

/** A number among the sentinels of a field that is written as text means its text as well. */
export function sentinelsOf(field: FieldPlan): readonly (string | number | boolean)[] {
  const { missingValues, format } = field.contract;
  return format.kind === "text"
    ? missingValues.flatMap((value) =>
        typeof value === "string" ? [value] : [value, String(value)],
      )
    : missingValues;
}

export function isAbsent(raw: string): Condition {
  return or(atom(`${raw} === undefined`), atom(`${raw} === null`));
}

/** Every reason to refuse a value that is there, as short as the reasons together allow. */
export function refusals(
  form: ScalarForm,
  field: FieldPlan,
  imports: Imports,
  v: string,
): Condition {
  const { contract } = field;
  const tests = valueTests(field, imports);
  const { range } = contract;
  const isBounded =
    contract.outside === "reject" && range !== null && isSafe(range.low) && isSafe(range.high);
  const type =
    form.listImpliesType === true
      ? []
      : isBounded && form.wrongTypeBesideRange !== undefined
        ? [form.wrongTypeBesideRange(v)]
        : contract.pattern !== null
          ? [atom(`typeof ${v} !== "string"`)]
          : [form.wrongType(v)];
  const list = form.notListed === undefined ? [] : [form.notListed(v)];
  return or(...type.filter(holdsSometimes), ...list, ...tests.map((test) => test.fails(v)));
}

/** Of the type, and one of the values where it is an enum. */
export function isValid(form: ScalarForm, v: string): Condition {
  const type = form.listImpliesType === true ? [] : [form.rightType(v)];
  return and(...type, ...(form.listed === undefined ? [] : [form.listed(v)]));
}

function isSafe(bound: number | null): boolean {
  return bound !== null && (Number.isSafeInteger(bound) || !Number.isInteger(bound));
}

function holdsSometimes(condition: Condition): boolean {
  return condition.text !== "false";
}
