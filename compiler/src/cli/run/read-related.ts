import { resolve } from "node:path";
import { pascalCase } from "../../emit/names.js";
import type { EventSource, Program, TableSource } from "../../ir/program.js";
import { readKey } from "../../interpret/read-source.js";
import { UsageError } from "../failures.js";
import type { World } from "../world.js";
import { openInput } from "./open-input.js";
import type { InputFile } from "./open-input.js";
import { createProgress } from "./progress.js";
import { sourceShape } from "./record-shape.js";
import { RelatedRecords } from "./related-records.js";
import type { RecordOutcome, RelatedSource } from "./related-records.js";
import type { SpecModule } from "./spec-module.js";

/** Files by the data set that they hold: `--events payments=payments.csv`. */
export interface RelatedFiles {
  readonly events: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
}

/** `NAME=FILE` of each flag; the program says which names there are. Throws a UsageError. */
export function relatedFiles(
  program: Program,
  flags: { readonly events?: readonly string[]; readonly table?: readonly string[] },
): RelatedFiles {
  return {
    events: filesOf("--events", flags.events ?? [], program.events),
    tables: filesOf("--table", flags.table ?? [], program.tables),
  };
}

function filesOf(
  flag: string,
  given: readonly string[],
  sources: readonly TableSource[],
): ReadonlyMap<string, string> {
  const names = new Set(sources.map(({ data }) => data));
  const files = new Map<string, string>();
  for (const text of given) {
    const at = text.indexOf("=");
    const [name, file] = [text.slice(0, at), text.slice(at + 1)];
    if (at < 1 || file === "") {
      throw new UsageError(
        `${flag} ${text} is not NAME=FILE`,
        `write ${flag} ${[...names][0] ?? "NAME"}=FILE`,
      );
    }
    if (!names.has(name)) {
      const known = [...names].join(", ");
      throw new UsageError(
        `the spec has no ${name} for ${flag}`,
        known === "" ? "It declares none." : `It has ${known}.`,
      );
    }
    if (files.has(name)) throw new UsageError(`${flag} ${name} is given twice`);
    files.set(name, file);
  }
  const absent = [...names].find((name) => !files.has(name));
  if (absent !== undefined) {
    throw new UsageError(
      `the spec reads ${absent}`,
      `say which file has it, ${flag} ${absent}=FILE`,
    );
  }
  return files;
}

/** Reads each source from its file; two sources of one data set read the file once each. */
export function readRelated(
  world: World,
  program: Program,
  files: RelatedFiles,
  module: SpecModule,
): Promise<readonly RelatedRecords[]> {
  return relatedFrom(world, program, module, (source) => {
    const file = files.events.get(source.data) ?? files.tables.get(source.data) ?? "";
    return openInput(resolve(world.cwd, file), file, sourceShape(source, program));
  });
}

/** The records of each source, of wherever `open` has them. */
export async function relatedFrom(
  world: World,
  program: Program,
  module: SpecModule,
  open: (source: TableSource) => InputFile,
): Promise<readonly RelatedRecords[]> {
  const related: RelatedRecords[] = [];
  const read = async (source: TableSource, described: RelatedSource) => {
    const records = new RelatedRecords(described);
    const input = open(source);
    const progress = createProgress(world, () => input.bytesRead() / Math.max(1, input.bytes));
    try {
      await records.read(input.batches, progress.show, world.interrupted);
    } finally {
      progress.end();
    }
    related.push(records);
  };
  for (const source of program.events) await read(source, describeEvents(source, module));
  for (const source of program.tables) await read(source, describeTable(source, module));
  return related;
}

/** The generated modules export these functions for each source, with exactly these shapes. */
function exported<Function>(module: SpecModule, name: string): Function {
  return module.sources[name] as Function;
}

function describeEvents(source: EventSource, module: SpecModule): RelatedSource {
  type Events = { readonly ok: true; readonly value: readonly Row[] };
  type Row = Extract<RecordOutcome, { ok: true }>["value"];
  type Refused = Extract<RecordOutcome, { ok: false }>;
  const name = pascalCase(source.name);
  const parse = exported<(values: readonly unknown[]) => Events | Refused>(
    module,
    `safeParse${name}`,
  );
  return {
    ...joinOf(source),
    kind: "events",
    maxCount: source.maxCount,
    parse: (record) => {
      const outcome = parse([record]);
      if (outcome.ok) return { ok: true, value: outcome.value[0] ?? {} };
      // The position in the list of one says nothing.
      const issues = outcome.issues.map(({ code, path, message }) => ({
        code,
        path: path.slice(1),
        message: message.replace(/^\[0\](\.|: )/, ""),
      }));
      return { ok: false, issues };
    },
    order: exported(module, `order${name}`),
  };
}

function describeTable(source: TableSource, module: SpecModule): RelatedSource {
  return {
    ...joinOf(source),
    kind: "table",
    maxCount: null,
    parse: exported(module, `safeParse${pascalCase(source.name)}`),
    order: (records) => records,
  };
}

function joinOf(source: TableSource) {
  const { name, key, on } = source;
  return { name, key, on, readKey: (record: unknown) => readKey(source, record) };
}
