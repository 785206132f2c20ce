export interface EscapeProblem {
  /** Offsets of the escape in the literal, its quotes included. */
  readonly start: number;
  readonly end: number;
  readonly escape: string;
  readonly reason?: string;
}

export interface StringReading {
  readonly value: string;
  readonly problems: readonly EscapeProblem[];
}

const plainEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "\\": "\\",
  n: "\n",
  t: "\t",
};
const escapePattern = /\\(?:u\{([^}\\]*)\}|u[0-9A-Fa-f]{0,4}|[^])/gu;

/** The value of a string literal, given with its quotes. */
export function readString(literal: string): StringReading {
  const inner = literal.slice(1, -1);
  if (!inner.includes("\\")) return { value: inner, problems: [] };
  const problems: EscapeProblem[] = [];
  const value = inner.replace(escapePattern, (escape: string, digits: string | undefined, at) => {
    const start = Number(at) + 1;
    const refuse = (reason?: string): string => {
      problems.push({
        start,
        end: start + escape.length,
        escape,
        ...(reason === undefined ? {} : { reason }),
      });
      return "";
    };
    if (digits !== undefined) {
      const codePoint = /^[0-9A-Fa-f]{1,6}$/.test(digits) ? Number.parseInt(digits, 16) : NaN;
      const reason = codePointProblem(codePoint, escape);
      return reason === undefined ? String.fromCodePoint(codePoint) : refuse(reason);
    }
    return plainEscapes[escape.slice(1)] ?? refuse();
  });
  return { value, problems };
}

function codePointProblem(codePoint: number, escape: string): string | undefined {
  if (Number.isNaN(codePoint)) return `\`${escape}\` does not hold one to six hexadecimal digits`;
  if (codePoint === 0) return "strings cannot hold U+0000";
  if (codePoint > 0x10ffff) return `\`${escape}\` is above U+10FFFF, the last character`;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
    return `\`${escape}\` is half of a surrogate pair, not a character`;
  }
  return undefined;
}

/**
 * Characters that nobody sees, or that turn the direction of text, and halves of surrogate pairs.
 * Tab and line breaks are white space outside strings; strings check them on their own.
 */
export const invisibleCharacter = new RegExp(
  "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u200b\\u200e\\u200f" +
    "\\u2028-\\u202e\\u2060-\\u2069\\ufeff]" +
    "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]",
);

export function formatCodePoint(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Double-quoted, and readable wherever it is shown. */
export function quoteString(value: string): string {
  let quoted = '"';
  for (const character of value) {
    if (character === '"' || character === "\\") quoted += `\\${character}`;
    else if (character === "\n") quoted += "\\n";
    else if (character === "\t") quoted += "\\t";
    else if (character === "\r" || invisibleCharacter.test(character)) {
      quoted += `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
    } else quoted += character;
  }
  return `${quoted}"`;
}
