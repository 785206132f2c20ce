import { describe, expect, it } from "vitest";
import { readProjectFile } from "../architecture/project-files.js";
import { typeErrors } from "../support/type-errors.js";
import { aggregateBugs } from "./bugs/aggregates.table.js";
import { contractBugs } from "./bugs/contract.table.js";
import { formulaBugs } from "./bugs/formulas.table.js";
import { functionBugs } from "./bugs/functions.table.js";
import { matrixBugs } from "./bugs/matrix.table.js";
import { runtimeBugs } from "./bugs/runtime.table.js";
import { uncaught } from "./bugs/uncaught.table.js";
import { Hunt } from "./hunt.js";
import type { Outcome } from "./hunt.js";
import type { SeededBug } from "./seeded-bug.js";

const bugs: readonly SeededBug[] = [
  ...contractBugs,
  ...formulaBugs,
  ...functionBugs,
  ...aggregateBugs,
  ...matrixBugs,
  ...runtimeBugs,
];

function applies({ file, find, replace }: SeededBug): boolean {
  return readProjectFile(file).split(find).length === 2 && find !== replace;
}

// Before the tests, so that the title of each says what caught the bug.
const hunt = await Hunt.begin();
const withoutBug = await hunt.withoutBug();
const outcomes: Outcome[] = [];
for (const bug of bugs.filter(applies)) outcomes.push(await hunt.for(bug));

const expected = outcomes.filter(({ bug }) => !Object.hasOwn(uncaught, bug.name));
const titled = expected.map(({ bug, caught }): [string, boolean] => [
  `${bug.name} (${caught === undefined ? "by none" : `${caught.spec}: ${caught.test}`})`,
  caught !== undefined,
]);

describe("the seeded bugs", () => {
  it("are many, and each has a name of its own", () => {
    expect(bugs.length - Object.keys(uncaught).length).toBeGreaterThanOrEqual(40);
    expect(new Set(bugs.map(({ name }) => name)).size).toBe(bugs.length);
  });

  it("replace a text that stands in its file once", () => {
    expect(bugs.filter((bug) => !applies(bug)).map(({ name }) => name)).toEqual([]);
  });

  it("make a difference to what some spec generates", () => {
    const idle = outcomes.filter(({ changes }) => changes.length === 0);
    expect(idle.map(({ bug }) => bug.name)).toEqual([]);
  });

  it("leave TypeScript that compiles", () => {
    const files = outcomes.flatMap(({ bug, caught }) =>
      [...(caught?.modules ?? [])].map(([path, text]) => ({
        path: `${bugs.indexOf(bug)}/${path}`,
        text,
        isChanged: caught?.changed.has(path) === true,
      })),
    );
    const changed = new Set(files.filter(({ isChanged }) => isChanged).map(({ path }) => path));
    const errors = typeErrors(files, (path) => changed.has(path));
    expect(errors.map((error) => `${bugs[Number(error.split("/")[0])]?.name}: ${error}`)).toEqual(
      [],
    );
  }, 300_000);
});

describe("the generated suites of specs/", () => {
  it.each([...withoutBug])("pass on %s where there is no bug", (_, failing) => {
    expect(failing).toBeUndefined();
  });

  it.each(titled)("catch: %s", (_, isCaught) => {
    expect(isCaught).toBe(true);
  });

  it("miss what uncaught.table.ts lists, and nothing else", () => {
    const missed = outcomes.filter(({ caught }) => caught === undefined);
    expect(missed.map(({ bug }) => bug.name).sort()).toEqual(Object.keys(uncaught).sort());
  });
});
