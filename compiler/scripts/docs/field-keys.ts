import { fieldKeys } from "../../src/spec/keys.table.js";
import type { FieldKey } from "../../src/spec/keys.table.js";
import { code, table } from "./markdown.js";

interface FieldKeyText {
  /** The types that it says something about. */
  readonly types: string;
  readonly values: string;
  readonly meaning: string;
}

/** A new key of a field does not build until it is described here. */
const texts: Readonly<Record<FieldKey, FieldKeyText>> = {
  type: {
    types: "all",
    values: "a type, `number`, `int?`, `list<string>`",
    meaning: "Required. With `?` the value may be absent or null; both are missing.",
  },
  range: {
    types: "number, int, date, timestamp",
    values: '`[lo, hi]`, with `null` for no bound, or a text such as `"(0, 1]"`',
    meaning: "Both ends belong to it; in the text form a round bracket leaves its end out.",
  },
  values: {
    types: "enum, list of enums",
    values: "a list of texts, or the name of an enum under `enums`",
    meaning: "The values of an enum. Required for one.",
  },
  pattern: {
    types: "string",
    values: "a regular expression",
    meaning: "The text must contain a match; `^` and `$` are its start and end. See below.",
  },
  length: {
    types: "string, list",
    values: "`[min, max]`, as for `range`",
    meaning: "Of a text in code points, of a list in elements.",
  },
  fields: {
    types: "record, list of records",
    values: "a map of fields",
    meaning: "The fields of a record. Required for one.",
  },
  items: {
    types: "list",
    values: "a field without name",
    meaning: "Rules for each element. It need not repeat `type`.",
  },
  name: {
    types: "all",
    values: "a text",
    meaning: "The producer's own name, where it is not the name used in formulas.",
  },
  from: {
    types: "number, int, bool, date, timestamp",
    values: "`text`, `epoch_s`, `epoch_ms`, a date pattern, or a list of date patterns",
    meaning: "How the producer writes the value, where that is not its JSON form. See below.",
  },
  zone: {
    types: "timestamp",
    values: "a zone, such as `America/Chicago`",
    meaning:
      "Whose clock the text shows, with a date pattern without offset; UTC unless given. See below.",
  },
  pivot: {
    types: "date, timestamp",
    values: "0 to 99; 70 unless given",
    meaning: "With the date pattern `yy`: a year below it is 20yy, any other 19yy.",
  },
  missing_values: {
    types: "all",
    values: 'a list such as `["", "NA", -999]`',
    meaning: "Values that stand for missing. Checked before type and range.",
  },
  invalid: {
    types: "all",
    values: "`reject` (default), `missing`; for an enum also one of its values",
    meaning: "What becomes of a value that is not of the type, or not among `values`.",
  },
  outside: {
    types: "those of `range`, which it needs",
    values: "`reject` (default), `missing`, `clamp`",
    meaning: "What becomes of a value outside `range`. `clamp` takes the nearest bound.",
  },
  pii: {
    types: "all",
    values: "`true`, `false`",
    meaning: "Issues then say the type of what was received and never the value.",
  },
  unit: {
    types: "all",
    values: "a text",
    meaning: "The unit of the number, [checked in formulas](#units).",
  },
  description: { types: "all", values: "a text", meaning: "Documentation." },
  tags: { types: "all", values: "a text or a list of texts", meaning: "Documentation." },
  deprecated: {
    types: "all",
    values: "`true`, or a text that says what to use",
    meaning: "Documentation.",
  },
};

export function fieldKeyTable(): string {
  return table(
    ["key", "types", "values", "meaning"],
    fieldKeys.map((key) => [code(key), texts[key].types, texts[key].values, texts[key].meaning]),
  );
}
