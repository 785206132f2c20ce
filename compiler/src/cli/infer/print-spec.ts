import { quoteString } from "../../formula/read-string.js";
import type { InferredField } from "./infer-field.js";
import type { InferredSpec } from "./infer-spec.js";
import { numberList, yamlText } from "./yaml-text.js";

/** The text of a starter spec, each field with the evidence for it in a comment. */
export function printSpec(spec: InferredSpec): string {
  const features = spec.fields
    .filter((field) => field !== spec.key && field !== spec.label)
    .flatMap(featuresOf);
  const cells = features.flatMap(({ cells }) => cells);
  return [
    ...heading(spec),
    "input:",
    ...spec.fields.flatMap((field) => [
      ...field.evidence.map((line) => `  # ${line}`),
      `  ${field.name}: ${inlineField(field)}`,
    ]),
    "",
    ...(features.length === 0
      ? [
          "# No column gave a number, a choice or a date to start from.",
          "features:",
          "  row_is_there: 'true'",
        ]
      : [
          "# Each column as it is. An imputation stands in for what is missing, and NAME_missing says where it does.",
          "features:",
          ...features.map(({ line }) => `  ${line}`),
        ]),
    ...(cells.length === 0
      ? []
      : [
          "",
          "# What goes to the model, in this order.",
          "matrix:",
          "  model_input:",
          "    dtype: float64",
          "    columns:",
          ...cells.map((cell) => `      - ${cell}`),
        ]),
    "",
  ].join("\n");
}

function heading(spec: InferredSpec): readonly string[] {
  const { key, asOf, label, leftOut } = spec;
  const lines = [
    "# yaml-language-server: $schema=../node_modules/featc/schema/feat-spec.schema.json",
    `# Inferred from ${spec.rows.toLocaleString("en")} rows of ${commentText(spec.file)}. A range has room to spare around what was seen. Set it to`,
    "# what can be: a value outside it is refused, and so is one that an enum does not name.",
    "featc: 1",
    `name: ${spec.name}`,
    "version: 0.1.0",
  ];
  if (leftOut.length > 0) {
    lines.push(
      "# Columns that are not fields below:",
      ...leftOut.map(({ source, reason }) => `#   ${commentText(source)}: ${reason}`),
      "unknown_fields: ignore",
    );
  }
  if (key !== undefined) lines.push("# No two rows have the same.", `keys: [${key.name}]`);
  if (asOf !== undefined) {
    lines.push(
      "# The moment of the prediction, if that is what it is: nothing later may be known to a feature.",
      `as_of: ${asOf.name}`,
    );
  }
  lines.push(
    ...(label === undefined
      ? ["# labels: [NAME]    what the model predicts; no feature can read it"]
      : [
          "# What the model predicts, by its name; no feature can read it.",
          `labels: [${label.name}]`,
        ]),
    "",
  );
  return lines;
}

function inlineField({ type, optional, rules }: InferredField): string {
  const written = `${type}${optional ? "?" : ""}`;
  if (rules.length === 0) return written;
  return `{ type: ${written}, ${rules.map(([key, value]) => `${key}: ${value}`).join(", ")} }`;
}

interface StarterFeature {
  readonly line: string;
  /** Columns of the matrix. */
  readonly cells: readonly string[];
}

function featuresOf(field: InferredField): readonly StarterFeature[] {
  const { name, use, optional } = field;
  switch (use.kind) {
    case "number": {
      const range = `, range: ${numberList(use.range)}`;
      return [feature(`${name}_value`, name, range, optional ? String(use.median) : undefined)];
    }
    case "bool":
      return [feature(`${name}_value`, name, "", optional ? "'false'" : undefined)];
    case "enum": {
      const impute = optional ? yamlText(quoteString(use.commonest)) : undefined;
      const one = feature(`${name}_value`, name, "", impute);
      return [{ ...one, cells: [`one_hot(${name}_value)`, ...one.cells.slice(1)] }];
    }
    case "date":
      return [feature(`${name}_month`, `month(${name})`, "", optional ? "1" : undefined)];
    case "timestamp":
      return [
        feature(`${name}_hour`, `hour(${name})`, "", optional ? "0" : undefined),
        feature(`${name}_weekday`, `day_of_week(${name})`, "", optional ? "1" : undefined),
      ];
    case "other":
      return [];
  }
}

function feature(
  name: string,
  formula: string,
  range: string,
  impute: string | undefined,
): StarterFeature {
  if (impute === undefined) {
    return {
      line: range === "" ? `${name}: ${formula}` : `${name}: { formula: ${formula}${range} }`,
      cells: [name],
    };
  }
  return {
    line: `${name}: { formula: ${formula}${range}, impute: ${impute}, indicator: true }`,
    cells: [name, `${name}_missing`],
  };
}

/** A name of the user's as part of a comment: on one line, whatever it holds. */
function commentText(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}
