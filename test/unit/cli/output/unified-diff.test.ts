import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../../../compiler/src/cli/output/unified-diff.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const options = { oldName: "old", newName: "new", maxLines: 10_000 };

/** What `patch` does, for texts whose lines end with a newline. */
function applyDiff(before: string, diff: string): string {
  const lines = before === "" ? [] : before.slice(0, -1).split("\n");
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split("\n").slice(2, -1)) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(line);
    if (hunk !== null) {
      const start = Number(hunk[2]) === 0 ? Number(hunk[1]) : Number(hunk[1]) - 1;
      while (at < start) result.push(lines[at++] ?? "");
      continue;
    }
    if (line.startsWith("+")) result.push(line.slice(1));
    else {
      expect(lines[at]).toBe(line.slice(1));
      if (line.startsWith(" ")) result.push(line.slice(1));
      at++;
    }
  }
  result.push(...lines.slice(at));
  return result.length === 0 ? "" : `${result.join("\n")}\n`;
}

const text = fc
  .array(fc.constantFrom("a", "b", "c", "dd", ""), { maxLength: 30 })
  .map((lines) => lines.map((line) => `${line}\n`).join(""));

describe("unifiedDiff", () => {
  it("is what diff -u says", () => {
    const folder = temporaryFolder();
    const before = Array.from({ length: 30 }, (_, i) => `line ${i}\n`).join("");
    const after = before.replace("line 3\n", "line three\n").replace("line 20\n", "");
    writeFileSync(join(folder, "old"), before);
    writeFileSync(join(folder, "new"), after);
    let expected = "";
    try {
      execFileSync("diff", ["-u", "--label", "old", "--label", "new", "old", "new"], {
        cwd: folder,
      });
    } catch (error) {
      expected = String((error as { readonly stdout: Buffer }).stdout);
    }
    expect(expected).not.toBe("");
    expect(unifiedDiff(before, after, options)).toBe(expected);
  });

  it("leads from the one text to the other", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = unifiedDiff(before, after, options);
        expect(diff === "" ? before : applyDiff(before, diff)).toBe(after);
      }),
    );
  });

  it("is bounded in length and in work", () => {
    const before = Array.from({ length: 20_000 }, (_, i) => `a${i}\n`).join("");
    const after = Array.from({ length: 20_000 }, (_, i) => `b${i}\n`).join("");
    const lines = unifiedDiff(before, after, { ...options, maxLines: 12 }).split("\n");
    expect(lines.length).toBe(14);
    expect(lines[12]).toMatch(/^… \d+ more lines$/);
  });
});
