import { describe, expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import type { EmittedFile } from "../../../../compiler/src/emit/text/emitted-file.js";
import { memoryHost } from "../../../support/memory-host.js";
import { Random } from "../../../support/random.js";
import { randomSpec } from "../../../support/random-spec.js";
import { runTestFile } from "../../../support/run-test-file.js";
import type { TestResult } from "../../../support/run-test-file.js";
import { repositoryHost, specPaths } from "../../../support/spec-files.js";

/** The files of a spec, as if it asked for properties. */
async function filesOf(
  path: string,
  read = repositoryHost.readFile,
): Promise<readonly EmittedFile[]> {
  const asked = (text: string | undefined): string | undefined =>
    text === undefined || /^tests:/m.test(text) ? text : `${text}\ntests: { properties: true }\n`;
  const { files } = await compile(path, {
    readFile: (one) => (one === path ? asked(read(one)) : read(one)),
  });
  return files;
}

const filesOfText = (text: string): Promise<readonly EmittedFile[]> =>
  filesOf("example.feat.yaml", memoryHost({ "example.feat.yaml": text }).readFile);

function run(files: readonly EmittedFile[]): Promise<readonly TestResult[]> {
  const path = files.find((file) => file.path.endsWith(".properties.test.ts"))?.path;
  if (path === undefined) expect.fail("there is no file of properties");
  return runTestFile(files, path);
}

const failures = (results: readonly TestResult[]): readonly TestResult[] =>
  results.filter(({ failure }) => failure !== null);

describe("a file of properties", () => {
  it.each(specPaths)("holds for %s", async (path) => {
    const results = await run(await filesOf(path));
    expect(results.length).toBeGreaterThan(2);
    expect(failures(results)).toEqual([]);
  });

  it("holds for random specs", async () => {
    let ran = 0;
    for (let seed = 1; seed <= 24; seed += 1) {
      const text = randomSpec(new Random(seed));
      const files = await filesOfText(text);
      if (files.length === 0) continue;
      ran += 1;
      expect(failures(await run(files)), `seed ${seed}\n${text}`).toEqual([]);
    }
    expect(ran).toBeGreaterThan(2);
  });
});

/** Every way for a producer to write a field, rules that excuse values, and nested records. */
const formats = `featc: 1
name: formats
unknown_fields: ignore
as_of: at
input:
  at: { type: timestamp, from: epoch_s }
  seen: { type: timestamp, from: epoch_ms }
  day: { type: date, from: [dd.MM.yyyy] }
  price: { type: number, from: text, range: "(0, 90]" }
  pieces: { type: int, from: text, range: [-3, 3], outside: clamp }
  paid: { type: bool, from: text }
  code: { type: string, pattern: '^[A-Z]\\d{2}$' }
  kind: { type: enum, values: [a, b], invalid: missing }
  share: { type: number, range: [0, 1], missing_values: [-1] }
  place: { type: record?, fields: { zip: { type: string, length: [2, 4] }, floors: { type: list<int>, items: { range: [0, 9] }, length: [1, 3] } } }
constraints:
  later: seen >= at
events:
  visits:
    key: code
    time: happened
    known: told
    retention: 3d
    max_count: 4
    includes_current: true
    fields: { code: string, happened: { type: timestamp, from: epoch_s }, told: { type: timestamp, from: epoch_s }, pages: { type: int, range: [1, 9] } }
features:
  hours: { formula: (seen - at) / 1h, range: [0, null] }
  month_of_day: month(day)
  total: price * pieces
  known_share: { formula: share, type: number? }
  pages: { formula: sum(visits.pages), range: [0, 36] }
  floors: { formula: max(place.floors), range: [0, 9], impute: 0 }
`;

it("rows are made for every format and rule of a field", async () => {
  const files = await filesOfText(formats);
  const results = await run(files);
  expect(failures(results)).toEqual([]);
  expect(results).toHaveLength(5);
  const text = files.find(({ path }) => path === "formats.properties.test.ts")?.text ?? "";
  expect(text).not.toMatch(/\.filter\(\s*\(?(?:row|drawn)|fc\.pre/);
});

const titles = {
  admitted: "every row that is made by the contract is admitted",
  refused: "a field that the contract does not have is refused",
  ignored: "a field that the contract does not have changes nothing",
  claimed: "every feature is of its type, in its range and missing only where it may be",
  cells: "encode and writeRow of model_input write the same cells",
  order: "the order of events counts for nothing",
  history: "events of history outside every window count for nothing",
  payments: "events of payments outside every window count for nothing",
} as const;

/** The spec, the property, the file, the text that is there, and the mistake in its place. */
const mistakes: readonly (readonly [
  what: string,
  spec: string,
  property: keyof typeof titles,
  file: string,
  from: string,
  to: string,
])[] = [
  [
    "a clamp that is not there",
    "loan_default",
    "claimed",
    "features.ts",
    "least(debt_to_income_raw, 5)",
    "debt_to_income_raw",
  ],
  [
    "a missing value that is left",
    "card_fraud",
    "claimed",
    "features.ts",
    "online_share_30d_share ?? 0.5",
    "online_share_30d_share",
  ],
  [
    "an int with a fraction",
    "card_fraud",
    "claimed",
    "features.ts",
    "purchases_1h = purchases_1h_count",
    "purchases_1h = purchases_1h_count / 2",
  ],
  [
    "a value that is none of the enum",
    "loan_default",
    "claimed",
    "features.ts",
    '?? "unemployed"',
    '?? "none"',
  ],
  [
    "a rejection that is not there",
    "loan_default",
    "claimed",
    "features.ts",
    "throw new RejectedRowError(",
    "void new RejectedRowError(",
  ],
  [
    "another error than a rejection",
    "loan_default",
    "claimed",
    "features.ts",
    "new RejectedRowError(",
    "new RangeError(",
  ],
  [
    "a rejection by another name",
    "loan_default",
    "claimed",
    "features.ts",
    'RejectedRowError("applicant_age"',
    'RejectedRowError("age"',
  ],
  [
    "events in the order of the producer",
    "card_fraud",
    "order",
    "features.ts",
    "orderHistory(history)",
    "history",
  ],
  [
    "events of the future",
    "card_fraud",
    "history",
    "features.ts",
    "if (event.bought_at >= input.bought_at) continue;",
    "",
  ],
  [
    "events before the window",
    "card_fraud",
    "history",
    "features.ts",
    "if (event.bought_at >= before_30d) {",
    "{",
  ],
  [
    "events that are not known yet",
    "kitchen-sink",
    "payments",
    "features.ts",
    "if (event.known_at >= input.at) continue;",
    "",
  ],
  [
    "a row written to another place",
    "card_fraud",
    "cells",
    "matrix.ts",
    "out[offset + 1]",
    "out[offset + 2]",
  ],
  [
    "features encoded to another place",
    "card_fraud",
    "cells",
    "matrix.ts",
    "data[offset + 1]",
    "data[offset + 2]",
  ],
  [
    "a bound of the contract",
    "loan_default",
    "admitted",
    "input.ts",
    "latePayments <= 1000",
    "latePayments <= 900",
  ],
  [
    "an unknown field that is admitted",
    "loan_default",
    "refused",
    "input.ts",
    'key !== "purpose"',
    'key !== "purpose" && key !== "no_such_field"',
  ],
];

describe("a file of properties fails on", () => {
  it.each(mistakes)("%s, in %s", async (_, spec, property, path, from, to) => {
    const files = await filesOf(`specs/${spec}.feat.yaml`);
    const wrong = files.map((file) => {
      if (file.path !== path) return file;
      expect(file.text).toContain(from);
      return { ...file, text: file.text.replaceAll(from, to) };
    });
    const failed = failures(await run(wrong)).map(({ title }) => title);
    expect(failed).toContain(titles[property]);
  });

  it("an unknown field that is not ignored", async () => {
    const files = (await filesOfText(formats)).map((file) =>
      file.path === "input.ts"
        ? {
            ...file,
            text: file.text.replace(
              /(export function parseInput\(value: unknown\): Input \{)/,
              '$1 if (Object.hasOwn(value as object, "no_such_field")) value = { ...(value as object), share: 0.75 };',
            ),
          }
        : file,
    );
    expect(failures(await run(files)).map(({ title }) => title)).toEqual([titles.ignored]);
  });

  it("a mistake with a row that shows it", async () => {
    const files = (await filesOf("specs/loan_default.feat.yaml")).map((file) =>
      file.path === "features.ts"
        ? { ...file, text: file.text.replace("least(debt_to_income_raw, 5)", "debt_to_income_raw") }
        : file,
    );
    const [failed] = failures(await run(files));
    expect(failed?.failure).toMatch(/Counterexample: \[\{"input":\{.*"income":/);
    // Above the end of its range, which is 5.
    const [, value] = /debt_to_income is (\S+)'/.exec(failed?.failure ?? "") ?? [];
    expect(Number(value)).toBeGreaterThan(5);
  });
});
