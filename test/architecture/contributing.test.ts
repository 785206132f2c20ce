import { describe, expect, it } from "vitest";
import { existsInProject, readProjectFile } from "./project-files.js";

const contributing = readProjectFile("CONTRIBUTING.md");

/** The text under each second-level heading, by heading. */
const sections = new Map(
  contributing
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split("\n")[0] ?? "", section.slice(section.indexOf("\n"))]),
);

/** Paths are what stands in backticks and has a slash or a suffix of a file; a pattern names no file. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`|\]\(([^)]+)\)/g)];
  const paths = quoted.map((match) => match[1] ?? match[2] ?? "");
  return paths.filter((path) => /^[\w.][\w./-]*$/.test(path) && /\/|\.(?:md|ts|json)$/.test(path));
}

describe("CONTRIBUTING.md", () => {
  it.each(["a function", "a diagnostic", "a back end", "a command"])(
    "says how to add %s, as a list of files",
    (what) => {
      const text = sections.get(`How to add ${what}`);
      expect(text).toBeDefined();
      const entries = (text ?? "").split("\n").filter((line) => line.startsWith("- "));
      expect(entries.length).toBeGreaterThanOrEqual(3);
      expect(pathsIn(text ?? "").length).toBeGreaterThanOrEqual(3);
    },
  );

  it("names files that exist", () => {
    const paths = pathsIn(contributing).filter((path) => path !== "@featc/runtime");
    expect(paths.filter((path) => !existsInProject(path))).toEqual([]);
  });

  it("names scripts that exist", () => {
    const named = [...contributing.matchAll(/`npm (?:run )?([a-z:]+)`/g)].map((match) => match[1]);
    const { scripts } = JSON.parse(readProjectFile("package.json")) as { scripts: object };
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => name !== "ci" && !Object.hasOwn(scripts, name ?? ""))).toEqual(
      [],
    );
  });
});
