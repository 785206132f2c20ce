import { describe, expect, it } from "vitest";
import { exitCode } from "../../../compiler/src/cli/exit-codes.js";
import { check } from "../../../compiler/src/compile.js";
import { nestingLimit, termLimit } from "../../../compiler/src/formula/limits.js";
import { patternStateLimit } from "../../../compiler/src/pattern/compile-pattern.js";
import { longestName } from "../../../compiler/src/spec/names.js";
import { featureKeys, specKeys } from "../../../compiler/src/spec/keys.table.js";
import { depthLimit } from "../../../compiler/src/spec/read-yaml.js";
import { largestFile } from "../../../compiler/src/spec/text-checks.js";
import { memoryHost } from "../../support/memory-host.js";
import { rowsOf } from "./pages.js";

const language = "docs/language.md";

/** What stands in the first column between backticks. */
function wordsOf(header: string): readonly string[] {
  return rowsOf(language, header).flatMap(([cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word),
  );
}

describe("the tables of the language", () => {
  it("have every section of a spec", () => {
    expect(wordsOf("section").toSorted()).toEqual([...specKeys].toSorted());
  });

  it("have every key of a feature", () => {
    expect(wordsOf("key of a feature").toSorted()).toEqual([...featureKeys].toSorted());
  });

  it("state the limits", () => {
    const limits = new Map(rowsOf(language, "limit").map(([what = "", value]) => [what, value]));
    const written = (limit: number): string => limit.toLocaleString("en");
    expect(limits.get("size of a file")).toBe(`${written(largestFile / 2 ** 20)} MB`);
    expect(limits.get("depth of the YAML")).toBe(written(depthLimit));
    expect(limits.get("length of a name")).toBe(written(longestName));
    expect(limits.get("nesting of a formula")).toBe(written(nestingLimit));
    expect(limits.get("names and literals in one formula")).toBe(written(termLimit));
    expect(limits.get("states of a pattern")).toBe(written(patternStateLimit));
  });
});

describe("the table of field keys", () => {
  const types = ["number", "int", "bool", "string", "id", "date", "timestamp", "list<number>"];
  const exemplary: Readonly<Record<string, string>> = {
    range: "[1, 2]",
    values: "[a, b]",
    pattern: "a",
    length: "[1, 2]",
    fields: "{ a: int }",
    items: "{ description: one }",
    pivot: "50",
  };
  const rows = rowsOf(language, "key")
    .map(([key = "", fitting = ""]) => ({ key: key.replaceAll("`", ""), fitting }))
    .filter(({ key }) => key in exemplary);

  it("is there", () => {
    expect(rows.map(({ key }) => key).toSorted()).toEqual(Object.keys(exemplary).toSorted());
  });

  it.each(rows)("says for which types $key is", ({ key, fitting }) => {
    const listed = fitting.split(", ");
    for (const type of types) {
      const text = `featc: 1\nname: example\ninput:\n  a: { type: ${type}, ${key}: ${exemplary[key]} }\nfeatures:\n  b: 1\n`;
      const { diagnostics } = check("example.feat.yaml", memoryHost({ "example.feat.yaml": text }));
      const refused = diagnostics.some(({ code }) => code === "spec/key-not-for-type");
      expect(refused, `${key} of ${type}`).toBe(!listed.includes(type.replace(/<.*/, "")));
    }
  });
});

describe("the package's README", () => {
  it("has the exit codes", () => {
    const codes = rowsOf("compiler/README.md", "code").map(([code]) => Number(code));
    const all: readonly number[] = Object.values(exitCode);
    expect(codes).toEqual(all.toSorted((a, b) => a - b));
  });
});
