import { positionAt } from "../../base/source.js";
import { childrenOf } from "../../ir/children.js";
import type { Facts } from "../../ir/facts.js";
import type { Expr } from "../../ir/nodes.js";
import type { Step } from "../../ir/program.js";
import type { Doc, DocLine } from "../text/declarations.js";

/** `debt_to_income = ratio(yearly_debt, income), in [0, 5], clamped, 1 where missing` */
export function stepComment(step: Step): string {
  return `${step.name} = ${step.text}${treatment(step)}`;
}

function treatment(step: Step): string {
  const parts: string[] = [];
  if (step.range !== null) parts.push(`in ${step.range.text}`);
  if (step.outside !== null) {
    parts.push(outsideWords[step.outside.value]);
  }
  if (step.imputeText !== null) parts.push(`${step.imputeText} where missing`);
  return parts.map((part) => `, ${part}`).join("");
}

const outsideWords = {
  clamp: "clamped",
  missing: "missing outside",
  reject: "the row is rejected outside",
} as const;

/** What a reader of the feature's type wants to know: meaning, formula, unit, place, and what was proved. */
export function stepDoc(step: Step, facts: Facts): Doc {
  const { file, start } = step.nameSpan;
  const lines: DocLine[] = [];
  if (step.description !== undefined) lines.push(sentence(step.description));
  lines.push(`${step.text}${treatment(step)}.`);
  if (step.unit !== undefined) lines.push(`Unit: ${step.unit.value}.`);
  if (step.tags.length > 0) lines.push(`Tags: ${step.tags.join(", ")}.`);
  const proofs = provedOf(step, facts);
  if (proofs.length > 0) lines.push(`Proved, so not checked: ${proofs.join("; ")}.`);
  lines.push(`${file.path}:${positionAt(file, start).line}`);
  if (step.deprecated !== undefined && step.deprecated !== false) {
    lines.push({ tag: "deprecated", text: step.deprecated === true ? "" : step.deprecated });
  }
  return lines;
}

function provedOf(step: Step, facts: Facts): readonly string[] {
  if (step.role === "indicator") return [];
  const { formula, mayBeOutside, mayBeImputed } = facts.step(step.name);
  const proofs: string[] = [];
  if (step.range !== null && !mayBeOutside) proofs.push(`it lies in ${step.range.text}`);
  if (step.impute !== null && !mayBeImputed) proofs.push("it is never missing");
  const divides = divisions(step.formula).some((division) => facts.isReachable(division));
  if (divides && !formula.missing) proofs.push("no divisor is 0");
  return proofs;
}

function divisions(expr: Expr): readonly Expr[] {
  const own = expr.kind === "Arith" && (expr.operator === "/" || expr.operator === "//");
  const inside = childrenOf(expr).flatMap(divisions);
  return own && expr.right.kind !== "Literal" ? [expr, ...inside] : inside;
}

function sentence(text: string): string {
  return /[.!?]\s*$/.test(text) ? text : `${text}.`;
}
