import type { Expr } from "../../ir/nodes.js";
import { structuralKey } from "../../ir/structural-key.js";
import type { NumberDomain } from "../../types/domain.js";
import { keyOf } from "../environment.js";
import type { Environment } from "../environment.js";
import type { FactIn } from "../refine.js";

const most = 6;

/**
 * The parts of a formula of which nothing is known but which numbers they can be: fields, features, aggregates,
 * and calls that a method knows no rule for. The same part is the same atom wherever it stands.
 */
export class Atoms {
  readonly #environment: Environment;
  readonly #factIn: FactIn;
  readonly #positions = new Map<string, number>();
  readonly #domains: NumberDomain[] = [];

  constructor(environment: Environment, factIn: FactIn) {
    this.#environment = environment;
    this.#factIn = factIn;
  }

  /** What a local stands for. */
  definition(expr: Expr): Expr | undefined {
    const key = expr.kind === "LocalRef" ? keyOf(expr) : undefined;
    return key === undefined ? undefined : this.#environment.boundTo(key);
  }

  /** Undefined where it is no number, or one too many. */
  position(expr: Expr): number | undefined {
    const key = structuralKey(expr);
    const known = this.#positions.get(key);
    if (known !== undefined) return known;
    const { present, domain } = this.#factIn(expr, this.#environment);
    if (!present || domain.kind !== "number" || this.#domains.length === most) return undefined;
    this.#positions.set(key, this.#domains.length);
    this.#domains.push(domain);
    return this.#domains.length - 1;
  }

  isOne(expr: Expr): boolean {
    return this.#positions.has(structuralKey(expr));
  }

  get domains(): readonly NumberDomain[] {
    return this.#domains;
  }
}
