import { boolType } from "../types/type.js";
import { always, boolAt, never } from "./arguments.js";
import { defineFunctions } from "./definition.js";

export const logicFunctions = defineFunctions({
  xor: {
    summary: "Whether exactly one of two bools is true.",
    params: [
      { name: "a", type: "bool" },
      { name: "b", type: "bool" },
    ],
    result: always(boolType),
    missingWhen: "",
    partial: never,
    domain: ([a, b]) => {
      if (a?.domain.kind !== "bool" || b?.domain.kind !== "bool") {
        return { kind: "bool", mayBeTrue: true, mayBeFalse: true };
      }
      const { domain: left } = a;
      const { domain: right } = b;
      return {
        kind: "bool",
        mayBeTrue: (left.mayBeTrue && right.mayBeFalse) || (left.mayBeFalse && right.mayBeTrue),
        mayBeFalse: (left.mayBeTrue && right.mayBeTrue) || (left.mayBeFalse && right.mayBeFalse),
      };
    },
    evaluate: (args) => boolAt(args, 0) !== boolAt(args, 1),
  },
});
