import type { ValueCount } from "./column-profile.js";
import { yamlText } from "./yaml-text.js";

/** What the field is to the features of a starter spec. */
export type FieldUse =
  | { readonly kind: "number"; readonly range: readonly [number, number]; readonly median: number }
  | { readonly kind: "bool" | "date" | "timestamp" | "other" }
  | { readonly kind: "enum"; readonly values: readonly string[]; readonly commonest: string };

/** What a column is taken for. */
export interface FieldShape {
  readonly type: string;
  readonly rules: readonly (readonly [string, string])[];
  readonly evidence: readonly string[];
  readonly use: FieldUse;
  /** Values that the rules make missing. */
  readonly sentinels: number;
}

export const otherUse: FieldUse = { kind: "other" };

export function plainShape(type: string, evidence: readonly string[], use: FieldUse): FieldShape {
  return { type, rules: [], evidence, use, sentinels: 0 };
}

export const identifierName =
  /(?:^|[_ -])(?:id|uuid|guid|key|code|zip|zipcode|ssn|phone)$|[a-z]Id$/i;

export function isPrintable(text: string): boolean {
  return text !== "" && !/[\p{C}\p{Zl}\p{Zp}\ufffd]/u.test(text);
}

export function valueList(values: readonly ValueCount[]): string {
  return values.map(({ value, count }) => `${yamlText(value)} (${String(count)})`).join(", ");
}

export const total = (values: readonly ValueCount[]): number =>
  values.reduce((sum, { count }) => sum + count, 0);

export function share(part: number, whole: number): string {
  return `${part.toLocaleString("en")} of ${whole.toLocaleString("en")}`;
}
