import { tableRow } from "./data-literal.js";

/** `it.each<…>([rows])("%s", (…) => { statements });` inside a `describe`, as prettier lays it out. */
export function table(
  each: string,
  rows: readonly (readonly string[])[],
  parameters: string,
  statements: readonly string[],
): string {
  const lines = rows.flatMap((cells) => tableRow(cells, 4)).map((line) => `  ${line}`);
  return [
    `${each}([`,
    ...lines,
    `])("%s", ${parameters}`,
    ...statements.map((statement) => `  ${statement}`),
    "});",
  ].join("\n");
}
