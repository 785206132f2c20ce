import { camelCase } from "../base/camel-case.js";
import * as runtime from "@featc/runtime";

export { camelCase };

/** `model_input` as `ModelInput`. */
export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/**
 * The identifiers of one scope of generated code. None is a word of JavaScript, a global that
 * generated code reads, or a name of the runtime, so that nothing is hidden by accident.
 */
export class NameScope {
  readonly #taken: Set<string>;
  readonly #reused = new Map<string, string>();

  /** `taken` are names that the scope already has, or can see and must not hide. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The preferred name, or the first free one of `nameValue`, `nameValue2`, … */
  take(preferred: string): string {
    let name = preferred;
    for (let n = 1; this.#taken.has(name) || reservedNames.has(name); n++) {
      name = `${preferred}Value${n === 1 ? "" : n}`;
    }
    this.#taken.add(name);
    return name;
  }

  /** As `take`, but the same name each time: for variables of blocks that never stand inside each other. */
  reuse(preferred: string): string {
    let name = this.#reused.get(preferred);
    if (name === undefined) {
      name = this.take(preferred);
      this.#reused.set(preferred, name);
    }
    return name;
  }

  /** A scope inside this one: it sees the same names. */
  inner(): NameScope {
    return new NameScope(this.#taken);
  }
}

const words =
  "abstract any arguments as asserts async await boolean break case catch class const constructor " +
  "continue debugger declare default delete do else enum eval export extends false finally for from " +
  "function get if implements import in infer instanceof interface is keyof let module namespace never " +
  "new null number object of override package private protected prototype public readonly require " +
  "return satisfies set static string super switch symbol then this throw true try type typeof " +
  "undefined unique unknown using var void while with yield __proto__";

const globals =
  "Array BigInt Boolean Date Error Float32Array Float64Array Infinity Int32Array JSON Map Math NaN " +
  "Number Object Promise Proxy ReadonlyArray ReadonlyMap ReadonlySet Record Reflect RegExp Set String " +
  "Symbol Uint8Array WeakMap exports global globalThis isFinite isNaN module parseFloat parseInt " +
  "process self window";

const reservedNames: ReadonlySet<string> = new Set([
  ...words.split(" "),
  ...globals.split(" "),
  ...Object.keys(runtime),
]);
