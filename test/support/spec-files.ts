import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Host } from "../../compiler/src/base/host.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The files of the repository, by their path from its root. */
export const repositoryHost: Host = {
  readFile: (path) => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  },
};

/** Every spec of `specs/`, also the published ones. */
export const specPaths: readonly string[] = ["specs", "specs/published"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".feat.yaml"))
    .map((name) => `${folder}/${name}`),
);
