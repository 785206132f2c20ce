/**
 * A table of GitHub's Markdown; the cells are Markdown themselves. A formatter would pad all cells of a column
 * to the longest one.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [
    "<!-- prettier-ignore -->",
    line(header),
    line(header.map(() => "---")),
    ...rows.map(line),
  ].join("\n");
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** A block of code in a fence that its text cannot close. */
export function block(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${shortened(visible(text).replace(/\n$/, ""))}\n${fence}`;
}

const longestLine = 300;

/** A line that shows a limit is long, and all alike in the middle. */
function shortened(text: string): string {
  const shorten = (line: string): string =>
    line.length <= longestLine ? line : `${line.slice(0, 120)} … ${line.slice(-40)}`;
  return text.split("\n").map(shorten).join("\n");
}

/** Characters that nobody would see, and those that a text file does not hold, are written out. */
function visible(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd-\uffff]/g,
    (character) => `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
}
