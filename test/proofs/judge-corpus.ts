import { check, judge } from "../../compiler/src/compile.js";
import type { Judgement } from "../../compiler/src/check/judge-steps.js";
import { advertising } from "./corpus/advertising.table.js";
import type { CorpusDomain, CorpusFormula } from "./corpus/corpus-domain.js";
import { lending } from "./corpus/lending.table.js";
import { payments } from "./corpus/payments.table.js";
import { people } from "./corpus/people.table.js";
import { places } from "./corpus/places.table.js";
import { published } from "./corpus/published.table.js";
import { sensors } from "./corpus/sensors.table.js";

export const corpus: readonly CorpusDomain[] = [
  advertising,
  lending,
  payments,
  people,
  places,
  published,
  sensors,
];

/** What the compiler says of a claim, and what is true of it. */
export interface JudgedClaim {
  readonly formula: CorpusFormula;
  readonly judgement: Judgement;
  readonly holds: boolean;
  /** Of the formula. */
  readonly type: string | undefined;
}

/** Codes of claims that do not hold, which the corpus is full of; any other error is a mistake in it. */
const expected: ReadonlySet<string> = new Set([
  "missing/possible-missing",
  "range/possible-outside",
]);

/** Judges both claims of each formula. Throws where a formula is no formula. */
export function judgeDomain(domain: CorpusDomain): readonly JudgedClaim[] {
  const features = domain.formulas.map(
    ({ name, formula, range }) =>
      `  ${name}:\n    formula: |\n      ${formula}\n    range: ${range}\n`,
  );
  const text = `featc: 1\nname: ${domain.name}\n${domain.contract}features:\n${features.join("")}`;
  const result = check(`${domain.name}.feat.yaml`, { readFile: () => text });
  const mistake = result.diagnostics.find(
    ({ code, severity }) => severity === "error" && !expected.has(code),
  );
  if (mistake !== undefined) {
    throw new Error(`${domain.name}:${mistake.span.start}: ${mistake.code}: ${mistake.message}`);
  }
  const judgements = judge(result, () => 0);
  return domain.formulas.flatMap((formula) =>
    judgements
      .filter(({ step }) => step === formula.name)
      .map((judgement) => ({
        formula,
        judgement,
        holds: judgement.claim === "has a value" ? formula.isTotal : formula.staysInRange,
        type: result.program?.steps.find(({ name }) => name === formula.name)?.type.kind,
      })),
  );
}
