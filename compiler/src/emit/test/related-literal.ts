import type { RelatedChanges } from "../../prove/related.js";
import { dataLiteral } from "./data-literal.js";

/** The records of a row as the tests write them: `{ payments: [{ amount: 5 }], bureau: {} }`. */
export function relatedLiteral({ events, tables }: RelatedChanges): string {
  return dataLiteral({ ...events, ...tables });
}
