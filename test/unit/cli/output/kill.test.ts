import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { isInterrupted } from "../../../../compiler/src/cli/output/journal.js";
import { publish } from "../../../../compiler/src/cli/output/publish.js";
import { readFiles, temporaryFolder } from "../support/temporary-folder.js";
import { filesOfVersion } from "./versions.js";

async function bundleLoop(): Promise<string> {
  const outfile = join(temporaryFolder(), "publish-loop.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("./publish-loop.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
  });
  return outfile;
}

async function startLoop(script: string, ...args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

function specFiles(output: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readFiles(output)).filter(([path]) => path.startsWith("spec/")),
  );
}

function wholeVersion(version: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesOfVersion(version).map((file) => [`spec/${file.path}`, file.text]),
  );
}

it("is whole after kill -9 at any moment, at the latest after the next build has begun", async () => {
  const script = await bundleLoop();
  const output = temporaryFolder();
  const whole = [wholeVersion("a"), wholeVersion("b")];
  await publish(output, [{ name: "spec", files: filesOfVersion("a") }]);
  for (let round = 0; round < 50; round++) {
    const child = await startLoop(script, output, "1000000", "b", "a");
    const exited = once(child, "exit");
    await sleep(Math.random() * 20);
    child.kill("SIGKILL");
    await exited;
    const files = specFiles(output);
    const texts = new Set(Object.values(whole[0] ?? {}).concat(Object.values(whole[1] ?? {})));
    // No file is ever torn, and a mixture of versions is always marked as one.
    for (const text of Object.values(files)) expect(texts.has(text)).toBe(true);
    if (!isInterrupted(output)) expect(whole).toContainEqual(files);
    await publish(output, []);
    expect(whole).toContainEqual(specFiles(output));
    expect(existsSync(join(output, ".featc"))).toBe(false);
  }
});

it("does not mix the files of two builds at once", async () => {
  const script = await bundleLoop();
  const output = temporaryFolder();
  const loops = await Promise.all([
    startLoop(script, output, "150", "a"),
    startLoop(script, output, "150", "b"),
  ]);
  const codes = await Promise.all(loops.map(async (child) => (await once(child, "exit"))[0]));
  expect(codes).toEqual([0, 0]);
  expect([wholeVersion("a"), wholeVersion("b")]).toContainEqual(readFiles(output));
});
