import type { Value } from "../../types/value.js";
import { Interrupted } from "../failures.js";
import type { RawBatches } from "./raw-row.js";
import type { RowIssue } from "./row.js";

type Row = Readonly<Record<string, Value>>;

/** How the records of a file belong to the rows of the input. */
export interface RelatedSource {
  /** The argument of `computeFeatures`. */
  readonly name: string;
  readonly kind: "events" | "table";
  /** The joining field in a parsed record. */
  readonly key: string;
  /** The field of the input that it meets. */
  readonly on: string;
  /** Events of one entity at most; null for no limit. */
  readonly maxCount: number | null;
  /** Reads one record by its contract. */
  readonly parse: (record: unknown) => RecordOutcome;
  /** The joining value of a record that `parse` refuses; null where it cannot be read. */
  readonly readKey: (record: unknown) => Value;
  /** The events of an entity in order, so that they need not be ordered for each of its rows. */
  readonly order: (events: readonly Row[]) => readonly Row[];
}

export type RecordOutcome =
  | { readonly ok: true; readonly value: Row }
  | { readonly ok: false; readonly issues: readonly RowIssue[] };

/** What a row gets from one source. */
export interface EntityRecords {
  readonly records: readonly Row[];
  readonly issues: readonly RowIssue[];
}

interface Entity {
  records: readonly Row[];
  readonly issues: RowIssue[];
  isOrdered: boolean;
}

/** What `run` tells of a source. */
export interface SourceSummary {
  readonly name: string;
  readonly records: number;
  readonly entities: number;
  /** Refused by their contract: they reject the rows of their entity. */
  readonly refused: number;
  /** Without a text or a key that can be read: they belong to no row. */
  readonly unjoined: number;
}

/**
 * The records of a source by the value that joins them, each read once. A record that its contract refuses
 * rejects the rows of its entity, as it would in a service; one without a readable key belongs to no row.
 */
export class RelatedRecords {
  readonly source: RelatedSource;
  readonly #entities = new Map<string, Entity>();
  #records = 0;
  #refused = 0;
  #unjoined = 0;

  constructor(source: RelatedSource) {
    this.source = source;
  }

  get summary(): SourceSummary {
    return {
      name: this.source.name,
      records: this.#records,
      entities: this.#entities.size,
      refused: this.#refused,
      unjoined: this.#unjoined,
    };
  }

  /** `progress` is told how many records have been read. */
  async read(
    batches: RawBatches,
    progress: (records: number) => void,
    interrupted: AbortSignal,
  ): Promise<void> {
    for await (const batch of batches) {
      if (interrupted.aborted) throw new Interrupted();
      for (const row of batch) {
        this.#records += 1;
        if ("problem" in row) this.#unjoined += 1;
        else this.#add(row.value, row.line);
      }
      progress(this.#records);
    }
  }

  /** The records of the row's entity, or what is wrong with them. */
  of(input: Row): EntityRecords {
    const { on, order, maxCount, name } = this.source;
    const key = input[on] ?? null;
    const entity = key === null ? undefined : this.#entities.get(String(key));
    if (entity === undefined) return nothing;
    if (maxCount !== null && entity.records.length > maxCount) {
      const message = `${name} has ${entity.records.length} events of this ${on}, and at most ${maxCount} are allowed`;
      return { records: [], issues: [{ code: "length", path: [name], message }] };
    }
    if (!entity.isOrdered) {
      entity.records = order(entity.records);
      entity.isOrdered = true;
    }
    return entity;
  }

  #add(record: unknown, line: number): void {
    const { name, key, kind } = this.source;
    const parsed = this.source.parse(record);
    const value = parsed.ok ? (parsed.value[key] ?? null) : this.source.readKey(record);
    if (value === null) {
      this.#unjoined += 1;
      return;
    }
    const entity = this.#entityOf(String(value));
    if (!parsed.ok) {
      this.#refused += 1;
      for (const { code, path, message } of parsed.issues) {
        const place = `${name}, line ${line}: `;
        entity.issues.push({ code, path: [name, ...path], message: place + message });
      }
    } else if (kind === "table" && entity.records.length > 0) {
      this.#refused += 1;
      const message = `${name} has a second record of this ${key}, on line ${line}`;
      entity.issues.push({ code: "second_record", path: [name], message });
    } else {
      // An array of its own as soon as there is one: most entities of a table have no more.
      if (entity.records.length === 0) entity.records = [parsed.value];
      else (entity.records as Row[]).push(parsed.value);
    }
  }

  #entityOf(key: string): Entity {
    let entity = this.#entities.get(key);
    if (entity === undefined) {
      entity = { records: [], issues: [], isOrdered: false };
      this.#entities.set(key, entity);
    }
    return entity;
  }
}

const nothing: EntityRecords = { records: [], issues: [] };
