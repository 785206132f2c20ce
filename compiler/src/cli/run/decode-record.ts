import type { RawRow } from "./raw-row.js";
import { excerpt } from "./raw-row.js";

const strictDecoder = new TextDecoder("utf-8", { fatal: true });

/** The row that the bytes of one JSON record hold. */
export function decodeRecord(bytes: Buffer, line: number): RawRow {
  const text = bytes.toString("utf8");
  // Only a text with the replacement character can come from bytes that are not UTF-8.
  if (text.includes("\ufffd") && !isUtf8(bytes)) {
    return { line, problem: "the text is not UTF-8", text: excerpt(text) };
  }
  try {
    return { line, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { line, problem: `not JSON: ${reason}`, text: excerpt(text) };
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    strictDecoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
