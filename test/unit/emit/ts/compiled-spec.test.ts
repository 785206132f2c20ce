import { expect, it } from "vitest";
import { compile } from "../../../../compiler/src/compile.js";
import { loadGenerated } from "../../../support/load-generated.js";
import { typeErrors } from "../../../support/type-errors.js";

interface Generated {
  readonly parseInput: (value: unknown) => object;
  readonly isInput: (value: unknown) => boolean;
  readonly computeFeatures: (input: object) => Readonly<Record<string, unknown>>;
}

async function generate(text: string): Promise<Generated> {
  const { files, diagnostics } = await compile("example.feat.yaml", { readFile: () => text });
  expect(diagnostics).toEqual([]);
  expect(typeErrors(files.filter(({ path }) => !path.endsWith(".test.ts")))).toEqual([]);
  return loadGenerated<Generated>(files, "index.ts");
}

it("a condition that asks for a record settles its fields", async () => {
  const { parseInput, computeFeatures } = await generate(`featc: 1
name: example
input:
  home: { type: record?, fields: { rooms: { type: int, range: [1, 9] }, rent: { type: number?, range: [0, 10] } } }
features:
  asked: if home is present then home.rooms else 0
  refused: if home is missing then 0 else home.rooms
  by_field: if home.rent is present then home.rent / home.rooms else -1
  inner: if home is present then home.rent ?? 5 else 7
`);
  const of = (json: object): unknown => computeFeatures(parseInput(json));
  expect(of({})).toEqual({ asked: 0, refused: 0, by_field: -1, inner: 7 });
  expect(of({ home: { rooms: 4 } })).toEqual({ asked: 4, refused: 4, by_field: -1, inner: 5 });
  expect(of({ home: { rooms: 4, rent: 2 } })).toEqual({
    asked: 4,
    refused: 4,
    by_field: 0.5,
    inner: 2,
  });
});

it("a constraint that holds for every row compiles", async () => {
  const { isInput } = await generate(`featc: 1
name: example
input: { a: { type: number, range: [0, 1] } }
constraints:
  is_there: a is present
features:
  f: a
`);
  expect(isInput({ a: 1 })).toBe(true);
});
