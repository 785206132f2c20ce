import { positionAt } from "../../base/source.js";
import { walk } from "../../ir/children.js";
import { dependenciesOf, formulasOf } from "../../ir/dependencies.js";
import type { Facts } from "../../ir/facts.js";
import type { Expr } from "../../ir/nodes.js";
import type { Program, Step } from "../../ir/program.js";
import type { Domain } from "../../types/domain.js";
import { inferStages } from "../../stages/infer-stages.js";
import type { Stage } from "../../stages/infer-stages.js";
import { printDeclaredType, printType } from "../../types/type.js";
import { dateText } from "@featc/runtime";
import { printable } from "../terminal-text.js";
import { fittedReports, printFittedReports } from "./fitted-report.js";
import type { FittedReport } from "./fitted-report.js";
import { windowText } from "./window-text.js";
import { missingCauses } from "./missing-causes.js";

/** What `featc explain SPEC FEATURE --json` prints. */
export interface FeatureReport {
  readonly name: string;
  readonly role: string;
  /** `path:line:column`. */
  readonly place: string;
  readonly type: string;
  readonly description: string | null;
  readonly formula: string;
  /** As declared, or as the formula shows it; null where nothing is known. */
  readonly unit: { readonly text: string; readonly origin: "declared" | "inferred" } | null;
  readonly range: string | null;
  readonly outside: string | null;
  readonly impute: string | null;
  /** Proved: every value lies in it. */
  readonly values: string;
  readonly mayBeMissing: boolean;
  readonly missing: string;
  /** Where a missing value can begin: text of the part, and why. */
  readonly causes: readonly { readonly part: string; readonly reason: string }[];
  readonly dependsOn: {
    readonly fields: readonly string[];
    readonly lets: readonly string[];
    readonly features: readonly string[];
    readonly outputs: readonly string[];
    readonly asOf: boolean;
    /** Fields of events that are read, by source; none where they are only counted. */
    readonly events: Readonly<Record<string, readonly string[]>>;
    readonly tables: Readonly<Record<string, readonly string[]>>;
  };
  /** Whether it can be computed before the request; null for a decision, which reads the model. */
  readonly stage: Stage | null;
  /** Windows of the formula, as it has them. */
  readonly windows: readonly string[];
  readonly fitted: readonly FittedReport[];
}

export function featureReport(
  program: Program,
  facts: Facts,
  step: Step,
  unit: FeatureReport["unit"] = null,
): FeatureReport {
  const fact = facts.step(step.name);
  const causes = missingCauses(step.formula, facts).map(({ span, reason }) => ({
    part: span.file.text.slice(span.start, span.end),
    reason,
  }));
  const { line, column } = positionAt(step.nameSpan.file, step.nameSpan.start);
  return {
    name: step.name,
    role: step.role,
    place: `${step.nameSpan.file.path}:${line}:${column}`,
    type: printDeclaredType({ type: step.type, optional: fact.final.missing }),
    description: step.description ?? null,
    formula: step.text,
    unit,
    range: step.range?.text ?? null,
    outside: step.outside?.value ?? null,
    impute: step.imputeText,
    values: fact.final.present
      ? printDomain(fact.final.domain, step)
      : "none: it is always missing",
    mayBeMissing: fact.final.missing,
    missing: wordMissing(step, fact.formula.missing, fact.mayBeImputed, fact.final.missing),
    causes,
    dependsOn: dependencies(program, step),
    stage: inferStages(program).find((one) => one.step === step.name)?.stage ?? null,
    windows: windowsOf(step),
    fitted: fittedReports(program, step),
  };
}

function wordMissing(
  step: Step,
  formulaMayBe: boolean,
  imputed: boolean,
  finalMayBe: boolean,
): string {
  if (finalMayBe) return "may be missing";
  if (imputed && step.imputeText !== null) {
    return `never: where the formula is missing, it is ${step.imputeText}`;
  }
  if (formulaMayBe) return "never";
  return "never: the formula has a value for every input";
}

function printDomain(domain: Domain, step: Step): string {
  switch (domain.kind) {
    case "number": {
      const bound = (value: number): string => {
        if (step.type.kind === "date") return dateText(value);
        if (step.type.kind === "timestamp") return new Date(value).toISOString();
        return String(value);
      };
      return `${bound(domain.low)} to ${bound(domain.high)}${domain.integral && step.type.kind === "number" ? ", whole" : ""}`;
    }
    case "bool":
      return domain.mayBeTrue ? (domain.mayBeFalse ? "true or false" : "true") : "false";
    case "text":
      return domain.values === null
        ? `any ${printType(step.type)}`
        : domain.values.map((value) => JSON.stringify(value)).join(", ");
    case "opaque":
      return `any ${printType(step.type)}`;
  }
}

function dependencies(program: Program, step: Step): FeatureReport["dependsOn"] {
  const fields = new Set<string>();
  const steps = new Set<string>();
  const outputs = new Set<string>();
  let asOf = false;
  const visit = (expr: Expr): void => {
    if (expr.kind === "FieldRef") fields.add(expr.path.join("."));
    else if (expr.kind === "FeatureRef") steps.add(expr.name);
    else if (expr.kind === "OutputRef") outputs.add(expr.name);
    else if (expr.kind === "AsOf") asOf = true;
  };
  walk(step.formula, visit);
  if (step.impute !== null) walk(step.impute, visit);
  const role = new Map([...program.steps, ...program.policy].map((one) => [one.name, one.role]));
  const names = [...steps];
  // What the steps that it reads depend on is theirs to tell.
  const { events, tables } = dependenciesOf({ ...program, steps: [] }, formulasOf(step));
  return {
    fields: [...fields],
    lets: names.filter((name) => role.get(name) === "let"),
    features: names.filter((name) => role.get(name) !== "let"),
    outputs: [...outputs],
    asOf,
    events: Object.fromEntries(events),
    tables: Object.fromEntries(tables),
  };
}

/** The events that each aggregate of the formula takes. */
function windowsOf(step: Step): readonly string[] {
  const windows = new Set<string>();
  for (const formula of formulasOf(step)) {
    walk(formula, (expr) => {
      if (expr.kind === "Aggregate" && expr.collection.kind === "events") {
        const { source, window } = expr.collection;
        windows.add(`${source.name} ${windowText(window)}`);
      }
    });
  }
  return [...windows];
}

export function printFeatureReport(report: FeatureReport): string {
  const { fields, lets, features, outputs, asOf, events, tables } = report.dependsOn;
  const reads = [
    ...named("field", fields),
    ...ofSources("events", events),
    ...ofSources("table", tables),
    ...named("let", lets),
    ...named("feature", features),
    ...named("model output", outputs),
    ...(asOf ? ["the moment of the prediction"] : []),
    ...report.fitted.map((one) => one.name),
  ];
  const lines: readonly (readonly [string, string | null])[] = [
    ["formula", report.formula.replaceAll("\n", "\n             ")],
    ["type", report.type],
    ["unit", report.unit === null ? null : `${report.unit.text} (${report.unit.origin})`],
    ["range", report.range === null ? null : rangeText(report)],
    ["values", report.values],
    ["missing", report.missing],
    ["reads", reads.length === 0 ? "nothing" : reads.join(", ")],
    ["stage", report.stage],
    ["window", report.windows.length === 0 ? null : report.windows.join(", ")],
    ["declared", report.place],
  ];
  const head = `${report.name} (${report.role})${report.description === null ? "" : `: ${report.description}`}`;
  const body = lines.flatMap(([title, text]) =>
    text === null ? [] : [`  ${title.padEnd(9)}  ${text}`],
  );
  const causes = report.causes.map(({ part, reason }) => `    ${part}: ${reason}`);
  const why = causes.length === 0 ? [] : ["  the formula is missing where", ...causes];
  const fitted = printFittedReports(report.fitted).map(printable);
  return `${[head, ...body, ...fitted, ...why].join("\n")}\n`;
}

function rangeText(report: FeatureReport): string {
  return `${report.range ?? ""}${report.outside === null ? "" : `, outside: ${report.outside}`}`;
}

/** `events payments (amount, late)`. */
function ofSources(
  kind: string,
  sources: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return Object.entries(sources).map(
    ([name, fields]) => `${kind} ${name}${fields.length === 0 ? "" : ` (${fields.join(", ")})`}`,
  );
}

function named(kind: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  return [`${kind}${names.length === 1 ? "" : "s"} ${names.join(", ")}`];
}
