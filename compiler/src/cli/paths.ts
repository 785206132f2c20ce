import { isAbsolute, relative, resolve, sep } from "node:path";

/** The path as messages show it: relative to the working folder where it lies inside, with `/`. */
export function shownPath(cwd: string, path: string): string {
  const absolute = resolve(cwd, path);
  const fromHere = relative(cwd, absolute);
  const outside = fromHere === "" || fromHere.startsWith("..") || isAbsolute(fromHere);
  return (outside && fromHere !== "" ? absolute : fromHere === "" ? "." : fromHere)
    .split(sep)
    .join("/");
}

/** Order by UTF-16 code unit: the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
