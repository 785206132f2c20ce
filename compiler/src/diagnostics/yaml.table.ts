import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
  income: { type: number, range: [1, 1000] }
`;

const half = `${header}features:
  half: { formula: debt / 2, range: [0, 50] }
`;

export const yamlDiagnostics = {
  "yaml/syntax": define<{ problem: string }>({
    severity: "error",
    message: () => "this is not YAML",
    label: ({ problem }) => problem,
    hint: () => "if this belongs to a formula or a text, put the whole of it in single quotes.",
    explain:
      "A spec is a YAML file. Where its text does not follow the rules of YAML, the entry around it cannot be read; the other entries are.",
    bad: `${header}features:
  half:
    formula: debt / 2
    range: [0, 50]
    tags: [money,
      , ratio]
`,
    good: `${header}features:
  half:
    formula: debt / 2
    range: [0, 50]
    tags: [money,
      ratio]
`,
  }),
  "yaml/unclosed-quote": define<{ quote: string }>({
    severity: "error",
    message: ({ quote }) => `the quote ${quote} that opens here is never closed`,
    hint: ({ quote }) =>
      quote === "'"
        ? "close it; inside single quotes an apostrophe is written twice, ''."
        : 'close it; inside double quotes a quote is written \\".',
    explain:
      "A quoted text goes on until its quote, over any number of lines. YAML notices only at the end of the file that it is missing.",
    bad: `${header}features:
  half: { formula: debt / 2, range: [0, 50] }
  third: 'debt / 3
`,
    good: `${header}features:
  half: { formula: debt / 2, range: [0, 50] }
  third: 'debt / 3'
`,
  }),
  "yaml/unclosed-bracket": define<{ bracket: string }>({
    severity: "error",
    message: ({ bracket }) => `the ${bracket} that opens here is never closed`,
    hint: ({ bracket }) => `close it with ${bracket === "[" ? "]" : "}"}.`,
    explain: "A list in [ ] or a map in { } ends with its own bracket, before the next key.",
    bad: `${header}features:
  half:
    range: [0, 50
    formula: debt / 2
`,
    good: `${header}features:
  half:
    range: [0, 50]
    formula: debt / 2
`,
  }),
  "yaml/tab": define<Record<string, never>>({
    severity: "error",
    message: () => "a tab is used as indentation",
    hint: () => "indent with spaces.",
    explain:
      "YAML does not allow tabs as indentation: how wide a tab is differs between editors, and with it what belongs to what.",
    bad: `${header}features:
\thalf: debt / 2
`,
    good: `${header}features:
  half: debt / 2
`,
  }),
  "yaml/bad-indent": define<Record<string, never>>({
    severity: "error",
    message: () => "this line is not indented as the lines that it belongs to",
    hint: () =>
      "start it in the column of its siblings; a key that has a value has nothing under it.",
    explain:
      "In YAML the indentation says what belongs to what: all keys of one map start in the same column.",
    bad: `${header}features:
  half:
      range: [0, 50]
    formula: debt / 2
`,
    good: `${header}features:
  half:
    range: [0, 50]
    formula: debt / 2
`,
  }),
  "yaml/missing-colon": define<Record<string, never>>({
    severity: "error",
    message: () => "this line is neither a key with a value nor part of one",
    hint: () => "write `key: value`, with a space after the colon.",
    explain:
      "Each line of a map is a key, a colon, a space and a value. Without the space, `a:1` is a text and no key.",
    bad: `${header}features:
  half:
    formula debt / 2
    range: [0, 50]
`,
    good: `${header}features:
  half:
    formula: debt / 2
    range: [0, 50]
`,
  }),
  "yaml/bad-escape": define<{ escape: string }>({
    severity: "error",
    message: ({ escape }) => `${escape} means nothing inside double quotes`,
    hint: () => "use single quotes, in which a backslash is an ordinary character.",
    explain:
      "In double quotes a backslash starts an escape such as \\n. In single quotes it stands for itself, as regular expressions need it.",
    bad: `featc: 1
name: example
input:
  zip: { type: string, pattern: "^\\d{5}$" }
features:
  a: { formula: length(zip), range: [0, 10], outside: clamp }
`,
    good: `featc: 1
name: example
input:
  zip: { type: string, pattern: '^\\d{5}$' }
features:
  a: { formula: length(zip), range: [0, 10], outside: clamp }
`,
  }),
  "yaml/duplicate-key": define<{ key: string }>({
    severity: "error",
    message: ({ key }) => `there are two \`${key}\` here`,
    label: () => "the second one",
    hint: () => "remove or rename one of them.",
    explain:
      "Readers of YAML keep one of two equal keys, some the first and some the last, without a word. featc reads neither.",
    bad: `${header}features:
  half: { formula: debt / 2, range: [0, 50], range: [0, 60] }
`,
    good: half,
  }),
  "yaml/flow-cut": define<{ read: string; quoted: string }>({
    severity: "error",
    message: ({ read }) => `inside { } and [ ] YAML ends this text early, after \`${read}\``,
    hint: ({ quoted }) => `quote it, \`${quoted}\`, or write the entry on lines of its own.`,
    explain:
      "Between braces and brackets a comma ends a value, and a brace or bracket of a formula belongs to YAML. Quote the formula, or use the form with one key per line, in which commas are ordinary characters.",
    bad: `${header}features:
  worst: { formula: greatest(debt, income), range: [0, 1000] }
`,
    good: `${header}features:
  worst: { formula: 'greatest(debt, income)', range: [0, 1000] }
`,
  }),
  "yaml/comment-cut": define<{ read: string; quoted: string }>({
    severity: "error",
    message: ({ read }) => `YAML reads a comment from the # on, and only \`${read}\` as the value`,
    hint: ({ quoted }) => `quote it: \`${quoted}\`.`,
    explain:
      "A # with a space before it starts a comment in YAML, also in the middle of a formula.",
    bad: `featc: 1
name: example
input:
  code: string
features:
  hash: code == "a # b"
`,
    good: `featc: 1
name: example
input:
  code: string
features:
  hash: 'code == "a # b"'
`,
  }),
  "yaml/colon-in-text": define<{ quoted: string }>({
    severity: "error",
    message: () => "YAML reads a key and a value here, because of the colon",
    hint: ({ quoted }) => `quote it: \`${quoted}\`.`,
    explain:
      "A colon with a space after it separates a key from its value. In a formula, as in a named argument, quote the whole.",
    bad: `${header}features:
  band:
    formula: bucketize(debt, [10, 20], closed: "left")
    range: [0, 2]
`,
    good: `${header}features:
  band:
    formula: 'bucketize(debt, [10, 20], closed: "left")'
    range: [0, 2]
`,
  }),
  "yaml/text-after-quote": define<{ quoted: string }>({
    severity: "error",
    message: () => "YAML ends the value at the closing quote, and there is more text",
    hint: ({ quoted }) => `quote the whole: \`${quoted}\`.`,
    explain:
      "A value that starts with a quote ends with it. A formula that starts with a string needs quotes around the whole.",
    bad: `featc: 1
name: example
input:
  code: string
features:
  known: "a" == code
`,
    good: `featc: 1
name: example
input:
  code: string
features:
  known: '"a" == code'
`,
  }),
  "yaml/text-after-block-mark": define<{ mark: string }>({
    severity: "error",
    message: ({ mark }) => `after ${mark} the text starts on the next line`,
    hint: ({ mark }) =>
      mark === "|"
        ? "put the text on the next line, indented deeper than the key."
        : "put a formula on one line, or under `|`; if it starts with >, quote it.",
    explain:
      "| and > start a text of several lines: nothing but a comment may follow on the same line.",
    bad: `${header}features:
  half: | debt / 2
`,
    good: `${header}features:
  half: |
    debt / 2
`,
  }),
  "yaml/read-as-collection": define<{ kind: "list" | "map"; quoted: string | undefined }>({
    severity: "error",
    message: ({ kind }) =>
      `YAML reads a ${kind} here, because the text starts with ${kind === "list" ? "[" : "{"}`,
    hint: ({ quoted }) =>
      quoted === undefined ? "quote the whole, or write it under `|`." : `quote it: \`${quoted}\`.`,
    explain: "A value that starts with [ or { is a list or a map of YAML, not a formula.",
    bad: `${header}features:
  worst: [debt, income][0]
`,
    good: `${header}features:
  worst: greatest(debt, income)
`,
  }),
  "yaml/extra-comma": define<Record<string, never>>({
    severity: "error",
    message: () => "nothing stands between these two commas",
    hint: () => "remove one of them.",
    explain: "Inside { } each entry is a key and a value; YAML does not know empty ones.",
    bad: `${header}features:
  half: { formula: debt / 2,, range: [0, 50] }
`,
    good: `${header}features:
  half: { formula: debt / 2, range: [0, 50] }
`,
  }),
  "yaml/reserved-start": define<{ character: string; quoted: string }>({
    severity: "error",
    message: ({ character }) => `in YAML a text cannot start with ${character}`,
    hint: ({ quoted }) => `quote it: \`${quoted}\`.`,
    explain: "Some characters mean something to YAML at the start of a value: @ ` % and others.",
    bad: `${header}features:
  half: { formula: debt / 2, range: [0, 50], description: @half of it }
`,
    good: `${header}features:
  half: { formula: debt / 2, range: [0, 50], description: '@half of it' }
`,
  }),
  "yaml/anchor": define<{ anchor: string }>({
    severity: "error",
    message: ({ anchor }) => `${anchor} is an anchor of YAML, which specs do without`,
    hint: () => "write the value out; share formulas by `functions`, values by `enums` and `maps`.",
    explain:
      "Anchors and aliases make the meaning of a line depend on a place far away, and small files expand to huge data. If the text should start with &, quote it.",
    bad: `${header}features:
  half: { formula: debt / 2, range: &percent [0, 50] }
`,
    good: half,
  }),
  "yaml/alias": define<{ alias: string }>({
    severity: "error",
    message: ({ alias }) => `${alias} is an alias of YAML, which specs do without`,
    hint: () => "write the value out; if the text should start with *, quote it.",
    explain:
      "Anchors and aliases make the meaning of a line depend on a place far away, and small files expand to huge data.",
    bad: `${header}features:
  half: { formula: debt / 2, range: *percent }
`,
    good: half,
  }),
  "yaml/merge-key": define<Record<string, never>>({
    severity: "error",
    message: () => "`<<` merges maps in some readers of YAML; specs do without it",
    hint: () => "write the keys out.",
    explain: "Merge keys are not part of YAML 1.2, and readers differ about which value wins.",
    bad: `${header}features:
  half: { formula: debt / 2, <<: { range: [0, 50] } }
`,
    good: half,
  }),
  "yaml/tag": define<{ text: string; quoted: string }>({
    severity: "error",
    message: ({ text }) => `YAML reads a tag from the ! on: \`${text}\``,
    hint: ({ quoted }) => `write \`not x\` for the opposite of x; a text is quoted: \`${quoted}\`.`,
    explain:
      "A value that starts with ! has a tag, which some readers of YAML run code for. Specs have no tags.",
    bad: `featc: 1
name: example
input:
  late: bool
features:
  on_time: !late
`,
    good: `featc: 1
name: example
input:
  late: bool
features:
  on_time: not late
`,
  }),
  "yaml/directive": define<Record<string, never>>({
    severity: "error",
    message: () => "this is a directive of YAML, which specs do without",
    hint: () => "remove the line.",
    explain:
      "A directive changes how the file is read: under `%YAML 1.1`, `no` is false and `010` is 8. Specs are always YAML 1.2.",
    bad: `%YAML 1.1
---
${half}`,
    good: half,
  }),
  "yaml/several-documents": define<Record<string, never>>({
    severity: "error",
    message: () => "a second YAML document starts here",
    hint: () => "put each spec into a file of its own, and remove the `---` or `...` between them.",
    explain: "A file holds one spec. What stands after `---` would be ignored.",
    bad: `${half}---
name: another
`,
    good: half,
  }),
  "yaml/complex-key": define<Record<string, never>>({
    severity: "error",
    message: () => "a key must be a word",
    hint: () => "write `key: value`; a formula that starts with a bracket or ? is quoted.",
    explain: "YAML allows lists, maps and nothing at all as keys. In a spec every key is a text.",
    bad: `${header}features:
  ? [a, b]
  : debt / 2
`,
    good: half,
  }),
  "yaml/unmappable-scalar": define<{ key: string; style: string }>({
    severity: "error",
    message: ({ key }) => `\`${key}\` is written in a style that loses the place of its characters`,
    label: ({ style }) =>
      style === "folded"
        ? "folded with >"
        : style === "plain"
          ? "several lines"
          : "with escapes, or several lines",
    hint: () => "write the formula on one line or under `|`.",
    explain:
      "Diagnostics point at the exact place inside a formula. Where YAML joins lines or replaces escapes, that place is lost.",
    bad: `${header}features:
  half:
    formula: >
      debt
      / 2
    range: [0, 50]
`,
    good: `${header}features:
  half:
    formula: |
      debt
      / 2
    range: [0, 50]
`,
  }),
  "yaml/not-text": define<{
    key: string;
    text: string;
    kind: "number" | "bool" | "null";
    quoted: string;
  }>({
    severity: "error",
    message: ({ key, text, kind }) =>
      text === ""
        ? `\`${key}\` is a text, and there is none`
        : `\`${key}\` is a text, and YAML reads ${text} as ${kind === "null" ? "null" : `a ${kind}`}`,
    hint: ({ quoted }) => `quote it: \`${quoted}\`.`,
    explain:
      "YAML makes numbers, booleans and null of some unquoted words. Where a text is wanted, say so with quotes.",
    bad: `featc: 1
name: example
input:
  grade: { type: enum, values: [1, 2] }
features:
  first: grade == "1"
`,
    good: `featc: 1
name: example
input:
  grade: { type: enum, values: ['1', '2'] }
features:
  first: grade == "1"
`,
  }),
  "yaml/unclear-boolean": define<{ text: string; quoted: string }>({
    severity: "warning",
    message: ({ text }) => `some readers of YAML take ${text} for a boolean`,
    hint: ({ quoted }) => `quote it: \`${quoted}\`.`,
    explain:
      "In YAML 1.1, yes, no, on and off are booleans, so that the country code of Norway is false. featc reads a text, but other tools that read the file may not.",
    bad: `featc: 1
name: example
input:
  country: { type: enum, values: [no, se] }
features:
  north: country == "no"
`,
    good: `featc: 1
name: example
input:
  country: { type: enum, values: ['no', se] }
features:
  north: country == "no"
`,
  }),
  "yaml/unclear-number": define<{ text: string; problem: string; instead: string | undefined }>({
    severity: "error",
    message: ({ text }) => `${text} is not a number that everyone reads alike`,
    label: ({ problem }) => problem,
    hint: ({ instead }) =>
      instead === undefined ? undefined : `write ${instead}, or quote it if it is a text.`,
    explain:
      "`010` is ten in YAML 1.2 and eight in YAML 1.1; numbers beyond the doubles become infinite or lose their last digits without a word.",
    bad: `featc: 1
name: example
input:
  debt: { type: number, range: [0, 0100] }
features:
  half: { formula: debt / 2, range: [0, 50] }
`,
    good: `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
features:
  half: { formula: debt / 2, range: [0, 50] }
`,
  }),
  "yaml/not-a-text-file": define<{ character: number }>({
    severity: "error",
    message: ({ character }) =>
      character === 0xfffd
        ? "this file is not UTF-8 text"
        : `this file holds the control character U+${character.toString(16).toUpperCase().padStart(4, "0")}`,
    hint: () =>
      "save the spec as UTF-8 text; inside double quotes such a character is written \\x00.",
    explain:
      "A spec is a text in UTF-8. Control characters are invisible in editors and mean different things to different tools.",
    bad: `${header}features:
  half: { formula: debt / 2, range: [0, 50], description: \u0001 }
`,
    good: half,
  }),
  "yaml/lone-surrogate": define<Record<string, never>>({
    severity: "error",
    message: () => "this text holds half of a character",
    hint: () => "write the character itself, or \\U with its eight hexadecimal digits.",
    explain:
      "\\ud800 to \\udfff are halves of UTF-16 pairs, not characters; they cannot be stored as UTF-8.",
    bad: `featc: 1
name: example
input:
  mood: { type: enum, values: ["\\ud83d", fine] }
features:
  fine: mood == "fine"
`,
    good: `featc: 1
name: example
input:
  mood: { type: enum, values: ["\\U0001F600", fine] }
features:
  fine: mood == "fine"
`,
  }),
  "yaml/too-deep": define<Record<string, never>>({
    severity: "error",
    message: () => "lists and maps are nested deeper than 32",
    hint: () => "a bracket may be missing further up; flatten the data otherwise.",
    explain: "No spec needs such depth; a file that has it is broken or made to break a reader.",
    bad: `${header}features:
  half: { formula: debt / 2, range: ${"[".repeat(40)}0${"]".repeat(40)} }
`,
    good: half,
  }),
};
