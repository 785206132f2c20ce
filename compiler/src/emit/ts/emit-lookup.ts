import { internalError } from "../../base/assert.js";
import type { Facts } from "../../ir/facts.js";
import type { Lookup } from "../../ir/nodes.js";
import { equals, mayEqual } from "./emit-compare.js";
import { binary, conditional, constant, methodCall, nullCode, primary } from "./code.js";
import type { Code } from "./code.js";
import { every, missing, none } from "./emission.js";
import type { Emission, Value } from "./emission.js";
import { literal } from "../text/literal.js";
import type { Constant } from "../../types/value.js";
import type { PresentValue } from "../../types/value.js";
import { valueType } from "./value-type.js";

/** Maps of more entries are looked up in a Map. */
const chainLimit = 4;

/** A constant of the spec's maps; a key that it does not have gives missing. */
export function emitLookup(expr: Lookup, emission: Emission): Value {
  const entries = expr.map.entries
    .filter(({ key }) => mayEqual(expr.key, key, emission.scope.facts))
    .map(({ key, value }) => ({ key, value: constantOf(value) }));
  const isTotal = coversKey(expr, emission.scope.facts);
  const last = entries.at(-1);
  if (last === undefined) return missing;
  const isChain = entries.length <= chainLimit;
  const operands = emission.operands([expr.key], none, isChain ? every : none);
  const key = operands.codes[0] ?? internalError("no key");
  if (!isChain)
    return emission.combined(operands, mapGet(expr, key, isTotal, emission), null, !isTotal);
  const tested = isTotal ? entries.slice(0, -1) : entries;
  const code = tested.reduceRight<Code>(
    (otherwise, entry) => conditional(equals(key, entry.key), constant(entry.value), otherwise),
    isTotal ? constant(last.value) : nullCode,
  );
  return emission.combined(operands, code, null, !isTotal);
}

/** Every key that can come is in the map. */
function coversKey(expr: Lookup, facts: Facts): boolean {
  const { present, domain } = facts.of(expr.key);
  if (!present || domain.kind !== "text" || domain.values === null) return false;
  const keys = new Set<string | number>(expr.map.entries.map(({ key }) => key));
  return domain.values.every((value) => keys.has(value));
}

function mapGet(expr: Lookup, key: Code, isTotal: boolean, emission: Emission): Code {
  const { map } = expr;
  const types = `${map.keyType.kind === "int" ? "number" : "string"}, ${valueType(map.valueType)}`;
  const entries = map.entries.map((entry) => [entry.key, constantOf(entry.value)]);
  const name = emission.scope.constants.add(
    map.name,
    "Map",
    `ReadonlyMap<${types}>`,
    `/* @__PURE__ */ new Map(${literal(entries)})`,
  );
  const found = methodCall(primary(name), "get", key);
  if (!isTotal) return binary("??", found, nullCode);
  return primary(`${found.text}!`);
}

function constantOf(value: PresentValue): Exclude<Constant, readonly Constant[]> {
  return typeof value === "object" ? internalError("a map of lists") : value;
}
