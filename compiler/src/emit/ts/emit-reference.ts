import { internalError } from "../../base/assert.js";
import type {
  AsOf,
  ElementRef,
  FeatureRef,
  FieldRef,
  OutputRef,
  TableRef,
} from "../../ir/nodes.js";
import type { Reference } from "./expression-scope.js";
import { primary } from "./code.js";
import type { Emission, Value } from "./emission.js";

/** A field, the value of another step, an output of the model, or the moment of the prediction. */
export function emitReference(
  expr: FieldRef | FeatureRef | OutputRef | AsOf | TableRef | ElementRef,
  emission: Emission,
): Value {
  const {
    text,
    nullable,
    requires = [],
  } = expr.kind === "ElementRef" ? elementReference(expr, emission) : emission.scope.resolve(expr);
  if (emission.scope.facts.of(expr).missing || requires.length === 0) {
    return {
      code: primary(text),
      requires: requires.filter((reference) => !emission.narrowed.has(reference)),
      nullable: nullable && !emission.narrowed.has(text),
      guard: null,
    };
  }
  // The records on the way are there as well, though TypeScript may not see it.
  const [first = text] = requires;
  const path = [...requires, text].reduce(
    (known, reference) => {
      const step = `${known}${reference.slice(known.replaceAll("!", "").length)}`;
      return reference === text || emission.narrowed.has(reference) ? step : `${step}!`;
    },
    first.slice(0, 0),
  );
  return { code: primary(path), requires: [], nullable, guard: null };
}

function elementReference({ path }: ElementRef, { scope }: Emission): Reference {
  return scope.element?.(path) ?? internalError("an element outside an aggregate");
}
