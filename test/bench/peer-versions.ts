import { readFileSync } from "node:fs";
import { join } from "node:path";

const peers = ["ajv", "@sinclair/typebox", "arktype", "valibot", "zod"];

/** The versions that are measured against, as the repository pins them. */
export function peerVersions(root: string): string {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return `${peers.map((name) => `${name} ${devDependencies[name] ?? "?"}`).join(", ")}.`;
}
