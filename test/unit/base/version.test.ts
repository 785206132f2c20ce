import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compilerVersion } from "../../../compiler/src/base/version.js";

it("is the version of the package", () => {
  const path = new URL("../../../compiler/package.json", import.meta.url);
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ version: compilerVersion });
});
