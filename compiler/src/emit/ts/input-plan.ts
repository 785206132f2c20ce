import type { FieldContract, Program } from "../../ir/program.js";
import { zoneSubject } from "./zone-literal.js";
import { NameScope, camelCase, pascalCase } from "../names.js";

/** Names of what `input.ts` declares for the whole record or for a nested one. */
export interface RecordPlan {
  readonly kind: "record";
  /** Of the parsed record, and of the producer's. */
  readonly type: string;
  readonly jsonType: string;
  readonly checker: string;
  readonly reader: string;
  readonly collector: string;
  /** The constant that holds its keys, where they are too many to compare one by one. */
  readonly keys: string | null;
  readonly fields: readonly FieldPlan[];
}

export interface ListPlan {
  readonly kind: "list";
  readonly contract: FieldContract;
  readonly checker: string;
  readonly reader: string;
  readonly collector: string;
  readonly items: FieldPlan;
}

export interface FieldPlan {
  readonly contract: FieldContract;
  /** As `contract.optional`, or a label, which only training data have. */
  readonly optional: boolean;
  /** Its parsed value may be null. */
  readonly mayBeMissing: boolean;
  readonly nested: RecordPlan | ListPlan | null;
  /** Names of the constants and functions that its test needs besides. */
  readonly support: FieldSupport | null;
}

export type FieldSupport =
  /** `matches` is a function over texts; a pattern of varying length has a `table`. */
  | { readonly kind: "pattern"; readonly matches: string; readonly table: string }
  /** `parse` reads a text by the formats, in their order. */
  /** `zone` is the constant of its table, where no field before has the same one. */
  | {
      readonly kind: "formats";
      readonly formats: readonly string[];
      readonly parse: string;
      readonly zone: string;
    }
  | {
      readonly kind: "enum";
      readonly type: string;
      readonly values: string;
      readonly isValue: string;
    };

/** Enums of more values are looked up in a set. */
export const shortEnum = 8;
/** Keys of records that have more are looked up in a set. */
const fewKeys = 40;

/** The names of everything that `input.ts` declares; `scope` is that of the module. */
export function planInput(program: Program, scope: NameScope): RecordPlan {
  const type = scope.take("Input");
  const jsonType = scope.take("InputJson");
  const checker = scope.take("isInput");
  return {
    kind: "record",
    type,
    jsonType,
    checker,
    reader: scope.take("readInput"),
    collector: scope.take("collectInput"),
    keys: program.input.length > fewKeys ? scope.take("inputKeys") : null,
    fields: program.input.map((contract) =>
      planField(contract, [contract.name], program.labels.includes(contract.name), scope),
    ),
  };
}

/** Records of a source: of the type `type`, in a module of their own. */
export function planSource(
  type: string,
  fields: readonly FieldContract[],
  scope: NameScope,
): RecordPlan {
  return {
    kind: "record",
    type: scope.take(type),
    jsonType: scope.take(`${type}Json`),
    ...functionNames(type, scope),
    keys: fields.length > fewKeys ? scope.take(`${camelCase(type)}Keys`) : null,
    fields: fields.map((field) => planField(field, [field.name], false, scope, type)),
  };
}

/** The events of a source as a list of its records. */
export function planEvents(
  name: string,
  contract: FieldContract,
  record: RecordPlan,
  scope: NameScope,
): ListPlan {
  const items = contract.items ?? contract;
  return {
    kind: "list",
    contract,
    ...functionNames(name, scope),
    items: { contract: items, optional: false, mayBeMissing: false, nested: record, support: null },
  };
}

/** `prefix` stands in front of the names of types: `Input` of those of the input. */
function planField(
  contract: FieldContract,
  path: readonly string[],
  isLabel: boolean,
  scope: NameScope,
  prefix = "Input",
): FieldPlan {
  return {
    contract,
    optional: contract.optional || isLabel,
    mayBeMissing: contract.mayBeMissing || isLabel,
    nested: planNested(contract, path, scope, prefix),
    support: planSupport(contract, path, scope, prefix),
  };
}

function planSupport(
  contract: FieldContract,
  path: readonly string[],
  scope: NameScope,
  prefix: string,
): FieldSupport | null {
  const { type, format } = contract;
  const camel = camelCase(path.join("_"));
  const pascal = pascalCase(path.join("_"));
  if (contract.pattern !== null) {
    return {
      kind: "pattern",
      matches: scope.take(`matches${pascal}`),
      table: scope.take(`${camel}Pattern`),
    };
  }
  if (format.kind === "patterns") {
    return {
      kind: "formats",
      formats: format.patterns.map((_, i) =>
        scope.take(format.patterns.length === 1 ? `${camel}Format` : `${camel}Format${i + 1}`),
      ),
      parse: scope.take(`parse${pascal}`),
      zone: format.zone === null ? "" : scope.take(`${camelCase(zoneSubject(format.zone))}Zone`),
    };
  }
  if (type.kind === "enum" && type.values.length > shortEnum) {
    return {
      kind: "enum",
      type: scope.take(`${prefix}${pascal}`),
      values: scope.take(`${camel}Values`),
      isValue: scope.take(`is${pascal}Value`),
    };
  }
  return null;
}

function planNested(
  contract: FieldContract,
  path: readonly string[],
  scope: NameScope,
  prefix: string,
): RecordPlan | ListPlan | null {
  const name = pascalCase(path.join("_"));
  switch (contract.type.kind) {
    case "record":
      return {
        kind: "record",
        type: scope.take(`${prefix}${name}`),
        jsonType: scope.take(`${prefix}${name}Json`),
        ...functionNames(name, scope),
        keys:
          contract.fields.length > fewKeys ? scope.take(`${camelCase(path.join("_"))}Keys`) : null,
        fields: contract.fields.map((field) =>
          planField(field, [...path, field.name], false, scope, prefix),
        ),
      };
    case "list":
      return contract.items === null
        ? null
        : {
            kind: "list",
            contract,
            ...functionNames(name, scope),
            items: planField(contract.items, [...path, "item"], false, scope, prefix),
          };
    default:
      return null;
  }
}

function functionNames(
  name: string,
  scope: NameScope,
): { checker: string; reader: string; collector: string } {
  return {
    checker: scope.take(`is${name}`),
    reader: scope.take(`read${name}`),
    collector: scope.take(`collect${name}`),
  };
}

/** Every field, also of nested records and the elements of lists, in order of declaration. */
export function allFields(plan: RecordPlan | ListPlan): readonly FieldPlan[] {
  const own = plan.kind === "record" ? plan.fields : [plan.items];
  return own.flatMap((field) =>
    field.nested === null ? [field] : [field, ...allFields(field.nested)],
  );
}
