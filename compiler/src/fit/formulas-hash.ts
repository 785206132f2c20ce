import { sha256Hex } from "../base/sha256.js";

export interface HashedConstant {
  readonly name: string;
  readonly text: string;
  readonly reads: ReadonlyMap<string, string>;
}

/** The hash of the statistics of a spec with all that they read: it says what a fit file was made for. */
export function formulasHash(constants: readonly HashedConstant[]): string {
  const parts = constants.map(({ name, text, reads }) => [name, text, [...reads]]);
  return sha256Hex(JSON.stringify(parts));
}
