import type { Judgement } from "../check/judge-steps.js";
import { totalsOf } from "../check/judge-totals.js";
import { givenText } from "../diagnostics/given-text.js";
import type { Facts } from "../ir/facts.js";
import type { Program, Step } from "../ir/program.js";
import type { StepUnit } from "../units/check-units.js";
import { contractTables, matrixTables } from "./contract-tables.js";
import { element, htmlDocument, text } from "./html.js";
import type { Child, Html } from "./html.js";
import { lineageOf, nodeOfStep } from "./lineage.js";
import { anchorOf, stepSection } from "./step-section.js";
import { styles } from "./styles.js";
import { verdictText } from "./verdict.js";

/** What a page is made from. */
export interface ReportInput {
  readonly program: Program;
  readonly facts: Facts;
  readonly units: ReadonlyMap<string, StepUnit>;
  readonly judgements: readonly Judgement[];
  /** Messages of the errors that the spec has. */
  readonly problems: readonly string[];
}

/**
 * One page of HTML for a spec: what was proved of each feature, drawn and in a table, and what it is made from.
 * It needs nothing but itself, and the same spec gives the same bytes.
 */
export function specPage(input: ReportInput): string {
  const { program, problems } = input;
  const lineage = lineageOf(program);
  const steps = [...program.steps, ...program.policy].filter(({ role }) => role !== "indicator");
  const body: readonly Child[] = [
    ...head(program),
    problems.length === 0 ? null : problemList(problems),
    totalsList(input.judgements),
    element("h2", {}, text("Claims")),
    claimTable(input, steps),
    element("h2", {}, text("Features")),
    ...steps.map((step) => stepSection(step, input, lineage)),
    ...contractTables(program, lineage),
    ...matrixTables(program, lineage),
    element("p", { class: "dim" }, text(`spec ${program.specHash}`)),
  ];
  return htmlDocument(`${program.name}: features`, styles, body);
}

function head({ name, version, owner, description, path }: Program): readonly Child[] {
  const facts = [
    version === null ? null : `version ${version}`,
    owner === null ? null : `owner ${owner}`,
    path,
  ].filter((part) => part !== null);
  return [
    element("h1", {}, text(name)),
    element("p", { class: "dim" }, text(facts.join(" · "))),
    description === null ? null : element("p", {}, text(description)),
  ];
}

function problemList(problems: readonly string[]): Html {
  const count = problems.length === 1 ? "1 error" : `${problems.length} errors`;
  return element(
    "div",
    { class: "problems" },
    element("p", {}, text(`This spec does not compile: ${count}.`)),
    element("ul", {}, ...problems.map((problem) => element("li", {}, text(problem)))),
  );
}

export function totalsList(judgements: readonly Judgement[]): Html {
  const { proved, refuted, unknown, unhandled } = totalsOf(judgements);
  const item = (count: number, words: string, kind: string | null): Html =>
    element("li", { class: kind }, element("b", {}, text(count)), text(words));
  return element(
    "ul",
    { class: "totals" },
    item(proved, "claims proved", null),
    item(refuted, "refuted and handled", null),
    item(unknown, "unknown and handled", null),
    item(unhandled, "not handled", unhandled > 0 ? "open" : null),
  );
}

function claimTable({ judgements, program }: ReportInput, steps: readonly Step[]): Html {
  const columns = ["feature", "claim", "verdict", "by", "handled by", "for example"];
  const nodes = new Map(steps.map((step) => [step.name, nodeOfStep(step)]));
  const row = ({ step, claim, range, verdict, method, handledBy, example }: Judgement): Html => {
    const node = nodes.get(step);
    const name = element("code", {}, text(step));
    const nothing = element("span", { class: "open" }, text("nothing"));
    return element(
      "tr",
      {},
      element(
        "td",
        {},
        node === undefined ? name : element("a", { href: `#${anchorOf(node)}` }, name),
      ),
      element("td", {}, text(range === null ? claim : `in ${range}`)),
      element("td", {}, verdictText(verdict)),
      element("td", {}, text(method ?? "")),
      element(
        "td",
        {},
        handledBy === null
          ? verdict === "proved"
            ? null
            : nothing
          : element("code", {}, text(handledBy)),
      ),
      element(
        "td",
        {},
        example.length === 0 ? null : element("code", {}, text(givenText(example))),
      ),
    );
  };
  if (judgements.length === 0) {
    return element("p", {}, text(`${program.name} has no feature that could be judged.`));
  }
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element("tr", {}, ...columns.map((name) => element("th", {}, text(name)))),
      ),
      element("tbody", {}, ...judgements.map(row)),
    ),
  );
}
