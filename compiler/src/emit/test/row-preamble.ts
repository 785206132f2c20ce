import { printValue } from "../../ir/print-value.js";
import type { RowSource } from "../../testgen/row-source.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { objectLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
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
  const related = hasSources(program) ? ["related: Related"] : [];
  const row = rowCode(program);
  if (needsAsOf(program)) {
    const parameters = ["changes: Changes", ...related, "asOf = usualAsOf"].join(", ");
    body.open(`function features(${parameters}): Features {`);
    body.line(`return computeFeatures(${row}, { asOf });`);
  } else {
    body.open(`function features(${["changes: Changes", ...related].join(", ")}): Features {`);
    body.line(`return computeFeatures(${row});`);
  }
  body.close();
  nativePreamble(program, body);
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
