import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import type { EmittedFile } from "../../../../compiler/src/emit/text/emitted-file.js";
import { loadGenerated } from "../../../support/load-generated.js";
import { memoryHost } from "../../../support/memory-host.js";
import { repositoryHost, specPaths } from "../../../support/spec-files.js";
import { typeErrors } from "../../../support/type-errors.js";

interface Generated {
  readonly verify: () => void;
}

async function filesOf(path: string): Promise<readonly EmittedFile[]> {
  return (await compile(path, repositoryHost)).files;
}

async function filesOfText(text: string): Promise<readonly EmittedFile[]> {
  const path = "example.feat.yaml";
  const { files, diagnostics } = await compile(path, memoryHost({ [path]: text }));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return files;
}

/** The files with one text replaced, which must be there. */
function patched(
  files: readonly EmittedFile[],
  path: string,
  from: string,
  to: string,
): readonly EmittedFile[] {
  return files.map((file) => {
    if (file.path !== path) return file;
    expect(file.text).toContain(from);
    return { ...file, text: file.text.replaceAll(from, to) };
  });
}

const textOf = (files: readonly EmittedFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? "";

async function messageOf(files: readonly EmittedFile[]): Promise<string> {
  const { verify } = await loadGenerated<Generated>(files, "index.ts");
  try {
    verify();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${error.name}: ${error.message}`;
  }
  return "nothing differs";
}

/** Every kind of outcome: rejected by a feature, refused by a matrix, missing cells, two numbers for a call. */
const outcomes = `featc: 1
name: outcomes
input:
  a: { type: number, range: [-10, 10] }
  email: { type: string, pii: true, length: [1, 30] }
features:
  root: { formula: sqrt(a), type: number? }
  huge: a * 1e300
  ratio: { formula: a / 4, range: [-2, 2], outside: reject }
  mail_length: length(email)
matrix:
  with_nan: { dtype: float64, missing: nan, columns: [root, mail_length] }
  strict: { dtype: float32, missing: reject, columns: [huge] }
`;

describe("verify", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(specPaths)("%s computes what the reference does", async (path) => {
    expect(await messageOf(await filesOf(path))).toBe("nothing differs");
  });

  it("knows rows that features, matrices and contracts refuse", async () => {
    const files = await filesOfText(outcomes);
    const text = textOf(files, "verify.ts");
    expect(text).toContain('rejected: "ratio"');
    expect(text).toContain("strict: null");
    expect(text).toMatch(/with_nan: \[\s*NaN, \d/);
    expect(text).toContain("issues: [");
    expect(typeErrors(files.filter((file) => !file.path.endsWith(".test.ts")))).toEqual([]);
    expect(await messageOf(files)).toBe("nothing differs");
  });

  it.each([
    ["a bound", "loan_default", "features.ts", "debt_to_income_raw, 5)", "debt_to_income_raw, 6)"],
    ["a constant", "seattle_weather", "features.ts", "13.12", "13.120000000000003"],
    ["a window", "card_fraud", "features.ts", "- 3600000", "- 3500000"],
    ["a condition", "card_fraud", "features.ts", "event.country !==", "event.country ==="],
    ["a cell", "loan_default", "matrix.ts", "debt_to_income_raw, 5)", "debt_to_income_raw, 4)"],
    ["a decision", "card_fraud", "policy.ts", '"block"', '"pass"'],
    ["a contract", "loan_default", "input.ts", '"missing"', '"type"'],
  ])("finds %s of %s that was changed", async (_, spec, file, from, to) => {
    const files = await filesOf(`specs/${spec}.feat.yaml`);
    expect(await messageOf(patched(files, file, from, to))).toMatch(
      new RegExp(`^VerificationError: ${spec}: `),
    );
  });

  it("says which feature of which row is what, and what it must be", async () => {
    const files = await filesOf("specs/loan_default.feat.yaml");
    const wrong = patched(files, "features.ts", "debt_to_income_raw, 5)", "debt_to_income_raw, 6)");
    expect(await messageOf(wrong)).toMatch(
      /^VerificationError: loan_default: debt_to_income is 6 and must be 5, where /,
    );
  });

  it("does not show what is made from personal data", async () => {
    const files = patched(await filesOfText(outcomes), "features.ts", "length(input.email)", "77");
    expect(await messageOf(files)).toBe(
      "VerificationError: outcomes: mail_length is not what it must be, for the usual record",
    );
    expect(textOf(files, "verify.ts")).not.toMatch(/words: .*email is ["a-z]*"/);
  });

  it("finds an engine whose functions are others", async () => {
    const files = await filesOf("specs/card_fraud.feat.yaml");
    const { verify } = await loadGenerated<Generated>(files, "index.ts");
    const { fround, floor } = Math;
    vi.spyOn(Math, "fround").mockImplementation((value) => fround(value) * (1 + 2 ** -22));
    expect(verify).toThrow("card_fraud: ");
    vi.restoreAllMocks();
    verify();
    vi.spyOn(Math, "floor").mockImplementation((value) => floor(value + 0.5));
    expect(verify).toThrow("card_fraud: ");
  });

  const native = `featc: 1
name: native
math: native
input:
  a: { type: number, range: [1, 50] }
features:
  grown: { formula: exp(a / 10), range: [1, 200] }
matrix:
  wide: { dtype: float64, columns: [grown] }
  narrow: { dtype: float32, columns: [grown] }
`;

  it("allows the last bits to differ under `math: native`, and no more", async () => {
    const { verify } = await loadGenerated<Generated>(await filesOfText(native), "index.ts");
    const { exp } = Math;
    const off = vi.spyOn(Math, "exp");
    off.mockImplementation((value) => exp(value) * (1 + 2 ** -51));
    verify();
    off.mockImplementation((value) => exp(value) * (1 + 2 ** -30));
    expect(verify).toThrow("native: grown is ");
  });

  it("has no part in a bundle that does not call it", async () => {
    const files = await filesOf("specs/loan_default.feat.yaml");
    const bundle = async (contents: string): Promise<string> => {
      const texts = new Map(files.map(({ path, text }) => [path, text]));
      const result = await build({
        stdin: { contents, resolveDir: "/", loader: "ts" },
        bundle: true,
        minifyWhitespace: true,
        minifySyntax: true,
        format: "esm",
        write: false,
        plugins: [
          {
            name: "generated",
            setup(setup) {
              const runtime = new URL("../../../../runtime/src/index.ts", import.meta.url);
              setup.onResolve({ filter: /^@featc\/runtime$/ }, () => ({
                path: fileURLToPath(runtime),
              }));
              setup.onResolve({ filter: /^\.\/\w+\.js$/ }, ({ path, importer }) =>
                importer.includes("runtime")
                  ? undefined
                  : { path: path.slice(2, -3) + ".ts", namespace: "generated" },
              );
              setup.onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => ({
                contents: texts.get(path) ?? "",
                loader: "ts",
              }));
            },
          },
        ],
      });
      return result.outputFiles[0]?.text ?? "";
    };
    const use = "export { parseInput, computeFeatures, modelInput, decide }";
    const fromIndex = await bundle(`${use} from "./index.js";`);
    const apart = await bundle(
      'export { parseInput } from "./input.js"; export { computeFeatures } from "./features.js"; export { modelInput } from "./matrix.js"; export { decide } from "./policy.js";',
    );
    expect(fromIndex.length).toBe(apart.length);
    expect(fromIndex).not.toContain("VerificationError");
    expect(await bundle('export { verify } from "./index.js";')).toContain("VerificationError");
  });
});
