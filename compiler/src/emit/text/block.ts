import { internalError } from "../../base/assert.js";
import { fits } from "./line-width.js";
import { commentText } from "./literal.js";

/** One piece of a function's body, at its depth of nesting. */
export type BodyPart =
  /** A whole statement as prettier prints it where it fits on its line; may have several lines. */
  | { readonly kind: "statement"; readonly depth: number; readonly text: string }
  /** `if (a) {`, `for (…) {`, `switch (a) {`: its last character opens a brace. */
  | { readonly kind: "open"; readonly depth: number; readonly text: string }
  /** `} else {`, `} else if (a) {` */
  | { readonly kind: "middle"; readonly depth: number; readonly text: string }
  | { readonly kind: "close"; readonly depth: number; readonly text: string }
  /** `case 1:`, `default:` */
  | { readonly kind: "label"; readonly depth: number; readonly text: string }
  | { readonly kind: "comment"; readonly depth: number; readonly text: string }
  | { readonly kind: "blank" };

/**
 * The statements of a function's body, in order.
 *
 * Texts are in prettier's form on one line, however long: spaces, semicolons, double quotes, no
 * parentheses but those that it keeps. The layout breaks lines that are too long.
 */
export class Block {
  readonly #parts: BodyPart[] = [];
  #depth: number;

  constructor(depth = 1) {
    this.#depth = depth;
  }

  /** A body with these parts, to which more can be added. */
  static of(parts: readonly BodyPart[]): Block {
    const block = new Block();
    block.#parts.push(...parts);
    return block;
  }

  get parts(): readonly BodyPart[] {
    return this.#parts;
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** A statement, with its semicolon. */
  line(text: string): this {
    return this.#add({ kind: "statement", depth: this.#depth, text });
  }

  /** `if (a) {`: what follows is inside, up to `close`. */
  open(text: string): this {
    if (!text.endsWith("{")) internalError(`no brace is opened by ${text}`);
    this.#add({ kind: "open", depth: this.#depth, text });
    this.#depth++;
    return this;
  }

  /** `} else {`: ends what `open` began and begins the next. */
  middle(text: string): this {
    this.#depth--;
    this.#add({ kind: "middle", depth: this.#depth, text });
    this.#depth++;
    return this;
  }

  close(text = "}"): this {
    this.#depth--;
    if (this.#depth < 0) internalError("more blocks are closed than opened");
    return this.#add({ kind: "close", depth: this.#depth, text });
  }

  /** `if (condition) statement`, with braces where it does not fit on a line. */
  guard(condition: string, statement: string): this {
    const line = `if (${condition}) ${statement}`;
    if (fits(line, 2 * this.#depth)) return this.line(line);
    return this.open(`if (${condition}) {`).line(statement).close();
  }

  /** `case 1:` with the statements that `fill` adds. Several labels may share them. */
  section(labels: readonly string[], fill: (block: this) => void): this {
    for (const text of labels) this.#add({ kind: "label", depth: this.#depth, text });
    this.#depth++;
    fill(this);
    this.#depth--;
    return this;
  }

  /** A line comment; any text is safe. */
  comment(text: string): this {
    return this.#add({ kind: "comment", depth: this.#depth, text: `// ${commentText(text)}` });
  }

  /** An empty line; none at the start of a body or block, never two. */
  blank(): this {
    const last = this.#parts.at(-1)?.kind;
    if (last === undefined || last === "blank" || last === "open" || last === "middle") return this;
    return this.#add({ kind: "blank" });
  }

  /** Adds all of another body, moved to the present depth. */
  append(other: Block, otherDepth = 1): this {
    const shift = this.#depth - otherDepth;
    for (const part of other.parts) {
      this.#add(part.kind === "blank" ? part : { ...part, depth: part.depth + shift });
    }
    return this;
  }

  /** Leaves out the parts that are not to be kept. */
  retain(keep: (part: BodyPart) => boolean): this {
    const kept = this.#parts.filter(keep);
    this.#parts.splice(0, this.#parts.length, ...kept);
    return this;
  }

  #add(part: BodyPart): this {
    this.#parts.push(part);
    return this;
  }
}
