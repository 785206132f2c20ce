import type { DataAst } from "./ast.js";
import { openNamed, reportKind } from "./open-map.js";
import { readScalar } from "./plain-scalar.js";
import { warnOldBoolean } from "./read-text.js";
import type { Reading } from "./reading.js";
import type { TextNode, YamlNode } from "./yaml-tree.js";

/** YAML data as it stands; `key` is what messages call it. */
export function readData(key: string, node: YamlNode, reading: Reading): DataAst | undefined {
  switch (node.kind) {
    case "text":
      return readScalarData(node, reading);
    case "list": {
      const items = node.items.flatMap((item) => readData(key, item, reading) ?? []);
      return { kind: "list", items, span: reading.span(node) };
    }
    case "map": {
      const entries = openNamed(node, reading).flatMap((entry) => {
        const value = readData(entry.key.value, entry.value, reading);
        return value === undefined
          ? []
          : [{ key: reading.located(entry.key.value, entry.key), value }];
      });
      return { kind: "map", entries, span: reading.span(node) };
    }
    case "nothing":
    case "broken":
      reportKind(key, node, "a value", reading);
      return undefined;
  }
}

function readScalarData(node: TextNode, reading: Reading): DataAst | undefined {
  const scalar = readScalar(node);
  const span = reading.span(node);
  const text = node.value;
  switch (scalar.kind) {
    case "text":
      warnOldBoolean(node, reading);
      return { kind: "scalar", value: text, text, span };
    case "null":
      return { kind: "scalar", value: null, text, span };
    case "bool":
    case "number":
      return { kind: "scalar", value: scalar.value, text, span };
    case "unclear-number": {
      const { problem, instead } = scalar;
      reading.report("yaml/unclear-number", node, { text, problem, instead });
      return undefined;
    }
  }
}
