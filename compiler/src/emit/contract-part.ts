import type { Facts } from "../ir/facts.js";
import type { Program } from "../ir/program.js";
import { defaultRow } from "../interpret/default-row.js";
import { contractCases } from "../testgen/contract-cases.js";
import type { ContractCase } from "../testgen/contract-cases.js";
import type { EmitCaches } from "./emit-caches.js";
import type { EmittedFile } from "./text/emitted-file.js";
import { emitJsonSchema } from "./schema/json-schema.js";
import { hasScanner } from "./ts/scanned-names.js";
import { hasSources } from "./ts/source-parameters.js";
import { sourcesModule } from "./ts/sources-module.js";
import { inputModule } from "./ts/input-module.js";
import { buildTsFile } from "./text/ts-file.js";

/** What the contract of a spec alone decides, and no feature. */
export interface ContractPart {
  readonly key: string;
  readonly files: readonly EmittedFile[];
  readonly cases: readonly ContractCase[];
}

/** Emitted once for as long as only features change: most edits in watch mode. */
export async function emitContract(
  program: Program,
  facts: Facts,
  caches: EmitCaches,
): Promise<ContractPart> {
  const key = contractKey(program);
  if (caches.contract?.key === key) return caches.contract;
  const input = await buildTsFile(inputModule(program, facts), caches.layout);
  const sources = hasSources(program)
    ? [await buildTsFile(sourcesModule(program), caches.layout)]
    : [];
  const part: ContractPart = {
    key,
    files: [input, ...sources, emitJsonSchema(program)],
    cases: contractCases(program, defaultRow(program)),
  };
  caches.contract = part;
  return part;
}

function contractKey(program: Program): string {
  const { path, name, version, description, keys, labels, unknownFields, contractHash } = program;
  // Features with `outside: reject` decide which default row is taken.
  const rejecting = program.steps
    .filter((step) => step.outside?.value === "reject")
    .map(({ text, range }) => [text, range?.text]);
  const withoutPlaces = (place: string, value: unknown): unknown =>
    place === "span" ? undefined : value instanceof Map ? [...value] : value;
  return JSON.stringify(
    [
      path,
      name,
      version,
      description,
      keys,
      labels,
      unknownFields,
      contractHash,
      hasScanner(program),
      rejecting,
      program.input,
      program.events,
      program.tables,
      program.constraints.map((constraint) => constraint.description),
    ],
    withoutPlaces,
  );
}
