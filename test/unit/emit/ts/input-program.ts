import { compileDatePattern } from "@featc/runtime";
import type { FieldContract, WireFormat } from "../../../../compiler/src/ir/program.js";
import { compilePattern } from "../../../../compiler/src/pattern/compile-pattern.js";
import {
  boolType,
  dateType,
  idType,
  intType,
  numberType,
  stringType,
  timestampType,
} from "../../../../compiler/src/types/type.js";
import type { Type } from "../../../../compiler/src/types/type.js";
import { bounds, field, list, nowhere, program, record } from "../../../support/program.js";

export function patternOf(text: string, javaScript: string): FieldContract["pattern"] {
  const compiled = compilePattern(text);
  if ("error" in compiled) throw new Error(compiled.error.reason);
  return { text, table: compiled.table, javaScript };
}

export function formats(...texts: readonly string[]): WireFormat {
  const patterns = texts.map((text) => {
    const steps = compileDatePattern(text);
    if (typeof steps === "string") throw new Error(steps);
    return { text, steps };
  });
  return { kind: "patterns", patterns, pivot: 70, zone: null };
}

export function enumOf(...values: readonly string[]): Type {
  return { kind: "enum", values };
}

/** A field of every kind and with every rule. */
export const everything = program({
  description: "Every kind of field */ @ts-nocheck",
  keys: ["applicant_id"],
  labels: ["defaulted"],
  input: [
    field("applicant_id", idType),
    field("requested_at", timestampType),
    field("age", intType, { range: bounds(18, 120), description: "Age in years", pii: true }),
    field("income", numberType, {
      optional: true,
      range: bounds(0, 1e7),
      unit: { value: "usd", span: nowhere },
    }),
    field("debt", numberType, { range: bounds(0, 1e7), outside: "clamp" }),
    field("ratio", numberType, { range: bounds(0, null), missingValues: ["", "NA", -999] }),
    field("score", numberType, { range: bounds(0, 1), outside: "missing" }),
    field("share", numberType, { optional: true, range: bounds(5e-324, 1, "(0, 1]") }),
    field("employment", enumOf("salaried", "self_employed"), { invalid: "missing" }),
    field("status", enumOf("a", "b"), { invalid: { value: "b" } }),
    field("state", enumOf("new", "paid"), { optional: true }),
    field("letter", enumOf(..."abcdefghijkl"), { optional: true }),
    field("code", stringType, {
      pattern: patternOf("^[A-Z]{2}-\\d{2}$", "^[A-Z]{2}-[0-9]{2}$"),
      pii: true,
    }),
    field("name", stringType, { length: bounds(1, 3), optional: true }),
    field("note", stringType, { optional: true }),
    field("born", dateType, { optional: true, range: bounds(0, 30000) }),
    field("seen", timestampType, { format: formats("yyyy-MM-dd HH:mm:ss", "MM/dd/yyyy") }),
    field("day", dateType, { format: formats("dd.MM.yyyy"), optional: true }),
    field("epoch", timestampType, { format: { kind: "epoch_s" } }),
    field("cell", intType, {
      format: { kind: "text" },
      range: bounds(0, 1000),
      missingValues: [-9],
    }),
    field("amount", numberType, { format: { kind: "text" }, optional: true }),
    field("flag", boolType, { format: { kind: "text" } }),
    field("active", boolType),
    field("total", numberType, { key: "Total.Amount" }),
    field("proto", numberType, { key: "__proto__", optional: true }),
    field("ctor", intType, { key: "constructor", optional: true }),
    record("address", [field("zip", stringType, { optional: true }), field("geo", numberType)], {
      optional: true,
    }),
    list("scores", field("items", numberType, { optional: true }), { length: bounds(1, 3) }),
    list("tags", field("items", enumOf("x", "y")), { optional: true, invalid: "missing" }),
    list("lines", record("items", [field("price", numberType, { range: bounds(0, 10) })])),
    field("defaulted", boolType),
  ],
});

export const validRow: Readonly<Record<string, unknown>> = {
  applicant_id: 17,
  requested_at: "2024-02-29T10:00:00+01:00",
  age: 30,
  debt: 2e7,
  ratio: "NA",
  score: 7,
  employment: "pirate",
  status: 5,
  code: "AB-12",
  seen: "02/29/2024",
  epoch: 1700000000.5,
  cell: "260.0",
  flag: "true",
  active: false,
  "Total.Amount": 1e-150,
  scores: [1, null, -0],
  lines: [{ price: 3 }],
};

/** What formulas read of it. */
export const validInput = {
  applicant_id: "17",
  requested_at: Date.UTC(2024, 1, 29, 9),
  age: 30,
  income: null,
  debt: 1e7,
  ratio: null,
  score: null,
  share: null,
  employment: null,
  status: "b",
  state: null,
  letter: null,
  code: "AB-12",
  name: null,
  note: null,
  born: null,
  seen: Date.UTC(2024, 1, 29),
  day: null,
  epoch: 1700000000500,
  cell: 260,
  amount: null,
  flag: true,
  active: false,
  total: 0,
  proto: null,
  ctor: null,
  address: null,
  scores: [1, null, 0],
  tags: null,
  lines: [{ price: 3 }],
  defaulted: null,
};
