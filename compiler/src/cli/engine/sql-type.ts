/** A type as DuckDB prints it, as far as a starter spec tells types apart. */
export type SqlType =
  | { readonly kind: "text" | "integer" | "number" | "bool" | "date" | "timestamp" | "uuid" }
  /** Exact numbers that no double and no 64 bits hold: DECIMAL and HUGEINT. */
  | { readonly kind: "decimal"; readonly isWhole: boolean }
  | { readonly kind: "list"; readonly items: SqlType }
  | { readonly kind: "record"; readonly fields: readonly SqlField[] }
  | { readonly kind: "other"; readonly printed: string };

export interface SqlField {
  readonly name: string;
  readonly type: SqlType;
}

const integers = /^(?:U?(?:TINY|SMALL|BIG)INT|U?INTEGER)$/;
const decimals = /^(?:U?HUGEINT|BIGNUM|DECIMAL\([0-9]+,([0-9]+)\))$/;

/** Reads `STRUCT(a BIGINT, "b c" VARCHAR[])` and the like. */
export function parseSqlType(printed: string): SqlType {
  const text = printed.trim();
  const list = /^(.*)\[[0-9]*\]$/s.exec(text);
  if (list !== null) return { kind: "list", items: parseSqlType(list[1] ?? "") };
  const record = /^STRUCT\((.*)\)$/s.exec(text);
  if (record !== null) {
    return { kind: "record", fields: splitFields(record[1] ?? "").map(parseField) };
  }
  return scalarType(text);
}

function scalarType(text: string): SqlType {
  if (text === "VARCHAR" || text.startsWith("ENUM(")) return { kind: "text" };
  if (integers.test(text)) return { kind: "integer" };
  if (text === "FLOAT" || text === "DOUBLE") return { kind: "number" };
  const decimal = decimals.exec(text);
  if (decimal !== null) return { kind: "decimal", isWhole: Number(decimal[1] ?? 0) === 0 };
  if (text === "BOOLEAN") return { kind: "bool" };
  if (text === "DATE") return { kind: "date" };
  if (text.startsWith("TIMESTAMP")) return { kind: "timestamp" };
  if (text === "UUID") return { kind: "uuid" };
  return { kind: "other", printed: text };
}

function parseField(text: string): SqlField {
  const quoted = /^"((?:[^"]|"")*)" (.*)$/s.exec(text);
  if (quoted !== null) {
    return { name: (quoted[1] ?? "").replaceAll('""', '"'), type: parseSqlType(quoted[2] ?? "") };
  }
  const space = text.indexOf(" ");
  return { name: text.slice(0, space), type: parseSqlType(text.slice(space + 1)) };
}

/** The parts between commas that stand in no bracket and no quotes. */
function splitFields(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let inQuotes = false;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (c === '"' || c === "'") inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (c === "(") depth += 1;
    else if (c === ")") depth -= 1;
    else if (c === "," && depth === 0) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  parts.push(text.slice(from).trim());
  return parts;
}

/** The type under which JSON is read: dates stay the texts that the producer wrote. */
export function asWritten(type: SqlType): string {
  switch (type.kind) {
    case "text":
    case "date":
    case "timestamp":
    case "uuid":
      return "VARCHAR";
    case "integer":
      return "BIGINT";
    case "number":
    case "decimal":
      return "DOUBLE";
    case "bool":
      return "BOOLEAN";
    case "list":
      return `${asWritten(type.items)}[]`;
    case "record": {
      const fields = type.fields.map(
        (field) => `"${field.name.replaceAll('"', '""')}" ${asWritten(field.type)}`,
      );
      return `STRUCT(${fields.join(", ")})`;
    }
    case "other":
      return "JSON";
  }
}
