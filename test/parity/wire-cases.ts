import { check } from "../../compiler/src/compile.js";
import { expect } from "vitest";
import { memoryHost } from "../support/memory-host.js";
import type { BatchEngine } from "./batch-engine.js";
import { compareRows } from "./compare-rows.js";

const path = "example.feat.yaml";

/** One field under a contract, and a feature that is its value. */
export function compareField(engine: BatchEngine, contract: string, values: readonly unknown[]) {
  const text = `featc: 1
name: example
input: { f: ${contract} }
features: { same: f }
`;
  const { program, facts, diagnostics } = check(path, memoryHost({ [path]: text }));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  // A feature has to have a value in every row; what is compared here is where it has none.
  const others = errors.filter(({ message }) => message !== "same has no value for some inputs");
  expect(others.map(({ message }) => message)).toEqual([]);
  if (program === undefined || facts === undefined) throw new Error("the spec has errors");
  const rows = values.map((f) => ({ json: { f }, asOf: 0 }));
  return compareRows(engine, program, facts, rows, undefined);
}

const dates = ["2024-02-29", "2023-02-29", "0001-01-01", "0000-12-31", "9999-12-31", "2024-2-9"];
const clocks = ["00:00:00", "23:59:59", "24:00:00", "12:60:00", "02:30:00", "01:59:60", "1:02:03"];
const dateTimes = dates.flatMap((date) => clocks.map((clock) => `${date} ${clock}`));
/** Paris skips 02:00 to 03:00 on the one day and has it twice on the other; earlier offsets have seconds. */
const changes = ["2024-03-31", "2024-10-27", "1911-03-11", "1940-06-14"].flatMap((date) =>
  ["01:59:59", "02:00:00", "02:30:00", "02:59:59", "03:00:00", "23:55:00"].map(
    (clock) => `${date} ${clock}`,
  ),
);
const stamps = dates.flatMap((date) =>
  [
    "T10:00:00Z",
    "t23:59:59.9999z",
    "T10:00:00.5+02:00",
    "T00:00:00-23:59",
    "T10:00:00",
    "T25:00:00Z",
  ].map((time) => date + time),
);
const numbers = [
  "12",
  "-12.50",
  "+.5",
  "5.",
  ".",
  "",
  "1e5",
  "1E-5",
  "1e400",
  "1e-400",
  "0x1F",
  " 1",
].concat([
  "1_000",
  "1,5",
  "NaN",
  "inf",
  "١",
  "9007199254740993",
  "1e-101",
  "260.0",
  "-0",
  "true",
  "false",
]);

/** Contracts, and what producers send under them. */
export const wireCases: readonly (readonly [contract: string, values: readonly unknown[]])[] = [
  ["{ type: date? }", dates],
  ["{ type: timestamp? }", stamps],
  ["{ type: number?, from: text }", numbers],
  ["{ type: int?, from: text }", numbers],
  ["{ type: bool?, from: text }", [...numbers, "True", "TRUE", "yes"]],
  ["{ type: timestamp?, from: epoch_s }", [0, -1, 1.5, -1.0005, 1e9 + 0.9999, 1e12, -1e12, NaN]],
  ["{ type: timestamp?, from: epoch_ms }", [0, -1, -0.5, 1.7e12, 2.6e14, -6.3e13, Infinity]],
  ["{ type: timestamp?, from: yyyy-MM-dd HH:mm:ss }", [...dateTimes, ...changes]],
  [
    "{ type: timestamp?, from: yyyy-MM-dd HH:mm:ss, zone: Europe/Paris }",
    [...dateTimes, ...changes],
  ],
  [
    '{ type: timestamp?, from: ["yyyy-MM-dd HH:mm:ss.SSSXXX", "yyyy-MM-dd HH:mmXX"] }',
    dates.flatMap((date) =>
      [
        "10:00:00.123Z",
        "10:00:00.1+05:30",
        "23:59:59.999-24:00",
        "10:00Z",
        "10:00+0230",
        "10:00+02",
      ].map((clock) => `${date} ${clock}`),
    ),
  ],
  [
    '{ type: timestamp?, from: "d MMMM yyyy h:mm a" }',
    ["1 January", "31 FEBRUARY", "29 february", "15 August", "9 Sept", "30 ſeptember"].flatMap(
      (day) =>
        ["12:00 AM", "12:30 pm", "1:05 Pm", "13:00 AM", "0:30 am"].map(
          (clock) => `${day} 2024 ${clock}`,
        ),
    ),
  ],
  [
    "{ type: date?, from: MMM dd yyyy }",
    [
      "Jan 01 2024",
      "DEC 31 1999",
      "dec 31 99",
      "Foo 01 2024",
      "Feb 30 2024",
      "May 1 2024",
      "Sep 09 0001",
    ],
  ],
  [
    "{ type: date?, from: dd/MM/yy, pivot: 70 }",
    ["01/01/69", "01/01/70", "31/12/99", "29/02/00", "29/02/01", "1/1/20", "01/13/20"],
  ],
  [
    "{ type: number?, missing_values: [-999, 0], range: [-5, 5], outside: clamp }",
    [-999, 0, -0, -998, 5, 6, 1e300, NaN, 5e-324, null],
  ],
  [
    "{ type: number?, missing_values: [7], range: [-5, 5], outside: missing }",
    [7, 6, -5, -6, 4.999, Infinity, null],
  ],
  ["{ type: enum?, values: [a, b], invalid: missing }", ["a", "b", "c", "", "A", null]],
  ["{ type: enum, values: [a, b], invalid: b }", ["a", "b", "c", "", null]],
  [
    "{ type: string, pattern: '^(a|bc)+$', length: [2, 4] }",
    ["aa", "a", "bcbc", "bcbca", "ab", ""],
  ],
];
