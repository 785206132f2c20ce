import type { FitSource } from "../bind/load-fit-file.js";
import { fitName } from "../bind/dependencies.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { FittedConstant } from "../ir/program.js";
import type { FittedAst } from "../spec/ast.js";
import { readFittedValue } from "./read-fitted-value.js";

type Fitted = Pick<FittedConstant, "value" | "counts" | "valueSpan">;
type Declared = Omit<FittedConstant, keyof Fitted>;

const nothing: Fitted = { value: null, counts: null, valueSpan: null };

/** The value of a constant, if it was made for the spec as it now stands; what is wrong with it is reported. */
export function fittedFrom(
  source: FitSource,
  declared: Declared,
  collector: DiagnosticCollector,
): Fitted {
  if (source.kind === "computed") {
    return { ...nothing, value: source.values.get(declared.name) ?? null };
  }
  const { ast, path } = source;
  if (ast === undefined) return nothing;
  const entry = ast.values.find(({ name }) => name.value === declared.name);
  if (entry === undefined) {
    const name = fitName(declared.name);
    const spec = declared.nameSpan.file.path;
    collector.report("fit/no-value", declared.nameSpan, { name, path, spec });
    return nothing;
  }
  const { value } = entry;
  if (value === null || isStale(entry, declared, path, collector)) return nothing;
  const read = readFittedValue(value, declared);
  if ("problem" in read) {
    const name = fitName(declared.name);
    collector.report("fit/bad-value", read.span, { name, problem: read.problem, path });
    return nothing;
  }
  return {
    value: read.value,
    counts: { present: entry.count, missing: entry.missing },
    valueSpan: value.span,
  };
}

function isStale(
  entry: FittedAst,
  declared: Declared,
  path: string,
  collector: DiagnosticCollector,
): boolean {
  const changes = changesSince(entry, declared);
  if (changes.length === 0) return false;
  collector.report(
    "fit/stale",
    declared.nameSpan,
    { name: fitName(declared.name), path, spec: declared.nameSpan.file.path, changes },
    { related: [{ span: entry.name.span, text: "this value is of the spec as it was before" }] },
  );
  return true;
}

/** In words; of the formula and what it reads, the formula first. */
function changesSince(entry: FittedAst, declared: Declared): readonly string[] {
  if (entry.formula.value !== declared.text) {
    return [`it was \`${entry.formula.value}\` and is now \`${declared.text}\``];
  }
  const changed = [...declared.reads].flatMap(([label, hash]) => {
    const before = entry.reads.get(label);
    if (before === hash) return [];
    return [before === undefined ? `it now reads ${words(label)}` : `${words(label)} has changed`];
  });
  const dropped = [...entry.reads.keys()].filter((label) => !declared.reads.has(label));
  return [...changed, ...dropped.map((label) => `it no longer reads ${words(label)}`)];
}

function words(label: string): string {
  if (label === "as_of") return "the moment of the prediction";
  if (label === "math" || label === "timezone") return `\`${label}\``;
  const [kind = "", name = ""] = label.split(" ");
  return kind === "fit" ? fitName(name) : `the ${kind} ${name}`;
}
