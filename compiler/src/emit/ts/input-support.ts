import type { FieldContract } from "../../ir/program.js";
import { Block } from "../text/block.js";
import { and, atom, or } from "./condition.js";
import { fixedPattern } from "./fixed-pattern.js";
import type { CharacterRun } from "./fixed-pattern.js";
import type { Declaration } from "../text/declarations.js";
import type { Imports } from "../text/imports.js";
import { allFields } from "./input-plan.js";
import type { FieldPlan, FieldSupport, RecordPlan } from "./input-plan.js";
import { zoneLiteral } from "./zone-literal.js";
import { inlineObject, literal, objectLiteral } from "../text/literal.js";

/** The constants and small functions that the tests of single fields use. */
export function supportDeclarations(plan: RecordPlan, imports: Imports): readonly Declaration[] {
  const zones = new Map<string, string>();
  return [plan, ...nestedRecords(plan)]
    .flatMap(keySet)
    .concat(allFields(plan).flatMap((field) => fieldSupport(field, zones, imports)));
}

function nestedRecords(plan: RecordPlan): readonly RecordPlan[] {
  return allFields(plan).flatMap(({ nested }) => (nested?.kind === "record" ? [nested] : []));
}

function keySet(plan: RecordPlan): readonly Declaration[] {
  if (plan.keys === null) return [];
  return [
    textSet(
      plan.keys,
      plan.fields.map(({ contract }) => contract.key),
    ),
  ];
}

function textSet(name: string, values: readonly string[]): Declaration {
  return {
    kind: "const",
    name,
    exported: false,
    type: "ReadonlySet<string>",
    value: `/* @__PURE__ */ new Set(${literal(values)})`,
  };
}

/** `zones`: names of the tables of zones that fields before have, by their text. */
function fieldSupport(
  field: FieldPlan,
  zones: Map<string, string>,
  imports: Imports,
): readonly Declaration[] {
  const { contract, support } = field;
  switch (support?.kind) {
    case "pattern":
      return patternSupport(support, contract, imports);
    case "formats":
      return formatParser(support, contract, zones, imports);
    case "enum":
      return enumGuard(support, contract);
    default:
      return [];
  }
}

function patternSupport(
  support: Extract<FieldSupport, { kind: "pattern" }>,
  contract: FieldContract,
  imports: Imports,
): readonly Declaration[] {
  if (contract.pattern === null) return [];
  const runs = fixedPattern(contract.pattern.table);
  if (runs !== null) return [scanFunction(support.matches, contract.pattern.text, runs)];
  const { starts, classes, width, next, accepting } = contract.pattern.table;
  return [
    {
      kind: "const",
      name: support.table,
      exported: false,
      doc: [`/${contract.pattern.text}/`],
      type: imports.runtimeType("PatternTable"),
      value: objectLiteral([
        ["starts", literal(starts)],
        ["classes", literal(classes)],
        ["width", literal(width)],
        ["next", literal(next)],
        ["accepting", literal(accepting)],
      ]),
    },
    {
      kind: "function",
      name: support.matches,
      exported: false,
      parameters: [{ name: "text", type: "string" }],
      returns: "boolean",
      body: new Block().line(`return ${imports.runtime("matchesTable")}(${support.table}, text);`),
    },
  ];
}

/** A pattern of fixed length, character by character. */
function scanFunction(name: string, pattern: string, runs: readonly CharacterRun[]): Declaration {
  const body = new Block();
  body.guard(`text.length !== ${runs.at(-1)?.to ?? 0}`, "return false;");
  for (const { from, to, ranges } of runs) {
    const isLoop = to - from > 1;
    if (isLoop) body.open(`for (let i = ${from}; i < ${to}; i++) {`);
    const unit = `text.charCodeAt(${isLoop ? "i" : from})`;
    const [low, high] = ranges[0] ?? [0, 0];
    if (ranges.length === 1 && low === high) {
      body.guard(`${unit} !== ${low}`, "return false;");
    } else {
      const name = isLoop ? "unit" : `unit${from}`;
      const outside = ranges.map(([first, last]) =>
        first === last
          ? atom(`${name} !== ${first}`)
          : or(atom(`${name} < ${first}`), atom(`${name} > ${last}`)),
      );
      body.line(`const ${name} = ${unit};`).guard(and(...outside).text, "return false;");
    }
    if (isLoop) body.close();
  }
  return {
    kind: "function",
    name,
    exported: false,
    doc: [`/${pattern}/`],
    parameters: [{ name: "text", type: "string" }],
    returns: "boolean",
    body: body.line("return true;"),
  };
}

function formatParser(
  support: Extract<FieldSupport, { kind: "formats" }>,
  contract: FieldContract,
  zones: Map<string, string>,
  imports: Imports,
): readonly Declaration[] {
  const { format } = contract;
  if (format.kind !== "patterns") return [];
  const constants = format.patterns.map(({ text, steps }, i): Declaration => {
    const entries = steps.map(
      (step) =>
        `  ${inlineObject(Object.entries(step).map(([key, value]) => [key, literal(value)]))},`,
    );
    return {
      kind: "const",
      name: support.formats[i] ?? "",
      exported: false,
      doc: [text],
      type: `readonly ${imports.runtimeType("PatternStep")}[]`,
      value: `[\n${entries.join("\n")}\n]`,
    };
  });
  const zone = format.zone === null ? null : zoneLiteral(format.zone, imports);
  const known = zone === null ? undefined : zones.get(zone);
  if (zone !== null && known === undefined) {
    zones.set(zone, support.zone);
    constants.push({
      kind: "const",
      name: support.zone,
      exported: false,
      type: imports.runtimeType("ZoneTable"),
      value: zone,
    });
  }
  const named = { ...support, zone: known ?? support.zone };
  return [...constants, parserFunction(named, contract, format, imports)];
}

function parserFunction(
  support: Extract<FieldSupport, { kind: "formats" }>,
  contract: FieldContract,
  { patterns, pivot, zone }: Extract<FieldContract["format"], { kind: "patterns" }>,
  imports: Imports,
): Declaration {
  const body = new Block();
  const parse = imports.runtime("parseByPattern");
  const isDate = contract.type.kind === "date";
  const last = support.formats.length - 1;
  support.formats.forEach((format, i) => {
    const read = `${parse}(text, ${format}, ${pivot})`;
    const isLocal =
      zone !== null && patterns[i]?.steps.every((step) => step.field !== "offset") === true;
    const call = isLocal ? `${imports.runtime("instantOfLocal")}(${read}, ${support.zone})` : read;
    if (last === 0)
      body.line(isDate ? `return Math.floor(${call} / 86400000);` : `return ${call};`);
    else body.line(i === 0 ? `let time = ${call};` : `if (Number.isNaN(time)) time = ${call};`);
  });
  if (last > 0) body.line(isDate ? "return Math.floor(time / 86400000);" : "return time;");
  const unit = isDate ? "The day number" : "Milliseconds since 1970";
  return {
    kind: "function",
    name: support.parse,
    exported: false,
    doc: [`${unit}; NaN where the text is in none of the formats.`],
    parameters: [{ name: "text", type: "string" }],
    returns: "number",
    body,
  };
}

function enumGuard(
  support: Extract<FieldSupport, { kind: "enum" }>,
  contract: FieldContract,
): readonly Declaration[] {
  if (contract.type.kind !== "enum") return [];
  return [
    textSet(support.values, contract.type.values),
    {
      kind: "function",
      name: support.isValue,
      exported: false,
      parameters: [{ name: "value", type: "unknown" }],
      returns: `value is ${support.type}`,
      body: new Block().line(`return typeof value === "string" && ${support.values}.has(value);`),
    },
  ];
}
