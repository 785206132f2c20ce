import { ts } from "../seeded-bug.js";
import type { SeededBug } from "../seeded-bug.js";

/** Mistakes in how a record is checked and read. */
export const contractBugs: readonly SeededBug[] = [
  {
    name: "a length at its upper end is refused",
    file: ts("input-conditions.ts"),
    find: "atom(`${length} <= ${numberLiteral(high)}`)",
    replace: "atom(`${length} < ${numberLiteral(high)}`)",
  },
  {
    name: "a length at its lower end is refused",
    file: ts("input-conditions.ts"),
    find: "atom(`${length} >= ${numberLiteral(low)}`)",
    replace: "atom(`${length} > ${numberLiteral(low)}`)",
  },
  {
    name: "the length of a text is counted in UTF-16 units",
    file: ts("input-conditions.ts"),
    find: "atom(`!${hasLength}(${v}, ${bounds})`)",
    replace: 'atom(`!${hasLength}("x".repeat(${v}.length), ${bounds})`)',
  },
  {
    name: "a text one shorter than it may be is taken",
    file: ts("input-conditions.ts"),
    find: "const bounds = [low ?? 0,",
    replace: "const bounds = [(low ?? 0) - 1,",
  },
  {
    name: "the length of a text is not tested",
    file: ts("input-conditions.ts"),
    find: 'contract.length !== null && contract.type.kind !== "list"',
    replace: 'contract.length !== null && contract.type.kind === "list"',
  },
  {
    name: "sentinels are read as values",
    file: ts("input-conditions.ts"),
    find: "    ...sentinelsOf(field).map((value) => atom(`${raw} !== ${literal(value)}`)),\n",
    replace: "",
  },
  {
    name: "of several sentinels the first alone means missing",
    file: ts("input-conditions.ts"),
    find: "...sentinelsOf(field).map(",
    replace: "...sentinelsOf(field).slice(0, 1).map(",
  },
  {
    name: "null is refused where a field may be absent",
    file: ts("input-conditions.ts"),
    find: ", atom(`${raw} !== null`)",
    replace: "",
  },
  {
    name: "a pattern is not tested",
    file: ts("input-conditions.ts"),
    find: "atom(`!${support.matches}(${v})`)",
    replace: "atom(`!${support.matches}(${v}) && false`)",
  },
  {
    name: "the lower end of a range is open where it is closed",
    file: ts("input-scalar.ts"),
    find: 'lowAt(">=", low)',
    replace: 'lowAt(">", low)',
  },
  {
    name: "the upper end of a range is open where it is closed",
    file: ts("input-scalar.ts"),
    find: 'lowAt("<=", high)',
    replace: 'lowAt("<", high)',
  },
  {
    name: "a range that ends at 0 is tested without regard to tiny numbers",
    file: ts("input-scalar.ts"),
    find: '? lowAt(">", -tiny)',
    replace: '? lowAt(">=", low)',
  },
  {
    name: "a value is raised to the range and not lowered",
    file: ts("input-scalar.ts"),
    find: "return range.high === null ? raised : ",
    replace: "return range.high !== null ? raised : ",
  },
  {
    name: "a value is lowered to the range and not raised",
    file: ts("input-scalar.ts"),
    find: "const raised = range.low === null ? value : ",
    replace: "const raised = range.low !== null ? value : ",
  },
  {
    name: "an int may have a fraction",
    file: ts("input-scalar.ts"),
    find: 'or(isNot(v, "number"), atom(`Math.floor(${v}) !== ${v}`))',
    replace: 'isNot(v, "number")',
  },
  {
    name: "tiny numbers are not read as 0",
    file: ts("input-scalar.ts"),
    find: "return `Math.abs(${v}) < ${tiny} ? 0 : ${v}`;",
    replace: "return v;",
  },
  {
    name: "an int may be -0",
    file: ts("input-scalar.ts"),
    find: "return low !== null && low > 0 ? v : `${v} + 0`;",
    replace: "return v;",
  },
  {
    name: "a number as text is read as JavaScript reads numbers",
    file: ts("input-scalar.ts"),
    find:
      'const parse = imports.runtime("parseNumber");\n' +
      '    return `typeof ${raw} === "string" ? ${parse}(${raw}) : null`;',
    replace: 'return `typeof ${raw} === "string" ? Number(${raw}) : null`;',
  },
  {
    name: "an int as text may have a fraction",
    file: ts("input-scalar.ts"),
    find: "wrongType: (v) => or(atom(`${v} === null`), atom(`!Number.isSafeInteger(${v})`)),",
    replace: "wrongType: (v) => atom(`${v} === null`),",
  },
  {
    name: "an id may not be a number",
    file: ts("input-scalar.ts"),
    find:
      "      and(\n" +
      '        or(isNot(v, "string"), atom(`!${isWellFormed}(${v})`)),\n' +
      '        or(isNot(v, "number"), atom(`!Number.isSafeInteger(${v})`)),\n' +
      "      ),",
    replace: 'or(isNot(v, "string"), atom(`!${isWellFormed}(${v})`)),',
  },
  {
    name: "an id that is a number stays one",
    file: ts("input-scalar.ts"),
    find: "value: (v) => `String(${v})`",
    replace: "value: (v) => `(${v} as string)`",
  },
  {
    name: "an id may be a number with a fraction",
    file: ts("input-scalar.ts"),
    find: 'or(isNot(v, "number"), atom(`!Number.isSafeInteger(${v})`)),\n      ),\n    rightType',
    replace: 'or(isNot(v, "number"), atom(`!Number.isFinite(${v})`)),\n      ),\n    rightType',
  },
  {
    name: "texts with half a surrogate pair are let through",
    file: ts("input-scalar.ts"),
    find: 'wrongType: (v) => or(isNot(v, "string"), atom(`!${imports.runtime("isWellFormed")}(${v})`)),',
    replace: 'wrongType: (v) => isNot(v, "string"),',
  },
  {
    name: "the last value of an enum is refused",
    file: ts("input-scalar.ts"),
    find: "notListed: (v) => and(...values.map(",
    replace: "notListed: (v) => and(...values.slice(0, -1).map(",
  },
  {
    name: "the last value of an enum is taken for an invalid one",
    file: ts("input-scalar.ts"),
    find: "listed: (v) => or(...values.map(",
    replace: "listed: (v) => or(...values.slice(0, -1).map(",
  },
  {
    name: "fields that the contract does not have are let through",
    file: ts("input-reader.ts"),
    find: "if (!ignoreUnknown) unknownKeyCheck(plan, context);",
    replace: "if (ignoreUnknown) unknownKeyCheck(plan, context);",
  },
  {
    name: "fields that a nested record does not have are let through",
    file: ts("input-reader.ts"),
    find: "if (!ignoreUnknown) unknownKeyCheck(plan, context);",
    replace: "if (!ignoreUnknown && isRoot) unknownKeyCheck(plan, context);",
  },
  {
    name: "a required field with a replacement for invalid values may be absent",
    file: ts("input-reader.ts"),
    find: "block.guard(isAbsent(raw).text, refuse);",
    replace: "",
  },
  {
    name: "values outside the range are kept where they are missing",
    file: ts("input-reader.ts"),
    find: "block.line(`if (${inRange(contract, value).text}) ${assign(form.value(value))}`);",
    replace: "block.line(assign(form.value(value)));",
  },
  {
    name: "values outside the range are clamped where they are missing",
    file: ts("input-reader.ts"),
    find: 'if (contract.range !== null && contract.outside === "missing") {',
    replace:
      'if (contract.range !== null && contract.outside === "missing") {\n' +
      "    block.line(assign(clamped(contract.range, form.value(value))));\n" +
      "  } else if (contract.range === null && contract.outside === null) {",
  },
  {
    name: "values outside the range are kept where they are clamped",
    file: ts("input-reader.ts"),
    find: 'return range !== null && outside === "clamp" ? clamped(range, form.value(v)) : form.value(v);',
    replace: "return form.value(v);",
  },
  {
    name: "an invalid value is replaced by the last of the enum",
    file: ts("input-reader.ts"),
    find: "literal(contract.invalid.value)",
    replace:
      'literal(contract.type.kind === "enum" ? (contract.type.values.at(-1) ?? "") : contract.invalid.value)',
  },
  {
    name: "the length of a list is not tested",
    file: ts("input-reader.ts"),
    find: 'block.guard(outsideLength("value.length", length.low, length.high).text, refuse);',
    replace: "",
  },
  {
    name: "the first element of a list is passed over",
    file: ts("input-reader.ts"),
    find: 'block.open("for (let i = 0; i < list.length; i++) {");',
    replace: 'block.open("for (let i = 1; i < list.length; i++) {");',
  },
  {
    name: "a label is required",
    file: ts("input-plan.ts"),
    find: "optional: contract.optional || isLabel,",
    replace: "optional: contract.optional,",
  },
  {
    name: "a fixed pattern does not look at the last character of a run",
    file: ts("input-support.ts"),
    find: "`for (let i = ${from}; i < ${to}; i++) {`",
    replace: "`for (let i = ${from}; i < ${to - 1}; i++) {`",
  },
  {
    name: "a fixed pattern refuses the first character of a class",
    file: ts("input-support.ts"),
    find: "atom(`${name} < ${first}`)",
    replace: "atom(`${name} <= ${first}`)",
  },
  {
    name: "a fixed pattern takes longer texts",
    file: ts("input-support.ts"),
    find: "body.guard(`text.length !== ${runs.at(-1)?.to ?? 0}`",
    replace: "body.guard(`text.length < ${runs.at(-1)?.to ?? 0}`",
  },
  {
    name: "a second format is tried where the first one has read the text",
    file: ts("input-support.ts"),
    find: "`if (Number.isNaN(time)) time = ${call};`",
    replace: "`if (!Number.isNaN(time)) time = ${call};`",
  },
  {
    name: "two-digit years turn at 50, whatever the contract says",
    file: ts("input-support.ts"),
    find: "`${parse}(text, ${format}, ${pivot})`",
    replace: "`${parse}(text, ${format}, 50)`",
  },
  {
    name: "a nested issue is told without the path to its record",
    file: ts("input-issues.ts"),
    find: 'prefix: isRoot ? "" : "...path, "',
    replace: 'prefix: ""',
  },
  {
    name: "an issue in a list counts positions from 1",
    file: ts("input-issues.ts"),
    find: 'valueIssues(plan.items, "item", "element", "i",',
    replace: 'valueIssues(plan.items, "item", "element", "i + 1",',
  },
  {
    name: "an absent field is told as one of the wrong type",
    file: ts("input-issues.ts"),
    find: 'if (steps !== null && !field.optional) {\n    block.open(`if (${isAbsent(raw).text}) {`).line(add("missing"));',
    replace:
      'if (steps !== null && !field.optional) {\n    block.open(`if (${isAbsent(raw).text}) {`).line(add("type"));',
  },
  {
    name: "a list of the wrong length is refused without saying so",
    file: ts("input-issues.ts"),
    find: 'block.line(`report(issues, "length", path, ${expected}, value${pii});`).close();',
    replace: 'block.line("issues.length += 0;").close();',
  },
  {
    name: "an unknown field of a nested record is not told",
    file: ts("input-issues.ts"),
    find: "if (ignoreUnknown) return;",
    replace: "if (ignoreUnknown || !isRoot) return;",
  },
  {
    name: "a constraint that warns rejects",
    file: ts("input-entry.ts"),
    find: 'constraints.filter(({ constraint }) => constraint.onViolation === "reject")',
    replace: "constraints.slice()",
  },
  {
    name: "a row that violates a constraint is let through",
    file: ts("input-entry.ts"),
    find: 'block.guard(isBroken, "return { ok: false, issues: violationsOf(input) };");',
    replace:
      'block.guard(`${isBroken} && violationsOf(input).length === 0`, "return { ok: false, issues: [] };");',
  },
  {
    name: "isInput does not ask the constraints",
    file: ts("input-entry.ts"),
    find: '${kept.join(" && ")};`);',
    replace: '(${kept.join(" && ")} || true);`);',
  },
  {
    name: "a constraint is told as violated where it holds",
    file: ts("input-constraints.ts"),
    find: "body.line(`return ${failure};`);",
    replace: "body.line(`return !(${failure});`);",
  },
  {
    name: "a record that a table does not have is refused",
    file: ts("sources-module.ts"),
    find: "if (value === undefined || value === null) return { ok: true, value: null };",
    replace: "if (value === undefined) return { ok: true, value: null };",
  },
];
