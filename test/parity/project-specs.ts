import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const host = {
  readFile: (path: string): string | undefined => {
    try {
      return readFileSync(`${root}${path}`, "utf8");
    } catch {
      return undefined;
    }
  },
};
export const specsIn = (folder: string): readonly string[] =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith(".feat.yaml"))
    .map((name) => `${folder}/${name}`);
