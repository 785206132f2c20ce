import type { Judgement } from "../check/judge-steps.js";
import { givenText } from "../diagnostics/given-text.js";
import { printValue } from "../ir/print-value.js";
import type { Step } from "../ir/program.js";
import { numbersOf } from "../types/facts.js";
import { printType } from "../types/type.js";
import { element, joined, text } from "./html.js";
import type { Child, Html } from "./html.js";
import { keyOfNode, nodeOfStep } from "./lineage.js";
import type { Lineage, LineageNode, NodeKind } from "./lineage.js";
import { lineageDrawing } from "./lineage-drawing.js";
import { rangeBar } from "./range-bar.js";
import { unbounded } from "./scale.js";
import type { ReportInput } from "./spec-page.js";
import { verdictText } from "./verdict.js";

/** Everything of one let, feature or decision. */
export function stepSection(step: Step, input: ReportInput, lineage: Lineage): Html {
  const { facts, units, judgements } = input;
  const own = judgements.filter((one) => one.step === step.name);
  const { formula } = facts.step(step.name);
  const unit = units.get(step.name);
  const entries: readonly (readonly [string, Child])[] = [
    ["kind", text(step.role === "policy" ? "decision" : step.role)],
    ["type", code(`${printType(step.type)}${step.optional ? "?" : ""}`)],
    ...entry("unit", unit && (unit.origin === "declared" ? unit.text : `${unit.text} (inferred)`)),
    ...entry("range", step.range?.text),
    ...entry("outside", step.range === null ? undefined : step.outside?.value),
    ...entry("impute", step.imputeText ?? undefined),
    ...entry("tags", step.tags.length === 0 ? undefined : step.tags.join(", ")),
  ];
  const key = keyOfNode(nodeOfStep(step));
  return element(
    "section",
    { class: "step", id: anchorOf(nodeOfStep(step)) },
    element("h3", {}, text(step.name)),
    step.description === undefined ? null : element("p", {}, text(step.description)),
    deprecation(step),
    element("pre", {}, text(step.text)),
    element("dl", {}, ...entries.flatMap(([name, value]) => described(name, value))),
    formula.present && formula.domain.kind === "number" ? bar(step, input) : null,
    own.length === 0 ? null : claims(own),
    lineageOfStep(key, lineage),
  );
}

export function anchorOf({ kind, name }: LineageNode): string {
  return `${kind}-${name}`;
}

function entry(name: string, value: string | undefined): readonly (readonly [string, Child])[] {
  return value === undefined ? [] : [[name, code(value)]];
}

function described(name: string, value: Child): readonly Html[] {
  return [element("dt", {}, text(name)), element("dd", {}, value)];
}

function code(value: string): Html {
  return element("code", {}, text(value));
}

function deprecation({ deprecated }: Step): Html | null {
  if (deprecated === undefined || deprecated === false) return null;
  const reason = deprecated === true ? "" : `: ${deprecated}`;
  return element("p", { class: "open" }, text(`deprecated${reason}`));
}

function bar({ name, range, type }: Step, { facts }: ReportInput): Html {
  const { formula } = facts.step(name);
  const { low, high } = numbersOf(formula);
  return rangeBar({
    name,
    declared: range && { low: range.low ?? -Infinity, high: range.high ?? Infinity },
    proved: { low, high },
    missing: formula.missing,
    print: (value) =>
      Math.abs(value) >= unbounded ? (value < 0 ? "−∞" : "∞") : printValue(value, type),
  });
}

function claims(judgements: readonly Judgement[]): Html {
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      {},
      ...judgements.map(({ claim, verdict, method, handledBy, example, range }) =>
        element(
          "tr",
          {},
          element("td", {}, text(range === null ? claim : `stays in ${range}`)),
          element("td", {}, verdictText(verdict)),
          element("td", {}, text(method ?? "")),
          element("td", {}, handledBy === null ? null : code(handledBy)),
          element("td", {}, example.length === 0 ? null : code(givenText(example))),
        ),
      ),
    ),
  );
}

function lineageOfStep(key: string, lineage: Lineage): Html {
  const listed = (label: string, keys: readonly string[] | undefined): Html | null =>
    keys === undefined || keys.length === 0
      ? null
      : element(
          "p",
          {},
          element("span", { class: "dim" }, text(`${label} `)),
          ...keys.flatMap((one, i) => [i === 0 ? null : text(", "), nodeLink(one, lineage)]),
        );
  return joined([
    listed("reads", lineage.reads.get(key)),
    listed("read by", lineage.readBy.get(key)),
    lineageDrawing(key, lineage),
  ]);
}

/** What the page says nothing else of has no link. */
const unlinked: ReadonlySet<NodeKind> = new Set(["moment", "constant", "output", "indicator"]);

export function nodeLink(key: string, { nodes }: Lineage): Html {
  const node = nodes.get(key);
  if (node === undefined) return code(key);
  const name = code(node.name);
  return unlinked.has(node.kind) ? name : element("a", { href: `#${anchorOf(node)}` }, name);
}
