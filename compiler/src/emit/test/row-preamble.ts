import { printValue } from "../../ir/print-value.js";
import type { RowSource } from "../../testgen/row-source.js";
import { camelCase } from "../names.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { objectLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { arrayOf } from "./matrix-array.js";
import { sourcePreamble } from "./source-preamble.js";
import { nativePreamble } from "./native-tolerance.js";

/** The default record and how the tests change it. */
export function rowPreamble(source: RowSource, body: Block, imports: Imports): void {
  const { program, defaults } = source;
  imports.value("./features.js", "computeFeatures");
  imports.type("./features.js", "Features");
  imports.value("./input.js", "parseInput");
  const entries = Object.entries(defaults.json).map(
    ([key, value]) => [key, dataLiteral(value)] as const,
  );
  body.line("type Changes = Readonly<Record<string, unknown>>;").blank();
  body.comment("A record that the contract admits; each test changes some of its fields.");
  body.line(`const usual: Changes = ${objectLiteral(entries)};`);
  if (needsAsOf(program)) {
    body.comment(printValue(defaults.asOf, { kind: "timestamp" }));
    body.line(`const usualAsOf = ${defaults.asOf};`);
  }
  body.blank().comment("Stands for a key that the record does not have.");
  body.line('const absent: unique symbol = Symbol("absent");').blank();
  body.open("function changed(changes: Changes): Changes {");
  body.line("const entries = Object.entries({ ...usual, ...changes });");
  body.line("return Object.fromEntries(entries.filter(([, value]) => value !== absent));");
  body.close().blank();
  if (hasSources(program)) sourcePreamble(source, body, imports);
  featuresFunction(program, body, imports);
  nativePreamble(program, body);
}

/**
 * `features(…)`, which also checks that each matrix has the same cells where it is written in one pass: what
 * writes it computes the features again.
 */
function featuresFunction(program: RowSource["program"], body: Block, imports: Imports): void {
  const takesMoment = needsAsOf(program);
  const parameters = [
    "changes: Changes",
    ...(hasSources(program) ? ["related: Related"] : []),
    ...(takesMoment ? ["asOf = usualAsOf"] : []),
  ];
  const { matrices } = program;
  body.open(`function features(${parameters.join(", ")}): Features {`);
  body.line(`const row = ${rowCode(program)};`);
  const computed = takesMoment ? "computeFeatures(row, { asOf })" : "computeFeatures(row)";
  if (matrices.length === 0) {
    body.line(`return ${computed};`).close();
    return;
  }
  const options = takesMoment ? "{ asOf }" : "{}";
  const written = matrices.map((matrix) => {
    const name = imports.value("./matrix.js", camelCase(matrix.name));
    const zeros = `new ${arrayOf[matrix.dtype]}(${name}.columns.length)`;
    return { name, zeros };
  });
  if (program.steps.some(({ outside }) => outside?.value === "reject")) {
    imports.value("@featc/runtime", "RejectedRowError");
    const refusals = written.map(
      ({ name, zeros }) =>
        `expect(() => ${name}.writeRow(row, ${options}, ${zeros}, 0)).toThrow(RejectedRowError);`,
    );
    body.line("let computed: Features;");
    body.line(
      `try { computed = ${computed}; } catch (error) { ${refusals.join(" ")} throw error; }`,
    );
  } else {
    body.line(`const computed = ${computed};`);
  }
  for (const { name, zeros } of written) {
    const write = `(cells) => { ${name}.writeRow(row, ${options}, cells, 0); }`;
    const encode = `() => ${name}.encode([computed]).data`;
    body.line(`expectSameCells(${name}.columns, ${zeros}, ${write}, ${encode});`);
  }
  body.line("return computed;").close().blank();
  body.comment("What the one way of writing a row refuses, the other refuses.");
  body.open(
    "function expectSameCells<Cells extends ArrayLike<number>>(columns: readonly string[], cells: Cells, write: (cells: Cells) => void, encode: () => ArrayLike<number>): void {",
  );
  body.line("let encoded: ArrayLike<number>;");
  body.line("try { encoded = encode(); } catch { expect(() => write(cells)).toThrow(); return; }");
  body.line("write(cells);");
  body.line("const differs = columns.findIndex((_, i) => !Object.is(cells[i], encoded[i]));");
  body.line("expect(columns[differs]).toBeUndefined();");
  body.close();
}

/** What `computeFeatures` and `writeRow` take, of `changes` and `related`. */
export function rowCode(program: RowSource["program"]): string {
  return hasSources(program) ? "sourcesOf(changes, related)" : "parseInput(changed(changes))";
}

/** Of a spec without them nothing is said about records beside the input. */
export function hasSources({ events, tables }: RowSource["program"]): boolean {
  return events.length + tables.length > 0;
}

/** The moment is passed by the caller and read by some formula. */
export function needsAsOf(program: RowSource["program"]): boolean {
  return program.asOf === null && program.usesAsOf;
}
