import { positionAt } from "../../base/source.js";
import type { JudgedMutant, MutantVerdict, MutationResult } from "../../compile.js";
import { givenText } from "../../diagnostics/given-text.js";
import { table } from "../table.js";
import { disagreements } from "./disagreements.js";

/** What was measured of one spec. */
export interface SpecMutation extends MutationResult {
  readonly spec: string;
  /** The least score that is asked for; null where none is. */
  readonly required: number | null;
  /** Whether a test fails on the TypeScript of each mutant; null where that was not asked for. */
  readonly inTypeScript: readonly boolean[] | null;
}

/** What `mutate --json` prints. */
export function mutationJson(measured: readonly SpecMutation[]): string {
  const specs = measured.map(({ mutants, inTypeScript, ...one }) => ({
    ...one,
    ...countsOf(mutants),
    mutants: mutants.map((mutant, i) => {
      const { line, column } = positionAt(mutant.span.file, mutant.span.start);
      const { group, words, part, verdict, reason } = mutant;
      const row = mutant.killedBy;
      const killedBy =
        row === null ? null : { feature: row.feature, example: exampleOf(row.given, row.expect) };
      return {
        group,
        words,
        part,
        text: textOf(mutant),
        file: mutant.span.file.path,
        line,
        column,
        verdict,
        reason,
        killedBy,
        ...(inTypeScript === null ? {} : { failsInTypeScript: inTypeScript[i] === true }),
      };
    }),
  }));
  return `${JSON.stringify({ specs }, null, 2)}\n`;
}

/** A table by kind of mistake, the score, and the survivors; with `all` the others too. */
export function printMutation(measured: readonly SpecMutation[], all: boolean): string {
  return measured.map((one) => specText(one, all)).join("\n");
}

const verdicts = ["killed", "equivalent", "survived"] as const satisfies readonly MutantVerdict[];

function specText(measured: SpecMutation, all: boolean): string {
  const { spec, mutants, score, required } = measured;
  const groups = [...new Set(mutants.map(({ group }) => group))].sort();
  const rows = groups.map((group) => {
    const own = mutants.filter((mutant) => mutant.group === group);
    return [group, ...verdicts.map((verdict) => String(countOf(own, verdict)))];
  });
  const { killed, equivalent, survived } = countsOf(mutants);
  const total = ["all", String(killed), String(equivalent), String(survived)];
  const counted = killed + survived;
  const asked = required === null ? "" : `, ${required} is asked for`;
  const lists = (all ? [...verdicts] : (["survived"] as const)).flatMap((verdict) =>
    listOf(mutants, verdict),
  );
  return [
    spec,
    ...table([["mistakes", ...verdicts], ...rows, total], [1, 2, 3]),
    `score ${shown(score)}: ${killed} of ${counted} killed${asked}`,
    ...typeScriptLines(measured),
    ...lists,
    "",
  ].join("\n");
}

function typeScriptLines({ mutants, inTypeScript }: SpecMutation): readonly string[] {
  if (inTypeScript === null) return [];
  const failing = inTypeScript.filter((fails) => fails).length;
  const differing = disagreements({ mutants }, inTypeScript);
  const head = `in TypeScript, tests fail on ${failing} of ${inTypeScript.length}`;
  if (differing.length === 0) return [`${head}, the same ones`];
  return [
    `${head}; a bug in featc, for the interpreter differs on`,
    ...differing.flatMap(({ mutant, failsInTypeScript }) => [
      ...linesOf(mutant),
      `    ${mutant.verdict} in the interpreter, tests ${failsInTypeScript ? "fail" : "pass"} in TypeScript`,
    ]),
  ];
}

/** Rounded down: 0.9999 is not 1. */
function shown(score: number): string {
  return (Math.floor(score * 1_000) / 1_000).toFixed(3);
}

function listOf(mutants: readonly JudgedMutant[], verdict: MutantVerdict): readonly string[] {
  const own = mutants.filter((mutant) => mutant.verdict === verdict);
  return own.length === 0 ? [] : ["", `${verdict}:`, ...own.flatMap(linesOf)];
}

function linesOf(mutant: JudgedMutant): readonly string[] {
  const { line, column } = positionAt(mutant.span.file, mutant.span.start);
  const place = `${mutant.span.file.path}:${line}:${column}`;
  const head = `  ${place} ${nameOf(mutant)}: ${mutant.words} in \`${textOf(mutant)}\``;
  return [head, `    ${outcomeOf(mutant)}`];
}

function outcomeOf({ verdict, reason, killedBy }: JudgedMutant): string {
  switch (verdict) {
    case "killed":
      return `fails: ${reason ?? ""}`;
    case "equivalent":
      return reason ?? "";
    case "survived":
      return killedBy === null
        ? "no row was found that tells it from the spec"
        : `add to the examples of ${killedBy.feature}: - ${exampleOf(killedBy.given, killedBy.expect)}`;
  }
}

function exampleOf(given: Parameters<typeof givenText>[0], expect: string): string {
  return `{ ${givenText(given)}, expect: ${expect} }`;
}

/** What is said of a field begins with its name. */
function nameOf({ part }: JudgedMutant): string {
  return part.kind === "contract" ? (part.source ?? "input") : part.name;
}

const longestText = 60;

/** The place in the spec, on one line. */
function textOf({ span }: JudgedMutant): string {
  const text = span.file.text.slice(span.start, span.end).replaceAll(/\s+/g, " ");
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

function countsOf(mutants: readonly JudgedMutant[]) {
  return {
    killed: countOf(mutants, "killed"),
    equivalent: countOf(mutants, "equivalent"),
    survived: countOf(mutants, "survived"),
  };
}

function countOf(mutants: readonly JudgedMutant[], verdict: MutantVerdict): number {
  return mutants.filter((mutant) => mutant.verdict === verdict).length;
}
