import { existsSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publish } from "../../../../compiler/src/cli/output/publish.js";
import { readFiles, temporaryFolder, writeFiles } from "../support/temporary-folder.js";

const manifest = (...files: readonly string[]): { path: string; text: string } => ({
  path: "manifest.json",
  text: JSON.stringify({ files }),
});

describe("publish", () => {
  it("writes every file of every spec and leaves nothing else behind", async () => {
    const output = join(temporaryFolder(), "generated");
    const published = await publish(output, [
      { name: "a", files: [manifest("x.ts"), { path: "x.ts", text: "1" }] },
      { name: "b", files: [{ path: "y.ts", text: "2" }] },
    ]);
    expect(readFiles(output)).toEqual({
      "a/manifest.json": '{"files":["x.ts"]}',
      "a/x.ts": "1",
      "b/y.ts": "2",
    });
    expect(published.map((one) => one.changed)).toEqual([
      ["a/x.ts", "a/manifest.json"],
      ["b/y.ts"],
    ]);
    expect(existsSync(join(output, ".featc"))).toBe(false);
  });

  it("keeps the modification time of a file that is as it should be", async () => {
    const output = temporaryFolder();
    writeFiles(output, { "a/same.ts": "same", "a/other.ts": "old" });
    const past = new Date("2020-01-01T00:00:00Z");
    utimesSync(join(output, "a/same.ts"), past, past);
    const files = [
      { path: "same.ts", text: "same" },
      { path: "other.ts", text: "new" },
    ];
    const [published] = await publish(output, [{ name: "a", files }]);
    expect(published?.changed).toEqual(["a/other.ts"]);
    expect(statSync(join(output, "a/same.ts")).mtime).toEqual(past);
  });

  it("deletes what the last manifest lists and nothing else", async () => {
    const output = temporaryFolder();
    writeFiles(output, {
      "a/manifest.json": JSON.stringify({ files: ["old.ts", "kept.ts", "../b/foreign.ts"] }),
      "a/old.ts": "old",
      "a/kept.ts": "kept",
      "a/mine.ts": "mine",
      "b/foreign.ts": "foreign",
    });
    const [published] = await publish(output, [
      { name: "a", files: [manifest("kept.ts"), { path: "kept.ts", text: "kept" }] },
    ]);
    expect(published?.deleted).toEqual(["a/old.ts"]);
    expect(Object.keys(readFiles(output)).sort()).toEqual([
      "a/kept.ts",
      "a/manifest.json",
      "a/mine.ts",
      "b/foreign.ts",
    ]);
  });

  it.each(["output", "spec folder", "file"])("refuses a symbolic link as %s", async (what) => {
    const folder = temporaryFolder();
    const output = join(folder, "generated");
    const outside = join(folder, "outside");
    mkdirSync(outside);
    if (what === "output") symlinkSync(outside, output);
    else {
      mkdirSync(output);
      if (what === "spec folder") symlinkSync(outside, join(output, "a"));
      else {
        writeFileSync(join(outside, "target.ts"), "untouched");
        mkdirSync(join(output, "a"));
        symlinkSync(join(outside, "target.ts"), join(output, "a/x.ts"));
      }
    }
    const before = readFiles(outside);
    await expect(
      publish(output, [{ name: "a", files: [{ path: "x.ts", text: "1" }] }]),
    ).rejects.toThrow("is a symbolic link");
    expect(readFiles(outside)).toEqual(before);
  });

  it.each(["../x.ts", "/x.ts", "a/../../x.ts", "", "a\\..\\x.ts", "c:x.ts"])(
    "never writes to %j",
    async (path) => {
      const output = temporaryFolder();
      await expect(publish(output, [{ name: "a", files: [{ path, text: "1" }] }])).rejects.toThrow(
        "is not inside",
      );
      expect(readFiles(output)).toEqual({});
    },
  );

  it("completes a change that was decided, and removes one that was not", async () => {
    const output = temporaryFolder();
    writeFiles(output, {
      "a/x.ts": "old",
      "a/gone.ts": "old",
      ".featc/stage-1-0/0": "new",
      ".featc/stage-1-0/journal.json": JSON.stringify({
        moves: [{ from: "0", to: "a/x.ts" }],
        deletes: ["a/gone.ts"],
      }),
      ".featc/stage-2-0/0": "undecided",
      ".featc/stage-3-0/0": "outside",
      ".featc/stage-3-0/journal.json": JSON.stringify({
        moves: [{ from: "0", to: "../outside.ts" }],
        deletes: [],
      }),
    });
    await publish(output, []);
    expect(readFiles(output)).toEqual({ "a/x.ts": "new" });
    expect(existsSync(join(output, "../outside.ts"))).toBe(false);
  });

  it("takes over the lock of a process that is gone", async () => {
    const output = temporaryFolder();
    const { hostname } = await import("node:os");
    // Linux counts processes up to 2^22.
    writeFiles(output, { ".featc/lock": `99999999 ${hostname()}` });
    await publish(output, [{ name: "a", files: [{ path: "x.ts", text: "1" }] }]);
    expect(readFiles(output)).toEqual({ "a/x.ts": "1" });
  });
});
