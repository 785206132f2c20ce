import { camelCase } from "../names.js";
import type { NameScope } from "../names.js";
import type { ConstDeclaration } from "../text/declarations.js";

/** Tables, sets and maps that functions of a module read: at its top level, each once. */
export class ModuleConstants {
  readonly #scope: NameScope;
  readonly #byValue = new Map<string, ConstDeclaration>();

  /** `scope` is that of the module. */
  constructor(scope: NameScope) {
    this.#scope = scope;
  }

  /** How often code has asked for a constant. */
  asked = 0;

  get declarations(): readonly ConstDeclaration[] {
    return [...this.#byValue.values()];
  }

  /**
   * The name of a constant with this value, TypeScript text of the type. It ends in `suffix`, such as `Edges`:
   * locals, whose names are those of steps, have no capitals.
   */
  add(subject: string, suffix: string, type: string, value: string): string {
    this.asked += 1;
    const key = `${type} ${value}`;
    const known = this.#byValue.get(key);
    if (known !== undefined) return known.name;
    const name = this.#scope.take(`${camelCase(subject)}${suffix}`);
    this.#byValue.set(key, { kind: "const", name, exported: false, type, value });
    return name;
  }
}
