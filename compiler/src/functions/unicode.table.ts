import { defineFunctions } from "./definition.js";
import { ofText } from "./text-rules.js";
import { lowerUnicode, normalizeNfkd, stripAccents, upperUnicode } from "./unicode/host-text.js";

/** Functions that follow the pinned version of Unicode, which the manifest names. */
export const unicodeFunctions = defineFunctions({
  lower_unicode: ofText(
    "Every letter of Unicode 15.1 in lower case, each by itself: a final sigma is as any other.",
    lowerUnicode,
  ),
  upper_unicode: ofText("Every letter of Unicode 15.1 in upper case, ß as SS.", upperUnicode),
  normalize_nfkd: ofText(
    "The normalization form NFKD of Unicode 15.1: letters apart from their accents, ligatures and wide forms as plain letters.",
    normalizeNfkd,
  ),
  strip_accents: ofText(
    "The normalization form NFKD of Unicode 15.1 without accents and other marks (combining class not 0).",
    stripAccents,
  ),
});
