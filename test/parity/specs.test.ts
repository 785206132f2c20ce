import { describe, expect, it } from "vitest";
import { check, compile } from "../../compiler/src/compile.js";
import { duckdb } from "../../compiler/src/emit/sql/duckdb.js";
import { sqlModule } from "../../compiler/src/emit/sql/sql-module.js";
import type { Program, Step } from "../../compiler/src/ir/program.js";
import type { Value } from "../../compiler/src/types/value.js";
import { openDuckDB } from "../support/duckdb.js";
import { loadGenerated } from "../support/load-generated.js";
import { duckdbEngine } from "./duckdb-engine.js";
import { issueText } from "./batch-engine.js";
import { compareRows, needsMoment } from "./compare-rows.js";
import type { GeneratedCode } from "./compare-rows.js";
import { host, specsIn } from "./project-specs.js";
import { dataOf } from "./related-data.js";
import { rowsOfSpec } from "./spec-rows.js";

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
    featuresOf: ({ json, asOf }, { events, tables }) => {
      const { value } = safeParseInput(json, options(asOf));
      const isAlone = program.events.length + program.tables.length === 0;
      const row = isAlone ? value : { input: value, ...events, ...tables };
      return computeFeatures(row, options(asOf));
    },
  };
}

const withoutSql = new Set(["specs/kitchen-sink.feat.yaml"]);

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
      const engine = duckdbEngine(await openDuckDB());
      const rows = rowsOfSpec(program, 1500, 7);
      const agreement = await compareRows(
        engine,
        program,
        facts,
        rows,
        codeOf(program, generated),
        dataOf(program, rows, 11),
      );
      expect(agreement.differences).toEqual([]);
    },
    60_000,
  );

  it("specs/kitchen-sink.feat.yaml, but for what is refused", async () => {
    const { program: all, facts } = check("specs/kitchen-sink.feat.yaml", host);
    if (all === undefined || facts === undefined) throw new Error("the spec has errors");
    const isRefused = (step: Step): boolean => {
      const alone = { ...all, steps: [step], features: [step.name], matrices: [] };
      return sqlModule(alone, facts, duckdb).text.includes("There is no SQL");
    };
    const refused = new Set(all.steps.filter(isRefused).map(({ name }) => name));
    expect([...refused]).toEqual(["f_normalize_nfkd", "f_strip_accents", "f_hash_bucket"]);
    const program = {
      ...all,
      steps: all.steps.filter(({ name }) => !refused.has(name)),
      features: all.features.filter((name) => !refused.has(name)),
    };
    const engine = duckdbEngine(await openDuckDB());
    const rows = rowsOfSpec(program, 400, 7);
    const data = dataOf(program, rows, 11);
    const agreement = await compareRows(engine, program, facts, rows, undefined, data);
    expect(agreement.differences).toEqual([]);
    expect(agreement.pairs).toBeGreaterThan(20_000);
  }, 60_000);
});
