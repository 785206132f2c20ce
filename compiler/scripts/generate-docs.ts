import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { documentationPages } from "./docs/pages.js";

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const pages = await documentationPages((path) => readFileSync(fileOf(path), "utf8"));
for (const { path, text } of pages) writeFileSync(fileOf(path), text);
