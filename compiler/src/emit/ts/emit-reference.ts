import type { AsOf, FeatureRef, FieldRef, OutputRef } from "../../ir/nodes.js";
import { primary } from "./code.js";
import type { Emission, Value } from "./emission.js";

/** A field, the value of another step, an output of the model, or the moment of the prediction. */
export function emitReference(
  expr: FieldRef | FeatureRef | OutputRef | AsOf,
  emission: Emission,
): Value {
  const { text, nullable, requires = [] } = emission.scope.resolve(expr);
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
