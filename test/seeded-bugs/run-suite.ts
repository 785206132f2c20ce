import { posix } from "node:path";
import { collecting } from "../support/collect-tests.js";
import type { CollectedTest } from "../support/collect-tests.js";
import { loadScript, scriptsOf } from "../support/script-modules.js";
import type { Texts } from "../support/script-modules.js";

/** The title of the first generated test that fails; undefined where all pass. */
export async function firstFailure(files: Texts, runtime: object): Promise<string | undefined> {
  const scripts = await scriptsOf(files);
  const tests: CollectedTest[] = [];
  const loaded = new Map([
    ["@featc/runtime", runtime],
    ["vitest", collecting(tests)],
  ]);
  for (const path of files.keys()) {
    // The rows alone: random ones, where a spec asks for them, may or may not meet a mistake.
    if (/^[^.]+\.test\.ts$/.test(posix.basename(path))) loadScript(path, scripts, loaded);
  }
  if (tests.length === 0) throw new Error("a suite without tests");
  return tests.find(({ run }) => fails(run))?.title;
}

function fails(run: () => void): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
