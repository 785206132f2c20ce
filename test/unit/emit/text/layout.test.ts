import fc from "fast-check";
import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { Block } from "../../../../compiler/src/emit/text/block.js";
import {
  binary,
  call,
  conditional,
  constant,
  negated,
  not,
  primary,
} from "../../../../compiler/src/emit/ts/code.js";
import type { Code } from "../../../../compiler/src/emit/ts/code.js";
import type { Declaration } from "../../../../compiler/src/emit/text/declarations.js";
import { Imports } from "../../../../compiler/src/emit/text/imports.js";
import type { LayoutCache } from "../../../../compiler/src/emit/text/layout.js";
import { literal, objectLiteral } from "../../../../compiler/src/emit/text/literal.js";
import { buildTsFile } from "../../../../compiler/src/emit/text/ts-file.js";

async function textOf(
  declarations: readonly Declaration[],
  imports = new Imports(),
  cache?: LayoutCache,
): Promise<string> {
  const module = { path: "x.ts", header: ["@generated"], imports, declarations };
  return (await buildTsFile(module, cache)).text;
}

async function expectFixedPoint(text: string): Promise<void> {
  expect(await prettier.format(text, { parser: "babel-ts" })).toBe(text);
}

function functionOf(body: Block, name = "f"): Declaration {
  return { kind: "function", name, exported: true, parameters: [], returns: "void", body };
}

const words = fc.constantFrom(
  "a",
  "input.income",
  "debt_to_income",
  "row.a_rather_long_name_of_a_field",
);
const expressions = fc.letrec<{ number: Code; truth: Code }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 6, depthIdentifier: "size" },
    words.map(primary),
    fc.constantFrom(0, 1, -2.5, 1e-7, 1e21).map((value) => constant(value)),
    fc
      .tuple(fc.constantFrom("+", "-", "*", "/", "%"), tie("number"), tie("number"))
      .map(([operator, left, right]) => binary(operator as "+", left, right)),
    tie("number").map(negated),
    fc.tuple(tie("number"), tie("number")).map(([a, b]) => binary("??", a, b)),
    fc.tuple(tie("number"), tie("number")).map((args) => call("log1p", ...args)),
    fc.tuple(tie("truth"), tie("number"), tie("number")).map((parts) => conditional(...parts)),
  ),
  truth: fc.oneof(
    { maxDepth: 6, depthIdentifier: "size" },
    words.map(primary),
    fc
      .tuple(fc.constantFrom("<", ">=", "===", "!=="), tie("number"), tie("number"))
      .map(([operator, left, right]) => binary(operator as "<", left, right)),
    fc
      .tuple(fc.constantFrom("&&", "||"), tie("truth"), tie("truth"))
      .map(([operator, left, right]) => binary(operator as "&&", left, right)),
    tie("truth").map(not),
    fc
      .tuple(words, fc.constantFrom("x", 'say "hi"', "it's", "größe\u2028"))
      .map(([word, text]) => binary("===", primary(word), constant(text))),
  ),
}));

const bodies = fc
  .array(
    fc.tuple(
      fc.constantFrom("let", "if", "chain", "for", "guard", "switch", "comment", "list", "object"),
      expressions.number,
      expressions.truth,
      fc.nat(),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => {
    const block = new Block();
    let open = 0;
    steps.forEach(([kind, { text: number }, { text: truth }, n], i) => {
      if (open > 0 && n % 3 === 0) {
        block.close();
        open--;
      }
      switch (kind) {
        case "let":
          block.line(`const x${i} = ${number};`);
          break;
        case "if":
          block.open(`if (${truth}) {`).line(`y = ${number};`);
          open++;
          break;
        case "chain":
          block.open(`if (${truth}) {`).line(`y = ${number};`);
          block.middle(`} else if (${truth}) {`);
          block.line("y = 1;").middle("} else {").line(`return ${number};`).close();
          break;
        case "for":
          block.open("for (let i = 0; i < list.length; i++) {").line(`if (${truth}) continue;`);
          open++;
          break;
        case "guard":
          block.guard(truth, "return undefined;");
          break;
        case "switch":
          block.open("switch (kind) {").section(['case "a":', "default:"], (inner) => {
            inner.line(`return ${number};`);
          });
          block.close();
          break;
        case "comment":
          block.blank().comment(`${number} */ @ts-ignore`).line("y = 2;");
          break;
        case "list":
          block.line(`const x${i} = ${literal(Array.from({ length: n % 40 }, (_, k) => k * n))};`);
          block.line(
            `const z${i} = ${literal(
              n % 2
                ? [
                    [1, 2],
                    [3, 4],
                  ]
                : ["a".repeat(n % 60), "b"],
            )};`,
          );
          break;
        case "object":
          block.line(
            `const x${i} = ${objectLiteral([
              ["a", number],
              ["b c", '"x"'],
            ])};`,
          );
          break;
      }
    });
    for (; open > 0; open--) block.close();
    return block;
  });

describe("buildTsFile", () => {
  it("gives what prettier would, for any statements", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => expectFixedPoint(await textOf([functionOf(body)]))),
      { numRuns: 150 },
    );
  });

  it("gives what prettier would, for every declaration, also with its TypeScript parser", async () => {
    const imports = new Imports();
    for (const name of ["log1p", "bucketize", "ownValue", "describeReceived"] as const)
      imports.runtime(name);
    imports.runtimeType("Issue");
    imports.type("./input.js", "Input");
    const union = ["salaried", "self_employed", "unemployed", "retired", "student"].map(
      (v) => `"${v}"`,
    );
    const doc = [
      "A line.",
      "Another */ @ts-nocheck",
      { tag: "deprecated", text: "use b" },
    ] as const;
    const text = await textOf(
      [
        { kind: "interface", name: "Empty", exported: true, members: [] },
        {
          kind: "interface",
          name: "Wide",
          exported: true,
          doc,
          members: [
            { name: "a", type: "number", doc: ["One line."] },
            { name: "Total.Amount", type: union.join(" | "), optional: true, doc },
            { name: "list", type: `readonly (${union.join(" | ")})[]` },
          ],
        },
        { kind: "type", name: "U", exported: false, type: union.join(" | "), doc },
        { kind: "type", name: "G", typeParameters: ["T"], exported: true, type: "keyof T" },
        { kind: "const", name: "a", exported: false, value: "1" },
        { kind: "const", name: "b", exported: false, value: literal(union) },
        { kind: "const", name: "c", exported: true, type: "number", value: "2", doc: ["Two."] },
        {
          kind: "function",
          name: "aFunctionWithARatherLongName",
          exported: true,
          doc,
          typeParameters: ["T extends string"],
          parameters: [
            { name: "value", type: "unknown" },
            { name: "options", type: "{ readonly asOf?: number }", initial: "{}" },
            { name: "other", type: "T", optional: true },
          ],
          returns: "value is Wide",
          body: new Block().line("return true;"),
        },
        { kind: "reExport", from: "./a.js", names: ["z", "b"], types: ["A"] },
        { kind: "reExport", from: "./b.js", names: [], types: ["B"] },
        {
          kind: "statements",
          body: new Block(0)
            .open(
              'describe("a suite of tests with a name so long that it does not fit on a line", () => {',
            )
            .open(`it("${"x".repeat(80)}", () => {`)
            .line(`expect(f(${literal(union)})).toEqual(${literal(union)});`)
            .close("});")
            .close("});"),
        },
      ],
      imports,
    );
    await expectFixedPoint(text);
    expect(await prettier.format(text, { parser: "typescript" })).toBe(text);
    expect(text).toContain("// @generated\n\nimport {\n");
    expect(text).toContain("const a = 1;\nconst b = [\n");
  });

  it("asks prettier again for nothing that it has laid out", async () => {
    const long = (name: string): Block =>
      new Block().line(
        `return ${Array.from({ length: 20 }, (_, i) => `${name}_${i}`).join(" + ")};`,
      );
    const cache: LayoutCache = new Map();
    const first = await textOf(
      [functionOf(long("a")), functionOf(long("b"), "g")],
      undefined,
      cache,
    );
    expect(cache.size).toBe(2);
    for (const [key, value] of cache)
      cache.set(key, value.replace("return", "/* cached */ return"));
    const second = await textOf(
      [functionOf(long("a")), functionOf(long("c"), "g")],
      undefined,
      cache,
    );
    expect(cache.size).toBe(3);
    expect(second.match(/cached/g)).toHaveLength(1);
    expect(first).not.toContain("cached");
  });

  it("keeps the order and the depth of statements of many depths", async () => {
    const sum = Array.from({ length: 30 }, (_, i) => `value_${i}`).join(" + ");
    const block = new Block();
    for (const depth of [0, 1, 2, 3])
      block.line(`const at${depth} = ${sum};`).open(`if (${sum}) {`);
    for (const depth of [3, 2, 1, 0]) block.line(`const back${depth} = ${sum};`).close();
    const text = await textOf([functionOf(block)]);
    const names = [...text.matchAll(/^( *)const (\w+)/gm)].map(([, margin = "", name]) => [
      name,
      margin.length,
    ]);
    expect(names).toEqual([
      ["at0", 2],
      ["at1", 4],
      ["at2", 6],
      ["at3", 8],
      ["back3", 10],
      ["back2", 8],
      ["back1", 6],
      ["back0", 4],
    ]);
    await expectFixedPoint(text);
  });
});
