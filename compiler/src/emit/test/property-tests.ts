import { stepNamed } from "../../ir/dependencies.js";
import type { Program, Step } from "../../ir/program.js";
import { propertyRows } from "../../testgen/property-rows.js";
import type { PropertyRows } from "../../testgen/property-rows.js";
import type { RowSource } from "../../testgen/row-source.js";
import { headerOf } from "../header.js";
import { camelCase, NameScope, pascalCase } from "../names.js";
import { Block } from "../text/block.js";
import type { TsModule } from "../text/declarations.js";
import { Imports } from "../text/imports.js";
import { inlineObject, literal, propertyAccess, stringLiteral } from "../text/literal.js";
import { integerCode } from "./arbitraries.js";
import { arrayOf } from "./matrix-array.js";
import { rowsCode } from "./property-rows-code.js";
import type { EventNames } from "./property-rows-code.js";
import { hasSources, needsAsOf } from "./row-preamble.js";

/** The same rows in every run; a property with a seed of its own has rows of its own. */
const runs = 200;

/** `NAME.properties.test.ts`: what the spec states of every row, tried on random ones. */
export function propertyTests(source: RowSource): TsModule {
  const { program } = source;
  const imports = new Imports();
  for (const name of ["describe", "expect", "it"]) imports.value("vitest", name);
  imports.value("fast-check", "default as fc");
  const body = new Block(0);
  const names = new NameScope([
    ...["rows", "claims", "featuresOf", "sourcesOf", "isAsClaimed", "shuffled", "dateText"],
    ...["timestampText", "fc", "describe", "expect", "it", "row", "drawn", "outcomeOf"],
    ...program.matrices.map(({ name }) => camelCase(name)),
  ]);
  const rows = propertyRows(source);
  const events = rowsCode(program, rows, names, body);
  featuresFunction(program, body, imports);
  claimsCode(program, body);
  body.blank().open(`describe(${stringLiteral(`properties of ${program.name}`)}, () => {`);
  const properties = new Properties(body);
  admission(program, properties, imports);
  claimed(program, properties);
  for (const matrix of program.matrices) matrixProperty(program, matrix, properties, imports);
  if (program.events.length > 0) {
    orderProperty(program, properties);
    windowProperty(rows, events, properties);
  }
  body.close("});");
  const uses = (name: string): boolean =>
    body.parts.some((part) => part.kind !== "blank" && part.text.includes(`${name}(`));
  if (uses("shuffled")) shuffledFunction(body);
  if (uses("outcomeOf")) outcomeFunction(body, imports);
  return {
    path: `${program.name}.properties.test.ts`,
    header: headerOf(program),
    imports,
    declarations: [{ kind: "statements", body }],
  };
}

/** Writes properties, each with the next seed. */
class Properties {
  readonly #body: Block;
  #seed = 0;

  constructor(body: Block) {
    this.#body = body;
  }

  add(title: string, arbitraries: string, given: string, statements: readonly string[]): void {
    this.#seed += 1;
    const lines = [
      `it(${stringLiteral(title)}, () => {`,
      "  fc.assert(",
      `    fc.property(${arbitraries}, (${given}) => {`,
      ...statements.map((statement) => `      ${statement}`),
      "    }),",
      `    { seed: ${this.#seed}, numRuns: ${runs} },`,
      "  );",
      "});",
    ];
    this.#body.blank().line(lines.join("\n"));
  }
}

function rejecting({ steps }: Program): readonly string[] {
  return steps.filter(({ outside }) => outside?.value === "reject").map(({ name }) => name);
}

/** `featuresOf(row)`: undefined where a feature rejects the row, which only `outside: reject` may do. */
function featuresFunction(program: Program, body: Block, imports: Imports): void {
  imports.value("./features.js", "computeFeatures");
  imports.type("./features.js", "Features");
  imports.value("./input.js", "parseInput");
  const isSourced = hasSources(program);
  const parameter = isSourced ? "FeatureSources" : "ReturnType<typeof parseInput>";
  if (isSourced) imports.type("./features.js", "FeatureSources");
  const members = [
    "input: parseInput(row.input)",
    ...[...program.events, ...program.tables].map(({ name }) => {
      const parse = imports.value("./sources.js", `parse${pascalCase(name)}`);
      return `${name}: ${parse}(${propertyAccess("row", name)})`;
    }),
  ];
  body.blank().open(`function sourcesOf(row: Row): ${parameter} {`);
  body.line(`return ${isSourced ? `{ ${members.join(", ")} }` : "parseInput(row.input)"};`);
  body.close();
  const options = needsAsOf(program) ? ", { asOf: row.asOf }" : "";
  const computed = `computeFeatures(sourcesOf(row)${options})`;
  const rejects = rejecting(program);
  if (rejects.length === 0) {
    body.blank().open("function featuresOf(row: Row): Features {");
    body.line(`return ${computed};`).close();
    return;
  }
  imports.value("@featc/runtime", "RejectedRowError");
  body.blank().comment("Undefined where a feature with `outside: reject` rejects the row.");
  body.open("function featuresOf(row: Row): Features | undefined {");
  body.open("try {").line(`return ${computed};`);
  body.middle("} catch (error) {");
  const isExpected = `error instanceof RejectedRowError && ${literal(rejects)}.includes(error.feature)`;
  body.line(`if (${isExpected}) return undefined;`);
  body.line("throw error;").close().close();
}

const claimedTypes: Readonly<Record<string, string>> = {
  number: "number",
  int: "int",
  date: "int",
  timestamp: "int",
  duration: "int",
  bool: "bool",
  string: "text",
  id: "text",
  enum: "text",
  vector: "vector",
  list: "vector",
};

/** What the spec claims of each feature, and the function that asks whether a value is so. */
function claimsCode(program: Program, body: Block): void {
  body.blank().open("interface Claim {");
  body.line("readonly name: keyof Features;");
  body.line('readonly type: "number" | "int" | "bool" | "text" | "vector";');
  body.comment("May be missing.");
  body.line("readonly optional?: true;");
  body.line("readonly low?: number;");
  body.line("readonly high?: number;");
  body.line("readonly values?: readonly string[];");
  body.line("readonly length?: number;").close();
  body.blank().comment("What the spec claims of each feature, for every row.");
  const claims = program.features.flatMap((name) => {
    const step = stepNamed(program, name);
    return step === undefined ? [] : [`  ${claimOf(step)},`];
  });
  body.line(["const claims: readonly Claim[] = [", ...claims, "];"].join("\n"));
  body.blank().open("function isAsClaimed(value: unknown, claim: Claim): boolean {");
  body.line("if (value === null) return claim.optional === true;");
  body.open("switch (claim.type) {");
  body.section(['case "number":', 'case "int":'], (block) => {
    const tests = [
      'typeof value === "number"',
      '(claim.type === "int" ? Number.isSafeInteger(value) : Number.isFinite(value))',
      "!Object.is(value, -0)",
      "value >= (claim.low ?? value)",
      "value <= (claim.high ?? value)",
    ];
    block.line(`return ${tests.join(" && ")};`);
  });
  body.section(['case "bool":'], (block) => block.line('return typeof value === "boolean";'));
  body.section(['case "text":'], (block) => {
    block.line('return typeof value === "string" && (claim.values?.includes(value) ?? true);');
  });
  body.section(['case "vector":'], (block) => {
    block.line("return Array.isArray(value) && value.length === (claim.length ?? value.length);");
  });
  body.close().close();
}

function claimOf({ name, type, optional, range }: Step): string {
  return inlineObject([
    ["name", stringLiteral(name)],
    ["type", stringLiteral(claimedTypes[type.kind] ?? "vector")],
    ...(optional ? [["optional", "true"] as const] : []),
    ...(range === null || range.low === null ? [] : [["low", literal(range.low)] as const]),
    ...(range === null || range.high === null ? [] : [["high", literal(range.high)] as const]),
    ...(type.kind === "enum" ? [["values", literal(type.values)] as const] : []),
    ...(type.kind === "vector" ? [["length", literal(type.length)] as const] : []),
  ]);
}

/** Rows are made by the contract, so it admits them; what it does with a field that it does not have. */
function admission(program: Program, properties: Properties, imports: Imports): void {
  for (const name of ["isInput", "safeParseInput"]) imports.value("./input.js", name);
  const parsed = [...program.events, ...program.tables].map(({ name }) => {
    const parse = imports.value("./sources.js", `safeParse${pascalCase(name)}`);
    return `expect(${parse}(${propertyAccess("row", name)}).ok).toBe(true);`;
  });
  properties.add("every row that is made by the contract is admitted", "rows", "row", [
    "expect(isInput(row.input)).toBe(true);",
    "expect(safeParseInput(row.input).ok).toBe(true);",
    ...parsed,
  ]);
  const more = "{ ...row.input, no_such_field: 1 }";
  if (program.unknownFields === "ignore") {
    properties.add("a field that the contract does not have changes nothing", "rows", "row", [
      `expect(parseInput(${more})).toEqual(parseInput(row.input));`,
    ]);
  } else {
    properties.add("a field that the contract does not have is refused", "rows", "row", [
      `expect(isInput(${more})).toBe(false);`,
    ]);
  }
}

function claimed(program: Program, properties: Properties): void {
  const rejects = rejecting(program).length > 0;
  const title = "every feature is of its type, in its range and missing only where it may be";
  properties.add(title, "rows", "row", [
    "const features = featuresOf(row);",
    ...(rejects ? ["if (features === undefined) return;"] : []),
    "const wrong = claims.filter((claim) => !isAsClaimed(features[claim.name], claim));",
    "const words = wrong.map(({ name }) => `${name} is ${String(features[name])}`);",
    // As one text, because a message shows only how many elements a list has.
    'expect(words.join(", ")).toBe("");',
  ]);
}

/** Both ways of writing a row, or the same refusal by both. */
function matrixProperty(
  program: Program,
  { name: matrix, dtype }: Program["matrices"][number],
  properties: Properties,
  imports: Imports,
): void {
  const name = imports.value("./matrix.js", camelCase(matrix));
  const options = needsAsOf(program) ? "{ asOf: row.asOf }" : "{}";
  const rejects = rejecting(program).length > 0;
  properties.add(`encode and writeRow of ${matrix} write the same cells`, "rows", "row", [
    "const features = featuresOf(row);",
    ...(rejects ? ["if (features === undefined) return;"] : []),
    `const encoded = outcomeOf(() => [...${name}.encode([features]).data]);`,
    "const written = outcomeOf(() => {",
    `  const cells = new ${arrayOf[dtype]}(${name}.width);`,
    `  ${name}.writeRow(sourcesOf(row), ${options}, cells, 0);`,
    "  return [...cells];",
    "});",
    "expect(written).toEqual(encoded);",
  ]);
}

function outcomeFunction(body: Block, imports: Imports): void {
  imports.value("@featc/runtime", "MatrixError");
  body.blank().comment("The cells, or why the matrix cannot hold them.");
  body.open("function outcomeOf(cells: () => readonly number[]): unknown {");
  body.open("try {").line("return cells();");
  body.middle("} catch (error) {");
  body.line("if (error instanceof MatrixError) return error.message;");
  body.line("throw error;").close().close();
}

function orderProperty(program: Program, properties: Properties): void {
  const changed = program.events.map(
    ({ name }) => `${name}: shuffled(${propertyAccess("row", name)}, seed)`,
  );
  properties.add("the order of events counts for nothing", "rows, fc.nat()", "row, seed", [
    `const other = { ...row, ${changed.join(", ")} };`,
    "expect(featuresOf(other)).toEqual(featuresOf(row));",
  ]);
}

function shuffledFunction(body: Block): void {
  body.blank().open("function shuffled<T>(items: readonly T[], seed: number): readonly T[] {");
  body.line("let state = seed;");
  body.open("const placed = items.map((item) => {");
  body.line("state = (Math.imul(state, 1664525) + 1013904223) >>> 0;");
  body.line("return { item, place: state };").close("});");
  body.line("return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);");
  body.close();
}

/** More than a second apart from the prediction, for producers that write whole seconds. */
const apart = 1001;

/** Events after the prediction, before every window, or known too late, beside those of the row. */
function windowProperty(
  rows: PropertyRows,
  events: readonly EventNames[],
  properties: Properties,
): void {
  for (const [i, { source, moments }] of rows.events.entries()) {
    const names = events[i];
    const at = names?.at ?? null;
    if (moments === null || names === undefined || at === null) continue;
    const { span } = moments;
    const drawn = (before: string, delay: string): string =>
      `fc.record({ fields: ${names.fields}, before: ${before}, delay: ${delay} })`;
    const none = "fc.constant(0)";
    const outside = [drawn(integerCode(-span, -apart), none)];
    if (source.retention !== null) {
      const beyond = integerCode(source.retention + apart, source.retention + span);
      outside.push(drawn(beyond, none));
    }
    if (moments.known !== null) {
      outside.push(drawn(integerCode(0, span), integerCode(span + apart, 2 * span)));
    }
    const added = outside.length === 1 ? outside[0] : `fc.oneof(${outside.join(", ")})`;
    const list = propertyAccess("row", source.name);
    properties.add(
      `events of ${source.name} outside every window count for nothing`,
      `rows, fc.array(${added}, { minLength: 1, maxLength: 2 })`,
      "row, added",
      [
        `const more = added.map((event) => ${at}(event, row.asOf));`,
        `const other = { ...row, ${source.name}: [...${list}, ...more] };`,
        "expect(featuresOf(other)).toEqual(featuresOf(row));",
      ],
    );
  }
}
