import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
`;

const half = `${header}features:
  half: { formula: debt / 2, range: [0, 50] }
`;

const features = `features:
  half: { formula: debt / 2, range: [0, 50] }
`;

const one = `features:
  one: 1
`;

function withField(field: string): string {
  return `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
  extra: ${field}
${features}`;
}

function sharedType(of: string): string {
  return `featc: 1
name: example
types:
  score: { fields: { debtor: id, score: int } }
input:
  debtor: id
tables:
  bureau:
    key: debtor
${of}features:
  known: { formula: bureau is present }
`;
}

export const specDiagnostics = {
  "spec/too-large": define<Record<string, never>>({
    severity: "error",
    message: () => "this file is larger than 4 MB, the limit of a spec",
    hint: () =>
      "check that the path is that of a spec, not of data; split a real one with `imports`.",
    explain: "Specs are written and reviewed by people. A file of this size is almost always data.",
    shownBy: "test/unit/spec/broken-files.test.ts",
  }),
  "spec/empty": define<Record<string, never>>({
    severity: "error",
    message: () => "this file is empty",
    hint: () => "`featc init` writes a spec to start from.",
    explain: "A spec says at least its language version, its name, its input and its features.",
    shownBy: "test/unit/spec/broken-files.test.ts",
  }),
  "spec/not-a-map": define<{ kind: "text" | "list" | "nothing" }>({
    severity: "error",
    message: ({ kind }) => `a spec is a map of sections, and this file holds a ${kind}`,
    hint: () => "start with `featc: 1` and `name: …`.",
    explain:
      "The sections of a spec are keys in the first column: `featc`, `name`, `input`, `features`.",
    shownBy: "test/unit/spec/broken-files.test.ts",
  }),
  "spec/language-version": define<{ found: string; known: number }>({
    severity: "error",
    message: ({ found, known }) => `this featc reads language version ${known}, not ${found}`,
    hint: ({ known }) =>
      `write \`featc: ${known}\`, or use the featc that the spec was written for.`,
    explain:
      "`featc` is the version of the language, so that an old compiler never misreads a new spec.",
    bad: half.replace("featc: 1", "featc: 2"),
    good: half,
  }),
  "spec/unknown-key": define<{
    key: string;
    what: string;
    suggestion: string | undefined;
    /** What is written for that which the key means elsewhere. */
    instead: string | undefined;
    known: readonly string[];
  }>({
    severity: "error",
    message: ({ key, what }) => `${what} has no key \`${key}\``,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: ({ suggestion, instead, known }) => {
      if (instead !== undefined) return `${instead}.`;
      return suggestion === undefined && known.length > 0
        ? `keys that can stand here: ${known.join(", ")}.`
        : undefined;
    },
    explain:
      "A key that featc does not know is usually a typing mistake. Were it ignored, a range or a rule would silently not hold.",
    bad: `${header}features:
  half: { formula: debt / 2, rnage: [0, 50] }
`,
    good: half,
  }),
  "spec/missing-key": define<{ key: string; what: string }>({
    severity: "error",
    message: ({ key, what }) => `${what} has no \`${key}\``,
    hint: ({ key }) => (key === "featc" ? "start with `featc: 1`." : `add \`${key}: …\`.`),
    explain: "Some keys have no sensible default and must be written.",
    bad: `${header}features:
  half: { range: [0, 50] }
`,
    good: half,
  }),
  "spec/no-value": define<{ key: string; wanted: string }>({
    severity: "error",
    message: ({ key }) => `\`${key}\` has no value`,
    hint: ({ wanted }) => `write ${wanted} after the colon.`,
    explain: "A key without a value is null in YAML, which means nothing here.",
    bad: `${header}features:
  half:
`,
    good: half,
  }),
  "spec/wrong-kind": define<{ key: string; wanted: string; found: string }>({
    severity: "error",
    message: ({ key, wanted }) => `\`${key}\` must be ${wanted}`,
    label: ({ found }) => `this is ${found}`,
    explain: "Each key of a spec takes one kind of value: a text, a number, a list or a map.",
    bad: `${header}features:
  half: { formula: debt / 2, range: [0, 50], indicator: maybe }
`,
    good: half,
  }),
  "spec/unknown-value": define<{
    key: string;
    value: string;
    allowed: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: "error",
    message: ({ key, value }) => `\`${key}\` cannot be ${value === "" ? "empty" : value}`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: ({ allowed }) => `it can be ${allowed.join(", ")}.`,
    explain: "The key takes one of a few words.",
    bad: `${header}features:
  share: { formula: debt / 50, range: [0, 1], outside: clip }
`,
    good: `${header}features:
  share: { formula: debt / 50, range: [0, 1], outside: clamp }
`,
  }),
  "spec/fields-and-type": define<{ name: string; type: string }>({
    severity: "error",
    message: ({ name, type }) => `${name} has the fields of ${type}, and fields of its own`,
    hint: () => "leave one of the two out.",
    explain: "A source has the fields of one of the `types`, or says them itself.",
    bad: sharedType("    type: score\n    fields: { debtor: id, score: int }\n"),
    good: sharedType("    type: score\n"),
  }),
  "spec/not-in-library": define<{ key: string; allowed: readonly string[] }>({
    severity: "error",
    message: ({ key }) => `an imported file cannot have \`${key}\``,
    hint: ({ allowed }) => `it can have ${allowed.join(", ")}.`,
    explain:
      "Imports bring functions, maps and enums. Inputs and features belong to the one spec that computes them.",
    bad: `featc: 1
name: example
imports: [./common.feat.yaml]
input:
  debt: { type: number, range: [0, 100] }
${features}`,
    good: half,
    files: {
      "common.feat.yaml": `featc: 1
let:
  twice: 2
`,
    },
  }),
  "spec/empty-section": define<{ section: string }>({
    severity: "warning",
    message: ({ section }) => `\`${section}\` is empty`,
    hint: () => "remove it, or indent what belongs to it.",
    explain: "A section without entries is most often one whose entries lost their indentation.",
    bad: `${half}let:
`,
    good: half,
  }),
  "spec/bad-name": define<{
    name: string;
    thing: string;
    tooLong: boolean;
    suggestion: string | undefined;
  }>({
    severity: "error",
    message: ({ name, thing, tooLong }) =>
      tooLong
        ? `the name of this ${thing} is longer than 64 characters`
        : name === ""
          ? `this ${thing} has no name`
          : `${shorten(name)} cannot be the name of a ${thing}`,
    hint: ({ name, thing, tooLong, suggestion }) => {
      if (tooLong) return "shorten it.";
      if (suggestion === undefined) {
        return "names start with a small letter and go on with small letters, digits and _.";
      }
      return thing === "field"
        ? `write \`${suggestion}\`, and say what the producer calls it: \`name: ${JSON.stringify(name)}\`.`
        : `write \`${suggestion}\`.`;
    },
    explain:
      "Names become names of generated code, of columns and of files. Small letters, digits and _ mean the same everywhere.",
    bad: `featc: 1
name: example
input:
  Total.Amount: { type: number, range: [0, 100] }
${one}`,
    good: `featc: 1
name: example
input:
  total_amount: { type: number, range: [0, 100], name: "Total.Amount" }
${one}`,
  }),
  "spec/reserved-name": define<{ name: string; thing: string }>({
    severity: "error",
    message: ({ name, thing }) =>
      `${name} cannot be the name of a ${thing}: it means something else`,
    hint: ({ name, thing }) => {
      const longer = `${/^[a-z]+$/.test(name) ? name : "my"}_value`;
      return thing === "field"
        ? `write \`${longer}\`, and say what the producer calls it: \`name: "${name}"\`.`
        : `add a word, as in \`${longer}\`.`;
    },
    explain:
      "Words of JavaScript, of formulas and of the tools that load generated modules are reserved: as names they would break the code, or change how it is loaded.",
    bad: `${header}features:
  default: { formula: debt / 2, range: [0, 50] }
`,
    good: half,
  }),
  "spec/unknown-type": define<{
    type: string;
    suggestion: string | undefined;
    known: readonly string[];
  }>({
    severity: "error",
    message: ({ type }) => `there is no type ${shorten(type)}`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: ({ known }) =>
      `the types are ${known.join(", ")}; a ? after one says that the value may be missing.`,
    explain: "Every field has one of a few types, from which featc makes the validator.",
    bad: withField("float"),
    good: withField("number"),
  }),
  "spec/bad-type": define<{ type: string; problem: string }>({
    severity: "error",
    message: ({ type }) => `${shorten(type)} is not a type`,
    label: ({ problem }) => problem,
    hint: () => "types are written `number`, `number?`, `list<int?>`.",
    explain:
      "A type is a word, with ? where the value may be missing; a list says what it is a list of.",
    bad: withField("list<number"),
    good: withField("list<number>"),
  }),
  "spec/bad-range": define<{ key: string; problem: string }>({
    severity: "error",
    message: ({ key }) => `\`${key}\` must be two bounds`,
    label: ({ problem }) => problem,
    hint: ({ key }) =>
      key === "length"
        ? "write `[1, 20]`, with null for no bound."
        : 'write `[0, 100]`, with null for no bound, or `"(0, 100]"` to leave an end out.',
    explain: "A range has a lower and an upper bound, either of which may be null.",
    bad: withField("{ type: number, range: [0, 1, 2] }"),
    good: withField("{ type: number, range: [0, 2] }"),
  }),
  "spec/key-not-for-type": define<{
    key: string;
    type: string | undefined;
    fitting: readonly string[];
    underItems: boolean;
  }>({
    severity: "error",
    message: ({ key, type }) =>
      type === undefined ? `\`${key}\` needs a type` : `\`${key}\` means nothing for a ${type}`,
    hint: ({ key, fitting, underItems }) =>
      underItems
        ? `to say it of the elements, put \`${key}\` under \`items\`.`
        : `\`${key}\` is for the ${fitting.length === 1 ? "type" : "types"} ${fitting.join(", ")}.`,
    explain: "A rule that cannot apply to the type of the field would silently never hold.",
    bad: withField("{ type: string, range: [0, 10] }"),
    good: withField("{ type: string, length: [0, 10] }"),
  }),
  "spec/enum-without-values": define<{ key: string | undefined }>({
    severity: "error",
    message: () => "an enum needs its values",
    hint: () => "write `{ type: enum, values: [a, b] }`, or name an enum under `enums`.",
    explain: "An enum is a closed set of texts; without them no value could be valid.",
    bad: withField("enum"),
    good: withField("{ type: enum, values: [a, b] }"),
  }),
  "spec/duplicate-value": define<{ value: string }>({
    severity: "error",
    message: ({ value }) => `${JSON.stringify(value)} stands here twice`,
    label: () => "the second one",
    hint: () => "remove or rename one of them.",
    explain:
      "Equal values in one list are a copying mistake; most often one of them should be another.",
    bad: withField("{ type: enum, values: [a, b, a] }"),
    good: withField("{ type: enum, values: [a, b, c] }"),
  }),
  "spec/record-without-fields": define<Record<string, never>>({
    severity: "error",
    message: () => "a record needs its fields",
    hint: () => "write `{ type: record, fields: { city: string } }`.",
    explain: "Each part of a record is validated as a field of its own, so it must be declared.",
    bad: withField("record"),
    good: withField("{ type: record, fields: { city: string } }"),
  }),
  "spec/items-type": define<Record<string, never>>({
    severity: "error",
    message: () => "`items` gives the elements another type than the list does",
    hint: () => "leave `type` out under `items`, or make the two equal.",
    explain: "`list<int>` already says the type of the elements; `items` adds rules for them.",
    bad: withField("{ type: list<int>, items: { type: string } }"),
    good: withField("{ type: list<int>, items: { range: [0, 10] } }"),
  }),
  "spec/outside-without-range": define<{ rule: string | undefined }>({
    severity: "error",
    message: ({ rule }) =>
      rule === "clamp" ? "there is no range to clamp to" : "there is no range to be outside of",
    hint: () => "add a `range`, or remove `outside`.",
    explain: "`outside` says what happens to a value outside the declared range.",
    bad: withField("{ type: number, outside: clamp }"),
    good: withField("{ type: number, range: [0, 1], outside: clamp }"),
  }),
  "spec/bad-signature": define<{ signature: string }>({
    severity: "error",
    message: ({ signature }) => `${shorten(signature)} is not the head of a function`,
    hint: () => "write the name and its parameters, as in `ratio(a, b): a / b`.",
    explain: "A function has a name and a list of parameters, which its formula may use.",
    bad: `${header}functions:
  twice: a * 2
${features}`,
    good: `${header}functions:
  twice(a): a * 2
features:
  double: { formula: twice(debt), range: [0, 200] }
`,
  }),
  "spec/bad-mutation-score": define<{ score: number }>({
    severity: "error",
    message: ({ score }) => `${score} is not a share of the mutants`,
    label: () => "above 0, at most 1",
    hint: ({ score }) =>
      score > 1 && score <= 100 ? `write ${score} percent as ${score / 100}.` : undefined,
    explain:
      "The mutation score is the share of the mutants of a spec that its generated tests tell from it: 1 where they fail on every one.",
    bad: `${half}tests:
  mutation_score: 95
`,
    good: `${half}tests:
  mutation_score: 0.95
`,
  }),
  "spec/bad-budget": define<{ key: string; found: string; units: readonly string[] }>({
    severity: "error",
    message: ({ key, found }) =>
      `${shorten(found)} is not ${key === "row" ? "a time" : "an amount of memory"}`,
    label: ({ units }) => `a number above 0 with ${units.join(", ")}`,
    hint: ({ key }) => `write it as in \`${key === "row" ? "row: 20us" : "memory: 2MB"}\`.`,
    explain:
      "A budget is what a row may cost at most. `featc bench --check` measures the spec and fails where it costs more.",
    bad: `${half}budget:
  row: 20
`,
    good: `${half}budget:
  row: 20us
`,
  }),
  "spec/bad-version": define<{ version: string }>({
    severity: "error",
    message: ({ version }) => `${shorten(version)} is not a version`,
    hint: () => "write three numbers, as in `version: 1.0.0`.",
    explain:
      "The version of the contract follows semantic versioning, so that its users see which change breaks them.",
    bad: half.replace("input:", "version: 1.0\ninput:"),
    good: half.replace("input:", "version: 1.0.0\ninput:"),
  }),
};

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
