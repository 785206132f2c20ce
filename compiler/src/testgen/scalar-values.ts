import { wireForm } from "../interpret/wire-form.js";
import type { FieldContract } from "../ir/program.js";
import { changesToTest } from "../ir/zones.js";
import { sampleMatchOfLength } from "../pattern/compile-pattern.js";
import type { FieldValue } from "./field-value.js";
import { rangeStep } from "./range-step.js";

const millisPerHour = 3_600_000;

/** What a field that is no list and no record can be sent as, right and wrong. */
export function scalarValues(field: FieldContract): readonly FieldValue[] {
  const { type, pattern } = field;
  switch (type.kind) {
    case "number":
    case "int":
      return [...boundaryValues(field), ...numberForms(field)];
    case "date":
    case "timestamp":
      return [...boundaryValues(field), ...calendarForms(field)];
    case "enum":
      return [
        ...type.values.map((value) => ({ words: JSON.stringify(value), value })),
        { words: "outside its values", value: `${type.values[0] ?? ""}~` },
      ];
    case "string":
      return [
        { words: "empty", value: "" },
        { words: "that ends in half a surrogate pair", value: "a\ud800" },
        ...(pattern === null ? [] : nearMatches(field)),
      ];
    case "id":
      return [
        { words: "with a fraction", value: 1.5 },
        { words: "that ends in half a surrogate pair", value: "a\ud800" },
      ];
    default:
      return [];
  }
}

function boundaryValues(field: FieldContract): readonly FieldValue[] {
  const { range, type } = field;
  const step = range === null ? 1 : rangeStep(range, type.kind === "number");
  const values: FieldValue[] = [];
  const add = (words: string, value: number): void => {
    const wire = wireForm(field, value);
    if (wire !== undefined) values.push({ words, value: wire });
  };
  if (range?.low !== null && range?.low !== undefined) {
    add("at its lower bound", range.low);
    add("below its range", range.low - step);
    add("just above its lower bound", range.low + step);
  }
  if (range?.high !== null && range?.high !== undefined) {
    add("at its upper bound", range.high);
    add("above its range", range.high + step);
    add("just below its upper bound", range.high - step);
  }
  return values;
}

/** Numbers as JSON or text has them, and others only nearly so. */
function numberForms({ format, type }: FieldContract): readonly FieldValue[] {
  if (format.kind === "text") {
    const texts = ["", " 7", "0x10", "1e1", "1.5", "+7", "07", "-0"];
    return texts.map((value) => ({ words: `as ${JSON.stringify(value)}`, value }));
  }
  if (format.kind !== "json") return [];
  const fraction = type.kind === "int" ? [{ words: "with a fraction", value: 1.5 }] : [];
  const tiny =
    type.kind === "int"
      ? []
      : [
          { words: "too small to tell from 0", value: 1e-200 },
          { words: "below 0, too small to tell from it", value: -1e-200 },
        ];
  return [
    ...fraction,
    { words: "NaN", value: Number.NaN },
    { words: "infinite", value: Infinity },
    { words: "as -0", value: -0 },
    ...tiny,
  ];
}

function calendarForms(field: FieldContract): readonly FieldValue[] {
  const { format, type } = field;
  const length = type.kind === "date" ? 10 : 20;
  const days =
    format.kind === "json"
      ? [
          { words: "on the 30th of February", value: "2023-02-30T00:00:00Z".slice(0, length) },
          { words: "on a leap day of 1900", value: "1900-02-29T00:00:00Z".slice(0, length) },
          { words: "on the leap day of 2000", value: "2000-02-29T00:00:00Z".slice(0, length) },
        ]
      : [{ words: "on the 30th of February", value: "2023-02-30T00:00:00Z".slice(0, length) }];
  return [...days, ...shortYears(field), ...clockChanges(field)];
}

/** Years of two digits on both sides of where the century turns. */
function shortYears(field: FieldContract): readonly FieldValue[] {
  const { format, type } = field;
  if (format.kind !== "patterns") return [];
  const pattern = format.patterns.find(({ steps }) =>
    steps.some((step) => step.field === "shortYear"),
  );
  if (pattern === undefined) return [];
  const written = { ...field, format: { ...format, patterns: [pattern] } };
  const years = [format.pivot - 1, format.pivot, 49, 50, 68, 69].filter(
    (year) => year >= 0 && year < 100,
  );
  return [...new Set(years)].flatMap((year) => {
    const millis = Date.UTC(2000 + year, 0, 31);
    const value = wireForm(written, type.kind === "date" ? millis / (24 * millisPerHour) : millis);
    return value === undefined ? [] : [{ words: `in the year ${year} of two digits`, value }];
  });
}

/** Half an hour around each change of the clock that the producer writes by. */
function clockChanges(field: FieldContract): readonly FieldValue[] {
  const { format, type } = field;
  if (format.kind !== "patterns" || format.zone === null || type.kind === "date") return [];
  return changesToTest(format.zone).flatMap((change) =>
    [-0.5, 0.5].flatMap((hours) => {
      const value = wireForm(field, change + hours * millisPerHour);
      const place = hours < 0 ? "before" : "after";
      return value === undefined ? [] : [{ words: `half an hour ${place} a clock change`, value }];
    }),
  );
}

/** A match of the pattern with its last character another, once more, and left out. */
function nearMatches({ pattern, length }: FieldContract): readonly FieldValue[] {
  const low = Math.max(1, length?.low ?? 1);
  const sample =
    pattern === null ? undefined : sampleMatchOfLength(pattern.table, low, length?.high ?? 1_000);
  const last = sample?.at(-1);
  if (sample === undefined || last === undefined) return [];
  const others = [last, "x", "9"];
  return [
    { words: "that ends in x", value: `${sample.slice(0, -1)}x` },
    ...others.map((more) => ({ words: `with ${more} behind it`, value: sample + more })),
    { words: "with its last character missing", value: sample.slice(0, -1) },
  ];
}
