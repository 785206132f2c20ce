import type { EnumAst, FunctionAst, MapAst, Name } from "./ast.js";
import { mapText } from "./formula-text.js";
import { asList, asMap, openNamed, reportKind } from "./open-map.js";
import { readScalar } from "./plain-scalar.js";
import { readData } from "./read-data.js";
import { readFormula } from "./read-formula.js";
import { checkName, declareName, warnOldBoolean } from "./read-text.js";
import type { Reading } from "./reading.js";
import { readValueList } from "./read-values.js";
import type { EntryNode, TextNode } from "./yaml-tree.js";

export function readFunctions(
  entry: EntryNode | undefined,
  reading: Reading,
): readonly FunctionAst[] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "functions, as in `ratio(a, b): a / b`");
  if (map === undefined) return [];
  return openNamed(map, reading).flatMap(({ key, value }) => {
    const signature = readSignature(key, reading);
    if (value.kind === "map" || value.kind === "list") {
      if (!value.flow) {
        reportKind(key.value, value, "a formula", reading);
        return [];
      }
    }
    const body = readFormula(key.value, value, map.flow, reading);
    return signature === undefined ? [] : [{ ...signature, body }];
  });
}

const signatureShape = /^([^()]*)\(([^()]*)\)$/;

function readSignature(
  key: TextNode,
  reading: Reading,
): { readonly name: Name; readonly params: readonly Name[] } | undefined {
  const parts = signatureShape.exec(key.value);
  const text = mapText(key, reading.file);
  if (parts === null || text === undefined) {
    reading.report("spec/bad-signature", key, { signature: key.value });
    return undefined;
  }
  const [, head = "", list = ""] = parts;
  const nameAt = (offset: number, part: string, thing: "function" | "parameter"): Name => {
    const value = part.trim();
    const start = offset + part.length - part.trimStart().length;
    const span = text.at(start, Math.max(start + value.length, start));
    checkName(value, span.end > span.start ? span : key, thing, reading);
    return { value, span };
  };
  const name = nameAt(0, head, "function");
  const params: Name[] = [];
  let offset = head.length + 1;
  for (const part of list.trim() === "" ? [] : list.split(",")) {
    const param = nameAt(offset, part, "parameter");
    const first = params.find((other) => other.value === param.value);
    if (first === undefined) params.push(param);
    else {
      reading.report(
        "spec/duplicate-value",
        param.span,
        { value: param.value },
        { related: [{ span: first.span, text: "the first one" }] },
      );
    }
    offset += part.length + 1;
  }
  return { name, params };
}

export function readMaps(entry: EntryNode | undefined, reading: Reading): readonly MapAst[] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "maps, as in `rate: { a: 1, b: 2 }`");
  if (map === undefined) return [];
  return openNamed(map, reading).flatMap((declared) => {
    const name = declareName(declared.key, "map", reading);
    const node = asMap(declared, reading, "a map of keys and values");
    if (node === undefined) return [];
    const entries = openNamed(node, reading).flatMap(({ key, value }) => {
      warnOldBoolean(key, reading);
      if (value.kind === "map" || value.kind === "list") {
        reportKind(key.value, value, "one value", reading);
        return [];
      }
      if (value.kind === "text" && readScalar(value).kind === "null") {
        reading.report("spec/no-value", value, { key: key.value, wanted: "one value" });
        return [];
      }
      const data = readData(key.value, value, reading);
      return data === undefined ? [] : [{ key: reading.located(key.value, key), value: data }];
    });
    return [{ name, entries, span: reading.span(node) }];
  });
}

export function readEnums(entry: EntryNode | undefined, reading: Reading): readonly EnumAst[] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "enums, as in `employment: [salaried, retired]`");
  if (map === undefined) return [];
  return openNamed(map, reading).flatMap((declared) => {
    const name = declareName(declared.key, "enum", reading);
    const list = asList(declared, reading, "a list of values");
    return list === undefined
      ? []
      : [{ name, values: readValueList(declared.key.value, list, reading) }];
  });
}
