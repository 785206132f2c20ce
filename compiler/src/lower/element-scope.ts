import type { Span } from "../base/source.js";
import { childrenOf, rowParts } from "../ir/children.js";
import { build } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import type { EventSource } from "../ir/program.js";
import { structuralKey } from "../ir/structural-key.js";
import { invalidType } from "../types/type.js";
import type { LowerContext } from "./context.js";
import { recordType } from "./lower-type.js";

export type NamedCollection =
  | { readonly kind: "events"; readonly source: EventSource }
  | { readonly kind: "list"; readonly list: Expr };

interface Binding {
  readonly id: number;
  readonly name: string;
  readonly value: Expr;
}

/** What an aggregate is over, found while its element is lowered, and what it needs of the row. */
export class ElementScope {
  readonly aggregate: string;
  collection: NamedCollection | null = null;
  /** Values of the row that its parts read: bound once, outside. */
  readonly outside: Binding[] = [];
  /** Locals that depend on the element. */
  readonly #inside = new Set<number>();

  constructor(aggregate: string) {
    this.aggregate = aggregate;
  }

  /** The element of the events, or a report that the aggregate is over something else already. */
  enterEvents(source: EventSource, span: Span, context: LowerContext): Expr {
    const { collection } = this;
    if (collection === null) this.collection = { kind: "events", source };
    else if (collection.kind !== "events" || collection.source !== source) {
      return this.#reportSecond(source.name, span, context);
    }
    return build.elementRef([], recordType(source.fields), span);
  }

  /** The element of a list that stands in the place of a value. */
  enterList(list: Expr, context: LowerContext): Expr {
    const { span, type } = list;
    if (this.dependsOnElement(list)) {
      context.collector.report("aggregate/nested-list", span, { aggregate: this.aggregate });
      return build.invalid(span);
    }
    const { collection } = this;
    if (collection === null) this.collection = { kind: "list", list };
    else if (collection.kind !== "list" || structuralKey(collection.list) !== structuralKey(list)) {
      return this.#reportSecond(textOf(span), span, context);
    }
    return build.elementRef([], type.kind === "list" ? type.element.type : invalidType, span);
  }

  dependsOnElement(expr: Expr): boolean {
    if (expr.kind === "ElementRef") return true;
    if (expr.kind === "LocalRef") return this.#inside.has(expr.id);
    // An aggregate inside has elements of its own.
    const parts = expr.kind === "Aggregate" ? rowParts(expr.collection) : childrenOf(expr);
    return parts.some((part) => this.dependsOnElement(part));
  }

  /** The local is bound for each element anew. */
  isInside(id: number): boolean {
    return this.#inside.has(id);
  }

  keepInside(id: number): void {
    this.#inside.add(id);
  }

  #reportSecond(name: string, span: Span, context: LowerContext): Expr {
    const { collection } = this;
    context.collector.report("aggregate/two-collections", span, {
      aggregate: this.aggregate,
      first:
        collection?.kind === "events"
          ? collection.source.name
          : textOf(collection?.list.span ?? span),
      second: name,
    });
    return build.invalid(span);
  }
}

/** Inside an aggregate, a value of the row is bound outside of it; false where it has to be bound in place. */
export function bindInElement(binding: Binding, { element }: LowerContext): boolean {
  if (element === null) return false;
  if (element.dependsOnElement(binding.value)) {
    element.keepInside(binding.id);
    return false;
  }
  element.outside.push(binding);
  return true;
}

function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}
