import { resolve } from "node:path";
import { spanOf } from "../base/source.js";
import type { Span } from "../base/source.js";
import { readText } from "./file-host.js";

/** Where a spec says its name; its start where that cannot be found. */
export function spanOfName(cwd: string, path: string): Span {
  const file = { path, text: readText(resolve(cwd, path), path) ?? "" };
  const found = /^name[ \t]*:[ \t]*["']?([A-Za-z0-9_]+)/m.exec(file.text);
  if (found === null || found[1] === undefined) return spanOf(file, 0, 0);
  const end = found.index + found[0].length;
  return spanOf(file, end - found[1].length, end);
}
