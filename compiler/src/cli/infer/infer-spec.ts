import type { ColumnProfile } from "./column-profile.js";
import { inferField } from "./infer-field.js";
import type { InferredField, LeftOut } from "./infer-field.js";

export interface InferredSpec {
  /** Of the spec. */
  readonly name: string;
  /** The data, as the user named them. */
  readonly file: string;
  readonly rows: number;
  readonly fields: readonly InferredField[];
  readonly leftOut: readonly LeftOut[];
  readonly key: InferredField | undefined;
  readonly asOf: InferredField | undefined;
  readonly label: InferredField | undefined;
}

const keyName = /(?:^|_)(?:id|uuid|guid|key|number|no)$/;
const labelName = /^(?:label|target|y|class|outcome)$|^is_fraud$/;

/** A starter spec for columns of data. */
export function inferSpec(
  name: string,
  file: string,
  profiles: readonly ColumnProfile[],
): InferredSpec {
  const taken = new Set<string>();
  const fields: InferredField[] = [];
  const leftOut: LeftOut[] = [];
  const cells = /\.[ct]sv$/i.test(file);
  for (const profile of profiles) {
    const field = inferField(profile, taken, cells);
    if ("reason" in field) leftOut.push(field);
    else {
      taken.add(field.name);
      fields.push(field);
    }
  }
  const candidates = fields.filter(
    ({ unique, type, optional }) => unique && !optional && /^(?:id|string|int)$/.test(type),
  );
  const found =
    candidates.find((field) => keyName.test(field.name)) ??
    candidates.find((field) => field === fields[0]);
  const key = found === undefined ? undefined : asKey(found);
  const moments = fields.filter(({ type, optional }) => type === "timestamp" && !optional);
  return {
    name,
    file,
    rows: profiles[0]?.rows ?? 0,
    fields: fields.map((field) => (field === found && key !== undefined ? key : field)),
    leftOut,
    key,
    asOf: moments[0],
    label: fields.find(
      (field) => labelName.test(field.name) && field !== found && field !== moments[0],
    ),
  };
}

/** Keys are compared and looked up; nothing is computed with them. */
function asKey(field: InferredField): InferredField {
  return {
    ...field,
    type: "id",
    rules: field.rules.filter(([rule]) => rule === "name" || rule === "pii"),
    use: { kind: "other" },
  };
}
