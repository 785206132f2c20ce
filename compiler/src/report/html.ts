declare const isMarkup: unique symbol;

/** Markup that was built here: text becomes part of it only escaped. */
export type Html = string & { readonly [isMarkup]: true };

/** What an element holds: text is escaped, markup stands as it is, null is nothing. */
export type Child = Html | { readonly text: string } | null;

/** Names are the compiler's own; values are escaped. Null leaves the attribute out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** Elements that have no end tag. */
const isVoid: ReadonlySet<string> = new Set(["meta", "br"]);

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function text(value: string | number): Child {
  return { text: String(value) };
}

export function element(tag: string, attributes: Attributes, ...children: readonly Child[]): Html {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
  const start = `<${tag}${written}>`;
  return (isVoid.has(tag) ? start : `${start}${joined(children)}</${tag}>`) as Html;
}

/** Several pieces one after the other. */
export function joined(children: readonly Child[]): Html {
  return children.map(markupOf).join("") as Html;
}

/** A whole document. `styles` is the compiler's own text. */
export function htmlDocument(title: string, styles: string, body: readonly Child[]): string {
  const head = [
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, text(title)),
    // The text of a style element is not escaped: nothing but constants stands in it.
    `<style>${styles}</style>` as Html,
  ];
  const root = element(
    "html",
    { lang: "en" },
    element("head", {}, ...head),
    element("body", {}, element("main", {}, ...body)),
  );
  return `<!doctype html>\n${root}\n`;
}

function markupOf(child: Child): string {
  if (child === null) return "";
  return typeof child === "string" ? child : escaped(child.text);
}

/** Control characters, which no page shows, become spaces. */
function escaped(value: string): string {
  return value
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? "")
    .replaceAll(/(?![\t\n])\p{Cc}/gu, " ");
}
