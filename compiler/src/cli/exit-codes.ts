/** What a process that ran featc learns from its exit code; `featc --help` lists the same. */
export const exitCode = {
  fine: 0,
  /**
   * A spec is wrong, generated code is not what the specs say (`build --frozen`, `fmt --check`), or a budget is
   * exceeded (`bench --check`).
   */
  specWrong: 1,
  /** An unknown option, a file that does not exist, a wrong configuration. */
  callWrong: 2,
  /** Rows of data were rejected and nothing took them, or the data do not fit the spec at all. */
  dataRejected: 3,
  interrupted: 130,
  /** A bug in featc itself. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export const exitCodeHelp = `Exit codes:
  0   fine
  1   a spec is wrong, generated files are not up to date, or a budget is exceeded
  2   the call is wrong: an unknown option, a file that does not exist
  3   data were rejected
  70  a bug in featc`;
