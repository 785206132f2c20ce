import type { Doc } from "./declarations.js";
import { commentText } from "./literal.js";

/** The lines of a JSDoc without its stars; any text is safe. */
export function docLines(doc: Doc | undefined): readonly string[] {
  return (doc ?? []).map((line) =>
    typeof line === "string" ? commentText(line) : `@${line.tag} ${commentText(line.text)}`.trim(),
  );
}

/** A JSDoc as it stands in front of a member: on one line where it is one. */
export function docText(doc: Doc | undefined): string | undefined {
  const lines = docLines(doc);
  if (lines.length === 0) return undefined;
  if (lines.length === 1) return `/** ${lines[0]} */`;
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}
