import { internalError } from "../../base/assert.js";
import type { Bounds, FieldContract } from "../../ir/program.js";
import { and, atom, or } from "./condition.js";
import type { Condition } from "./condition.js";
import type { Imports } from "../text/imports.js";
import type { FieldPlan } from "./input-plan.js";
import { literal, numberLiteral } from "../text/literal.js";

/** How a value that is no record or list is tested and read. `v` is the name of what is tested. */
export interface ScalarForm {
  /** What `v` is computed from the raw value; null: `v` is the raw value itself. */
  readonly convert: ((raw: string) => string) | null;
  /** It is not of the type. Whether it is one of an enum's values is `notListed`. */
  readonly wrongType: (v: string) => Condition;
  readonly rightType: (v: string) => Condition;
  /** Shorter than `wrongType`, for values that are besides compared with both ends of a range. */
  readonly wrongTypeBesideRange?: (v: string) => Condition;
  readonly notListed?: (v: string) => Condition;
  readonly listed?: (v: string) => Condition;
  /** `listed` alone shows that the value is of the type. */
  readonly listImpliesType?: true;
  /** The value for formulas. */
  readonly value: (v: string) => string;
}

/** Numbers below it are read as 0, so that a guard `> 0` suffices for a division. */
const tiny = 1e-100;

export function scalarForm(field: FieldPlan, imports: Imports): ScalarForm {
  const { contract } = field;
  switch (contract.format.kind) {
    case "text":
      return textForm(contract, imports);
    case "epoch_s":
      return epochForm((raw) => `${raw} * 1000`, imports);
    case "epoch_ms":
      return epochForm((raw) => raw, imports);
    case "patterns":
      return parsedForm(parserOf(field));
    case "json":
      return jsonForm(field, imports);
  }
}

function jsonForm(field: FieldPlan, imports: Imports): ScalarForm {
  const { contract } = field;
  switch (contract.type.kind) {
    case "number":
      return {
        convert: null,
        wrongType: (v) => or(isNot(v, "number"), atom(`!Number.isFinite(${v})`)),
        wrongTypeBesideRange: (v) => isNot(v, "number"),
        rightType: (v) => and(is(v, "number"), atom(`Number.isFinite(${v})`)),
        value: (v) => flooredNumber(contract, v),
      };
    case "int":
      return {
        convert: null,
        wrongType: (v) => or(isNot(v, "number"), atom(`!Number.isSafeInteger(${v})`)),
        wrongTypeBesideRange: (v) => or(isNot(v, "number"), atom(`Math.floor(${v}) !== ${v}`)),
        rightType: (v) => and(is(v, "number"), atom(`Number.isSafeInteger(${v})`)),
        value: (v) => withoutNegativeZero(contract, v),
      };
    case "bool":
      return typeofForm("boolean");
    case "string":
      return {
        convert: null,
        wrongType: (v) => or(isNot(v, "string"), atom(`!${imports.runtime("isWellFormed")}(${v})`)),
        rightType: (v) => and(is(v, "string"), atom(`${imports.runtime("isWellFormed")}(${v})`)),
        value: (v) => v,
      };
    case "id":
      return idForm(imports);
    case "enum":
      return enumForm(field, contract.type.values);
    case "timestamp":
    case "date": {
      return parsedForm(
        imports.runtime(contract.type.kind === "date" ? "parseDate" : "parseTimestamp"),
      );
    }
    default:
      return internalError(`no scalar field is of the type ${contract.type.kind}`);
  }
}

function typeofForm(type: string): ScalarForm {
  return {
    convert: null,
    wrongType: (v) => isNot(v, type),
    rightType: (v) => is(v, type),
    value: (v) => v,
  };
}

/** Dates and timestamps: NaN where the text does not read as one. */
function parsedForm(parse: string): ScalarForm {
  return {
    convert: (raw) => `typeof ${raw} === "string" ? ${parse}(${raw}) : NaN`,
    wrongType: (v) => atom(`Number.isNaN(${v})`),
    wrongTypeBesideRange: () => or(),
    rightType: (v) => atom(`!Number.isNaN(${v})`),
    value: (v) => v,
  };
}

function parserOf(field: FieldPlan): string {
  return field.support?.kind === "formats" ? field.support.parse : internalError("no date formats");
}

/** The instant must lie in the years 1 to 9999; fractions of a millisecond are dropped. */
function epochForm(toMillis: (raw: string) => string, imports: Imports): ScalarForm {
  const inYears = imports.runtime("timestampInRange");
  return {
    ...nullableForm(
      (raw) => `typeof ${raw} === "number" ? ${inYears}(Math.floor(${toMillis(raw)})) : null`,
    ),
    value: (v) => `${v} + 0`,
  };
}

/** Null where the raw value is not of the type. */
function nullableForm(convert: (raw: string) => string): ScalarForm {
  return {
    convert,
    wrongType: (v) => atom(`${v} === null`),
    rightType: (v) => atom(`${v} !== null`),
    value: (v) => v,
  };
}

function textForm(contract: FieldContract, imports: Imports): ScalarForm {
  const ofText = (raw: string): string => {
    const parse = imports.runtime("parseNumber");
    return `typeof ${raw} === "string" ? ${parse}(${raw}) : null`;
  };
  switch (contract.type.kind) {
    case "number":
      return { ...nullableForm(ofText), value: (v) => flooredNumber(contract, v) };
    case "int":
      return {
        convert: ofText,
        wrongType: (v) => or(atom(`${v} === null`), atom(`!Number.isSafeInteger(${v})`)),
        rightType: (v) => and(atom(`${v} !== null`), atom(`Number.isSafeInteger(${v})`)),
        value: (v) => withoutNegativeZero(contract, v),
      };
    default:
      return {
        convert: null,
        wrongType: (v) => and(atom(`${v} !== "true"`), atom(`${v} !== "false"`)),
        rightType: (v) => or(atom(`${v} === "true"`), atom(`${v} === "false"`)),
        value: (v) => `${v} === "true"`,
      };
  }
}

function idForm(imports: Imports): ScalarForm {
  const isWellFormed = imports.runtime("isWellFormed");
  return {
    convert: null,
    wrongType: (v) =>
      and(
        or(isNot(v, "string"), atom(`!${isWellFormed}(${v})`)),
        or(isNot(v, "number"), atom(`!Number.isSafeInteger(${v})`)),
      ),
    rightType: (v) =>
      or(
        and(is(v, "string"), atom(`${isWellFormed}(${v})`)),
        and(is(v, "number"), atom(`Number.isSafeInteger(${v})`)),
      ),
    value: (v) => `String(${v})`,
  };
}

function enumForm(field: FieldPlan, values: readonly string[]): ScalarForm {
  const { support } = field;
  if (support?.kind === "enum") {
    return {
      ...typeofForm("string"),
      listImpliesType: true,
      notListed: (v) => atom(`!${support.isValue}(${v})`),
      listed: (v) => atom(`${support.isValue}(${v})`),
    };
  }
  return {
    ...typeofForm("string"),
    listImpliesType: true,
    notListed: (v) => and(...values.map((value) => atom(`${v} !== ${literal(value)}`))),
    listed: (v) => or(...values.map((value) => atom(`${v} === ${literal(value)}`))),
  };
}

function is(v: string, type: string): Condition {
  return atom(`typeof ${v} === "${type}"`);
}

function isNot(v: string, type: string): Condition {
  return atom(`typeof ${v} !== "${type}"`);
}

function flooredNumber(contract: FieldContract, v: string): string {
  const low = contract.outside === "reject" ? (contract.range?.low ?? null) : null;
  if (low !== null && low >= tiny) return v;
  if (low !== null && low > -tiny) return `${v} < ${tiny} ? 0 : ${v}`;
  return `Math.abs(${v}) < ${tiny} ? 0 : ${v}`;
}

function withoutNegativeZero(contract: FieldContract, v: string): string {
  const low = contract.outside === "reject" ? (contract.range?.low ?? null) : null;
  return low !== null && low > 0 ? v : `${v} + 0`;
}

/** The value is in the range, tested before tiny numbers are read as 0. */
export function inRange(contract: FieldContract, v: string): Condition {
  const { low, high } = boundsBeforeReading(contract);
  return and(...[low, high].flatMap((bound) => (bound === null ? [] : [atom(bound(v))])));
}

export function outOfRange(contract: FieldContract, v: string): Condition {
  return atom(`!(${inRange(contract, v).text})`);
}

type Comparison = ((v: string) => string) | null;

function boundsBeforeReading(contract: FieldContract): { low: Comparison; high: Comparison } {
  const { low, high } = contract.range ?? internalError("there is no range");
  const isNumber = contract.type.kind === "number";
  const lowAt = (operator: string, bound: number) => (v: string) =>
    `${v} ${operator} ${numberLiteral(bound)}`;
  return {
    low:
      low === null
        ? null
        : !isNumber || Math.abs(low) >= tiny
          ? lowAt(">=", low)
          : low <= 0
            ? lowAt(">", -tiny)
            : lowAt(">=", tiny),
    high:
      high === null
        ? null
        : !isNumber || Math.abs(high) >= tiny
          ? lowAt("<=", high)
          : high >= 0
            ? lowAt("<", tiny)
            : lowAt("<=", -tiny),
  };
}

/** The value moved to the nearest bound. */
export function clamped(range: Bounds, value: string): string {
  const raised = range.low === null ? value : `Math.max(${value}, ${numberLiteral(range.low)})`;
  return range.high === null ? raised : `Math.min(${raised}, ${numberLiteral(range.high)})`;
}
