import type { ContractCase } from "../../testgen/contract-cases.js";
import type { RowSource } from "../../testgen/row-source.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { literal, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { table } from "./table.js";

/** Every way in which one field can be wrong, and what is said of it. */
export function contractTests(
  { program }: RowSource,
  cases: readonly ContractCase[],
  body: Block,
  imports: Imports,
): void {
  for (const name of ["isInput", "safeParseInput"]) imports.value("./input.js", name);
  body.blank().open(`describe(${stringLiteral(`the contract of ${program.name}`)}, () => {`);
  const { admitted, refused } = contractTables(cases);
  body.line(
    table("it.each<[string, Changes, Changes]>", admitted, "(_, changes, read) => {", [
      "const record = changed(changes);",
      "expect(safeParseInput(record)).toMatchObject({ ok: true, value: read });",
      "expect(isInput(record)).toBe(true);",
    ]),
  );
  if (refused.length > 0) {
    body
      .blank()
      .line(
        table("it.each<[string, Changes, string[]]>", refused, "(_, changes, issues) => {", [
          "const record = changed(changes);",
          "const result = safeParseInput(record);",
          "const found = result.ok ? [] : result.issues;",
          'expect(found.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(',
          "  issues,",
          ");",
          "expect(isInput(record)).toBe(false);",
        ]),
      );
  }
  body.close("});");
}

type Rows = readonly (readonly string[])[];

/** What is read where the record is admitted; what is said where it is not. */
export function contractTables(cases: readonly ContractCase[]): {
  readonly admitted: Rows;
  readonly refused: Rows;
} {
  const isAdmitted = ({ issues }: ContractCase): boolean => issues.length === 0;
  return {
    admitted: cases
      .filter(isAdmitted)
      .map(({ title, changes, read }) => [
        stringLiteral(title),
        dataLiteral(changes),
        dataLiteral(read ?? {}),
      ]),
    refused: cases
      .filter((one) => !isAdmitted(one))
      .map(({ title, changes, issues }) => [
        stringLiteral(title),
        dataLiteral(changes),
        literal(issues),
      ]),
  };
}
