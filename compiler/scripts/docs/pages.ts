import { format } from "prettier";
import { aggregateTable } from "./aggregate-table.js";
import { diagnosticsPage } from "./diagnostic-pages.js";
import { fieldKeyTable } from "./field-keys.js";
import { statisticsTable } from "./statistics-table.js";
import { functionTables } from "./function-tables.js";

export interface Page {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

const sections: Readonly<Record<string, () => string>> = {
  functions: functionTables,
  "field keys": fieldKeyTable,
  statistics: statisticsTable,
  aggregates: aggregateTable,
};

/**
 * The pages with generated parts as they should be; `read` gives a page as it is. Throws where a page has a
 * marker that means nothing or lacks one.
 */
export async function documentationPages(read: (path: string) => string): Promise<readonly Page[]> {
  return Promise.all([
    page("docs/language.md", withSections(read("docs/language.md"))),
    page("docs/diagnostics.md", diagnosticsPage()),
  ]);
}

async function page(path: string, text: string): Promise<Page> {
  return { path, text: await format(text, { parser: "markdown", printWidth: 100 }) };
}

const marked = /(<!-- generated: ([a-z ]+) -->\n)[^]*?(<!-- end -->)/g;

/** The text between `<!-- generated: NAME -->` and `<!-- end -->` made anew. */
function withSections(text: string): string {
  const left = new Set(Object.keys(sections));
  const made = text.replace(marked, (_, start: string, name: string, end: string) => {
    const section = sections[name];
    if (section === undefined) throw new Error(`nothing generates ${name}`);
    left.delete(name);
    return `${start}\n${section()}\n\n${end}`;
  });
  if (left.size > 0) throw new Error(`no place for ${[...left].join(", ")}`);
  return made;
}
