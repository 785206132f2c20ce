import { describe, expect, it } from "vitest";
import { check, compile } from "../../../compiler/src/compile.js";
import { registry } from "../../../compiler/src/diagnostics/registry.js";
import { renderDiagnostics } from "../../../compiler/src/diagnostics/render-text.js";
import { memoryHost } from "../../support/memory-host.js";
import { payloads } from "./payloads.table.js";
import { quotedForYaml } from "./text-places.js";

const path = "example.feat.yaml";

/** The codes of the errors in a text; that they can be rendered is part of not crashing. */
function errorsIn(text: string): readonly string[] {
  const { diagnostics } = check(path, memoryHost({ [path]: text }));
  for (const { span } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(span.file.text.length);
  }
  const rendered = renderDiagnostics(diagnostics, { colour: false });
  expect(/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/.exec(rendered)).toBeNull();
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.map(({ code }) => code);
}

const spec = (parts: { name?: string; feature?: string; field?: string }): string => `featc: 1
name: ${parts.name ?? "example"}
input:
  ${parts.field ?? "debt"}: { type: number, range: [0, 100] }
features:
  ${parts.feature ?? "twice"}: { formula: ${parts.field ?? "debt"} * 2, range: [0, 200] }
`;

/** Bytes that no text editor would write, always the same. */
function junk(length: number): string {
  let state = 1;
  let text = "";
  for (let i = 0; i < length; i++) {
    state = (state * 48271) % 2147483647;
    text += String.fromCharCode(state % 256);
  }
  return text;
}

describe("a text that is no spec", () => {
  it("is compared with one that is", () => {
    expect(errorsIn(spec({}))).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["a blank", " \n\n"],
    ["a scalar", "hello\n"],
    ["a list", "- 1\n- 2\n"],
    ["null", "~\n"],
    ["JSON", '{"a": [1, {"b": null}]}\n'],
    ["two documents", `${spec({})}---\n${spec({})}`],
    ["an unclosed quote", 'featc: 1\nname: "example\ninput: {}\n'],
    ["an unclosed brace", "featc: 1\nname: example\ninput: { a: number\nfeatures: { b: a }\n"],
    ["bad indentation", "featc: 1\n  name: example\n input: {}\n"],
    ["tabs", "featc: 1\nname: example\ninput:\n\ta: number\n"],
    ["an alias of itself", "featc: 1\nname: example\ninput: &a { b: *a }\nfeatures: {}\n"],
    ["a tag", "featc: 1\nname: !!js/function 'x'\ninput: {}\nfeatures: {}\n"],
    ["a directive", `%YAML 1.1\n---\n${spec({})}`],
    ["a merge key", "featc: 1\nname: example\ninput: { <<: { a: number } }\nfeatures: {}\n"],
    ["a complex key", "featc: 1\n? [a, b]\n: c\nname: example\n"],
    ["a null byte", "featc: 1\nname: exa\0mple\n"],
    ["half a surrogate pair", "featc: 1\nname: \ud800\n"],
    ["binary junk", junk(20_000)],
    ["junk after a spec", spec({}) + junk(2000)],
    ["a program", "#!/usr/bin/env node\nconsole.log('x');\n"],
  ])("%s gets a diagnostic", (_, text) => {
    expect(errorsIn(text).length).toBeGreaterThan(0);
  });

  it("of 50 MB is refused for its length, before it is read", () => {
    const long = `${spec({})}# ${"x".repeat(50 * 1024 * 1024)}\n`;
    const errors = errorsIn(long);
    expect(errors).toHaveLength(1);
    const { diagnostics } = check(path, memoryHost({ [path]: long }));
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.hint}`).toMatch(/4 MB/);
  });

  it.each([
    ["brackets", `featc: 1\nname: example\ninput: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`],
    ["braces", `featc: 1\nname: example\ninput: ${"{a: ".repeat(10_000)}1${"}".repeat(10_000)}\n`],
    ["open brackets", `featc: 1\ninput: ${"[".repeat(10_000)}\n`],
    [
      "lines",
      `featc: 1\ninput:\n${Array.from({ length: 10_000 }, (_, i) => `${" ".repeat(Math.min(i, 300) + 1)}a:\n`).join("")}`,
    ],
    ["dashes", `featc: 1\ninput: \n  ${"- ".repeat(10_000)}1\n`],
    [
      "parentheses",
      spec({ feature: "a" }).replace("debt * 2", `${"(".repeat(10_000)}debt${")".repeat(10_000)}`),
    ],
    ["minus signs", spec({}).replace("debt * 2", `${"- ".repeat(10_000)}debt`)],
    ["ifs", spec({}).replace("debt * 2", `${"if debt > 1 then 1 else ".repeat(10_000)} 1`)],
    ["terms", spec({}).replace("debt * 2", `debt${" + debt".repeat(10_000)}`)],
    ["calls", spec({}).replace("debt * 2", `${"abs(".repeat(10_000)}debt${")".repeat(10_000)}`)],
    [
      "list types",
      spec({}).replace(
        "{ type: number, range: [0, 100] }",
        `${"list<".repeat(10_000)}number${">".repeat(10_000)}`,
      ),
    ],
    [
      "an alias bomb",
      `featc: 1\na: &a [x, x]\n${"bcdefghijklmnop".replace(/./g, (name, at: number, all: string) => `${name}: &${name} [*${all[at - 1] ?? "a"}, *${all[at - 1] ?? "a"}]\n`)}`,
    ],
  ])("10,000 deep, of %s, gets a diagnostic", (_, text) => {
    const errors = errorsIn(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThan(200);
  });
});

describe("names", () => {
  it.each([
    "../../x",
    "..",
    "/etc/x",
    "a/b",
    "C:\\x",
    "a.b",
    "con ",
    "CON",
    "Loan",
    "1a",
    "",
    "-x",
    "a-b",
  ])("of a spec: %s is refused", (name) => {
    expect(errorsIn(spec({ name: quotedForYaml(name) })).length).toBeGreaterThan(0);
  });

  const reserved = [
    "__proto__",
    "constructor",
    "prototype",
    "to_string",
    "toString",
    "valueOf",
    "toJSON",
    "then",
    "default",
    "class",
    "return",
    "await",
    "null",
    "function",
    "delete",
  ].filter((name) => name !== "to_string");

  it.each(reserved)("of a feature: %s is refused, not emitted", (name) => {
    expect(errorsIn(spec({ feature: quotedForYaml(name) })).length).toBeGreaterThan(0);
  });

  it.each(reserved)("of a field: %s is refused, not emitted", (name) => {
    expect(errorsIn(spec({ field: quotedForYaml(name) })).length).toBeGreaterThan(0);
  });

  const odd = Object.values(payloads).filter((text) => !/^[a-z][a-z0-9_]*$/.test(text));
  it.each(odd)("of anything: %j is refused, not emitted", async (name) => {
    const quoted = quotedForYaml(name);
    const places: readonly string[] = [
      spec({ name: quoted }),
      spec({ field: quoted }),
      spec({ feature: quoted }),
      `${spec({})}let: { ${quoted}: debt }\n`,
      `${spec({})}maps: { ${quoted}: { a: 1 } }\n`,
      `${spec({})}functions: { ${quoted}: debt }\n`,
      `${spec({})}matrix: { ${quoted}: { dtype: float32, columns: [twice] } }\n`,
      `${spec({})}policy: { ${quoted}: twice > 1 }\n`,
      `${spec({})}constraints: { ${quoted}: { formula: debt > 1, on_violation: reject } }\n`,
      `${spec({})}keys: [${quoted}]\n`,
      `${spec({})}as_of: ${quoted}\n`,
      `${spec({})}${quoted}: 1\n`,
      `${spec({})}imports: [${quoted}]\n`,
      `${spec({})}version: ${quoted}\n`,
    ];
    for (const text of places) {
      expect(errorsIn(text), text).not.toEqual([]);
      const { files } = await compile(path, memoryHost({ [path]: text }));
      expect(files).toEqual([]);
    }
  });
});

describe("the registry", () => {
  it("has the codes of the limits that these texts exceed", () => {
    const limits = Object.keys(registry).filter((code) => /too-(long|deep|many)/.test(code));
    expect(limits.length).toBeGreaterThan(1);
  });
});
