import type { ColumnProfile } from "./column-profile.js";
import { fieldName } from "./field-name.js";
import { isPrintable, otherUse, plainShape, share } from "./field-shape.js";
import type { FieldShape, FieldUse } from "./field-shape.js";
import { nestedType } from "./nested-type.js";
import { numberShape } from "./number-shape.js";
import { textShape } from "./text-shape.js";
import { yamlText } from "./yaml-text.js";

export interface InferredField {
  /** As formulas name it. */
  readonly name: string;
  /** As the producer names it. */
  readonly source: string;
  /** Without its question mark. */
  readonly type: string;
  readonly optional: boolean;
  /** The other keys of the field with their YAML. */
  readonly rules: readonly (readonly [string, string])[];
  /** Lines of the comment above the field. */
  readonly evidence: readonly string[];
  readonly use: FieldUse;
  /** Every row has a value, and no other row has it. */
  readonly unique: boolean;
}

/** A column that the starter spec leaves out. */
export interface LeftOut {
  readonly source: string;
  readonly reason: string;
}

const personalName =
  /e_?mail|phone|mobile|(?:^|_)ssn(?:_|$)|iban|passport|(?:first|last|full|sur)_?name|birth|(?:^|_)dob(?:_|$)|address|street/i;

/** The field for a column; `cells` says that texts stand for themselves, as in CSV. */
export function inferField(
  profile: ColumnProfile,
  taken: ReadonlySet<string>,
  cells: boolean,
): InferredField | LeftOut {
  const { name: source, rows, present } = profile;
  if (!isPrintable(source)) return { source, reason: "its name has characters that do not print" };
  if (present === 0) return { source, reason: "it has no value at all" };
  const shape = shapeOf(profile, cells);
  if (typeof shape === "string") return { source, reason: shape };
  const name = fieldName(source, taken);
  const missing = rows - present + shape.sentinels;
  const rules: (readonly [string, string])[] = [];
  if (name !== source) rules.push(["name", yamlText(source)]);
  rules.push(...shape.rules);
  if (personalName.test(name)) rules.push(["pii", "true"]);
  return {
    name,
    source,
    type: shape.type,
    optional: missing > 0,
    rules,
    evidence: [
      [missing === 0 ? "never missing" : `${share(missing, rows)} missing`, ...shape.evidence].join(
        "; ",
      ),
    ],
    use: shape.use,
    unique: profile.unique,
  };
}

function shapeOf(profile: ColumnProfile, cells: boolean): FieldShape | string {
  const { type, numbers, text, name, span } = profile;
  if (numbers !== null) return numberShape(name, numbers, profile);
  if (text !== null) return textShape(profile, text, cells);
  switch (type.kind) {
    case "bool":
      return plainShape("bool", [], { kind: "bool" });
    case "date":
    case "timestamp":
      return plainShape(type.kind, span === null ? [] : [`${span[0]} to ${span[1]}`], {
        kind: type.kind,
      });
    case "uuid":
      return plainShape("id", [], otherUse);
    case "integer":
    case "number":
    case "decimal":
      return "it has no finite number";
    default: {
      const nested = nestedType(type);
      return nested === undefined
        ? `its type is ${type.kind === "other" ? type.printed : "nested in a way that a spec does not have"}`
        : {
            ...plainShape(nested.type, ["what is inside was not looked at"], otherUse),
            rules: nested.rules,
          };
    }
  }
}
