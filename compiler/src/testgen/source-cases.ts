import { readEvents, readTableRecord } from "../interpret/read-source.js";
import type { Program } from "../ir/program.js";
import { casesOf } from "./contract-cases.js";
import type { ContractCase } from "./contract-cases.js";
import type { UsualRecords } from "../prove/related.js";

/** Changes of the usual record of one source, and what its contract says to them. */
export interface SourceCases {
  readonly name: string;
  /** Its records come in a list: paths begin with the position. */
  readonly isList: boolean;
  readonly cases: readonly ContractCase[];
}

/** As `contractCases`, for the records of each source. */
export function sourceCases(program: Program, usual: UsualRecords): readonly SourceCases[] {
  const events = program.events.map((source): SourceCases => {
    const cases = casesOf(source.fields, usual[source.name] ?? {}, (record) => {
      const read = readEvents(program, source, [record]);
      return "issues" in read ? read : { values: read.events[0] ?? {} };
    });
    return { name: source.name, isList: true, cases };
  });
  const tables = program.tables.map((source): SourceCases => {
    const cases = casesOf(source.fields, usual[source.name] ?? {}, (record) => {
      const read = readTableRecord(program, source, record);
      return "issues" in read ? read : { values: read.record ?? {} };
    });
    return { name: source.name, isList: false, cases };
  });
  return [...events, ...tables];
}
