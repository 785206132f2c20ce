/** A record as JSON.parse makes it: no list, no instance of a class. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The object's own enumerable data property; a symbol, which no field admits, for a getter or setter. */
export function ownData(record: object, key: string): unknown {
  const property = Object.getOwnPropertyDescriptor(record, key);
  if (property?.enumerable !== true) return undefined;
  return "value" in property ? property.value : accessor;
}

const accessor = Symbol("accessor");
