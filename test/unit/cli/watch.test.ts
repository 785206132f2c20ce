import { join } from "node:path";
import { expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { stubCompiler } from "./support/stub-compiler.js";
import { readFiles, temporaryFolder, writeFiles } from "./support/temporary-folder.js";

it("builds again after every change, also of an import, and survives mistakes and bugs", async () => {
  const cwd = temporaryFolder();
  const specOf = (says: string): Record<string, string> => ({
    "specs/a.feat.yaml": `name: a\nsays: ${says}\nimports: lib.yaml\n`,
  });
  writeFiles(cwd, { ...specOf("one"), "lib.yaml": "!" });
  const controller = new AbortController();
  let text = "";
  let waiting: { readonly pattern: RegExp; readonly resolve: () => void } | undefined;
  const next = async (pattern: RegExp): Promise<void> => {
    if (!pattern.test(text)) {
      await new Promise<void>((resolve) => {
        waiting = { pattern, resolve };
      });
    }
    text = "";
  };
  const ended = callCli(["build", "--watch"], {
    cwd,
    compiler: stubCompiler(),
    interrupted: controller.signal,
    onStderr: (part) => {
      text += part;
      if (waiting?.pattern.test(text) === true) waiting.resolve();
    },
  });
  const generated = (): string | undefined => readFiles(join(cwd, "generated"))["a/features.ts"];
  await next(/^built in \d+ ms, waiting for changes$/m);
  expect(generated()).toBe("// a says one!\n");
  writeFiles(cwd, specOf("error"));
  await next(/the stub found a mistake[^]*waiting for changes$/m);
  writeFiles(cwd, specOf("crash"));
  await next(/bug in featc[^]*waiting for changes$/m);
  writeFiles(cwd, specOf("two"));
  await next(/^built in/m);
  expect(generated()).toBe("// a says two!\n");
  writeFiles(cwd, { "lib.yaml": "?" });
  await next(/^built in/m);
  expect(generated()).toBe("// a says two?\n");
  writeFiles(cwd, { "specs/b.feat.yaml": "name: b\nsays: new\n" });
  await next(/built b: [^]*^built in/m);
  controller.abort();
  expect((await ended).code).toBe(0);
});
