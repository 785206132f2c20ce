import { describe, expect, it } from "vitest";
import { filesBelow, isForeign, readProjectFile } from "./project-files.js";

const projectFiles = filesBelow("", isForeign);
const isText = (path: string): boolean => !/\.(bin|npy|parquet|tgz)$/.test(path);
const sources = projectFiles.filter(
  (path) => /^(compiler|runtime|test)\//.test(path) && path.endsWith(".ts"),
);
/** Goldens hold what a user's spec makes of names; the rules are for what we write. */
const handWritten = sources.filter((path) => !path.startsWith("test/samples/specs/"));

const longestFile = 400;

describe("source files", () => {
  it(`have at most ${longestFile} lines, tables apart`, () => {
    const long = handWritten
      .filter((path) => !path.endsWith(".table.ts"))
      .map((path) => `${path}: ${readProjectFile(path).split("\n").length - 1} lines`)
      .filter((line) => Number(/: (\d+) lines$/.exec(line)?.[1]) > longestFile);
    expect(long).toEqual([]);
  });

  it("have names in kebab-case", () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.(table|test|config))?(\.d)?\.ts$/;
    const odd = handWritten.filter((path) => !name.test(path.split("/").at(-1) ?? ""));
    expect(odd).toEqual([]);
    const folder = /^[a-z0-9]+(-[a-z0-9]+)*$/;
    const parents = handWritten.flatMap((path) => path.split("/").slice(0, -1));
    expect([...new Set(parents)].filter((one) => !folder.test(one))).toEqual([]);
  });

  it("say in their names what they are for", () => {
    const empty = /(^|[-./])(utils?|helpers?|managers?|handlers?|handle|misc|common)([-./]|$)/i;
    expect(handWritten.filter((path) => empty.test(path))).toEqual([]);
    const declared =
      /\b(?:function|class|interface|type)\s+(\w*(?:[uU]tils?|[hH]elpers?|[mM]anager|[hH]andlers?)|handle[A-Z]?\w*)\b/g;
    const names = handWritten.flatMap((path) =>
      [...readProjectFile(path).matchAll(declared)].map((match) => `${path}: ${match[1]}`),
    );
    expect(names).toEqual([]);
  });

  it("skip no test and leave none alone", () => {
    const skipped = /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b/;
    const tests = handWritten.filter((path) => path.endsWith(".test.ts"));
    expect(tests.filter((path) => skipped.test(readProjectFile(path)))).toEqual([]);
  });
});

describe("all files", () => {
  it("name no folder of the machine that they were written on", () => {
    // Written so that this file does not find itself.
    const absolute = /[/](?:work|root|Users|home[/]\w+)[/]/;
    const found = projectFiles
      .filter((path) => isText(path) && path !== "package-lock.json")
      .filter((path) => absolute.test(readProjectFile(path)));
    expect(found).toEqual([]);
  });

  it("end their lines with a line feed alone", () => {
    const text = projectFiles.filter((path) => /\.(ts|js|json|md|ya?ml)$/.test(path));
    expect(text.filter((path) => readProjectFile(path).includes("\r\n"))).toEqual([]);
  });
});
