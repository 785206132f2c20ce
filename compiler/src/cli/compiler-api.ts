import type * as compiler from "../compile.js";

/** What the commands need of the compiler; loaded only by a command that compiles. */
export type CompilerApi = Pick<
  typeof compiler,
  | "check"
  | "compile"
  | "createCaches"
  | "emitMutants"
  | "indexPage"
  | "judge"
  | "mutate"
  | "report"
  | "sampleRows"
  | "suggest"
  | "totalsOf"
>;
