import type { FieldKey } from "./keys.table.js";
import type { KeyedEntries } from "./open-map.js";
import type { TypeAst } from "./ast.js";
import type { Reading } from "./reading.js";

type Kind = Exclude<TypeAst["kind"], "invalid">;

/** The types that a key says something about; keys that are not named here fit every type. */
const fittingTypes: Readonly<Partial<Record<FieldKey, readonly Kind[]>>> = {
  range: ["number", "int", "date", "timestamp"],
  values: ["enum"],
  pattern: ["string"],
  length: ["string", "list"],
  fields: ["record"],
  items: ["list"],
  zone: ["timestamp"],
  pivot: ["date", "timestamp"],
};

/** Of a list, these speak about its elements. */
const ofElements: ReadonlySet<FieldKey> = new Set(["values", "fields"] as const);

/** Reports keys that make no sense for a type; true where the key can be kept. */
export function keyFits<Key extends FieldKey>(
  key: Key,
  type: TypeAst | undefined,
  entries: KeyedEntries<Key>,
  reading: Reading,
): boolean {
  const entry = entries.get(key);
  const fitting = fittingTypes[key];
  if (entry === undefined || fitting === undefined || type?.kind === "invalid") return true;
  if (type !== undefined) {
    const subject = ofElements.has(key) ? innermost(type) : type;
    if (subject.kind === "invalid" || fitting.includes(subject.kind)) return true;
  }
  const ofItems =
    type?.kind === "list" && type.element.kind !== "invalid" && fitting.includes(type.element.kind);
  reading.report("spec/key-not-for-type", entry.key, {
    key,
    type: type?.kind,
    fitting,
    underItems: ofItems,
  });
  return false;
}

export function innermost(type: TypeAst): TypeAst {
  return type.kind === "list" ? innermost(type.element) : type;
}
