import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { check } from "../../../compiler/src/compile.js";
import { aggregateNames } from "../../../compiler/src/functions/aggregates/aggregate.table.js";
import { functionNames } from "../../../compiler/src/functions/registry.js";
import { walk } from "../../../compiler/src/ir/children.js";
import type { Expr } from "../../../compiler/src/ir/nodes.js";
import * as keys from "../../../compiler/src/spec/keys.table.js";
import { scalarTypeNames } from "../../../compiler/src/spec/ast.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const text = read("specs/kitchen-sink.feat.yaml");
const spec = parse(text) as Readonly<Record<string, unknown>>;
const { program, diagnostics } = check("specs/kitchen-sink.feat.yaml", { readFile: read });

const used = new Set<string>();
const kinds = new Set<string>();
for (const step of [...(program?.steps ?? []), ...(program?.policy ?? [])]) {
  for (const formula of [step.formula, step.impute]) if (formula !== null) walk(formula, note);
}
for (const { columns } of program?.matrices ?? []) {
  for (const { formula } of columns) walk(formula, note);
}

function note(expr: Expr): void {
  kinds.add(expr.kind);
  if (expr.kind === "Call" || expr.kind === "Aggregate") used.add(expr.fn);
  if (expr.kind === "Encode") used.add(expr.encoder);
}

/** Every key of the maps below a part of the spec, also of maps in maps. */
function keysBelow(part: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      found.add(key);
      visit(inner);
    }
  };
  visit(part);
  return found;
}

describe("the kitchen sink", () => {
  it("has nothing wrong with it", () => {
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
  });

  it("uses every function, aggregate and encoder", () => {
    const all = [...functionNames, ...aggregateNames, "one_hot", "multi_hot"];
    expect(all.filter((name) => !used.has(name))).toEqual([]);
  });

  it("has every kind of expression that a spec without mistakes can have", () => {
    const all = ["Literal", "Missing", "FieldRef", "AsOf", "FeatureRef", "OutputRef", "LocalRef"];
    const more = ["Let", "Negate", "Arith", "Power", "Compare", "Logic", "Not", "IsMissing"];
    const others = ["Coalesce", "Case", "In", "Cast", "Call", "Lookup", "Encode", "TableRef"];
    const last = ["ElementRef", "ListValue", "Aggregate"];
    const wanted = [...all, ...more, ...others, ...last];
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it("has every section, and every key in it", () => {
    expect(keys.specKeys.filter((key) => !(key in spec))).toEqual([]);
    const parts: readonly (readonly [string, readonly string[]])[] = [
      ["input", keys.fieldKeys],
      ["constraints", keys.constraintKeys],
      ["events", keys.eventsKeys.filter((key) => key !== "type" && key !== "data")],
      ["tables", keys.tableKeys.filter((key) => key !== "description")],
      ["features", keys.featureKeys],
      ["matrix", keys.matrixKeys],
      ["model", keys.modelKeys],
    ];
    const absent = parts.flatMap(([section, wanted]) => {
      const found = keysBelow(spec[section]);
      return wanted.filter((key) => !found.has(key)).map((key) => `${section}: ${key}`);
    });
    expect(absent).toEqual([]);
  });

  it("has fields of every type", () => {
    const input = JSON.stringify(spec["input"]);
    expect(scalarTypeNames.filter((name) => !input.includes(`"${name}`))).toEqual([]);
  });
});
