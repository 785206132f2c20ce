import fc from "fast-check";

/** Characters and classes that JavaScript reads the same way with the `u` flag. */
const atoms = fc.constantFrom(
  "a",
  "b",
  "c",
  "1",
  "é",
  "😀",
  ".",
  "\\d",
  "\\D",
  "\\w",
  "\\W",
  "\\n",
  "\\.",
  "\\u0061",
  "\\u{1F600}",
  "[ab]",
  "[^ab]",
  "[a-c]",
  "[^a-c1]",
  "[\\d.]",
  "[^\\w]",
  "[😀-😂]",
  "[a-]",
  "[^\\n]",
  " ",
);

const quantifiers = fc.constantFrom(
  "",
  "",
  "",
  "*",
  "+",
  "?",
  "*?",
  "+?",
  "??",
  "{0}",
  "{1}",
  "{2}",
  "{1,}",
  "{0,2}",
  "{1,2}",
  "{2,3}?",
);

const { pattern } = fc.letrec<{ pattern: string; branch: string; piece: string }>((tie) => ({
  pattern: fc.array(tie("branch"), { minLength: 1, maxLength: 3 }).map((all) => all.join("|")),
  branch: fc.array(tie("piece"), { maxLength: 4 }).map((all) => all.join("")),
  piece: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(atoms, quantifiers).map(([atom, quantifier]) => atom + quantifier),
    fc.constantFrom("^", "$"),
    fc
      .tuple(fc.constantFrom("(", "(?:"), tie("pattern"), quantifiers)
      .map(([open, content, quantifier]) => `${open}${content})${quantifier}`),
  ),
}));

/** Patterns of the subset, anchored on neither, one or both sides. */
export const patterns: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("", "^"), pattern, fc.constantFrom("", "$"))
  .map(([open, inner, close]) => (open + close === "" ? inner : `${open}(${inner})${close}`));

/** Short texts of the characters that the patterns name, so that RegExp stays fast. */
export const subjects: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom("a", "b", "c", "1", ".", "\n", "\r", "é", "😀", "😃", " ", "_", "\u0085"),
    {
      maxLength: 7,
    },
  )
  .map((characters) => characters.join(""));
