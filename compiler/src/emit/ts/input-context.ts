import type { NameScope } from "../names.js";
import type { Imports } from "../text/imports.js";

/** What the writers of `input.ts` share. */
export interface InputContext {
  readonly imports: Imports;
  /** Of the module: functions take their locals from scopes inside it. */
  readonly scope: NameScope;
  /** Fields that the contract does not have are passed over. */
  readonly ignoreUnknown: boolean;
}
