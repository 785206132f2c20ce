import { totalsOf } from "../../compile.js";
import type { Judgement, Totals } from "../../compile.js";
import { givenText } from "../../diagnostics/given-text.js";
import { table } from "../table.js";

/** What was judged of one spec. */
export interface SpecProofs {
  readonly spec: string;
  readonly judgements: readonly Judgement[];
}

/** What `check --proofs --json` prints. */
export function proofsJson(proofs: readonly SpecProofs[]): string {
  return `${JSON.stringify({ specs: proofs.map((one) => ({ ...one, totals: totalsOf(one.judgements) })) }, null, 2)}\n`;
}

/** A table for each spec, and a line of totals behind it; with `trace` what was tried, in its order. */
export function printProofs(proofs: readonly SpecProofs[], trace: boolean): string {
  return proofs
    .map(({ spec, judgements }) => {
      const attempts = trace ? `${judgements.map(traceOf).join("\n")}\n\n` : "";
      return `${attempts}${specText(spec, judgements)}\n`;
    })
    .join("\n");
}

function traceOf({ step, claim, range, verdict, attempts }: Judgement): string {
  const head = `${step}: ${range === null ? claim : `in ${range}`}, ${verdict}`;
  const rows = attempts.map(({ method, found }) => [method, found]);
  return [head, ...table(rows, []).map((line) => `  ${line}`)].join("\n");
}

function specText(spec: string, judgements: readonly Judgement[]): string {
  const head = ["feature", "claim", "verdict", "by", "ms", "handled by", "for example"];
  const rows = judgements.map((one) => [
    one.step,
    one.range === null ? one.claim : `in ${one.range}`,
    one.verdict,
    one.method ?? "",
    one.milliseconds.toFixed(1),
    one.handledBy ?? (one.verdict === "proved" ? "" : "nothing"),
    one.example.length === 0 ? "" : givenText(one.example),
  ]);
  return [spec, ...table([head, ...rows], [4]), summary(totalsOf(judgements))].join("\n");
}

function summary({ proved, refuted, unknown, unhandled }: Totals): string {
  const open = unhandled === 0 ? "" : `, ${unhandled} not handled`;
  return `${proved} proved, ${refuted} refuted and handled, ${unknown} unknown and handled${open}`;
}
