import type { Program } from "../../ir/program.js";
import { pascalCase } from "../names.js";
import { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import type { Member, Parameter } from "../text/declarations.js";

/** A spec without sources takes the input alone. */
export function hasSources({ events, tables }: Program): boolean {
  return events.length + tables.length > 0;
}

export function sourceNames({ events, tables }: Program): readonly string[] {
  return [...events, ...tables].map(({ name }) => name);
}

/** The name of the type of a parsed record: shared by sources of one `type`. */
export function recordTypeName(
  source: { readonly name: string; readonly typeName: string | null },
  kind: "Event" | "Record",
): string {
  return `${pascalCase(source.typeName ?? source.name)}${kind}`;
}

/** What a function takes of each source. */
export function sourceParameters(program: Program, imports: Imports): readonly Parameter[] {
  const events = program.events.map((source) => ({
    name: source.name,
    type: `readonly ${imports.type("./sources.js", recordTypeName(source, "Event"))}[]`,
  }));
  const tables = program.tables.map((source) => ({
    name: source.name,
    type: `${imports.type("./sources.js", recordTypeName(source, "Record"))} | null`,
  }));
  return [...events, ...tables];
}

/** The first parameter of a function of a row: the input, or the object that holds all records. */
export function rowParameter(program: Program, uses: (name: string) => boolean): Parameter {
  if (!hasSources(program)) return { name: uses("input") ? "input" : "_input", type: "Input" };
  const isRead = ["input", ...sourceNames(program)].some(uses);
  return { name: isRead ? "sources" : "_sources", type: "FeatureSources" };
}

/** The body with its records as names of their own. */
export function withSources(body: Block, program: Program, uses: (name: string) => boolean): Block {
  const read = ["input", ...sourceNames(program)].filter(uses);
  if (!hasSources(program) || read.length === 0) return body;
  return new Block().line(`const { ${read.join(", ")} } = sources;`).append(body);
}

/** Members of the object that holds the input and the records of all sources. */
export function sourceMembers(program: Program, imports: Imports): readonly Member[] {
  const docs = new Map(
    [...program.events, ...program.tables].map(({ name, description }) => [name, description]),
  );
  const sources = sourceParameters(program, imports).map(({ name, type }): Member => {
    const description = docs.get(name);
    return { name, type, ...(description === undefined ? {} : { doc: [description] }) };
  });
  return [{ name: "input", type: "Input" }, ...sources];
}
