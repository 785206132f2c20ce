import { defineMacros } from "./macro.js";

/** U+0009 to U+000D and the blank: what the language takes for space. */
const spaces = "chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || ' '";
const space = "[\\x09-\\x0d ]";

export const textMacros = defineMacros({
  featc_lower: {
    parameters: ["s"],
    body: () => "translate(s, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')",
  },
  featc_upper: {
    parameters: ["s"],
    body: () => "translate(s, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')",
  },
  featc_trim: { parameters: ["s"], body: () => `trim(s, ${spaces})` },
  featc_collapse_spaces: {
    parameters: ["s"],
    body: () => `regexp_replace(s, '${space}+', ' ', 'g')`,
  },
  featc_count_words: {
    parameters: ["s"],
    body: () => "CAST(len(regexp_extract_all(s, '[^\\x09-\\x0d ]+')) AS DOUBLE)",
  },
  /** Positions and lengths beyond what the engine takes are beyond every text. */
  featc_substr: {
    parameters: ["s", "start", "count"],
    body: (d) =>
      d.bind(
        "v",
        d.record([
          ["s", "s"],
          ["start", "start"],
          ["count", "count"],
        ]),
        `CASE WHEN v.start >= 1e0 AND v.count >= 0e0 THEN substr(v.s,
    CAST(CASE WHEN v.start > 1e9 THEN 1e9 WHEN v.start >= 1e0 THEN v.start END AS BIGINT),
    CAST(CASE WHEN v.count > 1e9 THEN 1e9 WHEN v.count >= 0e0 THEN v.count END AS BIGINT)) END`,
      ),
  },
  featc_right: {
    parameters: ["s", "count"],
    body: (d) =>
      d.bind(
        "v",
        d.record([
          ["s", "s"],
          ["count", "count"],
        ]),
        `CASE WHEN v.count >= length(v.s) THEN v.s WHEN v.count >= 0e0
    THEN substr(v.s, length(v.s) - CAST(CASE WHEN v.count < length(v.s) THEN v.count END AS BIGINT) + 1) END`,
      ),
  },
  /** Piece k, from 1, of a list. */
  featc_piece: {
    parameters: ["list", "k"],
    body: (d) =>
      d.bind(
        "v",
        d.record([
          ["list", "list"],
          ["k", "k"],
        ]),
        `CASE WHEN v.k >= 1e0 AND v.k <= len(v.list) THEN ${d.at("v.list", "CAST(CASE WHEN v.k >= 1e0 AND v.k <= len(v.list) THEN v.k END AS BIGINT)")} END`,
      ),
  },
  featc_parse_number: {
    parameters: ["s"],
    body: () =>
      "featc_finite(CAST(CASE WHEN regexp_full_match(s, '[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,4})?') THEN s END AS DOUBLE))",
  },
  featc_parse_int: {
    parameters: ["s"],
    body: () =>
      "featc_int(CAST(CASE WHEN regexp_full_match(s, '[+-]?[0-9]{1,16}') THEN s END AS DOUBLE))",
  },
  featc_int_text: {
    parameters: ["x"],
    body: () => "CAST(TRY_CAST(x AS BIGINT) AS VARCHAR)",
  },
  featc_hash_bucket: {
    parameters: ["s", "n"],
    body: () =>
      "CAST(CAST('0x' || substr(sha256(s), 1, 13) AS BIGINT) % CAST(n AS BIGINT) AS DOUBLE)",
  },
  featc_hash_bucket_md5: {
    parameters: ["s", "n"],
    body: (d) =>
      d.bind(
        "h",
        d.record([
          ["high", "CAST(CAST('0x' || substr(md5(s), 1, 15) AS BIGINT) AS HUGEINT)"],
          ["middle", "CAST(CAST('0x' || substr(md5(s), 16, 15) AS BIGINT) AS HUGEINT)"],
          ["low", "CAST(CAST('0x' || substr(md5(s), 31, 2) AS BIGINT) AS HUGEINT)"],
          ["n", "CAST(CAST(n AS BIGINT) AS HUGEINT)"],
        ]),
        // 32 digits in three steps, each within the integers that the engine has.
        `CAST((((h.high % h.n) * 1152921504606846976 + h.middle) % h.n * 256 + h.low) % h.n AS DOUBLE)`,
      ),
  },
});
