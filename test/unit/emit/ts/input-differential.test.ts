import fc from "fast-check";
import { expect, it } from "vitest";
import { inputModule } from "../../../../compiler/src/emit/ts/input-module.js";
import { buildTsFile } from "../../../../compiler/src/emit/text/ts-file.js";
import { readInput } from "../../../../compiler/src/interpret/read-input.js";
import type { FieldContract, Program } from "../../../../compiler/src/ir/program.js";
import {
  boolType,
  dateType,
  idType,
  intType,
  numberType,
  stringType,
  timestampType,
} from "../../../../compiler/src/types/type.js";
import { loadGenerated } from "../../../support/load-generated.js";
import { bounds, field, list, noFacts, program, record } from "../../../support/program.js";
import { enumOf, everything, formats, patternOf, validRow } from "./input-program.js";

interface Generated {
  readonly isInput: (value: unknown) => boolean;
  readonly safeParseInput: (value: unknown) => {
    readonly ok: boolean;
    readonly value?: unknown;
    readonly issues?: readonly { readonly code: string; readonly path: readonly unknown[] }[];
  };
}

const json = { kind: "json" } as const;
const text = { kind: "text" } as const;
const ranges = [null, bounds(0, 10), bounds(null, 5), bounds(1e-200, 1e-150), bounds(-1e-120, 0)];
const wholeRanges = [null, bounds(0, 10), bounds(-2, null), bounds(-(2 ** 60), 2 ** 60)];
const letters = "abcdefghijklm".split("");

type Rules = NonNullable<Parameters<typeof field>[2]>;
const rules: fc.Arbitrary<Rules> = fc.record({
  optional: fc.boolean(),
  missingValues: fc.constantFrom<FieldContract["missingValues"]>([], ["NA", -1], ["", 0, true]),
  invalid: fc.constantFrom<FieldContract["invalid"]>("reject", "reject", "missing"),
  outside: fc.constantFrom<FieldContract["outside"]>("reject", "missing", "clamp"),
});

const scalars: fc.Arbitrary<(name: string) => FieldContract> = fc
  .tuple(
    rules,
    fc.oneof(
      fc.constantFrom(...ranges).map((range) => [numberType, { range }] as const),
      fc.constantFrom(...wholeRanges).map((range) => [intType, { range }] as const),
      fc.constantFrom(...ranges).map((range) => [numberType, { range, format: text }] as const),
      fc.constantFrom(...wholeRanges).map((range) => [intType, { range, format: text }] as const),
      fc.constantFrom(json, text).map((format) => [boolType, { format }] as const),
      fc
        .tuple(
          fc.constantFrom(null, bounds(1, 3), bounds(null, 2)),
          fc.constantFrom(
            null,
            patternOf("^[a-c]{2}$", ""),
            patternOf("b", ""),
            patternOf("^a+$", ""),
          ),
        )
        .map(([length, pattern]) => [stringType, { length, pattern }] as const),
      fc.constant([idType, {}] as const),
      fc.constantFrom(["a", "b"], letters).map((values) => [enumOf(...values), {}] as const),
      fc
        .constantFrom(["a", "b"], letters)
        .map((values) => [enumOf(...values), { invalid: { value: "b" } }] as const),
      fc
        .constantFrom(json, formats("dd.MM.yyyy"), formats("yyyy-MM-dd", "M/d/yy"))
        .map((format) => [dateType, { format, range: bounds(-1000, 20000) }] as const),
      fc
        .constantFrom(
          json,
          formats("dd.MM.yyyy HH:mm", "yyyy-MM-dd"),
          { kind: "epoch_s" } as const,
          { kind: "epoch_ms" } as const,
        )
        .map((format) => [timestampType, { format }] as const),
    ),
  )
  .map(
    ([shared, [type, own]]) =>
      (name: string) =>
        field(name, type, { ...shared, ...own }),
  );

const programs: fc.Arbitrary<Program> = fc
  .tuple(
    fc.array(scalars, { minLength: 1, maxLength: 8 }),
    fc.array(scalars, { minLength: 1, maxLength: 3 }),
    rules,
    fc.constantFrom(null, bounds(1, 2)),
    fc.constantFrom<Program["unknownFields"]>("reject", "ignore"),
    fc.nat(),
  )
  .map(([top, inner, shared, length, unknownFields, n]) => {
    // Records and lists have no range.
    const outer: Rules = { ...shared, outside: "reject" };
    const element = inner[0] ?? ((name: string) => field(name, intType));
    const nested = inner.map((make, i) => make(`n${i}`));
    return program({
      unknownFields,
      labels: n % 2 === 0 ? ["f0"] : [],
      input: [
        ...top.map((make, i) => make(`f${i}`)),
        record("r", nested, outer),
        list("l", element("items"), { ...outer, length }),
        list("m", record("items", nested), { length }),
      ],
    });
  });

const leaves = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      null,
      undefined,
      true,
      false,
      "",
      "NA",
      "a",
      "b",
      "m",
      "z",
      "ab",
      "aaaa",
      "abc\ud83d\ude00",
    ],
    ...["0", "-0", "7", "260.0", "1e-150", "true", "-1", "1e999", " 1", "\ud800", "2024-02-29"],
    ...["29.02.2024", "2/9/24", "30.02.2024", "29.02.2024 23:59", "2024-02-29T10:00:00Z"],
    ...[0, -0, 1, -1, 2.5, 7, 11, -3, 1e-150, -1e-150, 1e-200, -1e-99, 1e300, 2 ** 53, 2 ** 53 - 1],
    ...[NaN, Infinity, 1700000000, 1700000000.4567, 1e15, [], {}, [1], { n0: 1 }, new Date(0)],
  ),
  fc.double(),
  fc.string({ maxLength: 4 }),
);

/** Values for the fields, often some that fit. */
function rowsOf(fields: readonly FieldContract[], depth = 0): fc.Arbitrary<unknown> {
  const entries = Object.fromEntries(
    fields.map((one): [string, fc.Arbitrary<unknown>] => {
      if (depth < 2 && one.fields.length > 0) {
        return [one.key, fc.oneof({ weight: 4, arbitrary: rowsOf(one.fields, depth + 1) }, leaves)];
      }
      if (one.items !== null) {
        const item = one.items.fields.length > 0 ? rowsOf(one.items.fields, depth + 1) : leaves;
        return [
          one.key,
          fc.oneof({ weight: 4, arbitrary: fc.array(item, { maxLength: 3 }) }, leaves),
        ];
      }
      return [one.key, leaves];
    }),
  );
  const unknown = fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    fc.dictionary(fc.constantFrom("x", "toString", "f1 "), leaves, { maxKeys: 2 }),
  );
  return fc
    .tuple(fc.record(entries, { requiredKeys: [] }), unknown)
    .map(([row, more]) => ({ ...row, ...more }));
}

async function load(of: Program): Promise<Generated> {
  const file = await buildTsFile(inputModule(of, noFacts));
  return loadGenerated<Generated>([file], "input.ts");
}

function expectSame(of: Program, module: Generated, row: unknown): void {
  const outcome = module.safeParseInput(row);
  expect(module.isInput(row)).toBe(outcome.ok);
  const reference = readInput(of, row);
  if ("issues" in reference) {
    expect(outcome.issues?.map(({ code, path }) => ({ code, path }))).toEqual(
      reference.issues.map(({ code, path }) => ({ code, path })),
    );
  } else {
    // Also tells -0 from 0, and null from undefined.
    expect(outcome).toStrictEqual({ ok: true, value: reference.input, warnings: [] });
  }
}

it("reads rows as the reference reads them, for any contract", async () => {
  await fc.assert(
    fc.asyncProperty(programs, async (of) => {
      const module = await load(of);
      fc.assert(
        fc.property(rowsOf(of.input), (row) => expectSame(of, module, row)),
        { numRuns: 150 },
      );
    }),
    { numRuns: 40 },
  );
});

it("reads rows that differ from a valid one in a field or two as the reference does", async () => {
  const module = await load(everything);
  const keys = everything.input.map(({ key }) => key);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), leaves, { maxKeys: 2 }), (changes) => {
      expectSame(everything, module, { ...validRow, ...changes });
    }),
    { numRuns: 3000 },
  );
});
