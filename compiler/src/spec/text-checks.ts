import type { Reading } from "./reading.js";

/** Bytes of UTF-8. */
export const largestFile = 4 * 1024 * 1024;

/** More open brackets at once than a spec can have: the YAML parser would be slow to refuse them. */
const openBracketLimit = 2_000;

const notText =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\ufffd\ufffe\uffff]/;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Reports text that is not to be given to the YAML parser at all; true where it may be. */
export function isReadable(reading: Reading): boolean {
  const { text } = reading.file;
  if (isTooLarge(text)) {
    reading.report("spec/too-large", { start: 0, end: 0 }, {});
    return false;
  }
  const strange = notText.exec(text) ?? loneSurrogate.exec(text);
  if (strange !== null) {
    const place = { start: strange.index, end: strange.index + 1 };
    reading.report("yaml/not-a-text-file", place, { character: strange[0].charCodeAt(0) });
    return false;
  }
  const deep = tooManyOpen(text);
  if (deep !== undefined) {
    reading.report("yaml/too-deep", { start: deep, end: deep + 1 }, {});
    return false;
  }
  return true;
}

function isTooLarge(text: string): boolean {
  if (text.length > largestFile) return true;
  if (text.length * 3 <= largestFile) return false;
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
  }
  return bytes > largestFile;
}

function tooManyOpen(text: string): number | undefined {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5b || unit === 0x7b) {
      if (++open > openBracketLimit) return i;
    } else if (unit === 0x5d || unit === 0x7d) {
      if (open > 0) open--;
    }
  }
  return undefined;
}
