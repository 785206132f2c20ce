import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/src/compile.js";
import type { Program } from "../../compiler/src/ir/program.js";
import type { Value } from "../../compiler/src/types/value.js";
import { openDuckDB } from "../support/duckdb.js";
import { loadGenerated } from "../support/load-generated.js";
import { compareRows, issueText, needsMoment } from "./compare-rows.js";
import type { GeneratedCode } from "./compare-rows.js";
import { rowsOfSpec } from "./spec-rows.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const host = {
  readFile: (path: string): string | undefined => {
    try {
      return readFileSync(`${root}${path}`, "utf8");
    } catch {
      return undefined;
    }
  },
};
const specsIn = (folder: string): readonly string[] =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith(".feat.yaml"))
    .map((name) => `${folder}/${name}`);

interface Parsed {
  readonly ok: boolean;
  readonly value: Readonly<Record<string, unknown>>;
  readonly issues: readonly {
    readonly code: string;
    readonly path: readonly (string | number)[];
    readonly constraint?: string;
  }[];
}

interface Generated {
  readonly safeParseInput: (json: unknown, options?: { readonly asOf: number }) => Parsed;
  readonly computeFeatures: (
    input: unknown,
    options?: { readonly asOf: number },
  ) => Readonly<Record<string, Value>>;
}

function codeOf(program: Program, { safeParseInput, computeFeatures }: Generated): GeneratedCode {
  const options = (asOf: number) => (needsMoment(program) ? { asOf } : undefined);
  return {
    issuesOf: ({ json, asOf }) => {
      const parsed = safeParseInput(json, options(asOf));
      if (parsed.ok) return [];
      return parsed.issues.map(({ code, path }) =>
        issueText(code, code === "constraint" ? [] : path.map(String)),
      );
    },
    featuresOf: ({ json, asOf }) => {
      const parsed = safeParseInput(json, options(asOf));
      return computeFeatures(parsed.value, options(asOf));
    },
  };
}

/** Specs with events or tables. */
const withoutSql = new Set([
  "specs/card_fraud.feat.yaml",
  "specs/kitchen-sink.feat.yaml",
  "specs/published/chronon_purchases.feat.yaml",
  "specs/published/feast_credit.feat.yaml",
  "specs/published/nyc_taxi.feat.yaml",
]);

describe("specs in DuckDB", () => {
  it.each([...specsIn("specs"), ...specsIn("specs/published")])(
    "%s",
    async (path) => {
      const { program, facts, files } = await compile(path, host);
      if (program === undefined || facts === undefined) throw new Error(`${path} has errors`);
      const sql = files.find((file) => file.path === "duckdb.sql")?.text ?? "";
      expect(sql.includes("There is no SQL")).toBe(withoutSql.has(path));
      if (withoutSql.has(path)) return;
      const generated = await loadGenerated<Generated>(files, "index.ts");
      const connection = await openDuckDB();
      const agreement = await compareRows(
        connection,
        program,
        facts,
        rowsOfSpec(program, 1500, 7),
        codeOf(program, generated),
      );
      expect(agreement.differences).toEqual([]);
    },
    60_000,
  );
});
