/** A value that a producer may send for a field, and what it is in words. */
export interface FieldValue {
  readonly words: string;
  readonly value: unknown;
}
