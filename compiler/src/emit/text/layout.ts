import { internalError } from "../../base/assert.js";
import type { BodyPart } from "./block.js";
import { fits } from "./line-width.js";

/** What prettier made of a part, by kind, depth and text; kept between builds in watch mode. */
export type LayoutCache = Map<string, string>;

/** A piece of a file: of a body, or a line of an interface. */
export type LayoutPart =
  | BodyPart
  /** Lines that stand as they are, indented already. */
  | { readonly kind: "settled"; readonly text: string }
  /** A member of an interface, without indentation. */
  | { readonly kind: "member"; readonly depth: number; readonly text: string };

/** Parts that prettier may have to break into lines. */
type BreakablePart = Extract<LayoutPart, { kind: "statement" | "open" | "middle" | "member" }>;

/**
 * The lines of the parts as prettier prints them with its default options.
 *
 * A part whose lines fit is in prettier's form by construction, and is only indented. All others go to
 * prettier together, in one call.
 */
export async function layOut(parts: readonly LayoutPart[], cache: LayoutCache): Promise<string> {
  const waiting = new Map<string, BreakablePart>();
  for (const part of parts) {
    if (isLong(part) && !cache.has(cacheKey(part))) waiting.set(cacheKey(part), part);
  }
  if (waiting.size > 0) await formatTogether(waiting, cache);
  return parts.map((part) => textOf(part, cache)).join("\n");
}

function textOf(part: LayoutPart, cache: LayoutCache): string {
  if (isLong(part)) {
    return indent(
      cache.get(cacheKey(part)) ?? internalError("a part was not laid out"),
      part.depth,
    );
  }
  switch (part.kind) {
    case "blank":
      return "";
    case "settled":
      return part.text;
    default:
      return indent(part.text, part.depth);
  }
}

function indent(text: string, depth: number): string {
  if (depth === 0) return text;
  const margin = "  ".repeat(depth);
  return margin + text.replace(/\n(?!\n)/g, `\n${margin}`);
}

function outdent(text: string, depth: number): string {
  return depth === 0 ? text : text.replaceAll(`\n${"  ".repeat(depth)}`, "\n");
}

function isLong(part: LayoutPart): part is BreakablePart {
  switch (part.kind) {
    case "statement":
    case "open":
    case "middle":
    case "member":
      return !fits(part.text, 2 * part.depth) || nestedList.test(part.text);
    default:
      return false;
  }
}

/** Prettier may give each inner list or object a line, also where all fit on one. */
const nestedList = /\[[[{]/;

function cacheKey(part: BreakablePart): string {
  return `${part.kind} ${part.depth} ${part.text}`;
}

/** Ends every probe, and stands where the rest of an opened block would be. */
const marker = "$$$$;";
const markerLine = /\n *\$\$\$\$;(?=\n)/;

/** Lays out the parts at their depths in loops, where every statement may stand. */
async function formatTogether(
  waiting: ReadonlyMap<string, BreakablePart>,
  cache: LayoutCache,
): Promise<void> {
  const inOrder = [...waiting].sort(([, a], [, b]) => a.depth - b.depth);
  let source = "";
  let depth = 0;
  for (const [, part] of inOrder) {
    if (part.depth > depth) source += "for (;;) {\n".repeat(part.depth - depth) + marker + "\n";
    depth = part.depth;
    source += `${probeOf(part)}\n${marker}\n`;
  }
  const laidOut = await format(`${marker}\n${source}${"}".repeat(depth)}`);
  const pieces = `\n${laidOut}`.split(markerLine);
  let at = 1;
  depth = 0;
  for (const [key, part] of inOrder) {
    if (part.depth > depth) at++;
    depth = part.depth;
    cache.set(key, answerTo(part, outdent(pieces[at] ?? "", depth).replace(/^\s+/, "")));
    at += part.kind === "open" || part.kind === "middle" ? 2 : 1;
  }
  if (at !== pieces.length - 1) internalError("prettier's answer has another number of pieces");
}

function probeOf(part: BreakablePart): string {
  switch (part.kind) {
    case "statement":
      return part.text;
    case "open":
      return `${part.text}\n${marker}\n}${")".repeat(openParentheses(part.text))}`;
    case "middle":
      return `if ($) {\n$;\n${part.text}\n${marker}\n}`;
    case "member":
      return `interface $ {\n${part.text}\n}`;
  }
}

/** How many are open at the end: `it("fits", () => {` opens one. */
function openParentheses(text: string): number {
  const code = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "");
  return code.split("(").length - code.split(")").length;
}

function answerTo(part: BreakablePart, laidOut: string): string {
  switch (part.kind) {
    case "statement":
    case "open":
      return laidOut;
    case "middle":
      return laidOut.slice(laidOut.indexOf("\n} else") + 1);
    case "member":
      return outdent(laidOut.slice(laidOut.indexOf("\n"), laidOut.lastIndexOf("\n")), 1).slice(1);
  }
}

async function format(source: string): Promise<string> {
  const [prettier, babel, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/estree"),
  ]);
  return prettier.format(source, { parser: "babel-ts", plugins: [babel, estree] });
}
