import type { RowCache } from "../testgen/step-rows.js";
import type { ContractPart } from "./contract-part.js";
import type { ChunkCache } from "./ts/chunk-cache.js";
import type { LayoutCache } from "./text/layout.js";

/** What stays true from one compilation to the next: by content, so nothing is ever stale. */
export interface EmitCaches {
  readonly layout: LayoutCache;
  readonly rows: RowCache;
  readonly chunks: ChunkCache;
  /** Of the last compilation. */
  contract: ContractPart | undefined;
}

export function createEmitCaches(): EmitCaches {
  return { layout: new Map(), rows: new Map(), chunks: new Map(), contract: undefined };
}
