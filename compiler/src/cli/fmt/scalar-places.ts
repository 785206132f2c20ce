import { isCollection, isScalar, parseDocument, visit } from "yaml";

/** How a formula is written in YAML. Offsets of the source text, quotes and `|` included. */
export interface ScalarPlace {
  readonly style: "plain" | "double" | "single" | "literal";
  readonly start: number;
  readonly end: number;
  /** Inside `[ ]` or `{ }`, where commas and brackets end a plain scalar. */
  readonly inFlow: boolean;
}

/** The scalars of a YAML text, in order; folded ones are left out. */
export function scalarPlaces(text: string): readonly ScalarPlace[] {
  const places: ScalarPlace[] = [];
  visit(parseDocument(text, { logLevel: "silent" }), {
    Scalar: (_key, node, path) => {
      if (!isScalar(node) || node.range === null || node.range === undefined) return;
      const style = styleOf(node.type);
      if (style === undefined) return;
      const inFlow = path.some((parent) => isCollection(parent) && parent.flow === true);
      places.push({ style, start: node.range[0], end: node.range[1], inFlow });
    },
  });
  return places;
}

function styleOf(type: string | undefined): ScalarPlace["style"] | undefined {
  switch (type) {
    case "PLAIN":
      return "plain";
    case "QUOTE_DOUBLE":
      return "double";
    case "QUOTE_SINGLE":
      return "single";
    case "BLOCK_LITERAL":
      return "literal";
    default:
      return undefined;
  }
}
