import type { SourceFile, Span } from "../../compiler/src/base/source.js";
import type { Facts } from "../../compiler/src/ir/facts.js";
import type { Bounds, FieldContract, Program } from "../../compiler/src/ir/program.js";
import type { DeclaredType, Type } from "../../compiler/src/types/type.js";

const file: SourceFile = { path: "specs/example.feat.yaml", text: "" };
export const nowhere: Span = { file, start: 0, end: 0 };

export function bounds(low: number | null, high: number | null, text?: string): Bounds {
  return { low, high, text: text ?? `[${low}, ${high}]`, span: nowhere };
}

/** A field as lowering makes it: required, without rules, unless `rules` says otherwise. */
export function field(
  name: string,
  type: Type,
  rules: Partial<Omit<FieldContract, "name" | "type" | "mayBeMissing">> = {},
): FieldContract {
  const contract = {
    name,
    key: name,
    type,
    optional: false,
    range: null,
    pattern: null,
    length: null,
    fields: [],
    items: null,
    format: { kind: "json" },
    missingValues: [],
    invalid: "reject",
    outside: "reject",
    pii: false,
    tags: [],
    span: nowhere,
    ...rules,
  } as const satisfies Omit<FieldContract, "mayBeMissing">;
  const mayBeMissing =
    contract.optional ||
    contract.invalid === "missing" ||
    contract.outside === "missing" ||
    contract.missingValues.length > 0;
  return { ...contract, mayBeMissing };
}

export function record(
  name: string,
  fields: readonly FieldContract[],
  rules: Parameters<typeof field>[2] = {},
): FieldContract {
  const types = new Map<string, DeclaredType>(
    fields.map((one) => [one.name, { type: one.type, optional: one.mayBeMissing }]),
  );
  return field(name, { kind: "record", fields: types }, { fields, ...rules });
}

export function list(
  name: string,
  items: FieldContract,
  rules: Parameters<typeof field>[2] = {},
): FieldContract {
  const element = { type: items.type, optional: items.mayBeMissing };
  return field(name, { kind: "list", element }, { items, ...rules });
}

/** A program without steps, unless `parts` has some. */
export function program(parts: Partial<Program> = {}): Program {
  return {
    path: file.path,
    name: "example",
    version: null,
    description: null,
    owner: null,
    math: "strict",
    timezone: null,
    zones: [],
    asOf: null,
    usesAsOf: false,
    keys: [],
    labels: [],
    unknownFields: "reject",
    input: [],
    events: [],
    tables: [],
    constraints: [],
    fits: [],
    fitProvenance: null,
    steps: [],
    features: [],
    matrices: [],
    model: null,
    policy: [],
    tests: { mutationScore: null, properties: false },
    budget: { row: null, memory: null },
    specHash: "0".repeat(64),
    contractHash: "contract",
    ...parts,
  };
}

/** For programs without formulas. */
export const noFacts: Facts = {
  of: () => {
    throw new Error("no facts");
  },
  isReachable: () => true,
  step: () => {
    throw new Error("no facts");
  },
};

/** As if analysis had found out nothing: everything may be missing and have any value. */
export const vagueFacts: Facts = {
  ...noFacts,
  of: () => ({ missing: true, present: true, domain: { kind: "opaque" } }),
};
