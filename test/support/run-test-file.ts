import fc from "fast-check";
import { expect } from "vitest";
import type { EmittedFile } from "../../compiler/src/emit/text/emitted-file.js";
import { loadGenerated } from "./load-generated.js";

export interface TestResult {
  readonly title: string;
  /** Null where the test passes. */
  readonly failure: string | null;
}

interface Runner {
  readonly describe: (title: string, define: () => void) => void;
  readonly it: (title: string, run: () => void) => void;
  readonly expect: typeof expect;
  readonly fc: typeof fc;
}

let runs = 0;

/** The tests of a generated file of properties, each run here and now on the code of the other files. */
export async function runTestFile(
  files: readonly EmittedFile[],
  path: string,
): Promise<readonly TestResult[]> {
  const tests: { readonly title: string; readonly run: () => void }[] = [];
  const runner: Runner = {
    describe: (_, define) => {
      define();
    },
    it: (title, run) => {
      tests.push({ title, run });
    },
    expect,
    fc,
  };
  // A module with the same code would not run a second time.
  runs += 1;
  const place = `featcTestFile${runs}`;
  Object.assign(globalThis, { [place]: runner });
  try {
    await loadGenerated(
      files.map((file) => (file.path === path ? withRunner(file, place) : file)),
      path,
    );
  } finally {
    Reflect.deleteProperty(globalThis, place);
  }
  return tests.map(({ title, run }) => ({ title, failure: failureOf(run) }));
}

/** Bare imports mean nothing in a module that has no file. */
function withRunner(file: EmittedFile, place: string): EmittedFile {
  const text = file.text
    .replace(
      /^import \{ default as fc \} from "fast-check";$/m,
      `const { fc } = globalThis.${place};`,
    )
    .replace(/^import (\{[^}]*\}) from "vitest";$/m, `const $1 = globalThis.${place};`);
  return { ...file, text };
}

function failureOf(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    return error.cause instanceof Error
      ? `${error.message}\n${error.cause.message}`
      : error.message;
  }
}
