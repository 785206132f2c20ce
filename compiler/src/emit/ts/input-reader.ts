import { camelCase, pascalCase } from "../names.js";
import { Block } from "../text/block.js";
import { and, or } from "./condition.js";
import type { Condition } from "./condition.js";
import type { NameScope } from "../names.js";
import type { Declaration } from "../text/declarations.js";
import type { Imports } from "../text/imports.js";
import type { InputContext } from "./input-context.js";
import type { FieldPlan, ListPlan, RecordPlan } from "./input-plan.js";
import { clamped, inRange, scalarForm } from "./input-scalar.js";
import type { ScalarForm } from "./input-scalar.js";
import {
  isAbsent,
  isPresent,
  isValid,
  outsideLength,
  refusals,
  valueTests,
} from "./input-conditions.js";
import { inputTypeText } from "./input-types.js";
import { literal, propertyAccess, propertyKey } from "../text/literal.js";

/** What one of the two functions over a record or list does: only look, or also build the value. */
export type Purpose = "check" | "read";

export interface ReaderContext {
  readonly purpose: Purpose;
  readonly imports: Imports;
  readonly block: Block;
  readonly scope: NameScope;
  /** Leaves the function because the value is refused. */
  readonly refuse: string;
  readonly ignoreUnknown: boolean;
  /** The whole input, not a part of it. */
  readonly isRoot: boolean;
}

/** The function that checks or reads a nested record or list: false or undefined where it is refused. */
export function nestedFunction(
  plan: RecordPlan | ListPlan,
  purpose: Purpose,
  { imports, scope, ignoreUnknown }: InputContext,
  isRoot = false,
): Declaration {
  const block = new Block();
  const refuse = purpose === "check" ? "return false;" : "return undefined;";
  const shared = { purpose, imports, block, refuse, ignoreUnknown, isRoot };
  const context = { ...shared, scope: scope.inner() };
  if (plan.kind === "record") recordBody(plan, context);
  else listBody(plan, context);
  const result = plan.kind === "record" ? plan.type : arrayOf(plan.items);
  return {
    kind: "function",
    name: purpose === "check" ? plan.checker : plan.reader,
    exported: false,
    parameters: [{ name: "value", type: "unknown" }],
    returns: purpose === "check" ? "boolean" : `${result} | undefined`,
    body: block,
  };
}

/** The statements over the fields of `value`; the last returns. */
export function recordBody(plan: RecordPlan, context: ReaderContext): void {
  const { block, imports, purpose, refuse, ignoreUnknown, isRoot } = context;
  block.line(`if (!${imports.runtime("isPlainObject")}(value)) ${refuse}`);
  if (plan.fields.some((field) => isRead(field, context))) {
    block.line(`const row: Unread<${plan.jsonType}> = value;`);
  }
  // Most wrong records fail at the first field; an unknown key is found before the other fields are read.
  const first = plan.fields.findIndex((field) => isRead(field, context) && field.nested === null);
  const values = plan.fields.slice(0, first + 1).map((field) => fieldStatements(field, context));
  if (!ignoreUnknown) unknownKeyCheck(plan, context);
  values.push(...plan.fields.slice(first + 1).map((field) => fieldStatements(field, context)));
  const isClean = `${imports.runtime("prototypeIsClean")}()`;
  if (purpose === "check") {
    block.line(isRoot ? `return ${isClean};` : "return true;");
    return;
  }
  if (isRoot) block.line(`if (!${isClean}) ${refuse}`);
  block.line(`return ${recordLiteral(plan, values)};`);
}

/** The object that formulas read, of the texts of its values. */
export function recordLiteral(plan: RecordPlan, values: readonly string[]): string {
  const entries = plan.fields.map(({ contract }, i) => {
    const key = propertyKey(contract.name);
    return key === values[i] ? `${key},` : `${key}: ${values[i]},`;
  });
  return entries.length === 0 ? "{}" : `{\n  ${entries.join("\n  ")}\n}`;
}

/** Known keys by comparison: a loop over the keys of an object allocates nothing. */
function unknownKeyCheck(plan: RecordPlan, { block, refuse }: ReaderContext): void {
  if (plan.keys !== null) {
    block.line(`for (const key in value) if (!${plan.keys}.has(key)) ${refuse}`);
    return;
  }
  const unknown = plan.fields.map(({ contract }) => `key !== ${literal(contract.key)}`);
  if (unknown.length === 0) {
    block.line(`for (const _ in value) ${refuse}`);
    return;
  }
  block.open("for (const key in value) {");
  block.guard(unknown.join(" && "), refuse);
  block.close();
}

/** Statements that test a field and, for reading, the text of its value. */
function fieldStatements(field: FieldPlan, context: ReaderContext): string {
  const { block, imports } = context;
  if (!isRead(field, context)) return "";
  const raw = context.scope.take(rawName(field, field.contract.name));
  block.line(`const ${raw} = ${rawAccess(field.contract.key, imports)};`);
  return valueStatements(field, raw, field.contract.name, context);
}

/** The raw value has the field's own name where nothing else is made of it. */
export function rawName(field: FieldPlan, name: string): string {
  return isDirect(field) ? camelCase(name) : `raw${pascalCase(name)}`;
}

/** The value of a field before it is looked at; some names every object has. */
export function rawAccess(key: string, imports: Imports): string {
  return key in Object.prototype
    ? `${imports.runtime("ownValue")}(row, ${literal(key)})`
    : propertyAccess("row", key);
}

/** Reading needs every field, checking those that may be refused. */
function isRead(field: FieldPlan, { purpose, imports }: ReaderContext): boolean {
  return (
    purpose === "read" ||
    !field.optional ||
    field.contract.invalid === "reject" ||
    field.nested !== null ||
    valueTests(field, imports).length > 0
  );
}

/** As `fieldStatements`, of a raw value that is already in a variable. */
export function valueStatements(
  field: FieldPlan,
  raw: string,
  name: string,
  context: ReaderContext,
): string {
  if (isDirect(field)) return directStatements(field, raw, context);
  const { block, purpose, refuse, scope } = context;
  const { contract } = field;
  const present = isPresent(field, raw);
  if (contract.invalid !== "reject" && !field.optional) {
    block.guard(isAbsent(raw).text, refuse);
  }
  if (purpose === "check") {
    checkPresent(field, raw, name, present, context);
    return "";
  }
  const target = scope.take(camelCase(name));
  if (field.mayBeMissing) {
    block.line(`let ${target}: ${inputTypeText(field)} = null;`);
    if (present !== null) block.open(`if (${present.text}) {`);
    readPresent(field, raw, name, (value) => `${target} = ${value};`, context);
    if (present !== null) block.close();
  } else {
    const value = readOnce(field, raw, target, context);
    if (value !== null) return value;
    block.line(`let ${target}: ${inputTypeText(field)};`);
    readPresent(field, raw, name, (value) => `${target} = ${value};`, context);
  }
  return target;
}

/** One test of the raw value decides, and the value is an expression of it. */
function isDirect(field: FieldPlan): boolean {
  const { contract } = field;
  return (
    field.nested === null &&
    contract.invalid === "reject" &&
    contract.missingValues.length === 0 &&
    (contract.outside === "reject" || contract.range === null) &&
    contract.format.kind === "json" &&
    contract.type.kind !== "timestamp" &&
    contract.type.kind !== "date"
  );
}

function directStatements(field: FieldPlan, raw: string, context: ReaderContext): string {
  const { block, imports, refuse } = context;
  const form = scalarForm(field, imports);
  const refused = refusals(form, field, imports, raw);
  const present = isPresent(field, raw);
  block.guard((present === null ? refused : and(present, refused)).text, refuse);
  const value = form.value(raw);
  if (!field.optional) return value;
  return value === raw ? `${raw} ?? null` : `${isAbsent(raw).text} ? null : ${value}`;
}

function checkPresent(
  field: FieldPlan,
  raw: string,
  name: string,
  present: Condition | null,
  context: ReaderContext,
): void {
  const { block, imports, refuse, scope } = context;
  const { contract, nested } = field;
  const guards = present === null ? [] : [present];
  if (nested !== null) {
    const wellTyped = contract.invalid === "reject" ? [] : [isContainer(field, raw, imports)];
    const refused = { kind: "atom", text: `!${nested.checker}(${raw})` } as const;
    block.guard(and(...guards, ...wellTyped, refused).text, refuse);
    return;
  }
  const form = scalarForm(field, imports);
  if (form.convert === null) {
    const refused = refusedOf(form, field, imports, raw);
    if (refused !== null) block.guard(and(...guards, refused).text, refuse);
    return;
  }
  const value = scope.take(camelCase(name));
  const refused = refusedOf(form, field, imports, value);
  if (refused === null) return;
  if (present !== null) block.open(`if (${present.text}) {`);
  block.line(`const ${value} = ${form.convert(raw)};`);
  block.guard(refused.text, refuse);
  if (present !== null) block.close();
}

/** Why a value that is there is refused; null where it never is. */
function refusedOf(
  form: ScalarForm,
  field: FieldPlan,
  imports: Imports,
  v: string,
): Condition | null {
  if (field.contract.invalid === "reject") return refusals(form, field, imports, v);
  const tests = valueTests(field, imports);
  return tests.length === 0
    ? null
    : and(isValid(form, v), or(...tests.map((test) => test.fails(v))));
}

/** Reads a value that is always there and never changed by a rule: its text, or null. */
function readOnce(
  field: FieldPlan,
  raw: string,
  target: string,
  context: ReaderContext,
): string | null {
  const { block, imports, refuse } = context;
  const { contract, nested } = field;
  if (contract.invalid !== "reject") return null;
  if (nested !== null) {
    block.line(`const ${target} = ${nested.reader}(${raw});`);
    block.line(`if (${target} === undefined) ${refuse}`);
    return target;
  }
  const form = scalarForm(field, imports);
  const value = form.convert === null ? raw : target;
  if (form.convert !== null) block.line(`const ${value} = ${form.convert(raw)};`);
  block.guard(refusals(form, field, imports, value).text, refuse);
  return settledValue(field, form, value);
}

function settledValue(field: FieldPlan, form: ScalarForm, v: string): string {
  const { range, outside } = field.contract;
  return range !== null && outside === "clamp" ? clamped(range, form.value(v)) : form.value(v);
}

function readPresent(
  field: FieldPlan,
  raw: string,
  name: string,
  assign: (value: string) => string,
  context: ReaderContext,
): void {
  const { block, imports, refuse, scope } = context;
  const { contract, nested } = field;
  const isStrict = contract.invalid === "reject";
  if (nested !== null) {
    const value = scope.take(`parsed${pascalCase(name)}`);
    if (!isStrict) block.open(`if (${isContainer(field, raw, imports).text}) {`);
    block.line(`const ${value} = ${nested.reader}(${raw});`);
    block.line(`if (${value} === undefined) ${refuse}`).line(assign(value));
    if (!isStrict) block.close();
    return;
  }
  const form = scalarForm(field, imports);
  const value = form.convert === null ? raw : scope.take(`parsed${pascalCase(name)}`);
  if (form.convert !== null) block.line(`const ${value} = ${form.convert(raw)};`);
  if (isStrict) {
    block.guard(refusals(form, field, imports, value).text, refuse);
  } else {
    block.open(`if (${isValid(form, value).text}) {`);
    const tests = valueTests(field, imports);
    if (tests.length > 0) {
      block.guard(or(...tests.map((test) => test.fails(value))).text, refuse);
    }
  }
  if (contract.range !== null && contract.outside === "missing") {
    block.line(`if (${inRange(contract, value).text}) ${assign(form.value(value))}`);
  } else {
    block.line(assign(settledValue(field, form, value)));
  }
  if (isStrict) return;
  if (typeof contract.invalid === "object") {
    block.middle("} else {").line(assign(literal(contract.invalid.value)));
  }
  block.close();
}

function isContainer(field: FieldPlan, raw: string, imports: Imports): Condition {
  const test = field.nested?.kind === "list" ? "Array.isArray" : imports.runtime("isPlainObject");
  return { kind: "atom", text: `${test}(${raw})` };
}

function listBody(plan: ListPlan, context: ReaderContext): void {
  const { block, purpose, refuse, scope } = context;
  block.line(`if (!Array.isArray(value)) ${refuse}`);
  const { length } = plan.contract;
  if (length !== null) {
    block.guard(outsideLength("value.length", length.low, length.high).text, refuse);
  }
  if (isRead(plan.items, context)) block.line("const list: readonly unknown[] = value;");
  if (purpose === "read") block.line(`const read: ${arrayOf(plan.items)} = [];`);
  if (isRead(plan.items, context)) {
    block.open("for (let i = 0; i < list.length; i++) {");
    const item = scope.take(rawName(plan.items, "item"));
    block.line(`const ${item} = list[i];`);
    const value = valueStatements(plan.items, item, "item", context);
    if (purpose === "read") block.line(`read.push(${value});`);
    block.close();
  }
  block.line(purpose === "read" ? "return read;" : "return true;");
}

function arrayOf(items: FieldPlan): string {
  const type = inputTypeText(items);
  return type.includes(" ") ? `(${type})[]` : `${type}[]`;
}
