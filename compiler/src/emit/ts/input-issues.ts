import { camelCase } from "../names.js";
import type { NameScope } from "../names.js";
import { Block } from "../text/block.js";
import type { Condition } from "./condition.js";
import type { Declaration } from "../text/declarations.js";
import { expectedWords } from "./field-words.js";
import type { Imports } from "../text/imports.js";
import type { InputContext } from "./input-context.js";
import type { FieldPlan, ListPlan, RecordPlan } from "./input-plan.js";
import { rawAccess } from "./input-reader.js";
import { scalarForm } from "./input-scalar.js";
import type { ScalarForm } from "./input-scalar.js";
import {
  isAbsent,
  isPresent,
  isValid,
  outsideLength,
  sentinelsOf,
  valueTests,
} from "./input-conditions.js";
import type { ValueTest } from "./input-conditions.js";
import { literal, stringLiteral } from "../text/literal.js";

interface CollectorContext {
  readonly imports: Imports;
  readonly block: Block;
  readonly scope: NameScope;
  /** The path of the record or list in front of a field's own key: `...path, ` or nothing. */
  readonly prefix: string;
}

/**
 * The function that lists what is wrong with a record or list. It runs after the value was refused, and
 * repeats every test in the order of the contract.
 */
export function collectorFunction(
  plan: RecordPlan | ListPlan,
  { imports, scope, ignoreUnknown }: InputContext,
  isRoot: boolean,
): Declaration {
  const block = new Block();
  const context = { imports, block, scope: scope.inner(), prefix: isRoot ? "" : "...path, " };
  if (plan.kind === "record") recordIssues(plan, context, ignoreUnknown, isRoot);
  else listIssues(plan, context);
  const path = { name: "path", type: `${imports.runtimeType("Issue")}["path"]` };
  return {
    kind: "function",
    name: plan.collector,
    exported: false,
    parameters: [
      { name: "value", type: "unknown" },
      ...(isRoot ? [] : [path]),
      { name: "issues", type: `${imports.runtimeType("Issue")}[]` },
    ],
    returns: "void",
    body: block,
  };
}

/** `report`, which all of them call: it keeps the list of issues bounded. */
export function reportFunction(imports: Imports): Declaration {
  const issue = imports.runtimeType("Issue");
  const limit = imports.runtime("ISSUE_LIMIT");
  const create = imports.runtime("issue");
  const describe = imports.runtime("describeReceived");
  return {
    kind: "function",
    name: "report",
    exported: false,
    parameters: [
      { name: "issues", type: `${issue}[]` },
      { name: "code", type: imports.runtimeType("IssueCode") },
      { name: "path", type: `${issue}["path"]` },
      { name: "expected", type: "string" },
      { name: "received", type: "unknown" },
      { name: "pii", type: "boolean", initial: "false" },
    ],
    returns: "void",
    body: new Block()
      .open(`if (issues.length < ${limit}) {`)
      .line(`issues.push(${create}(code, path, expected, ${describe}(received, pii)));`)
      .middle(`} else if (issues.length === ${limit}) {`)
      .line(`issues.push(${create}("limit", [], \`\${${limit}} issues\`, "more"));`)
      .close(),
  };
}

function recordIssues(
  plan: RecordPlan,
  context: CollectorContext,
  ignoreUnknown: boolean,
  isRoot: boolean,
): void {
  const { block, imports, prefix } = context;
  block.open(`if (!${imports.runtime("isPlainObject")}(value)) {`);
  const path = isRoot ? "[]" : "path";
  block.line(`report(issues, "not_an_object", ${path}, "an object", value);`);
  block.line("return;").close();
  const fields = new Block();
  for (const field of plan.fields) {
    const { contract } = field;
    const raw = context.scope.take(camelCase(contract.name));
    const one = new Block();
    const key = stringLiteral(contract.key);
    valueIssues(field, raw, camelCase(contract.name), key, { ...context, block: one });
    if (one.isEmpty) continue;
    fields.line(`const ${raw} = ${rawAccess(contract.key, imports)};`).append(one);
  }
  if (!fields.isEmpty) block.line(`const row: Unread<${plan.jsonType}> = value;`).append(fields);
  if (ignoreUnknown) return;
  const known = plan.fields.map(({ contract }) => `key !== ${literal(contract.key)}`);
  const isOwn = "Object.hasOwn(value, key)";
  block.open("for (const key in value) {");
  block.line(`if (issues.length > ${imports.runtime("ISSUE_LIMIT")}) return;`);
  const add = `report(issues, "unknown", [${prefix}key], "no such field", value[key], true);`;
  const isUnknown = plan.keys === null ? known : [`!${plan.keys}.has(key)`];
  block
    .open(`if (${[...isUnknown, isOwn].join(" && ")}) {`)
    .line(add)
    .close()
    .close();
}

function listIssues(plan: ListPlan, context: CollectorContext): void {
  const { block, imports } = context;
  const { contract } = plan;
  const expected = stringLiteral(expectedWords(contract));
  const pii = contract.pii ? ", true" : "";
  block.open("if (!Array.isArray(value)) {");
  block.line(`report(issues, "type", path, ${expected}, value${pii});`);
  block.line("return;").close();
  if (contract.length !== null) {
    const { low, high } = contract.length;
    block.open(`if (${outsideLength("value.length", low, high).text}) {`);
    block.line(`report(issues, "length", path, ${expected}, value${pii});`).close();
  }
  const body = new Block();
  valueIssues(plan.items, "item", "element", "i", { ...context, block: body });
  if (body.isEmpty) return;
  block.line("const list: readonly unknown[] = value;");
  block.open("for (let i = 0; i < list.length; i++) {");
  block.line(`if (issues.length > ${imports.runtime("ISSUE_LIMIT")}) return;`);
  block.line("const item = list[i];").append(body).close();
}

/** Statements that report what is wrong with one value. `name` is for what it is read to. */
function valueIssues(
  field: FieldPlan,
  raw: string,
  name: string,
  key: string,
  context: CollectorContext,
): void {
  const { block, imports, prefix } = context;
  const expected = stringLiteral(expectedWords(field.contract));
  const received = field.contract.pii ? `${raw}, true` : raw;
  const path = `[${prefix}${key}]`;
  const add = (code: string): string =>
    `report(issues, "${code}", ${path}, ${expected}, ${received});`;

  const steps = chainOf(field, raw, imports);
  if (steps !== null && !field.optional) {
    block.open(`if (${isAbsent(raw).text}) {`).line(add("missing"));
    for (const { fails, code } of steps) {
      block.middle(`} else if (${fails.text}) {`).line(add(code));
    }
    block.close();
    return;
  }
  const inner = new Block();
  presentIssues(field, raw, name, path, add, { ...context, block: inner });
  const present = isPresent(field, raw);
  if (field.optional) {
    if (inner.isEmpty) return;
    block
      .open(`if (${present?.text ?? "true"}) {`)
      .append(inner)
      .close();
    return;
  }
  block.open(`if (${isAbsent(raw).text}) {`).line(add("missing"));
  if (!inner.isEmpty) {
    block.middle(present === null ? "} else {" : `} else if (${present.text}) {`).append(inner);
  }
  block.close();
}

interface FailingTest {
  readonly fails: Condition;
  readonly code: string;
}

/** The tests of a value of which one at most can fail, without a step between; null where it is not so. */
function chainOf(field: FieldPlan, v: string, imports: Imports): readonly FailingTest[] | null {
  const { contract, nested } = field;
  if (nested !== null || contract.invalid !== "reject" || sentinelsOf(field).length > 0)
    return null;
  const form = scalarForm(field, imports);
  const tests = valueTests(field, imports);
  return form.convert !== null || tests.length > 1 ? null : failingTests(form, tests, v);
}

function failingTests(
  form: ScalarForm,
  tests: readonly ValueTest[],
  v: string,
): readonly FailingTest[] {
  return [
    { fails: form.wrongType(v), code: "type" },
    ...(form.notListed === undefined ? [] : [{ fails: form.notListed(v), code: "enum" }]),
    ...tests.map((test) => ({ fails: test.fails(v), code: test.code })),
  ];
}

function presentIssues(
  field: FieldPlan,
  raw: string,
  name: string,
  path: string,
  add: (code: string) => string,
  context: CollectorContext,
): void {
  const { block, imports } = context;
  const { contract, nested } = field;
  const isStrict = contract.invalid === "reject";
  if (nested !== null) {
    // Most parts of a wrong record are right: nothing is made for them.
    const call = `if (${nested.reader}(${raw}) === undefined) ${nested.collector}(${raw}, ${path}, issues);`;
    const isContainer = nested.kind === "list" ? "Array.isArray" : imports.runtime("isPlainObject");
    if (isStrict) block.line(call);
    else block.open(`if (${isContainer}(${raw})) {`).line(call).close();
    return;
  }
  const form = scalarForm(field, imports);
  const tests = valueTests(field, imports);
  if (!isStrict && tests.length === 0) return;
  const v = form.convert === null ? raw : context.scope.take(`${name}Read`);
  if (form.convert !== null) block.line(`const ${v} = ${form.convert(raw)};`);
  const separate = (): void => {
    for (const { fails, code } of tests) {
      block
        .open(`if (${fails(v).text}) {`)
        .line(add(code))
        .close();
    }
  };
  if (!isStrict) {
    block.open(`if (${isValid(form, v).text}) {`);
    separate();
    block.close();
    return;
  }
  const chain = failingTests(form, tests.length > 1 ? [] : tests, v);
  chain.forEach(({ fails, code }, i) => {
    if (i === 0) block.open(`if (${fails.text}) {`);
    else block.middle(`} else if (${fails.text}) {`);
    block.line(add(code));
  });
  if (tests.length > 1) {
    block.middle("} else {");
    separate();
  }
  block.close();
}
