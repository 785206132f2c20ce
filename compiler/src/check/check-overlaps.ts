import { build } from "../ir/build.js";
import type { CaseArm } from "../ir/nodes.js";
import { printValue } from "../ir/print-value.js";
import { holdsFor, subjectOf, telling } from "./arm-values.js";
import { exampleWhere } from "./case-witness.js";
import type { CaseSite } from "./case-witness.js";
import type { CheckContext } from "./context.js";

/**
 * Arms of a `match` that share a number, a date or a timestamp, while each has others of its own: `0..18` and
 * `18..65`. The first arm takes what they share, and nobody can see from the second that it does. An arm that
 * another holds completely, as `< 18` before `< 65` or `5` before `0..10`, is meant.
 */
export function checkOverlaps(site: CaseSite, context: CheckContext): void {
  const { expr } = site;
  const subject = subjectOf(expr);
  if (expr.origin !== "match" || subject === undefined) return;
  const values = telling(expr, subject, context.facts);
  const takes = expr.arms.map((arm) => values.map((value) => holdsFor(arm.condition, value)));
  for (const [j, later] of expr.arms.entries()) {
    for (const [i, earlier] of expr.arms.slice(0, j).entries()) {
      const [a, b] = [takes[i] ?? [], takes[j] ?? []];
      const shared = values.find((_, at) => a[at] === true && b[at] === true);
      const hasOwn = (own: readonly boolean[], other: readonly boolean[]): boolean =>
        own.some((held, at) => held && other[at] !== true);
      if (shared === undefined || !hasOwn(a, b) || !hasOwn(b, a)) continue;
      report([earlier, later], printValue(shared, subject.type), site, context);
    }
  }
}

function report(
  [earlier, later]: readonly [CaseArm, CaseArm],
  value: string,
  site: CaseSite,
  context: CheckContext,
): void {
  const both = build.logic("and", earlier.condition, later.condition, later.span);
  context.collector.report(
    "type/overlapping-arms",
    later.span,
    { value },
    {
      related: [{ span: earlier.span, text: "this arm takes it" }],
      example: exampleWhere(both, true, site, context),
    },
  );
}
