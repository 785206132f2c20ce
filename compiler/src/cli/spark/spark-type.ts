import type { SqlType } from "../engine/sql-type.js";

/** A type as Spark writes it in JSON. */
export type SparkType =
  | string
  | { readonly type: "array"; readonly elementType: SparkType }
  | { readonly type: "struct"; readonly fields: readonly SparkField[] }
  | { readonly type: "map" | "udt" };

interface SparkField {
  readonly name: string;
  readonly type: SparkType;
}

const scalars: Readonly<Record<string, SqlType | undefined>> = {
  string: { kind: "text" },
  byte: { kind: "integer" },
  short: { kind: "integer" },
  integer: { kind: "integer" },
  long: { kind: "integer" },
  float: { kind: "number" },
  double: { kind: "number" },
  boolean: { kind: "bool" },
  date: { kind: "date" },
  timestamp: { kind: "timestamp" },
  timestamp_ntz: { kind: "timestamp" },
};

/** As far as reading a column tells types apart. */
export function sqlTypeOf(type: SparkType): SqlType {
  if (typeof type === "string") {
    const decimal = /^decimal\([0-9]+,([0-9]+)\)$/.exec(type);
    if (decimal !== null) return { kind: "decimal", isWhole: Number(decimal[1]) === 0 };
    return scalars[type] ?? { kind: "other", printed: type };
  }
  switch (type.type) {
    case "array":
      return { kind: "list", items: sqlTypeOf(type.elementType) };
    case "struct":
      return {
        kind: "record",
        fields: type.fields.map((one) => ({ name: one.name, type: sqlTypeOf(one.type) })),
      };
    default:
      return { kind: "other", printed: type.type };
  }
}

export function printedType(type: SparkType): string {
  if (typeof type === "string") return type;
  switch (type.type) {
    case "array":
      return `array<${printedType(type.elementType)}>`;
    case "struct":
      return `struct<${type.fields.map((one) => `${one.name}: ${printedType(one.type)}`).join(", ")}>`;
    default:
      return type.type;
  }
}
