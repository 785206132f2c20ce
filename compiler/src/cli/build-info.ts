import { readFileSync } from "node:fs";

declare const FEATC_VERSION: string | undefined;
declare const FEATC_BUILD_ID: string | undefined;

/** The version of the package; the bundle has it as a constant. */
export function packageVersion(): string {
  if (typeof FEATC_VERSION === "string") return FEATC_VERSION;
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed === "object" && parsed !== null && "version" in parsed) {
    return String(parsed.version);
  }
  return "0.0.0";
}

/** A hash of the bundled sources; undefined where featc runs from its sources. */
export const buildId: string | undefined =
  typeof FEATC_BUILD_ID === "string" ? FEATC_BUILD_ID : undefined;
