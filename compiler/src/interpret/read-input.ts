import { noSources } from "./source-data.js";
import type { FieldContract, Program } from "../ir/program.js";
import type { MissingReason, Value } from "../types/value.js";
import { evaluateExpr } from "./evaluate-expr.js";
import { momentOf } from "./evaluate-program.js";
import { InputReader } from "./input-reader.js";
import type { ReferenceIssue } from "./input-reader.js";

export type { ReferenceIssue } from "./input-reader.js";

export interface ReadRow {
  /** Every declared field, `null` where it is missing. */
  readonly input: Readonly<Record<string, Value>>;
  /** Constraints with `on_violation: warn` that do not hold. */
  readonly warnings: readonly ReferenceIssue[];
  /** Why fields are missing, by their path joined with dots. */
  readonly reasons: ReadonlyMap<string, MissingReason>;
}

export interface RefusedRow {
  /** At least one; after a hundred one with the code `limit` and no more. */
  readonly issues: readonly ReferenceIssue[];
}

const issueLimit = 100;

/**
 * The reference validator: fields in order of declaration, then unknown keys in their own order, then, if all
 * is well so far, the constraints.
 *
 * @param asOf what constraints read as `as_of` where the spec names no input field for it
 */
export function readInput(program: Program, json: unknown, asOf = 0): ReadRow | RefusedRow {
  const reader = new InputReader(program.unknownFields === "ignore");
  const fields = program.input.map((field) => asLabel(field, program));
  const input = reader.readRecord(fields, json, []);
  if (reader.issues.length > 0) return { issues: limited(reader.issues) };
  const broken = program.constraints.filter(
    ({ formula }) =>
      evaluateExpr(formula, {
        input,
        sources: noSources,
        asOf: momentOf(program, input, asOf),
        steps: new Map(),
        outputs: {},
        locals: new Map(),
      }) === false,
  );
  const issuesOf = (rule: "reject" | "warn"): readonly ReferenceIssue[] =>
    broken
      .filter(({ onViolation }) => onViolation === rule)
      .map(({ name }) => ({ code: "constraint", path: [], constraint: name }));
  const rejecting = issuesOf("reject");
  if (rejecting.length > 0) return { issues: limited(rejecting) };
  return { input, warnings: limited(issuesOf("warn")), reasons: reader.reasons };
}

/** Labels are there in training data alone. */
function asLabel(field: FieldContract, program: Program): FieldContract {
  return program.labels.includes(field.name)
    ? { ...field, optional: true, mayBeMissing: true }
    : field;
}

function limited(issues: readonly ReferenceIssue[]): readonly ReferenceIssue[] {
  return issues.length <= issueLimit
    ? issues
    : [...issues.slice(0, issueLimit), { code: "limit", path: [] }];
}
