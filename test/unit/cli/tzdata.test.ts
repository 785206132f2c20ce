import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as compiler from "../../../compiler/src/compile.js";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = (formula: string): string =>
  `featc: 1\nname: trip\ntimezone: Europe/Berlin\ninput:\n  started: timestamp\nfeatures:\n  a: ${formula}\n`;

async function builtProject(): Promise<{ cwd: string; manifest: string }> {
  const cwd = temporaryFolder();
  writeFiles(cwd, { "specs/trip.feat.yaml": spec("hour(started)") });
  await callCli(["build"], { cwd, compiler });
  return { cwd, manifest: join(cwd, "generated/trip/manifest.json") };
}

function edit(path: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(path, "utf8");
  const edited = text.replace(pattern, replacement);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

const version = /"tzdata": "\w+"/;
const table = /("Europe\/Berlin": ")\w{64}/;

describe("a project that was built with another tzdata", () => {
  it("names the version that it was built with", async () => {
    const { manifest } = await builtProject();
    expect(readFileSync(manifest, "utf8")).toContain(`"tzdata": "${process.versions["tz"]}"`);
  });

  it("is up to date where its zones have not changed, and keeps the version", async () => {
    const { cwd, manifest } = await builtProject();
    edit(manifest, version, '"tzdata": "2019a"');
    const { code, stderr } = await callCli(["build", "--frozen"], { cwd, compiler });
    expect([code, stderr]).toEqual([0, "generated is up to date\n"]);
    writeFiles(cwd, { "specs/trip.feat.yaml": spec("minute(started)") });
    await callCli(["build"], { cwd, compiler });
    expect(readFileSync(manifest, "utf8")).toContain('"tzdata": "2019a"');
  });

  it("is told where a zone has changed", async () => {
    const { cwd, manifest } = await builtProject();
    edit(manifest, version, '"tzdata": "2019a"');
    edit(manifest, table, `$1${"0".repeat(64)}`);
    const frozen = await callCli(["build", "--frozen"], { cwd, compiler });
    expect(frozen.code).toBe(1);
    expect(frozen.stderr).toContain(
      "error[emit/other-tzdata]: generated/trip/manifest.json has the time zones of tzdata 2019a; this Node has ",
    );
    expect(frozen.stderr).toContain("Europe/Berlin changed in between");
    const built = await callCli(["build"], { cwd, compiler });
    expect(built.stderr).toContain("trip: Europe/Berlin changed from tzdata 2019a to ");
    expect(readFileSync(manifest, "utf8")).toContain(`"tzdata": "${process.versions["tz"]}"`);
  });
});
