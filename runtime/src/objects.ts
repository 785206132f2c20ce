/** What `ownValue` gives for a property with a getter or setter: no type of the language has it. */
export const ACCESSOR: unique symbol = /*@__PURE__*/ Symbol("accessor");

/**
 * Whether `value` is a record: an object whose prototype is `Object.prototype` or null, as from
 * JSON.parse. Not lists, class instances, dates, maps or functions, nor objects of another realm; a
 * proxy is what its target is.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * The value of the object's own data property `key`: undefined where it has none, whatever its
 * prototype has (`constructor`, `toString`, `__proto__`), `ACCESSOR` for a getter or setter, which
 * is not called.
 */
export function ownValue(object: object, key: string): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key);
  if (property === undefined) return undefined;
  return "value" in property ? property.value : ACCESSOR;
}

/** Whether every object has a property of this name, so that `object[key]` may not be its own. */
export function isPrototypeName(key: string): boolean {
  return key in Object.prototype;
}

/** Whether nothing has been added to `Object.prototype` that a loop over an object's keys sees. */
export function prototypeIsClean(): boolean {
  for (const _ in Object.prototype) return false;
  return true;
}
