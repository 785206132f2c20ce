import ts from "typescript";
import { expect, it } from "vitest";
import { indexModule } from "../../../../compiler/src/emit/ts/index-module.js";
import { inputModule } from "../../../../compiler/src/emit/ts/input-module.js";
import { buildTsFile } from "../../../../compiler/src/emit/text/ts-file.js";
import { noFacts, nowhere } from "../../../support/program.js";
import { everything } from "./input-program.js";

/** The names that `index.ts` takes from a sibling. */
function namesFrom(text: string, from: string): readonly string[] {
  const list = new RegExp(`export (?:type )?\\{([^}]*)\\} from "${from}"`).exec(text)?.[1] ?? "";
  return [...list.matchAll(/(?:type )?(\w+),?/g)].map(([, name = ""]) => name);
}

it("exports everything that input.ts does", async () => {
  const input = await buildTsFile(inputModule(everything, noFacts));
  const index = await buildTsFile(indexModule(everything));
  const source = ts.createSourceFile("input.ts", input.text, ts.ScriptTarget.ES2022);
  const exported = source.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    }
    const { name } = statement as ts.FunctionDeclaration;
    return name === undefined ? [] : [name.text];
  });
  expect(exported.length).toBeGreaterThan(10);
  expect([...namesFrom(index.text, "./input.js")].sort()).toEqual(exported.sort());
});

it("exports matrices and policy where there are some", async () => {
  const without = await buildTsFile(indexModule(everything));
  expect(without.text).not.toMatch(/matrix|policy/);
  const matrix = { dtype: "float32", missing: "reject", columns: [], span: nowhere } as const;
  const { text } = await buildTsFile(
    indexModule({ ...everything, matrices: [{ ...matrix, name: "model_input" }] }),
  );
  expect(namesFrom(text, "./matrix.js")).toEqual(["ModelInputMatrix", "modelInput"]);
});
