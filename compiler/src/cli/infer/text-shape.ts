import type { ColumnProfile, TextProfile, ValueCount } from "./column-profile.js";
import { readDateShapes } from "./date-shape.js";
import {
  identifierName,
  isPrintable,
  otherUse,
  plainShape,
  share,
  total,
  valueList,
} from "./field-shape.js";
import type { FieldShape } from "./field-shape.js";
import { niceRange } from "./nice-range.js";
import { numberShape } from "./number-shape.js";
import { flowList, numberList, yamlText } from "./yaml-text.js";

/** Values that stand for missing in many files, where a column of texts has them. */
const missingTexts: ReadonlySet<string> = new Set([
  ...[
    "NA",
    "N/A",
    "n/a",
    "na",
    "NaN",
    "nan",
    "NULL",
    "Null",
    "null",
    "None",
    "none",
    "?",
    "-",
    ".",
  ],
]);
const mostEnumValues = 30;

/** In a CSV file an empty cell is missing anyway; elsewhere an empty text is a value, unless the field says otherwise. */
export function textShape(profile: ColumnProfile, text: TextProfile, cells: boolean): FieldShape {
  const shape = filledTextShape(profile, text, cells);
  if (cells || text.empty === 0) return shape;
  const own = shape.rules.find(([key]) => key === "missing_values")?.[1].slice(1, -1);
  const listed = own === undefined ? "''" : `'', ${own}`;
  return {
    ...shape,
    rules: [
      ...shape.rules.filter(([key]) => key !== "missing_values"),
      ["missing_values", `[${listed}]`],
    ],
    evidence: [...shape.evidence, `'' (${String(text.empty)}): taken for missing`],
  };
}

function filledTextShape(profile: ColumnProfile, text: TextProfile, cells: boolean): FieldShape {
  const { values, present, name } = profile;
  const asText: readonly (readonly [string, string])[] = cells ? [] : [["from", "text"]];
  if (text.bools === present) return { ...plainShape("bool", [], { kind: "bool" }), rules: asText };
  const odd = text.odd ?? [];
  const numeric = text.numbers !== null && text.odd !== null && text.padded === 0;
  if (numeric && text.numeric > 0 && text.numeric + total(odd) === present && odd.every(isClean)) {
    const shape = numberShape(name, text.numbers, profile);
    return { ...shape, ...withSentinels(shape, odd, cells) };
  }
  const dates =
    text.shapes === null
      ? undefined
      : readDateShapes(text.shapes, { first: text.firstPart, second: text.secondPart });
  if (dates !== undefined) {
    return {
      ...plainShape(dates.type, dates.doubts, { kind: dates.type }),
      rules: dates.patterns.length === 0 ? [] : [["from", flowList(dates.patterns)]],
    };
  }
  if (identifierName.test(name)) return plainShape("id", ["an identifier by its name"], otherUse);
  return values === null ? longText(text) : enumOrText(values, text, present);
}

/** Texts among numbers become sentinels; in JSON the numbers are texts too. */
function withSentinels(
  shape: FieldShape,
  odd: readonly ValueCount[],
  cells: boolean,
): Pick<FieldShape, "rules" | "evidence" | "sentinels"> {
  const isNumber = shape.type === "number" || shape.type === "int";
  const own = shape.rules.find(([key]) => key === "missing_values")?.[1].slice(1, -1);
  const listed = [...(own === undefined ? [] : [own]), ...odd.map(({ value }) => yamlText(value))];
  const rules = shape.rules.filter(([key]) => key !== "missing_values");
  return {
    rules: [
      ...rules,
      ...(cells || !isNumber ? [] : [["from", "text"] as const]),
      ...(listed.length === 0 ? [] : [["missing_values", `[${listed.join(", ")}]`] as const]),
    ],
    evidence:
      odd.length === 0
        ? shape.evidence
        : [...shape.evidence, `${valueList(odd)} among numbers: taken for missing`],
    sentinels: shape.sentinels + total(odd),
  };
}

function enumOrText(values: readonly ValueCount[], text: TextProfile, present: number): FieldShape {
  const sentinels = values.filter(({ value }) => missingTexts.has(value));
  const real = values.filter(({ value }) => !missingTexts.has(value));
  const seldom = real.length > 2 && present < 3 * real.length;
  const [commonest] = real;
  if (commonest === undefined || seldom || real.length > mostEnumValues || !real.every(isClean)) {
    return longText(text);
  }
  const sorted = real.map(({ value }) => value).sort((a, b) => (a < b ? -1 : 1));
  const missing: readonly (readonly [string, string])[] =
    sentinels.length === 0
      ? []
      : [["missing_values", flowList(sentinels.map(({ value }) => value))]];
  return {
    type: "enum",
    rules: [["values", flowList(sorted)], ...missing],
    evidence: [
      `${real.length === 1 ? "one value" : `${String(real.length)} values`}, the commonest ${yamlText(commonest.value)} (${share(commonest.count, present)})`,
      ...(sentinels.length === 0 ? [] : [`${valueList(sentinels)}: taken for missing`]),
    ],
    use: { kind: "enum", values: sorted, commonest: commonest.value },
    sentinels: total(sentinels),
  };
}

function longText({ shortest, longest }: TextProfile): FieldShape {
  const [, most] = niceRange(0, longest);
  return {
    ...plainShape("string", [`${String(shortest)} to ${String(longest)} characters`], otherUse),
    rules: [["length", numberList([0, most])]],
  };
}

function isClean({ value }: ValueCount): boolean {
  return value.length <= 100 && isPrintable(value);
}
