import type { Judgement } from "../check/judge-steps.js";
import { totalsOf } from "../check/judge-totals.js";
import { element, htmlDocument, text } from "./html.js";
import { styles } from "./styles.js";

/** A spec in the list of all. */
export interface ReportedSpec {
  readonly name: string;
  readonly description: string | null;
  /** Relative to the list. */
  readonly file: string;
  readonly judgements: readonly Judgement[];
  readonly errors: number;
}

/** The pages of several specs, with what was proved of each. */
export function indexPage(specs: readonly ReportedSpec[]): string {
  const heads = [
    "spec",
    "proved",
    "refuted and handled",
    "unknown and handled",
    "not handled",
    "errors",
  ];
  const rows = specs.map(({ name, description, file, judgements, errors }) => {
    const { proved, refuted, unknown, unhandled } = totalsOf(judgements);
    return element(
      "tr",
      {},
      element(
        "td",
        {},
        element("a", { href: file }, element("code", {}, text(name))),
        description === null ? null : element("p", { class: "dim" }, text(description)),
      ),
      ...[proved, refuted, unknown, unhandled, errors].map((count, i) =>
        element("td", { class: i > 2 && count > 0 ? "open" : null }, text(count)),
      ),
    );
  });
  return htmlDocument("Features", styles, [
    element("h1", {}, text("Features")),
    element(
      "div",
      { class: "scroll" },
      element(
        "table",
        {},
        element(
          "thead",
          {},
          element("tr", {}, ...heads.map((head) => element("th", {}, text(head)))),
        ),
        element("tbody", {}, ...rows),
      ),
    ),
  ]);
}
