import { check } from "../../compiler/src/compile.js";

/** What is said of a mistake: its code, the text that is marked, label and hint. */
export interface Said {
  readonly code: string;
  readonly at: string;
  readonly label: string | undefined;
  readonly hint: string | undefined;
}

const header = `featc: 1
name: example
as_of: asked_at
input:
  asked_at: timestamp
  age: { type: int, range: [18, 120] }
  income: { type: number?, range: [0, 1e7] }
  job: { type: enum, values: [salaried, retired] }
  member: bool?
  born: date
  city: string?
`;

const sections = `maps: { rate: { salaried: 1, retired: 2 } }
functions:
  part_of(a, b): if b > 0 then a / b else 0
features:
  other: age * 2
`;

/** All that is reported of a feature, written as its YAML. */
export function saidOfFeature(yaml: string): readonly Said[] {
  return saidOf(`${header}${sections}  f: ${yaml}\n`);
}

/** All that is reported of a field, written as its YAML. */
export function saidOfField(yaml: string): readonly Said[] {
  return saidOf(`${header}  ${yaml}\n${sections}`);
}

function saidOf(text: string): readonly Said[] {
  const { diagnostics } = check("example.feat.yaml", { readFile: () => text });
  return diagnostics.map(({ code, span, label, hint }) => ({
    code,
    at: text.slice(span.start, span.end),
    label,
    hint,
  }));
}
