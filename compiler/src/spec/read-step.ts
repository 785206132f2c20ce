import { assertNever } from "../base/assert.js";
import type { ExampleAst, ExpectAst, FormulaText, StepAst } from "./ast.js";
import { withoutCutParts } from "./cut-entries.js";
import { innermost, keyFits } from "./key-fits-type.js";
import { exampleKeys, featureKeys, letKeys, nearKeys, policyKeys } from "./keys.table.js";
import type { StepKey } from "./keys.table.js";
import { asList, asMap, openKeyed, openNamed, reportKind } from "./open-map.js";
import { readData } from "./read-data.js";
import { readDocumentation } from "./read-documentation.js";
import { readOutside, readTypeNode } from "./read-field.js";
import { readFormula } from "./read-formula.js";
import { reportedText } from "./formula-text.js";
import { readRange } from "./read-range.js";
import { declareName, readBool, readNumber } from "./read-text.js";
import { readValues } from "./read-values.js";
import type { Reading } from "./reading.js";
import type { EntryNode, MapNode, YamlNode } from "./yaml-tree.js";

export type StepRole = "let" | "feature" | "policy";

const keysOf: Readonly<Record<StepRole, readonly StepKey[]>> = {
  let: letKeys,
  feature: featureKeys,
  policy: policyKeys,
};

const nouns: Readonly<Record<StepRole, string>> = {
  let: "a let",
  feature: "a feature",
  policy: "a policy",
};

export function readSteps(
  entry: EntryNode | undefined,
  role: StepRole,
  reading: Reading,
): readonly StepAst[] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "a map of names and formulas");
  if (map === undefined) return [];
  return openNamed(map, reading).map((step) => readStep(step, role, reading));
}

function readStep({ key, value }: EntryNode, role: StepRole, reading: Reading): StepAst {
  const name = declareName(key, role, reading);
  const span = reading.span({ start: key.start, end: Math.max(key.end, value.end) });
  const plain = (formula: FormulaText): StepAst => ({
    name,
    formula,
    tags: [],
    indicator: false,
    examples: [],
    span,
  });
  switch (value.kind) {
    case "map":
      return { ...readLongStep(name, value, role, reading), span };
    case "list":
    case "text":
    case "nothing":
    case "broken":
      break;
    default:
      return assertNever(value);
  }
  return plain(readFormula(key.value, value, false, reading));
}

function readLongStep(
  name: StepAst["name"],
  node: MapNode,
  role: StepRole,
  reading: Reading,
): Omit<StepAst, "span"> {
  const { kept, formulas } = withoutCutParts(node, reading);
  const entries = openKeyed(kept, keysOf[role], nouns[role], reading);
  const formulaEntry = entries.get("formula");
  const formula =
    formulaEntry === undefined
      ? reportNoFormula(name, reading)
      : (formulas.get(formulaEntry) ??
        readFormula("formula", formulaEntry.value, node.flow, reading));
  const imputeEntry = entries.get("impute");
  const impute =
    imputeEntry === undefined
      ? undefined
      : (formulas.get(imputeEntry) ?? readFormula("impute", imputeEntry.value, node.flow, reading));
  const typeEntry = entries.get("type");
  const type = typeEntry === undefined ? undefined : readTypeNode("type", typeEntry.value, reading);
  const range = readRange(entries.get("range"), reading);
  const values = keyFits("values", type, entries, reading)
    ? readValues(entries.get("values"), reading)
    : undefined;
  if (type !== undefined && innermost(type).kind === "enum" && values === undefined) {
    reading.report("spec/enum-without-values", type.span, { key: undefined });
  }
  const outside = readOutside(entries, reading);
  return {
    name,
    formula,
    ...readDocumentation(entries, reading),
    indicator: readBool(entries.get("indicator"), reading),
    examples: readExamples(entries.get("examples"), reading),
    ...(type === undefined ? {} : { type }),
    ...(values === undefined ? {} : { values }),
    ...(range === undefined ? {} : { range }),
    ...(outside === undefined ? {} : { outside }),
    ...(impute === undefined ? {} : { impute }),
  };
}

function reportNoFormula(name: StepAst["name"], reading: Reading): FormulaText {
  reading.report("spec/missing-key", name.span, { key: "formula", what: name.value });
  return reportedText(name.span);
}

function readExamples(entry: EntryNode | undefined, reading: Reading): readonly ExampleAst[] {
  if (entry === undefined) return [];
  const list = asList(entry, reading, "a list of examples");
  return (list?.items ?? []).flatMap((item) => readExample(item, reading) ?? []);
}

function readExample(node: YamlNode, reading: Reading): ExampleAst | undefined {
  if (node.kind !== "map") {
    reportKind("examples", node, "maps with `given` and `expect` in its list", reading);
    return undefined;
  }
  const entries = openKeyed(node, exampleKeys, "an example", reading);
  const expectEntry = entries.get("expect");
  if (expectEntry === undefined) {
    reading.report("spec/missing-key", node, { key: "expect", what: "this example" });
    return undefined;
  }
  const given = readGiven(entries.get("given"), reading);
  const expect = readExpect(expectEntry.value, reading);
  if (expect === undefined) return undefined;
  return { given, expect: reading.located(expect, expectEntry.value), span: reading.span(node) };
}

function readGiven(entry: EntryNode | undefined, reading: Reading): ExampleAst["given"] {
  if (entry === undefined) return [];
  const map = asMap(entry, reading, "a map of fields and values");
  if (map === undefined) return [];
  return openNamed(map, reading).flatMap(({ key, value }) => {
    const data = readData(key.value, value, reading);
    return data === undefined ? [] : [{ name: reading.located(key.value, key), value: data }];
  });
}

function readExpect(node: YamlNode, reading: Reading): ExpectAst | undefined {
  if (node.kind === "text" && node.style === "plain") {
    if (node.value === "missing" || node.value === "rejected") return { kind: node.value };
    if (/^(?:null|Null|NULL|~)$/.test(node.value)) {
      reading.report("spec/unknown-value", node, {
        key: "expect",
        value: node.value,
        allowed: ["a value", "missing", "rejected"],
        suggestion: "missing",
      });
      return undefined;
    }
  }
  if (node.kind === "map") return readNear(node, reading);
  const value = readData("expect", node, reading);
  return value === undefined ? undefined : { kind: "value", value };
}

function readNear(node: MapNode, reading: Reading): ExpectAst | undefined {
  const entries = openKeyed(node, nearKeys, "an expected value", reading);
  const numberOf = (key: "near" | "within"): number | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) {
      reading.report("spec/missing-key", node, { key, what: "this expectation" });
      return undefined;
    }
    return readNumber(key, entry.value, reading)?.value;
  };
  const near = numberOf("near");
  const within = numberOf("within");
  if (near === undefined || within === undefined) return undefined;
  if (within >= 0) return { kind: "near", near, within };
  reading.report("spec/wrong-kind", entries.get("within")?.value ?? node, {
    key: "within",
    wanted: "a number that is not negative",
    found: `\`${within}\``,
  });
  return undefined;
}
