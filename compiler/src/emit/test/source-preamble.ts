import type { Program } from "../../ir/program.js";
import type { RowSource } from "../../testgen/row-source.js";
import { pascalCase } from "../names.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { objectLiteral, propertyAccess, propertyKey, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";

/** A usual record of each source, and how a test says which records there are. */
export function sourcePreamble({ program, usual }: RowSource, body: Block, imports: Imports): void {
  imports.type("./features.js", "FeatureSources");
  body.comment("Records of other sources; each test says how its own differ from these.");
  const entries = [...program.events, ...program.tables].map(({ name }) => {
    const fields = Object.entries(usual[name] ?? {}).map(
      ([key, value]) => `${propertyKey(key)}: ${dataLiteral(value)}`,
    );
    return [name, `{ ${fields.join(", ")} }`] as const;
  });
  body.line(`const usualOf: Readonly<Record<string, Changes>> = ${objectLiteral(entries)};`);
  body.blank().open("interface Related {");
  for (const { name } of program.events)
    body.line(`readonly ${propertyKey(name)}?: readonly Changes[];`);
  for (const { name } of program.tables)
    body.line(`readonly ${propertyKey(name)}?: Changes | null;`);
  body.close().blank();
  body.open("function recordOf(source: string, changes: Changes): Changes {");
  body.line("const entries = Object.entries({ ...usualOf[source], ...changes });");
  body.line("return Object.fromEntries(entries.filter(([, value]) => value !== absent));");
  body.close().blank();
  body.open("function sourcesOf(changes: Changes, related: Related): FeatureSources {");
  body.line(
    `return ${objectLiteral([["input", "parseInput(changed(changes))"], ...members(program, imports)])};`,
  );
  body.close().blank();
}

function members(program: Program, imports: Imports): readonly (readonly [string, string])[] {
  const events = program.events.map(({ name }) => {
    const parse = imports.value("./sources.js", `parse${pascalCase(name)}`);
    const given = `(${propertyAccess("related", name)} ?? [])`;
    const mapped = `${given}.map((event) => recordOf(${stringLiteral(name)}, event))`;
    return [name, `${parse}(${mapped})`] as const;
  });
  const tables = program.tables.map(({ name }) => {
    const parse = imports.value("./sources.js", `parse${pascalCase(name)}`);
    const record = propertyAccess("related", name);
    const given = `${record} == null ? null : recordOf(${stringLiteral(name)}, ${record})`;
    return [name, `${parse}(${given})`] as const;
  });
  return [...events, ...tables];
}
