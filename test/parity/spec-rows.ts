import { defaultRow } from "../../compiler/src/interpret/default-row.js";
import { landmarksOf } from "../../compiler/src/ir/landmarks.js";
import type { FieldContract, Program } from "../../compiler/src/ir/program.js";
import { contractCases, withChanges } from "../../compiler/src/testgen/contract-cases.js";
import {
  combinedChanges,
  fieldChanges,
  jsonOfChanges,
  rowSource,
} from "../../compiler/src/testgen/row-source.js";
import { Random } from "../support/random.js";
import type { SentRow } from "./compare-rows.js";

/** The default row with values that matter to contract and formulas, one, two and many at a time, and what is refused. */
export function rowsOfSpec(program: Program, count: number, seed: number): readonly SentRow[] {
  const random = new Random(seed);
  const source = rowSource(program);
  const defaults = defaultRow(program);
  const { json: usual, asOf } = defaults;
  const landmarks = landmarksOf(program.steps.map(({ formula }) => formula));
  const options = program.input.map((field) => fieldChanges(field, landmarks, source));
  const refused = contractCases(program, defaults).map(({ changes }) => changes);
  const strange = program.input.flatMap((field) =>
    strangeValues(field).map((value) => ({ [field.key]: value })),
  );
  const changes: Readonly<Record<string, unknown>>[] = [...refused, ...strange];
  for (const combined of combinedChanges(options, landmarks)) {
    if (changes.length >= count / 2) break;
    changes.push(jsonOfChanges(combined));
  }
  while (changes.length < count) {
    const picked = options
      .filter((choices) => choices.length > 0 && random.chance(0.6))
      .map((choices) => random.pick(choices));
    const spoiled = random.chance(0.1) ? random.pick([...refused, ...strange]) : {};
    changes.push({ ...jsonOfChanges(picked), ...spoiled });
  }
  return changes.map((changed, i) => ({
    json: withChanges(usual, changed),
    asOf: asOf + (i % 97) * 3_600_000,
  }));
}

/** What no contract admits and a column of the engine still holds. */
function strangeValues({ type, format }: FieldContract): readonly unknown[] {
  if (format.kind === "epoch_s" || format.kind === "epoch_ms") return [NaN, Infinity, 1e300];
  switch (type.kind) {
    case "number":
    case "int":
      return format.kind === "text"
        ? ["", " 1", "1_000", "0x10", "1e999", "NaN", "1.5e"]
        : [NaN, Infinity, -Infinity, 0.1, -0, 5e-324, 2 ** 53, 1e300];
    case "date":
    case "timestamp":
      return [
        "",
        "2020-02-30",
        "2020-13-01",
        "2020-01-01T24:00:00Z",
        "0000-01-01",
        "２０２０-01-01",
      ];
    case "string":
    case "enum":
    case "id":
      return ["", "'", '"; DROP TABLE input; --', "\0", "\u{1F600}", "a\nb", "\ufeff"];
    default:
      return [];
  }
}
