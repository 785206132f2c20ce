import type { Located } from "../base/source.js";
import type { Name } from "./ast.js";
import { nearest } from "../diagnostics/suggest.js";
import { reportKind } from "./open-map.js";
import { isOldBoolean, quoteYaml, readScalar } from "./plain-scalar.js";
import { problemOfName } from "./names.js";
import type { Reading } from "./reading.js";
import type { EntryNode, TextNode, YamlNode } from "./yaml-tree.js";

/** A text; a number, true or null that YAML makes of an unquoted one is refused. */
export function readText(
  key: string,
  node: YamlNode,
  reading: Reading,
): Located<string> | undefined {
  if (node.kind !== "text") {
    reportKind(key, node, "a text", reading);
    return undefined;
  }
  const scalar = readScalar(node);
  if (scalar.kind !== "text") {
    reading.report("yaml/not-text", node, {
      key,
      text: node.value,
      kind: scalar.kind === "unclear-number" ? "number" : scalar.kind,
      quoted: quoteYaml(node.value),
    });
  }
  return reading.located(node.value, node);
}

/** A text among the data of the spec (an enum value, a key of a map), where `no` deserves a warning. */
export function readValueText(
  key: string,
  node: YamlNode,
  reading: Reading,
): Located<string> | undefined {
  if (node.kind === "text") warnOldBoolean(node, reading);
  return readText(key, node, reading);
}

export function warnOldBoolean(node: TextNode, reading: Reading): void {
  if (!isOldBoolean(node)) return;
  reading.report("yaml/unclear-boolean", node, {
    text: node.value,
    quoted: quoteYaml(node.value),
  });
}

export function readTextOf(
  entry: EntryNode | undefined,
  reading: Reading,
): Located<string> | undefined {
  return entry === undefined ? undefined : readText(entry.key.value, entry.value, reading);
}

/** A list of texts, or a single one. */
export function readTexts(
  entry: EntryNode | undefined,
  reading: Reading,
): readonly Located<string>[] {
  if (entry === undefined) return [];
  const { key, value } = entry;
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => readText(key.value, item, reading) ?? []);
}

export function readBool(entry: EntryNode | undefined, reading: Reading): boolean {
  if (entry === undefined) return false;
  const { key, value } = entry;
  if (value.kind === "text") {
    const scalar = readScalar(value);
    if (scalar.kind === "bool") return scalar.value;
    reading.report("spec/wrong-kind", value, {
      key: key.value,
      wanted: "`true` or `false`",
      found: `\`${value.value}\``,
    });
    return false;
  }
  reportKind(key.value, value, "`true` or `false`", reading);
  return false;
}

export function readNumber(
  key: string,
  node: YamlNode,
  reading: Reading,
): Located<number> | undefined {
  if (node.kind !== "text") {
    reportKind(key, node, "a number", reading);
    return undefined;
  }
  const scalar = readScalar(node);
  if (scalar.kind === "number") return reading.located(scalar.value, node);
  if (scalar.kind === "unclear-number") {
    const { problem, instead } = scalar;
    reading.report("yaml/unclear-number", node, { text: node.value, problem, instead });
  } else {
    reading.report("spec/wrong-kind", node, {
      key,
      wanted: "a number",
      found: node.style === "plain" ? `\`${node.value}\`` : `the text ${quoteYaml(node.value)}`,
    });
  }
  return undefined;
}

/** One of a few words. */
export function readWord<Word extends string>(
  entry: EntryNode | undefined,
  words: readonly Word[],
  reading: Reading,
): Located<Word> | undefined {
  if (entry === undefined) return undefined;
  const { key, value } = entry;
  const wanted = words.map((word) => `\`${word}\``).join(" or ");
  if (value.kind !== "text") {
    reportKind(key.value, value, wanted, reading);
    return undefined;
  }
  const word = words.find((known) => known === value.value);
  if (word !== undefined) return reading.located(word, value);
  reportWord(key.value, value, words, reading);
  return undefined;
}

export function reportWord(
  key: string,
  node: TextNode,
  words: readonly string[],
  reading: Reading,
): void {
  reading.report("spec/unknown-value", node, {
    key,
    value: node.value,
    allowed: words,
    suggestion:
      synonyms[node.value]?.find((word) => words.includes(word)) ?? nearest(node.value, words),
  });
}

/** What people write who know another tool. */
const synonyms: Readonly<Record<string, readonly string[]>> = Object.assign(
  Object.create(null) as Record<string, readonly string[]>,
  {
    clip: ["clamp"],
    cap: ["clamp"],
    saturate: ["clamp"],
    null: ["missing"],
    none: ["missing"],
    drop: ["missing", "ignore"],
    error: ["reject"],
    fail: ["reject"],
    raise: ["reject"],
    strip: ["ignore"],
    allow: ["ignore"],
    warning: ["warn"],
    float: ["float64"],
    double: ["float64"],
    int: ["int32"],
  },
);

/** What a name names, as a diagnostic calls it. */
export type NamedThing =
  | "spec"
  | "field"
  | "enum"
  | "map"
  | "function"
  | "parameter"
  | "let"
  | "feature"
  | "constraint"
  | "matrix"
  | "model output"
  | "policy"
  | "fitted constant"
  | "event source"
  | "table"
  | "record type";

/** A name that is declared here; a bad one is reported and kept, so that references to it find it. */
export function declareName(node: TextNode, thing: NamedThing, reading: Reading): Name {
  checkName(node.value, node, thing, reading);
  return reading.located(node.value, node);
}

export function checkName(
  word: string,
  place: { readonly start: number; readonly end: number },
  thing: NamedThing,
  reading: Reading,
): void {
  const problem = problemOfName(word, thing === "spec");
  if (problem === undefined) return;
  if (problem.kind === "reserved")
    reading.report("spec/reserved-name", place, { name: word, thing });
  else {
    reading.report("spec/bad-name", place, {
      name: word,
      thing,
      tooLong: problem.kind === "long",
      suggestion: problem.kind === "shape" ? problem.suggestion : undefined,
    });
  }
}
