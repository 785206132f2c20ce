import type { FormulaText } from "./ast.js";
import { findCutFormula } from "./formula-hazards.js";
import { mapText, reportedText, unmappedText } from "./formula-text.js";
import { kindOf } from "./open-map.js";
import { quoteYaml } from "./plain-scalar.js";
import type { Reading } from "./reading.js";
import type { YamlNode } from "./yaml-tree.js";

/** A formula; where none can be read, one that says nothing more. */
export function readFormula(
  key: string,
  node: YamlNode,
  inFlow: boolean,
  reading: Reading,
): FormulaText {
  switch (node.kind) {
    case "text": {
      const cut = findCutFormula(node, inFlow, reading);
      return cut ?? readPlaced(key, node, reading);
    }
    case "map":
    case "list": {
      const text = reading.file.text.slice(node.start, node.end);
      if (node.flow) {
        const quoted = text.includes("\n") ? undefined : quoteYaml(text);
        reading.report("yaml/read-as-collection", node, { kind: node.kind, quoted });
      } else {
        reading.report("spec/wrong-kind", node, { key, wanted: "a formula", found: kindOf(node) });
      }
      return reportedText(reading.span(node));
    }
    case "nothing":
      reading.report("spec/no-value", node, { key, wanted: "a formula" });
      return reportedText(reading.span(node));
    case "broken":
      return reportedText(reading.span(node));
  }
}

/** A text with exact places inside it: a formula, a pattern, a type. */
export function readPlaced(
  key: string,
  node: Extract<YamlNode, { kind: "text" }>,
  reading: Reading,
): FormulaText {
  const mapped = mapText(node, reading.file);
  if (mapped !== undefined) return mapped;
  reading.report("yaml/unmappable-scalar", node, { key, style: node.style });
  return unmappedText(node, reading.file);
}
