import type { CodePointSet } from "./code-point-set.js";
import { parsePattern } from "./parse-pattern.js";
import type { PatternError } from "./pattern-node.js";

/** The characters of a class: a pattern that reads one character, such as `[^0-9.]` or `\d`. */
export function characterClass(
  text: string,
): { readonly set: CodePointSet } | { readonly error: PatternError } {
  const parsed = parsePattern(text);
  if ("error" in parsed) return parsed;
  const { ast } = parsed;
  if (ast.kind === "character") return { set: ast.set };
  const bare = /^[^[\]\\^()]+$/.test(text) && !("error" in parsePattern(`[${text}]`));
  return {
    error: {
      start: 0,
      end: text.length,
      reason: "it is no class of characters",
      hint: bare
        ? `write \`[${text}]\``
        : "write the characters between `[` and `]`, such as `[0-9.]`",
    },
  };
}
