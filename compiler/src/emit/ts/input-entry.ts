import { Block } from "../text/block.js";
import type { Declaration } from "../text/declarations.js";
import type { Imports } from "../text/imports.js";
import type { PlannedConstraint } from "./input-constraints.js";
import type { InputContext } from "./input-context.js";
import type { RecordPlan } from "./input-plan.js";
import { recordBody } from "./input-reader.js";
import { stringLiteral } from "../text/literal.js";

/** What `safeParseInput` returns. */
export function outcomeType(imports: Imports): Declaration {
  const issues = `readonly ${imports.runtimeType("Issue")}[]`;
  return {
    kind: "type",
    name: "InputOutcome",
    exported: true,
    doc: ["`warnings` are violated constraints that do not reject the row."],
    type:
      `{ readonly ok: true; readonly value: Input; readonly warnings: ${issues} } | ` +
      `{ readonly ok: false; readonly issues: ${issues} }`,
  };
}

/** The functions that callers use, and what they share. */
export function entryPoints(
  plan: RecordPlan,
  constraints: readonly PlannedConstraint[],
  context: InputContext,
): readonly Declaration[] {
  const rejecting = constraints.filter(({ constraint }) => constraint.onViolation === "reject");
  const warning = constraints.filter(({ constraint }) => constraint.onViolation === "warn");
  return [
    checker(plan, rejecting, context),
    parser(context.imports),
    safeParser(rejecting, warning),
    schema(context.imports),
    issuesOf(plan, context.imports),
    ...(rejecting.length === 0 ? [] : [violations("violationsOf", rejecting, context.imports)]),
    ...(warning.length === 0 ? [] : [violations("warningsOf", warning, context.imports)]),
  ];
}

function checker(
  plan: RecordPlan,
  rejecting: readonly PlannedConstraint[],
  { imports, scope, ignoreUnknown }: InputContext,
): Declaration {
  const block = new Block();
  if (rejecting.length === 0) {
    const refuse = "return false;";
    const local = { imports, block, scope: scope.inner(), refuse, ignoreUnknown };
    recordBody(plan, { ...local, purpose: "check", isRoot: true });
  } else {
    block.line("const input = readInput(value);");
    const kept = rejecting.map(({ violates }) => `!${violates}(input)`);
    block.line(`return input !== undefined && ${kept.join(" && ")};`);
  }
  return {
    kind: "function",
    name: plan.checker,
    exported: true,
    doc: ["Whether `parseInput` takes the value. It must be a plain object, as from JSON.parse."],
    parameters: [{ name: "value", type: "unknown" }],
    returns: `value is ${plan.jsonType}`,
    body: block,
  };
}

function parser(imports: Imports): Declaration {
  const error = imports.runtime("InputError");
  return {
    kind: "function",
    name: "parseInput",
    exported: true,
    doc: [
      "The record that formulas read.",
      { tag: "throws", text: "InputError with everything that is wrong with the value." },
    ],
    parameters: [{ name: "value", type: "unknown" }],
    returns: "Input",
    body: new Block()
      .line("const outcome = safeParseInput(value);")
      .line(`if (!outcome.ok) throw new ${error}(outcome.issues);`)
      .line("return outcome.value;"),
  };
}

function safeParser(
  rejecting: readonly PlannedConstraint[],
  warning: readonly PlannedConstraint[],
): Declaration {
  const block = new Block()
    .line("const input = readInput(value);")
    .line("if (input === undefined) return { ok: false, issues: issuesOf(value) };");
  if (rejecting.length > 0) {
    const isBroken = rejecting.map(({ violates }) => `${violates}(input)`).join(" || ");
    block.guard(isBroken, "return { ok: false, issues: violationsOf(input) };");
  }
  if (warning.length > 0) {
    const isBroken = warning.map(({ violates }) => `${violates}(input)`).join(" || ");
    block.line(`const warnings = ${isBroken} ? warningsOf(input) : noWarnings;`);
    block.line("return { ok: true, value: input, warnings };");
  } else {
    block.line("return { ok: true, value: input, warnings: noWarnings };");
  }
  return {
    kind: "function",
    name: "safeParseInput",
    exported: true,
    doc: ["The record that formulas read, or everything that is wrong with the value."],
    parameters: [{ name: "value", type: "unknown" }],
    returns: "InputOutcome",
    body: block,
  };
}

function schema(imports: Imports): Declaration {
  const type = imports.runtimeType("StandardSchemaV1");
  const create = imports.runtime("standardSchema");
  return {
    kind: "const",
    name: "inputSchema",
    exported: true,
    doc: ["`safeParseInput` with the interface of https://standardschema.dev."],
    type: `${type}<InputJson, Input>`,
    value: `{\n  "~standard": /* @__PURE__ */ ${create}("featc", safeParseInput),\n}`,
  };
}

function issuesOf(plan: RecordPlan, imports: Imports): Declaration {
  const issue = imports.runtimeType("Issue");
  const expected = "a plain object whose fields are its own and stay as they are";
  return {
    kind: "function",
    name: "issuesOf",
    exported: false,
    doc: ["What is wrong with a value that `readInput` refused."],
    parameters: [{ name: "value", type: "unknown" }],
    returns: `readonly ${issue}[]`,
    body: new Block()
      .line(`const issues: ${issue}[] = [];`)
      .line(`${plan.collector}(value, issues);`)
      .open("if (issues.length === 0) {")
      .line(`report(issues, "not_an_object", [], ${stringLiteral(expected)}, value);`)
      .close()
      .line("return issues;"),
  };
}

function violations(
  name: string,
  constraints: readonly PlannedConstraint[],
  imports: Imports,
): Declaration {
  const issue = imports.runtimeType("Issue");
  const block = new Block().line(`const issues: ${issue}[] = [];`);
  for (const { constraint, violates } of constraints) {
    const expected = stringLiteral(`${constraint.name} (${constraint.text})`);
    block.open(`if (${violates}(input)) {`);
    block.line(`report(issues, "constraint", [], ${expected}, false);`).close();
  }
  return {
    kind: "function",
    name,
    exported: false,
    parameters: [{ name: "input", type: "Input" }],
    returns: `readonly ${issue}[]`,
    body: block.line("return issues;"),
  };
}

/** Shared by all rows without warnings. */
export function noWarnings(imports: Imports): Declaration {
  return {
    kind: "const",
    name: "noWarnings",
    exported: false,
    type: `readonly ${imports.runtimeType("Issue")}[]`,
    value: "[]",
  };
}
