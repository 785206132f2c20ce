import type { SourceCases } from "../../testgen/source-cases.js";
import { pascalCase } from "../names.js";
import type { Block } from "../text/block.js";
import type { Imports } from "../text/imports.js";
import { literal, stringLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
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
    const rows = cases.map(({ title, changes, issues }) => [
      stringLiteral(title),
      dataLiteral(changes),
      literal(issues),
    ]);
    const record = `recordOf(${stringLiteral(name)}, changes)`;
    body.line(
      table("it.each<[string, Changes, string[]]>", rows, "(_, changes, issues) => {", [
        `const result = ${parse}(${isList ? `[${record}]` : record});`,
        "const found = result.ok ? [] : result.issues;",
        'expect(found.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(',
        "  issues,",
        ");",
      ]),
    );
    body.close("});");
  }
}
