import { readProjectFile } from "../../architecture/project-files.js";

/** A whole spec on a page of the documentation. */
export interface SpecOnPage {
  readonly page: string;
  readonly line: number;
  readonly text: string;
  /** The code that it must give; undefined where it must be clean. */
  readonly refused: string | undefined;
  /** Files that stand on the page before it, by path. */
  readonly files: Readonly<Record<string, string>>;
}

const blocks = /(?:^<!-- (refused|file): (\S+) -->\n+)?^```(\w*)\n([^]*?)^```$/gm;

/** The YAML blocks of a page that start with `featc: 1`; a block marked `file` is one that those behind it read. */
export function specsOn(page: string): readonly SpecOnPage[] {
  const text = readProjectFile(page);
  const specs: SpecOnPage[] = [];
  let files: Readonly<Record<string, string>> = {};
  for (const { 1: mark, 2: about = "", 3: language, 4: body = "", index } of text.matchAll(
    blocks,
  )) {
    if (language === "yaml" && mark === "file") {
      files = { ...files, [about]: body };
      continue;
    }
    if (language !== "yaml" || !body.startsWith("featc: 1\n")) continue;
    const line = text.slice(0, index).split("\n").length;
    const refused = mark === "refused" ? about : undefined;
    specs.push({ page, line, text: body, refused, files });
  }
  return specs;
}

/** The rows of all tables of a page whose first column has this title, without the title's row. */
export function rowsOf(page: string, title: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let inTable = false;
  let before: readonly string[] = [];
  for (const line of readProjectFile(page).split("\n")) {
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("\\|", "|"));
    const isRule = cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
    if (cells.length === 0) inTable = false;
    else if (isRule) inTable = before[0] === title;
    else if (inTable) rows.push(cells);
    before = cells;
  }
  return rows;
}

export interface FormulaOnPage {
  readonly formula: string;
  readonly result: string;
}

/** The rows of all tables with the columns `formula` and `result`. */
export function formulasOn(page: string): readonly FormulaOnPage[] {
  return rowsOf(page, "formula").map(([formula, result]) => ({
    formula: unquoted(formula),
    result: unquoted(result),
  }));
}

function unquoted(cell: string | undefined): string {
  return /^`+ ?(.*?) ?`+$/.exec(cell ?? "")?.[1] ?? "";
}
