import { walk } from "./children.js";
import { changesToTest, zoneOfCall } from "./zones.js";
import type { Expr } from "./nodes.js";
import type { Type } from "../types/type.js";

/** Constants that formulas compare with, by the kind of value: around them behaviour changes. */
export interface Landmarks {
  readonly numbers: readonly number[];
  /** Days since 1970-01-01. */
  readonly dates: readonly number[];
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly timestamps: readonly number[];
  readonly texts: readonly string[];
}

export function landmarksOf(formulas: readonly Expr[]): Landmarks {
  const numbers = new Set<number>();
  const dates = new Set<number>();
  const timestamps = new Set<number>();
  const texts = new Set<string>();
  const patterns: string[] = [];
  const separators: string[] = [];
  const add = (value: unknown, type: Type): void => {
    if (typeof value === "string") texts.add(value);
    if (Array.isArray(value)) for (const item of value) add(item, type);
    if (typeof value !== "number") return;
    if (type.kind === "date") dates.add(value);
    else if (type.kind === "timestamp") timestamps.add(value);
    else numbers.add(value);
  };
  for (const formula of formulas) {
    walk(formula, (expr) => {
      const zone = zoneOfCall(expr);
      if (zone !== null) for (const change of changesToTest(zone)) timestamps.add(change);
      if (expr.kind === "Literal") add(expr.value, expr.type);
      if (expr.kind === "In" || expr.kind === "Encode") add(expr.values, expr.operand.type);
      if (expr.kind === "Lookup")
        for (const { key } of expr.map.entries) add(key, expr.map.keyType);
      if (expr.kind === "Call" && expr.fn === "extract") {
        const [, pattern] = expr.args;
        if (pattern?.kind === "Literal") patterns.push(String(pattern.value));
      }
      if (expr.kind === "Call" && expr.fn === "split") {
        const [, separator] = expr.args;
        if (separator?.kind === "Literal") separators.push(String(separator.value));
      }
    });
  }
  const pieces = [...texts];
  for (const separator of separators) {
    for (const text of pieces) if (text !== separator) texts.add(`${text}${separator}a`);
  }
  for (const pattern of patterns) {
    for (const text of [...texts]) {
      const whole = withCapture(pattern, text);
      if (whole !== undefined) texts.add(whole);
    }
  }
  return {
    numbers: [...numbers],
    dates: [...dates],
    timestamps: [...timestamps],
    texts: [...texts],
  };
}

const group = /^([^()]*)\((?!\?)[^()]*\)([^()]*)$/;

/** A text of which the pattern extracts this one, where all around its only group is plain. */
function withCapture(pattern: string, text: string): string | undefined {
  const found = group.exec(pattern);
  if (found === null) return undefined;
  const [before, after] = [plainText(found[1] ?? ""), plainText(found[2] ?? "")];
  return before === undefined || after === undefined ? undefined : `${before}${text}${after}`;
}

/** What a part of a pattern stands for, where that is one text. */
function plainText(part: string): string | undefined {
  const text = part.replace(/^\^|\$$/g, "").replaceAll(/\\([^\w\s])/g, "\u0000$1");
  const literal = text.replaceAll(/\u0000(.)/gsu, "");
  return /[\\^$.*+?[\]{}|]/.test(literal) ? undefined : text.replaceAll("\u0000", "");
}
