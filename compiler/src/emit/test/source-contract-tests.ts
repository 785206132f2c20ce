import type { SourceCases } from "../../testgen/source-cases.js";
import { pascalCase } from "../names.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { stringLiteral } from "../text/literal.js";
import { contractTables } from "./contract-tests.js";
import { table } from "./table.js";

/** Every way in which a record of a source can be wrong, and what is said of it. */
export function sourceContractTests(
  sources: readonly SourceCases[],
  body: Block,
  imports: Imports,
): void {
  for (const { name, isList, cases } of sources) {
    const parse = imports.value("./sources.js", `safeParse${pascalCase(name)}`);
    body.blank().open(`describe(${stringLiteral(`the contract of ${name}`)}, () => {`);
    const record = `recordOf(${stringLiteral(name)}, changes)`;
    const result = `${parse}(${isList ? `[${record}]` : record})`;
    const { admitted, refused } = contractTables(cases);
    body.line(
      table("it.each<[string, Changes, Changes]>", admitted, "(_, changes, read) => {", [
        `const result = ${result};`,
        `expect(result).toMatchObject({ ok: true, value: ${isList ? "[read]" : "read"} });`,
      ]),
    );
    if (refused.length > 0) {
      body
        .blank()
        .line(
          table("it.each<[string, Changes, string[]]>", refused, "(_, changes, issues) => {", [
            `const result = ${result};`,
            "const found = result.ok ? [] : result.issues;",
            'expect(found.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(',
            "  issues,",
            ");",
          ]),
        );
    }
    body.close("});");
  }
}
