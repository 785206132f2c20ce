import * as prettier from "prettier";
import { expect, it } from "vitest";
import { inputModule } from "../../../../compiler/src/emit/ts/input-module.js";
import { buildTsFile } from "../../../../compiler/src/emit/text/ts-file.js";
import { build } from "../../../../compiler/src/ir/build.js";
import type { Constraint } from "../../../../compiler/src/ir/program.js";
import { numberType } from "../../../../compiler/src/types/type.js";
import { loadGenerated } from "../../../support/load-generated.js";
import { field, nowhere, program, record, vagueFacts } from "../../../support/program.js";
import { typeErrors } from "../../../support/type-errors.js";

interface Generated {
  readonly isInput: (value: unknown) => boolean;
  readonly safeParseInput: (value: unknown) => {
    readonly ok: boolean;
    readonly issues?: readonly unknown[];
    readonly warnings?: readonly { readonly code: string; readonly expected: string }[];
  };
}

/** `path <= limit` */
function atMost(
  path: readonly string[],
  limit: number,
  onViolation: "reject" | "warn",
): Constraint {
  const text = `${path.join(".")} <= ${limit}`;
  return {
    name: `${path.join("_")}_is_plausible`,
    formula: build.compare(
      "<=",
      build.fieldRef(path, numberType, nowhere),
      build.literal(limit, numberType, nowhere),
      nowhere,
    ),
    text,
    onViolation,
    span: nowhere,
  };
}

it("refuses rows that violate a constraint, warns of others, and lets missing pass", async () => {
  const file = await buildTsFile(
    inputModule(
      program({
        input: [
          field("debt", numberType, { optional: true }),
          record("home", [field("rent", numberType)], { optional: true }),
        ],
        constraints: [
          atMost(["debt"], 10, "reject"),
          atMost(["home", "rent"], 20, "reject"),
          atMost(["debt"], 5, "warn"),
        ].map((one, i) => ({ ...one, name: `${one.name}_${i}` })),
      }),
      vagueFacts,
    ),
  );
  expect(await prettier.format(file.text, { parser: "babel-ts" })).toBe(file.text);
  expect(typeErrors([file])).toEqual([]);
  const { isInput, safeParseInput } = await loadGenerated<Generated>([file], "input.ts");

  const issue = (expected: string): object => ({ code: "constraint", path: [], expected });
  const debt = issue("debt_is_plausible_0 (debt <= 10)");
  const rent = issue("home_rent_is_plausible_1 (home.rent <= 20)");
  expect(safeParseInput({ debt: 11, home: { rent: 21 } }).issues).toMatchObject([debt, rent]);
  expect(safeParseInput({ debt: 11 }).issues).toMatchObject([debt]);
  expect(isInput({ debt: 11 })).toBe(false);
  expect(isInput({ debt: 10, home: { rent: 20 } })).toBe(true);
  expect(isInput({})).toBe(true);
  expect(isInput({ debt: "x" })).toBe(false);
  expect(safeParseInput({ debt: 5 })).toMatchObject({ ok: true, warnings: [] });
  expect(safeParseInput({ debt: 6 }).warnings).toMatchObject([
    issue("debt_is_plausible_2 (debt <= 5)"),
  ]);
  // A row with other issues is not asked whether its fields fit together.
  expect(safeParseInput({ debt: 11, home: 1 }).issues).toMatchObject([{ code: "not_an_object" }]);
});
