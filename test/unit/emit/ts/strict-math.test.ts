import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyseProgram } from "../../../../compiler/src/analyse/analyse-program.js";
import { featuresModule } from "../../../../compiler/src/emit/ts/features-module.js";
import { bodyText } from "../../../support/run-module.js";
import { everyFunction } from "../../../support/random-program.js";

/** Exact by IEEE 754 or on whole numbers; engines may round all others of Math as they like. */
const exact = new Set(
  ["abs", "ceil", "clz32", "floor", "fround", "imul", "max", "min", "sign", "sqrt", "trunc"].map(
    (name) => `Math.${name}`,
  ),
);
const constants = new Set(["Math.PI", "Math.LN2", "Math.SQRT2"]);

function inexact(text: string): readonly string[] {
  const used = text.match(/\bMath\.\w+/gu) ?? [];
  return used.filter((name) => !exact.has(name) && !constants.has(name));
}

function codeOf(program: ReturnType<typeof everyFunction>): string {
  return featuresModule(program, analyseProgram(program))
    .declarations.map((one) => (one.kind === "function" ? bodyText(one.body.parts) : ""))
    .join("\n");
}

describe("strict mode", () => {
  it("never calls a function of Math that engines round differently", () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      expect(inexact(codeOf(everyFunction(seed)))).toEqual([]);
    }
  });

  it("is what the search looks at: `math: native` has such calls", () => {
    expect(inexact(codeOf({ ...everyFunction(1), math: "native" }))).toContain("Math.exp");
  });

  it("holds for the runtime too", () => {
    const folder = new URL("../../../../runtime/src/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const sources = files.filter((file) => file.endsWith(".ts"));
    expect(sources.length).toBeGreaterThan(20);
    for (const file of sources) {
      const code = readFileSync(new URL(file, folder), "utf8").replace(
        /\/\*[\s\S]*?\*\/|\/\/.*/gu,
        "",
      );
      expect({ file, used: inexact(code) }).toEqual({ file, used: [] });
    }
  });
});
