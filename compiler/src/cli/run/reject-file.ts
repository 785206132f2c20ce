import { createDiagnostic } from "../../diagnostics/registry.js";
import { reportDiagnostics } from "../report-diagnostics.js";
import { printable } from "../terminal-text.js";
import type { World } from "../world.js";
import { spanInData } from "./data-error.js";
import { excerpt } from "./raw-row.js";
import { ReplacedFile } from "./replace-file.js";
import type { RejectedRow } from "./row.js";

const shownLimit = 5;

/** Where rejected rows go: a file of JSON lines, or the first of them to the user. */
export interface RejectTarget {
  readonly take: (rows: readonly RejectedRow[]) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

export async function rejectsToFile(absolute: string, shown: string): Promise<RejectTarget> {
  const file = await ReplacedFile.create(absolute, shown);
  return {
    take: async (rows) => {
      const lines = rows.map(({ line, issues, input }) => JSON.stringify({ line, issues, input }));
      if (lines.length > 0) file.write(`${lines.join("\n")}\n`);
    },
    finish: () => file.commit(),
    discard: () => file.discard(),
  };
}

/** `personal`: keys of fields with `pii: true`; their values are not shown. */
export function rejectsToUser(
  world: World,
  inputPath: string,
  personal: ReadonlySet<string>,
): RejectTarget {
  let shown = 0;
  return {
    take: async (rows) => {
      const first = rows.slice(0, shownLimit - shown);
      shown += first.length;
      const diagnostics = first.map((row) => {
        const problems = row.issues.slice(0, 3).map((issue) => printable(issue.message));
        const left = row.issues.length - problems.length;
        const more = left > 0 ? `; and ${left} more` : "";
        const text = shownRow(row.input, personal);
        const span = spanInData(inputPath, Math.max(1, row.line), excerpt(text));
        const params = { place: `line ${row.line}`, problems: problems.join("; ") + more };
        return createDiagnostic("data/rejected", span, params);
      });
      await reportDiagnostics(world, diagnostics);
    },
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

function shownRow(input: unknown, personal: ReadonlySet<string>): string {
  // What a text that could not be read holds is not known.
  if (typeof input === "string") return personal.size === 0 ? input : "";
  return JSON.stringify(input, (key, value: unknown) => (personal.has(key) ? "…" : value)) ?? "";
}
