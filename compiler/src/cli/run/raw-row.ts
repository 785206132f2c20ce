/** One record of the input file: its data, or why its text could not be read. */
export type RawRow =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: string; readonly text: string };

export type RawBatches = AsyncIterable<readonly RawRow[]>;

/** Rows that go through the pipeline together. */
export const batchSize = 1000;

/** Bytes of one record; a longer one is taken for a file that is not what its name promises. */
export const recordLimit = 64 * 1024 * 1024;

/** Of a rejected text, what is shown. */
export function excerpt(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
