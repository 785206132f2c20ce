import type { Aggregate } from "../../../ir/nodes.js";
import type { Code } from "../code.js";
import type { Emission, Value } from "../emission.js";
import type { Block } from "../../text/block.js";

/** What an aggregate keeps while a loop goes over its elements. */
export interface Accumulation {
  /** In front of the loop. */
  readonly declarations: readonly string[];
  /** For an element that counts; `value` is null where the aggregate names none. */
  readonly add: (value: Code | null, block: Block) => void;
  /** Behind the loop; may add statements. */
  readonly result: (emission: Emission) => Value;
}

/** Where an aggregate finds what it needs. */
export interface AccumulationScope {
  readonly expr: Aggregate;
  readonly emission: Emission;
  /** The names of its variables begin with it. */
  readonly name: string;
  /** The time of the event at which the loop stands. */
  readonly time: Code;
  /** The moment of the prediction. */
  readonly asOf: Code;
  /** The result can be missing though the collection is there. */
  readonly mayBeMissing: boolean;
}

export type Accumulate = (scope: AccumulationScope) => Accumulation;
