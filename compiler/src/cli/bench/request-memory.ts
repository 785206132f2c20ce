import type { SpecModule } from "../run/spec-module.js";
import { parsedBy } from "./bench-rows.js";
import type { BenchRows } from "./bench-rows.js";
import { sizeOf } from "./timing.js";

/** What records of a source take while a request is computed: as they are sent, and as they are read. */
export interface SourceMemory {
  readonly source: string;
  /** Records of one request at most. */
  readonly records: number;
  /** That many are admitted; else it is what was seen, and there is no limit. */
  readonly isBounded: boolean;
  readonly bytesPerRecord: number;
}

export interface RequestMemory {
  /** The record of the input. */
  readonly record: number;
  readonly sources: readonly SourceMemory[];
  /** Allocated while the row is computed. */
  readonly computed: number;
  /** All together. */
  readonly request: number;
  readonly concurrency: number;
  /** A process that has computed its first rows. */
  readonly process: number;
  /** The process with as many requests at a time. */
  readonly server: number;
}

export function requestMemory(
  module: SpecModule,
  { rows, sources }: BenchRows,
  computed: number,
  processBytes: number,
  concurrency: number,
): RequestMemory {
  const texts = rows.map((row) => JSON.stringify(row.sent));
  const record = sizeOf(texts.length, (i) => {
    const sent: unknown = JSON.parse(texts[i] ?? "null");
    return [sent, module.safeParseInput(sent)];
  });
  const weighed = sources.map(({ name, kind, maxCount, mostSeen, sent }): SourceMemory => {
    const records = sent.map((one) => JSON.stringify(one));
    const isEvents = kind === "events";
    const bytesPerRecord = sizeOf(records.length, (i) => {
      const one: unknown = JSON.parse(records[i] ?? "null");
      return [one, isEvents ? parsedOrNot(module, name, [one]) : parsedOrNot(module, name, one)];
    });
    return {
      source: name,
      records: isEvents ? (maxCount ?? mostSeen) : 1,
      isBounded: !isEvents || maxCount !== null,
      bytesPerRecord,
    };
  });
  const related = weighed.reduce((sum, one) => sum + one.records * one.bytesPerRecord, 0);
  const request = record + related + computed;
  return {
    record,
    sources: weighed,
    computed,
    request,
    concurrency,
    process: processBytes,
    server: processBytes + concurrency * request,
  };
}

/** A record that its contract refuses takes memory as well. */
function parsedOrNot(module: SpecModule, source: string, sent: unknown): unknown {
  try {
    return parsedBy(module, source, sent);
  } catch {
    return null;
  }
}
