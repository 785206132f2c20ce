import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { MapDefinition } from "../ir/nodes.js";
import type { MapAst } from "../spec/ast.js";
import { joinTypes } from "../types/join.js";
import {
  boolType,
  intType,
  invalidType,
  missingType,
  numberType,
  stringType,
} from "../types/type.js";
import type { Type } from "../types/type.js";

/** A constant map with keys of the wanted type where all its keys can be of it, else with text keys. */
export function lowerMap(
  ast: MapAst,
  wantedKey: Type,
  collector: DiagnosticCollector,
): MapDefinition {
  const integral = ast.entries.every((entry) => /^-?(0|[1-9][0-9]{0,14})$/.test(entry.key.value));
  const keyType = wantedKey.kind === "int" && integral ? intType : stringType;
  let valueType: Type = missingType;
  const entries: MapDefinition["entries"][number][] = [];
  for (const { key, value } of ast.entries) {
    const type = value.kind === "scalar" ? typeOfScalar(value.value) : undefined;
    const joined = type === undefined ? undefined : joinTypes(valueType, type);
    if (value.kind !== "scalar" || value.value === null || joined === undefined) {
      collector.report("type/map-value", value.span, { map: ast.name.value });
      return { name: ast.name.value, keyType, valueType: invalidType, entries: [] };
    }
    valueType = joined;
    entries.push({
      key: keyType.kind === "int" ? Number(key.value) : key.value,
      value: value.value,
    });
  }
  return {
    name: ast.name.value,
    keyType,
    valueType: valueType.kind === "missing" ? invalidType : valueType,
    entries,
  };
}

function typeOfScalar(value: string | number | boolean | null): Type | undefined {
  if (typeof value === "boolean") return boolType;
  if (typeof value === "string") return { kind: "enum", values: [value] };
  if (typeof value === "number") return Number.isSafeInteger(value) ? intType : numberType;
  return undefined;
}
