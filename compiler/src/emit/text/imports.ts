import type { RuntimeName, RuntimeTypeName } from "./runtime-names.js";

export interface ImportedModule {
  readonly from: string;
  /** Sorted; `isType` names are imported as types. */
  readonly names: readonly { readonly name: string; readonly isType: boolean }[];
}

/** The names that a module imports, collected while its code is written. Each method returns the name. */
export class Imports {
  readonly #modules = new Map<string, Map<string, boolean>>();

  /** A function, class or constant of `@featc/runtime`. */
  runtime<Name extends RuntimeName>(name: Name): Name {
    this.value("@featc/runtime", name);
    return name;
  }

  runtimeType<Name extends RuntimeTypeName>(name: Name): Name {
    this.type("@featc/runtime", name);
    return name;
  }

  /** From a sibling file `./input.js`, or from vitest in a test. */
  value(from: string, name: string): string {
    this.#namesOf(from).set(name, false);
    return name;
  }

  type(from: string, name: string): string {
    const names = this.#namesOf(from);
    if (!names.has(name)) names.set(name, true);
    return name;
  }

  /** All that another collection has. */
  add(other: Imports): void {
    for (const { from, names } of other.list()) {
      for (const { name, isType } of names) {
        if (isType) this.type(from, name);
        else this.value(from, name);
      }
    }
  }

  /** Packages before siblings, each in order of its name. */
  list(): readonly ImportedModule[] {
    return [...this.#modules]
      .sort(([a], [b]) => Number(a.startsWith(".")) - Number(b.startsWith(".")) || compare(a, b))
      .map(([from, names]) => ({
        from,
        names: [...names]
          .map(([name, isType]) => ({ name, isType }))
          .sort((a, b) => compare(a.name, b.name)),
      }));
  }

  #namesOf(from: string): Map<string, boolean> {
    const names = this.#modules.get(from) ?? new Map<string, boolean>();
    this.#modules.set(from, names);
    return names;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
